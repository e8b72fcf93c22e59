import { type EmbedProvider, embedProviders } from "@/lib/content/blocks/embed";
import type { Provider, Reference } from "@/lib/embeds/provider";
import { audio } from "@/lib/embeds/providers/audio";
import { bluesky } from "@/lib/embeds/providers/bluesky";
import { datawrapper } from "@/lib/embeds/providers/datawrapper";
import { instagram } from "@/lib/embeds/providers/instagram";
import { mastodon } from "@/lib/embeds/providers/mastodon";
import { tiktok } from "@/lib/embeds/providers/tiktok";
import { vimeo } from "@/lib/embeds/providers/vimeo";
import { x } from "@/lib/embeds/providers/x";
import { youtube } from "@/lib/embeds/providers/youtube";

/** From where something may be embedded, and all that is known of each. Nothing else is ever asked or framed. */
export const providers = { youtube, vimeo, x, bluesky, mastodon, instagram, tiktok, datawrapper, audio } satisfies Record<EmbedProvider, Provider>;

export type Recognised = Reference & { provider: EmbedProvider };

/** What may be embedded from this address, or null. Pure: nobody is asked. */
export function recognise(address: string): Recognised | null {
  const url = plainUrl(address);
  if (!url) return null;
  const home = embedProviders.find((name) => providers[name].hosts.includes(bareHost(url)));
  // A host of one provider belongs to no other; any other host may hold a sound or be one of Mastodon's.
  for (const provider of home ? [home] : (["audio", "mastodon"] as const)) {
    const found = providers[provider].find(url);
    if (found && found.url.length <= 2000) return { provider, ...found };
  }
  return null;
}

/** What to paste instead of an address whose provider is known, but not what it leads to; null where there is no such advice. */
export function insteadOf(address: string): string | null {
  const url = plainUrl(address);
  const home = url && embedProviders.find((name) => providers[name].hosts.includes(bareHost(url)));
  const provider: Provider | null = home ? providers[home] : null;
  return (url && provider?.instead?.(url)) ?? null;
}

const bareHost = (url: URL) => url.hostname.replace(/^www\./, "");

/** An address of the web as people paste it, without scheme where it has none. Nothing with a port, a password or odd characters. */
function plainUrl(address: string): URL | null {
  const typed = address.trim();
  if (typed.length > 2000 || /[\s\\<>"']|\p{Cc}/u.test(typed)) return null;
  const whole = /^(?:[\w-]+\.)+[a-z]{2,}\//i.test(typed) ? `https://${typed}` : typed;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const isPlain = (url.protocol === "https:" || url.protocol === "http:") && url.port === "" && url.username === "" && url.password === "";
  return isPlain && /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname) ? url : null;
}

/** Every origin that a reader may be shown a frame of: the one place where the reader's policy learns it. */
export const frameOrigins: readonly string[] = [...new Set(embedProviders.flatMap((name) => providers[name].frameOrigins))].sort();
