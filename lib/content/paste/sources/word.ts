import { gatherFootnotes } from "@/lib/content/paste/footnotes";
import type { Tally } from "@/lib/content/paste/receipt";
import { styleOf } from "@/lib/content/paste/styles";
import { childrenOf, classesOf, elementsIn, isText, nameOf, nearest, remove, rename } from "@/lib/content/paste/tree";
import { rebuildWordLists } from "@/lib/content/paste/word-lists";

/** Word and Outlook, on Windows and Mac; Outlook on the web writes the same with `x_` before each class. */
export function fromWord(root: Element, tally: Tally): void {
  dropFurniture(root, tally);
  for (const element of elementsIn(root)) if (nameOf(element) === "table" && isAnchor(element)) element.setAttribute("role", "presentation");
  for (const element of elementsIn(root)) nameWhatClassesSay(element);
  for (const element of elementsIn(root)) if (nameOf(element) === "table") takeCaption(element);
  rebuildWordLists(root);
  gatherFootnotes(root, tally);
}

/** Comments stand in an appendix, and a bracketed mark in the text leads to each; a table of contents names pages that are not here. */
function dropFurniture(root: Element, tally: Tally): void {
  for (const element of elementsIn(root)) {
    const role = styleOf(element).get("mso-element");
    const classes = classesOf(element);
    if (isBanner(element)) remove(element);
    else if (role === "comment-list" || classes.includes("msocomtxt")) remove(element);
    else if (classes.includes("msocomanchor")) {
      tally.count("comments");
      remove(element);
    } else if (classes.includes("MsoCommentReference") || classes.includes("msocomoff")) remove(element);
    else if (/ MsoToc\d /.test(classes)) {
      tally.count("contents");
      remove(element);
    } else if (role === "footnote-list" || role === "endnote-list") for (const rule of elementsIn(element).filter((one) => nameOf(one) === "hr")) remove(rule);
  }
}

/** What Outlook itself says above a mail from somebody who seldom writes. */
const isBanner = (element: Element): boolean => nameOf(element) === "table" && (element.textContent ?? "").length < 400 && elementsIn(element).some((one) => /^https:\/\/aka\.ms\/LearnAboutSenderIdentification/i.test(one.getAttribute("href") ?? ""));

/** Puts a box of text, which other programs cannot draw, where Word shows it: the first cells only keep the distance. */
const isAnchor = (table: Element): boolean => nearest(table, (one) => /\bvglayout\b/.test(styleOf(one).get("mso-ignore") ?? "")) !== null;

const headingStyle = /(?:^|\s)(?:x_)*(?:MsoTitle|MsoSubtitle|MsoHeading(\d))\s/;

/** Headings and quotations that are paragraphs with a style's name. */
function nameWhatClassesSay(element: Element): void {
  if (nameOf(element) === "span" && styleOf(element).has("mso-tab-count")) {
    element.textContent = " ";
    return;
  }
  if (nameOf(element) === "span" && styleOf(element).has("mso-symbol-font-family") && !element.firstElementChild) {
    readSign(element);
    return;
  }
  if (nameOf(element) !== "p") return;
  if ((styleOf(element).get("mso-element") ?? "").startsWith("dropcap")) {
    joinDropCap(element);
    return;
  }
  const classes = classesOf(element);
  const heading = headingStyle.exec(classes);
  const outline = /^[1-6]$/.exec(styleOf(element).get("mso-outline-level") ?? "")?.[0];
  if (heading) rename(element, classes.includes("MsoSubtitle") ? "h3" : `h${Math.min(Number(heading[1] ?? 1), 6)}`);
  else if (outline) rename(element, `h${outline}`);
  else if (/(?:x_)*Mso(?:Intense)?Quote\s/.test(classes)) quote(element);
}

/** A paragraph of the style "Caption" right above a table is that table's. */
function takeCaption(table: Element): void {
  let before = table.previousSibling;
  while (before && (before.nodeType === 8 || (isText(before) && !/\S/.test(before.data)))) before = before.previousSibling;
  if (before?.nodeType !== 1 || !/ (?:x_)*MsoCaption /.test(classesOf(before as Element))) return;
  const caption = rename(before as Element, "caption");
  table.insertBefore(caption, table.firstChild);
}

/** A letter that is drawn large stands in a paragraph of its own before the one that it begins, often in a frame that is a table. */
function joinDropCap(paragraph: Element): void {
  const letters = (paragraph.textContent ?? "").trim();
  let frame = paragraph;
  for (let one = paragraph.parentElement; one && ["table", "tbody", "tr", "td", "div"].includes(nameOf(one)) && (one.textContent ?? "").trim() === letters; one = one.parentElement) frame = one;
  let next = frame.nextSibling;
  while (next && (next.nodeType === 8 || (isText(next) && !/\S/.test(next.data)))) next = next.nextSibling;
  if (letters.length > 3 || next?.nodeType !== 1 || nameOf(next as Element) !== "p") return;
  next.insertBefore(paragraph.ownerDocument.createTextNode(letters), next.firstChild);
  remove(frame);
}

/** Signs that Word writes as letters of a font of signs; it sets them itself while one types ":)" and "-->". */
const wingdings: Readonly<Record<string, string>> = { J: "☺", L: "☹", K: "😐", à: "→", ß: "←", á: "↑", â: "↓", ó: "↔", è: "➔", ü: "✓", û: "✗", þ: "☑", ý: "☒", x: "☒", o: "☐", q: "❑", n: "■", l: "●", "§": "▪", Ø: "➢", v: "❖" };

function readSign(span: Element): void {
  const letters = (span.textContent ?? "").trim();
  const sign = /^wingdings$/i.test((styleOf(span).get("mso-symbol-font-family") ?? "").replace(/["']/g, "")) ? wingdings[letters] : undefined;
  if (sign) span.textContent = sign;
}

/** Neighbouring paragraphs of the style "Quote" are one quotation. */
function quote(paragraph: Element): void {
  let before = paragraph.previousSibling;
  while (before && (before.nodeType === 8 || (isText(before) && !/\S/.test(before.data)))) before = before.previousSibling;
  const joins = before?.nodeType === 1 && nameOf(before as Element) === "blockquote" && (before as Element).hasAttribute("data-style-quote");
  const holder = joins ? (before as Element) : paragraph.ownerDocument.createElement("blockquote");
  if (!joins) {
    holder.setAttribute("data-style-quote", "");
    paragraph.parentNode?.insertBefore(holder, paragraph);
  }
  const line = paragraph.ownerDocument.createElement("p");
  for (const child of childrenOf(paragraph)) line.appendChild(child);
  holder.appendChild(line);
  remove(paragraph);
}
