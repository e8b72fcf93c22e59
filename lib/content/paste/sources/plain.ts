import { escapeHtml, linesAsHtml } from "@/lib/content/paste/html-text";
import { looksWrapped, unwrapLines } from "@/lib/content/paste/wrapping";

/** Plain text: a line is a paragraph, unless a mail program broke the lines at its measure; lines behind ">" are somebody else's words. */
export function plainAsHtml(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  let html = "";
  for (let at = 0; at < lines.length; ) {
    const isQuoted = quoted.test(lines[at] ?? "");
    const first = at;
    while (at < lines.length && quoted.test(lines[at] ?? "") === isQuoted) at += 1;
    const part = lines.slice(first, at);
    html += isQuoted ? `<blockquote>${paragraphsOf(part.map((line) => line.replace(quoted, "")))}</blockquote>` : paragraphsOf(part);
  }
  return html;
}

const quoted = /^\s{0,3}(?:>\s?)+(?=\S|$)/;

const paragraphsOf = (lines: readonly string[]): string => linesAsHtml(looksWrapped(lines) ? unwrapLines(lines) : lines);

/** Bare text, as `Mod+Shift+V` promises: lines as paragraphs and nothing read into them. */
export function bareAsHtml(text: string): string {
  return text.split(/\r\n?|\n/).map((line) => (line.trim() === "" ? "" : `<p>${escapeHtml(line)}</p>`)).join("");
}
