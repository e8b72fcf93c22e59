import { plainText } from "@/lib/kernel/text";

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: " ", mdash: "—", ndash: "–", hellip: "…" };

/** Longest words of a post that are kept. */
const longest = 2000;

/**
 * The words of a post's markup as plain text: lines kept, everything else of the markup gone. What comes out is only ever shown as text,
 * so nothing that it could spell does anything.
 */
export function plainWords(html: string): string {
  const withLines = html.slice(0, 50_000).replace(/<(?:script|style)\b[^<>]*>[^<]*<\/(?:script|style)>/gi, "").replace(/<br\s*\/?>/gi, "\n").replace(/<\/p>\s*<p\b/gi, "\n\n<p");
  const text = withLines.replace(/<[^<>]*>/g, "").replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => characterOf(name) ?? whole);
  const lines = plainText(text).split("\n").map((line) => line.replace(/[ \t]+/g, " ").trim());
  return [...lines.join("\n").replace(/\n{3,}/g, "\n\n").trim()].slice(0, longest).join("");
}

/** The words within the first quotation of an embed code: its paragraphs, without the line that says who and when. */
export function wordsOfPost(html: string): string {
  const markup = html.slice(0, 50_000);
  const paragraphs: string[] = [];
  for (let start = markup.search(/<p[\s>]/i); start !== -1; ) {
    const end = markup.indexOf("</p>", start);
    if (end === -1) break;
    paragraphs.push(markup.slice(start, end + 4));
    const next = markup.slice(end + 4).search(/<p[\s>]/i);
    start = next === -1 ? -1 : end + 4 + next;
  }
  return plainWords(paragraphs.join(""));
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return named[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
}
