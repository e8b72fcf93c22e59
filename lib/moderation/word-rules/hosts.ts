import type { Span } from "@/db/schema/comments";
import type { CommentBody } from "@/lib/content/comment-body";

/** A host that a text names, in letters of addresses, and where; without a place where only a link leads there. */
export type Host = { host: string; at: Span | null };

const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
/** A full stop, in the signs of other scripts too, or the word for it in brackets, as it is written to be overlooked. */
const stop = "(?:[.。．｡]|\\s?[[({]\\s?(?:dot|punkt|point|punto|\\.)\\s?[\\])}]\\s?)";
const named = new RegExp(`(?<![\\p{L}\\p{N}@-])${label}(?:${stop}${label}){1,8}(?![\\p{L}\\p{N}])`, "giu");
const stops = new RegExp(stop, "giu");

/** The host as addresses write it; null where it is none. */
function hostOf(written: string): string | null {
  const address = `http://${written.replace(stops, ".").toLowerCase()}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return /\.(?:xn--[a-z0-9-]+|[a-z]{2,})$/.test(hostname) ? hostname.replace(/^www\./, "") : null;
}

/** The domain that somebody writes into a rule, with or without "https://", "*." and a path; null where it is none. */
export function domainOf(written: string): string | null {
  const bare = written.trim().replace(/^[a-z]+:\/\//i, "").replace(/^\*?\.+/, "").replace(/[/?#:].*$/s, "");
  return /[\s@]/.test(bare) ? null : hostOf(bare);
}

/** The hosts that a comment names or links to, each place once. */
export function hostsIn(text: string, body: CommentBody): Host[] {
  const written = [...text.matchAll(named)].flatMap(({ 0: words, index }) => {
    const host = hostOf(words);
    return host ? [{ host, at: { from: index, to: index + words.length } }] : [];
  });
  const known = new Set(written.map(({ host }) => host));
  const linked = linksOf(body).flatMap((href) => (URL.canParse(href) ? [new URL(href).hostname.replace(/^www\./, "")] : []));
  return [...written, ...[...new Set(linked)].filter((host) => !known.has(host)).map((host) => ({ host, at: null }))];
}

function linksOf({ blocks }: CommentBody): string[] {
  const texts = blocks.flatMap((block) => (block.type === "paragraph" ? block.content : block.type === "quote" ? block.content.flatMap(({ content }) => content) : block.items.flat()));
  return texts.flatMap(({ href }) => href ?? []);
}

/** Whether a host is a domain or stands below it. */
export const isBelow = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
