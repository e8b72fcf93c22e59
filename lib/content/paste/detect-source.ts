import { lettersThatTell } from "@/lib/content/paste/limits";
import { looksLikeMarkdown } from "@/lib/content/paste/markdown";
import { isOwnSlice } from "@/lib/content/paste/own-slice-mark";
import type { Source } from "@/lib/content/paste/receipt";
import { looksTabular } from "@/lib/content/paste/sources/excel";
import { columnsIn, isNarrowColumn, withoutLineNumbers, withoutRunning } from "@/lib/content/paste/sources/pdf-text";
import { looksLikeWire } from "@/lib/content/paste/wire";
import { looksWrapped } from "@/lib/content/paste/wrapping";

/** Marks that programs leave in the HTML they put on the clipboard; the first that is found decides. */
const marks: [source: Source, mark: RegExp][] = [
  ["google-docs", /docs-internal-guid-|\bid="docs-internal|\bhref="#cmnt\d/],
  ["excel", /content=["']?Excel\.Sheet|urn:schemas-microsoft-com:office:excel|<google-sheets-html-origin|content="Microsoft Excel/i],
  ["word-web", /\bclass="[^"<>]{0,200}\b(?:OutlineElement|TextRun|ListContainerWrapper)\b/],
  ["word", /\bmso-|(?:^|[\s"'=])(?:x_)*Mso[A-Z]|urn:schemas-microsoft-com:office:word|content=["']?(?:Word\.Document|Microsoft Word)/],
  ["pages", /content=["']?Cocoa HTML Writer/i],
  ["notion", /<!--\s?notionvc:|\bdata-token-index=/],
];

const blockTag = /<(?:p|div|h[1-6]|ul|ol|li|table|blockquote|article|section|hr|br|figure|img)\b/i;

/** Which program filled the clipboard. HTML that says no more than the text does is left for the text. */
export function detectSource(html: string, text: string): Source {
  if (/\S/.test(html)) {
    if (isOwnSlice(html)) return "own";
    for (const [source, mark] of marks) if (mark.test(html)) return source;
    const saysMore = blockTag.test(html) || !/\n/.test(text.trim());
    const isCode = /white-space:\s?pre\b/.test(html) && /monospace/.test(html) && looksLikeMarkdown(text);
    if (saysMore && !isCode && !(text.trim() !== "" && isOnlyPre(html))) return text.trim() !== "" && !blockTag.test(html) && !/<(?:a|b|i|em|strong|sup|sub)\b/i.test(html) ? detectText(text) : "web";
  }
  return detectText(text);
}

const isOnlyPre = (html: string): boolean => /<pre\b/i.test(html) && !/<(?:p|h[1-6]|ul|ol|table|blockquote|article|img)\b/i.test(html);

export function detectText(text: string): Source {
  if (looksTabular(text)) return "excel";
  if (looksLikeWire(text)) return "wire";
  if (looksLikeMarkdown(text)) return "markdown";
  return looksLikePdf(text) ? "pdf" : "plain";
}

/** Form feeds, joined letters, words divided at line ends; or full lines with no empty one between them. */
function looksLikePdf(text: string): boolean {
  const start = text.slice(0, lettersThatTell);
  if (/\f|[ﬀ-ﬄ]/.test(start)) return true;
  if (withoutLineNumbers(start.split(/\r\n?|\n/))) return true;
  const { lines, running } = withoutRunning(start.trim().split(/\r\n?|\n/));
  // Two words that end in the next line, and no line is long: the column of a newspaper.
  if ((start.match(/\p{Ll}{2}[-\u2010\u00ad]\r?\n\p{Ll}/gu)?.length ?? 0) > 1 && lines.every((line) => line.length <= 60)) return true;
  if (running > 1 && /\p{Ll}{2}[-\u2010\u00ad]\n\p{Ll}/u.test(start)) return true;
  if (columnsIn(lines) || isNarrowColumn(lines)) return true;
  if (!looksWrapped(lines)) return false;
  return /\p{Ll}{2}[-\u2010\u00ad]\n\p{Ll}/u.test(start) || (lines.length >= 5 && lines.every((line) => line.trim() !== ""));
}
