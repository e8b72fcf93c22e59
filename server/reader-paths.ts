import { discussionTabs, threadSorts } from "@/lib/comments/discussion-view";
import { isPlainText } from "@/lib/kernel/text";

/** First segments of addresses that are personal or change something: never frozen, never cached. */
export const personal = new Set(["desk", "account", "sign-in", "sign-out", "sign-up", "welcome", "setup", "reset", "invitation", "for-review", "api", "comments", "preview", "collab", "_next", "media", "fonts"]);

/** An address at which nothing can ever stand: it has one part too many. What it answers is shown for all that cannot be read. */
export const nowhere = "/not/an/address";

/** An address of ours, which begins with a slash, in its parts. Read as one that is relative to us, `//` would name a host. */
const urlOf = (address: string) => new URL(`http://paper.invalid${address}`);

/** No page of ours has a longer address, in any script. */
const longestPath = 2000;

/** Whether an address can be decoded and holds only what a database can be asked for: no NUL, no control characters. */
export function isReadable(address: string): boolean {
  try {
    return isPlainText(decodeURIComponent(address));
  } catch {
    // A broken percent sign.
    return false;
  }
}

/** Of the addresses of comments these are the same for everybody: a comment in its place, how a discussion stands now, and the words of the script. */
const isPublicOfComments = ([first, second, , ...more]: readonly string[]) => first === "comments" && (second === "at" || second === "now" || second === "words") && more.length === 0;

/** Words that a parameter may have, where it has a few only: another one is no other page. */
const words: Record<string, readonly string[]> = { show: discussionTabs, sort: threadSorts };

/** A day of the archive, which has pages as lists have; its years have none. */
const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** First segments of pages that are the same whatever hangs on their address. */
const without = new Set(["", "about", "archive", "corrections", "feeds", "saved", "series", "sitemaps"]);

/**
 * The parameters that a page declares; every other one is ignored, in the key and in the page. Only lists that have pages name a place, and
 * only a story its comments: else anybody could have the same page made and kept under as many addresses as she likes.
 */
function declaredParameters([first = "", second, ...more]: readonly string[]): readonly string[] {
  if (first === "search") return second === "suggestions" ? ["q"] : ["author", "before", "format", "from", "q", "section", "to"];
  if (first === "oembed") return second === undefined ? ["format", "maxheight", "maxwidth", "url"] : [];
  if (first === "comments") return [];
  if ((first === "corrections" && second === undefined) || (first === "archive" && more.length === 0 && aDay.test(second ?? ""))) return ["before"];
  if (without.has(first) || first.includes(".") || more.length > 0) return [];
  return second === undefined || first === "tags" || first === "authors" ? ["before"] : ["c", "show", "sort"];
}

/**
 * The cache key of a public page, which is also the address it is rendered at: the path and its declared parameters, sorted.
 * Null for everything that is not a public page.
 */
export function readerKey(method: string | undefined, address: string): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const url = urlOf(address);
  if (url.pathname.length > longestPath) return nowhere;
  const segments = url.pathname.split("/").slice(1);
  if (personal.has(segments[0] ?? "") && !isPublicOfComments(segments)) return null;
  const kept = new URLSearchParams();
  for (const name of declaredParameters(segments)) {
    const value = url.searchParams.get(name);
    if (value !== null && value !== "" && (words[name]?.includes(value) ?? true) && value.length <= (name === "url" ? 2000 : 300)) kept.set(name, value);
  }
  const query = kept.toString();
  return query ? `${url.pathname}?${query}` : url.pathname;
}

/** Whether an address is a story's card, which other sites show in a frame. */
export function isEmbedded(address: string): boolean {
  return address.startsWith("/oembed/");
}

/** Whether a reader is the one who comes here, with or without the cache between: the pages of the paper and a commenter's own. */
function isForReaders(method: string | undefined, pathname: string): boolean {
  return (method === "GET" || method === "HEAD") && (readerKey(method, pathname) !== null || pathname.startsWith("/comments/"));
}

/**
 * Where the page of an address stands that is spelled in another way than pages are: with slashes too many, with signs escaped that need
 * not be or not escaped that must, in small hexadecimal letters, with an accent beside its letter. One page has one spelling, so that
 * nobody has it made and kept under many. Always an address of our own; null where the spelling is the page's.
 */
export function properAddress(method: string | undefined, address: string): string | null {
  const { pathname, search } = urlOf(address);
  if (pathname.length > longestPath) return null;
  const proper = pathname.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1").split("/").map(properPart).join("/");
  return proper !== pathname && isForReaders(method, pathname) ? proper + search : null;
}

/** Signs that may stand in a part of a path as they are (RFC 3986, pchar), though `encodeURIComponent` escapes them. */
const needNoEscape = /%(?:24|26|2B|2C|3A|3B|3D|40)/g;

/** One part of a path as we write it. Must be readable. */
function properPart(part: string): string {
  return encodeURIComponent(decodeURIComponent(part).normalize("NFC")).replace(needNoEscape, decodeURIComponent);
}

/** Pages of the desk that show what readers see, in their document and under their rules. */
export const previewPath = /^\/desk\/(?:articles\/[^/]+\/preview|settings\/branding\/preview|styleguide)$/;
