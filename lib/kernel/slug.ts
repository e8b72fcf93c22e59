/** Longest slug in characters. */
export const slugLength = 80;

/** First segments of addresses that belong to the program; no section may take one. */
export const reservedSegments = [
  "desk", "sign-in", "sign-up", "welcome", "sign-out", "account", "comments", "tags", "authors", "archive", "search", "saved", "feeds", "api", "media", "setup", "reset",
  "invitation", "for-review", "collab", "healthz", "readyz", "corrections", "about", "policies", "masthead", "preview", "fonts", "_next", "robots", "sitemap", "sitemaps",
  "well-known", "oembed", "series", "letters", "static", "assets", "admin", "print", "amp",
] as const;

/**
 * A slug from any text: NFC, lower case, letters and digits of any script, hyphens between words, at most 80 characters.
 * Latin letters lose their accents; other scripts stay as they are, and the half-space between the parts of a Persian word becomes a hyphen. Empty where the text has no letter or digit.
 */
export function slugFrom(text: string): string {
  const folded = text
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’'‘ʼ\u0640]/g, "")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  if ([...folded].length <= slugLength) return folded;
  const cut = [...folded].slice(0, slugLength + 1).join("");
  const lastBreak = cut.lastIndexOf("-");
  return lastBreak > slugLength / 2 ? cut.slice(0, lastBreak) : [...folded].slice(0, slugLength).join("");
}

/** The address of a tag, by which tags are told apart: with and without a half-space a word is the same tag. */
export function tagSlugFrom(name: string): string {
  return slugFrom(name.replaceAll("\u200c", ""));
}

/** Whether a text is a slug as it stands. */
export function isSlug(text: string): boolean {
  return (
    text.length > 0 &&
    [...text].length <= slugLength &&
    text === text.normalize("NFC") &&
    text === text.toLowerCase() &&
    /^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u.test(text)
  );
}
