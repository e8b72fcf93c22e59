import { reservedSegments } from "@/lib/kernel/slug";

/** What stands at one of our addresses: a story, by whatever slug it once had; nothing any more; or nothing that ever was public. */
export type AtAddress = { found: "here"; story: string; path: string } | { found: "gone" } | { found: "nowhere" };

/** The slug in an address of one of our stories, whole or as a path; null for every other address, of ours or not. */
export function storySlugIn(address: string, ownOrigins: readonly string[]): string | null {
  const path = address.startsWith("/") ? address : ownOrigins.flatMap((origin) => (address.startsWith(`${origin}/`) ? [address.slice(origin.length)] : []))[0];
  const [, section = "", slug = ""] = /^\/([^/?#]+)\/([^/?#]+)\/?(?:[?#].*)?$/.exec(path ?? "") ?? [];
  if (!section || !slug || (reservedSegments as readonly string[]).includes(section)) return null;
  try {
    return decodeURIComponent(slug).normalize("NFC");
  } catch {
    // A broken percent sign: nothing of ours stands there.
    return null;
  }
}
