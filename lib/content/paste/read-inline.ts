import type { TextMark, TextNode } from "@/lib/content/stored/inline";
import { cleanLink } from "@/lib/content/paste/links";
import type { Reading } from "@/lib/content/paste/reading";
import { Tally } from "@/lib/content/paste/receipt";
import { boldness, isStruck, type Style, slant, styleOf } from "@/lib/content/paste/styles";
import { nameOf } from "@/lib/content/paste/tree";
import { cleanLetters, collapseSpaces } from "@/lib/content/paste/typography";
import { joinLines, looksWrapped } from "@/lib/content/paste/wrapping";

/** What is true of the letters at one place. */
export type Marks = { strong: boolean; em: boolean; script: "subscript" | "superscript" | null; href: string | null; lang: string | null; /** Line ends are line ends. */ verbatim: boolean };
export const plain: Marks = { strong: false, em: false, script: null, href: null, lang: null, verbatim: false };

/** A run of letters, the end of a line that a writer broke within a paragraph, or one of a text whose lines are lines. */
export type Piece = { text: string; marks: Marks } | "break" | "line";

export const isEnd = (piece: Piece): piece is "break" | "line" => typeof piece === "string";

const strongNames = new Set(["b", "strong", "dt"]);
const emNames = new Set(["i", "em", "cite", "dfn", "var"]);
const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/;

/** The marks within an element. Its name speaks first, its style has the last word: Google Docs wraps all in a `<b>` of normal weight. */
export function marksWithin(element: Element, around: Marks, reading: Reading): Marks {
  const name = nameOf(element);
  const style = styleOf(element);
  const bold = boldness(style);
  const slanted = slant(style);
  const marks: Marks = {
    ...around,
    strong: bold ?? (strongNames.has(name) ? true : around.strong),
    em: slanted ?? (emNames.has(name) ? true : around.em),
    script: scriptOf(name, style) ?? around.script,
    verbatim: around.verbatim || name === "pre" || /^(?:pre|break-spaces)/.test(style.get("white-space") ?? ""),
  };
  if (name === "a" && element.getAttribute("href")) marks.href = linkOf(element, reading) ?? around.href;
  if (reading.trustsLanguage && name !== "html" && name !== "body") marks.lang = languageOf(element, around);
  if ((isStruck(style) || name === "s" || name === "strike") && /\S/.test(element.textContent ?? "")) reading.tally.count("struck");
  return marks;
}

function scriptOf(name: string, style: Style): Marks["script"] {
  const raised = style.get("vertical-align");
  if (name === "sup" || raised === "super") return "superscript";
  if (name === "sub" || raised === "sub") return "subscript";
  return null;
}

/** The link's goal; a link whose text is its own tracked address shows the clean one. */
function linkOf(element: Element, reading: Reading): string | null {
  const address = element.getAttribute("href") ?? "";
  const href = cleanLink(address, reading.links, reading.tally);
  const shown = element.textContent?.trim() ?? "";
  if (href && href !== shown && !element.firstElementChild && (shown === address.trim() || (/^https?:\/\//.test(shown) && cleanLink(shown, reading.links, new Tally()) === href))) element.textContent = href;
  return href;
}

/** A passage's language where the page names one of its own for it; of whole blocks it says nothing. */
function languageOf(element: Element, around: Marks): string | null {
  const code = element.getAttribute("lang");
  if (!code || !["span", "i", "em", "q", "cite", "a", "bdi", "b", "strong"].includes(nameOf(element))) return around.lang;
  return languageTag.test(code) ? code : around.lang;
}

/** A line that begins so, or says nothing else, is no part of the one before it: an item of a list, a break, "Phone: …", "Q: …". */
const standsAlone = /^(?:\p{Lu}[\p{L}\p{N} -]{0,20}:|[-–—*•·▪‣●○◦∙]|\(?\d{1,3}[.)])\s|^[*∗⁂•·#\s\-–—_=~]{3,}$/u;

/**
 * The lines of a paragraph as paragraphs. We have no break within one: after a single one the text goes on, two end it. Where a mail program broke
 * the lines at the end of its measure, it goes on as far as that shows.
 */
export function linesOf(pieces: readonly Piece[], reading: Reading): TextNode[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isEnd(piece)) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  if (lines.length < 2) return [textNodesFrom(pieces, reading)].filter((line) => line.length > 0);
  const words = lines.map((line) => line.map((piece) => (isEnd(piece) ? "" : piece.text)).join("").replaceAll("\u00a0", " ").trim());
  const wrapped = looksWrapped(words);
  const together = wrapped ? joinLines(words) : goingOn(words, pieces.filter(isEnd));
  // What a program broke nobody misses.
  if (!wrapped) reading.tally.count("breaks", together.reduce((sum, { length }) => sum + length - 1, 0));
  return together.map((indexes) => textNodesFrom(indexes.flatMap((index): Piece[] => [...(lines[index] ?? []), { text: " ", marks: plain }]), reading)).filter((line) => line.length > 0);
}

/** Which lines are one paragraph, by their index. */
function goingOn(words: readonly string[], ends: readonly ("break" | "line")[]): number[][] {
  const paragraphs: number[][] = [];
  words.forEach((line, index) => {
    const before = words[index - 1];
    if (before && line !== "" && ends[index - 1] === "break" && !standsAlone.test(line) && !standsAlone.test(before)) paragraphs.at(-1)?.push(index);
    else paragraphs.push([index]);
  });
  return paragraphs;
}

/** All pieces on one line, for places that hold no more. */
export function textNodesFrom(pieces: readonly Piece[], { tally }: Reading): TextNode[] {
  const nodes: TextNode[] = [];
  let afterSpace = true;
  for (const piece of pieces) {
    const marks = isEnd(piece) ? plain : piece.marks;
    let text = isEnd(piece) ? " " : collapseSpaces(cleanLetters(piece.text, tally));
    if (afterSpace) text = text.replace(/^ +/, "");
    if (text === "") continue;
    afterSpace = text.endsWith(" ");
    append(nodes, text, text.trim() === "" ? [] : markList(marks));
  }
  const last = nodes.at(-1);
  if (last) last.text = last.text.replace(/ +$/, "");
  if (last?.text === "") nodes.pop();
  return nodes;
}

function markList(marks: Marks): TextMark[] {
  return [
    ...(marks.strong ? [{ type: "strong" as const }] : []),
    ...(marks.em ? [{ type: "em" as const }] : []),
    ...(marks.script ? [{ type: marks.script }] : []),
    ...(marks.href ? [{ type: "link" as const, attrs: { href: marks.href } }] : []),
    ...(marks.lang ? [{ type: "lang" as const, attrs: { code: marks.lang } }] : []),
  ];
}

function append(nodes: TextNode[], text: string, marks: TextMark[]): void {
  const last = nodes.at(-1);
  if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text;
  else nodes.push(marks.length > 0 ? { type: "text", text, marks } : { type: "text", text });
}

/** Several lines of text as one, a space between them. */
export function joinText(lines: readonly (readonly TextNode[])[]): TextNode[] {
  const nodes: TextNode[] = [];
  for (const line of lines) {
    if (line.length === 0) continue;
    if (nodes.length > 0) append(nodes, " ", []);
    for (const node of line) append(nodes, node.text, node.marks ?? []);
  }
  return nodes;
}
