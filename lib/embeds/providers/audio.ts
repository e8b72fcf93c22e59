import { type Provider, partsOf, type Reference, withParameters } from "@/lib/embeds/provider";

/** Where podcasts and sounds stand that come with a player of their own; any other sound is a file. */
type Host = { name: string; form: RegExp; hosts: readonly string[]; find(url: URL): string | null; url(rest: string): string; question(url: string): string | null; asks: readonly string[]; frame(rest: string): string };

const hosts = {
  spotify: {
    name: "Spotify",
    form: /^(?:episode|show|track)\/[A-Za-z0-9]{22}$/,
    hosts: ["open.spotify.com"],
    find: (url) => partsOf(url).filter((part) => !/^intl-[a-z]{2}$/.test(part) && part !== "embed").join("/"),
    url: (rest) => `https://open.spotify.com/${rest}`,
    question: (url) => withParameters("https://open.spotify.com/oembed", { url }),
    asks: ["open.spotify.com"],
    frame: (rest) => `https://open.spotify.com/embed/${rest}`,
  },
  soundcloud: {
    name: "SoundCloud",
    form: /^[a-z0-9_-]{1,60}\/(?:sets\/)?[a-z0-9_-]{1,120}$/,
    hosts: ["soundcloud.com", "m.soundcloud.com"],
    find: (url) => partsOf(url).join("/"),
    url: (rest) => `https://soundcloud.com/${rest}`,
    question: (url) => withParameters("https://soundcloud.com/oembed", { format: "json", url }),
    asks: ["soundcloud.com"],
    frame: (rest) => withParameters("https://w.soundcloud.com/player/", { url: `https://soundcloud.com/${rest}` }),
  },
  apple: {
    name: "Apple Podcasts",
    form: /^[a-z]{2}\/podcast\/id\d{1,12}(?:\/\d{1,16})?$/,
    hosts: ["podcasts.apple.com"],
    find(url) {
      const parts = partsOf(url);
      const show = parts.find((part) => /^id\d+$/.test(part));
      return parts[1] === "podcast" && show ? [parts[0], "podcast", show, url.searchParams.get("i")].filter(Boolean).join("/") : null;
    },
    url: (rest) => `https://podcasts.apple.com/${appleAddress(rest)}`,
    question: () => null,
    asks: [],
    frame: (rest) => `https://embed.podcasts.apple.com/${appleAddress(rest)}`,
  },
} satisfies Record<string, Host>;

function appleAddress(rest: string): string {
  const [country, , show, episode] = rest.split("/");
  return `${country}/podcast/${show}${episode ? `?i=${episode}` : ""}`;
}

const all = Object.entries(hosts) as [keyof typeof hosts, Host][];
const fileForm = /^https:\/\/[^/?#]+\/[^?#]*\.(?:mp3|m4a|ogg)(?:\?[^#]*)?$/i;
const bare = (host: string) => host.replace(/^www\./, "");

/** The host of a reference like "spotify/episode/…", with what stands after the slash; null for a file. */
function hostOf({ reference }: Reference): { host: Host; rest: string } | null {
  const [name = "", ...rest] = reference.split("/");
  const host = Object.hasOwn(hosts, name) ? (hosts[name as keyof typeof hosts] as Host) : null;
  return host?.form.test(rest.join("/")) ? { host, rest: rest.join("/") } : null;
}

/** The address of a sound that a player may be pointed to, or null. */
export const soundFile = ({ reference }: Reference): string | null => (reference.startsWith("file/") && fileForm.test(reference.slice(5)) ? reference.slice(5) : null);

const hostName = (address: string) => bare(new URL(address).hostname);

export const audio: Provider = {
  hosts: all.flatMap(([, host]) => host.hosts),
  find(url) {
    for (const [name, host] of all) {
      if (!host.hosts.includes(bare(url.hostname))) continue;
      const rest = host.find(url) ?? "";
      return host.form.test(rest) ? { reference: `${name}/${rest}`, url: host.url(rest) } : null;
    }
    const file = url.href.split("#")[0] ?? "";
    return fileForm.test(file) ? { reference: `file/${file}`, url: file } : null;
  },
  question(found) {
    return hostOf(found)?.host.question(found.url) ?? null;
  },
  asks: (found) => hostOf(found)?.host.asks ?? [],
  isPost: false,
  frame(found) {
    const at = hostOf(found);
    return at ? { address: at.host.frame(at.rest), onPlay: "" } : null;
  },
  frameOrigins: ["https://open.spotify.com", "https://w.soundcloud.com", "https://embed.podcasts.apple.com"],
  shape: () => "bar",
  loadsFrom(found) {
    const file = soundFile(found);
    const name = file ? hostName(file) : (hostOf(found)?.host.name ?? hostName(found.url));
    return { company: name === "Apple Podcasts" ? "Apple" : name, name };
  },
  referrer: "no-referrer",
};
