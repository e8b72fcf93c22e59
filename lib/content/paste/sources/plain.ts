import { escapeHtml, linesAsHtml } from "@/lib/content/paste/html-text";
import { looksWrapped, unwrapLines } from "@/lib/content/paste/wrapping";

/** Plain text: a line is a paragraph, unless a mail program broke the lines at its measure. */
export function plainAsHtml(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  return linesAsHtml(looksWrapped(lines) ? unwrapLines(lines) : lines);
}

/** Bare text, as `Mod+Shift+V` promises: lines as paragraphs and nothing read into them. */
export function bareAsHtml(text: string): string {
  return text.split(/\r\n?|\n/).map((line) => (line.trim() === "" ? "" : `<p>${escapeHtml(line)}</p>`)).join("");
}
