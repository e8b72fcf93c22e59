import type { TextNode } from "@/lib/content/stored/inline";
import type { ParagraphNode } from "@/lib/content/stored/paragraph";
import type { Block } from "@/lib/content/document";
import { safeHref } from "@/lib/content/links";
import { blockTexts } from "@/lib/content/paste/block-texts";
import { cleanLink } from "@/lib/content/paste/links";
import { isList } from "@/lib/content/paste/lists";
import { partWords } from "@/lib/content/paste/part-words";
import type { Marks } from "@/lib/content/paste/read-inline";
import type { Reading } from "@/lib/content/paste/reading";
import { styleOf } from "@/lib/content/paste/styles";
import { picturesIn } from "@/lib/content/paste/pictures";
import { elementsIn, nameOf, remove } from "@/lib/content/paste/tree";

/** A quotation with its source. What is no paragraph in it becomes one; tables stand after it. Mere indentation is no quotation. */
export function readQuotation(element: Element, marks: Marks, depth: number, reading: Reading): Block[] {
  const style = styleOf(element);
  if (/^none\b/.test(style.get("border") ?? "") && !element.getAttribute("class")) return reading.readBlocks(element, reading, marks, depth);
  const footer = footerOf(element);
  const caption = footer ? null : captionBehind(element, reading);
  const named = sourceIn(footer ?? caption, reading);
  if (footer && named) remove(footer);
  const read = reading.readBlocks(element, reading, marks, depth);
  const blocks: Block[] = [];
  let lines: ParagraphNode[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push(quotation(lines, named ?? sourceLine(lines), element.getAttribute("cite")));
    lines = [];
  };
  for (const block of read) {
    if (block.type === "paragraph") lines.push({ type: "paragraph", content: block.content });
    else if (block.type === "heading" || isList(block)) for (const content of blockTexts(block)) lines.push({ type: "paragraph", content });
    else if (block.type === "blockquote") for (const line of block.content) lines.push(line);
    else {
      close();
      blocks.push(block);
    }
  }
  close();
  // It is read behind the quotation, and then says nothing more.
  if (caption && named && blocks.some((block) => block.type === "blockquote")) caption.textContent = "";
  return blocks;
}

type Source = { words: string | null; href: string | null };

function quotation(lines: ParagraphNode[], source: Source | null, cite: string | null): Block {
  const address = cite && /^https?:/.test(cite) ? cite : (source?.href ?? "");
  const sourceUrl = /^https?:/.test(address) ? safeHref(address) : null;
  const attrs = { ...(source?.words ? { source: source.words } : {}), ...(sourceUrl ? { sourceUrl } : {}) };
  return Object.keys(attrs).length > 0 ? { type: "blockquote", attrs, content: lines } : { type: "blockquote", content: lines };
}

/** `<footer>` or a closing `<cite>`: who says it. */
const footerOf = (element: Element): Element | undefined => elementsIn(element).find((one) => nameOf(one) === "footer" || (nameOf(one) === "cite" && one === one.parentElement?.lastElementChild && /^[\s—–-]*$/.test(before(one))));

function sourceIn(named: Element | null, reading: Reading): Source | null {
  const words = named ? tidy(partWords(named).textContent ?? "") : null;
  if (!named || !words) return null;
  const link = elementsIn(named).find((one) => nameOf(one) === "a" && /^\s*https?:/.test(one.getAttribute("href") ?? ""));
  return { words, href: link ? cleanLink(link.getAttribute("href") ?? "", reading.links, reading.tally) : null };
}

/** A figure around one quotation, and no picture, says in the caption under it who is quoted. */
function captionBehind(element: Element, reading: Reading): Element | null {
  const figure = element.parentElement;
  if (!figure || nameOf(figure) !== "figure" || picturesIn(figure, reading).length > 0 || elementsIn(figure).filter((one) => nameOf(one) === "blockquote").length > 1) return null;
  for (let one = element.nextElementSibling; one; one = one.nextElementSibling) if (nameOf(one) === "figcaption") return one;
  return null;
}

const before = (element: Element): string => (element.previousSibling?.nodeType === 3 ? (element.previousSibling.textContent ?? "") : "");

/** A last line that begins with a dash names the source. */
function sourceLine(lines: ParagraphNode[]): Source | null {
  const last = textOf(lines.at(-1)?.content);
  if (lines.length < 2 || !/^(?:—|–|--|―)\s*\S/.test(last) || last.length > 200) return null;
  const href = (lines.pop()?.content ?? []).flatMap((node) => (node.marks ?? []).flatMap((mark) => (mark.type === "link" ? [mark.attrs.href] : [])))[0] ?? null;
  return { words: tidy(last), href };
}

const textOf = (content: readonly TextNode[] | undefined): string => (content ?? []).map((node) => node.text).join("");

const tidy = (text: string): string | null => text.replace(/\s+/g, " ").replace(/^\s*(?:—|–|--|―|-)\s*/, "").trim().slice(0, 300).toWellFormed().replaceAll("\ufffd", "") || null;
