import { readDateline } from "@/lib/content/paste/dateline";

/* Marks that one agency alone writes, as all of them write it. */

const caretLine = /^\s*\^/;
const catchline = /^\s{0,8}\d{1,2} ([\p{Lu}]{3,16} \p{Lu}[\p{L}-]{1,24})\s*$/u;

/** "24-Nov-2026 22:14:09 RTRS [CW] - ": when and by which desk a line was sent, before the headline. */
const sentBefore = /^\s{0,8}\d{1,2}-\p{L}{3}-\d{4} \d\d:\d\d(?::\d\d)?\s{1,3}[\p{Lu}\d]{2,8}(?: \[[\p{Lu}\d]{1,8}\])?\s-\s(?=\S)/u;

/** The lines without carets and angle brackets of old wire codes; a catchline with its page number is named once, as the slug. */
export function inPlainMarks(lines: readonly string[]): string[] {
  const isCoded = lines.slice(0, 40).some((line) => caretLine.test(line));
  if (sentBefore.test(lines[0] ?? "")) return inPlainMarks([(lines[0] ?? "").replace(sentBefore, ""), ...lines.slice(1)]);
  const plain = isCoded ? lines.map((line) => line.replace(caretLine, "").replace(/^(.{0,300}?)\s*[<=]\s*$/, "$1").replaceAll("``", "“").replaceAll("''", "”").replace(/(\S) _(?: (?=\S)|$)/g, "$1 — ")) : [...lines];
  const slug = plain.map((line) => catchline.exec(line)?.[1]).find((found) => found !== undefined);
  if (slug === undefined) return withDatelines(plain);
  let isNamed = false;
  return withDatelines(plain).flatMap((line) => {
    if (line.trim() !== slug && catchline.exec(line)?.[1] !== slug) return [line];
    const named = isNamed;
    isNamed = true;
    return named ? [] : [`Slug: ${slug}`];
  });
}

/** The story on the line of its dateline, also where an agency begins a new one behind that. */
function withDatelines(lines: readonly string[]): string[] {
  const at = lines.slice(0, 60).findIndex((line) => /[)\d]\s{0,3}(?:--|—|–|-)\s*$/.test(line) && readDateline(`${line.trimEnd()} x`) !== null);
  const next = at === -1 ? -1 : lines.findIndex((line, index) => index > at && line.trim() !== "");
  return next === -1 ? [...lines] : [...lines.slice(0, at), `${(lines[at] ?? "").trimEnd()} ${(lines[next] ?? "").trim()}`, ...lines.slice(next + 1)];
}

/** Codes of shares and of earlier stories within the text, which lead somewhere on one agency's screens alone. */
export const withoutCodes = (line: string): string => line.replace(/ ?<[\p{Lu}\d]{1,10}(?:\.[\p{Lu}]{1,4})>| ?\[n[\p{L}\d]{5,16}\]/gu, "");
