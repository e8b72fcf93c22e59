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

/** What stands above a letter ("From: …") and below it is set line by line; how its own lines are broken is judged without that. */
function paragraphsOf(lines: readonly string[]): string {
  const labels = lines.findIndex((line) => !/^\p{Lu}[\p{L}-]{1,20}: \S/u.test(line));
  const begin = labels > 1 ? labels : 0;
  const signed = lines.findIndex((line, index) => index >= begin && /^-- ?$/.test(line));
  const end = signed === -1 ? lines.length : signed;
  return linesAsHtml([...lines.slice(0, begin), ...joined(lines.slice(begin, end)), ...lines.slice(end)]);
}

const joined = (lines: readonly string[]): readonly string[] => (isFlowed(lines) ? joinFlowed(lines) : looksWrapped(lines) ? unwrapLines(lines) : lines);

const listMark = /^\s*(?:[-–—*•·▪]|\(?\d{1,3}[.)])\s/;

/** A line that goes on in the next one, as mail programs mark it (RFC 3676); two dashes stand over a signature. */
const goesOn = (line: string, next: string | undefined): boolean => line.endsWith(" ") && line !== "-- " && line.trim() !== "" && next !== undefined && next.trim() !== "" && !listMark.test(next);

/** Whether a mail program marked where its lines go on: no line is long, and most of the full ones say so. */
function isFlowed(lines: readonly string[]): boolean {
  const full = lines.filter((line, index) => line.trimEnd().length >= 60 && (lines[index + 1] ?? "").trim() !== "");
  return lines.every((line) => line.length <= 100) && full.length >= 2 && full.every((line) => line.endsWith(" ") && !line.endsWith("   "));
}

function joinFlowed(lines: readonly string[]): string[] {
  const joined: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && goesOn(before, line)) joined.push(`${joined.pop()?.trimEnd()} ${line.trim()}`);
    else joined.push(line);
  });
  return joined;
}

/** Bare text, as `Mod+Shift+V` promises: lines as paragraphs and nothing read into them. */
export function bareAsHtml(text: string): string {
  return text.split(/\r\n?|\n/).map((line) => (line.trim() === "" ? "" : `<p>${escapeHtml(line)}</p>`)).join("");
}
