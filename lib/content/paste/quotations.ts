import type { TextNode } from "@/lib/content/stored/inline";
import type { ParagraphNode } from "@/lib/content/stored/paragraph";
import type { Block } from "@/lib/content/document";
import { safeHref } from "@/lib/content/links";
import { blockTexts } from "@/lib/content/paste/block-texts";
import { isList } from "@/lib/content/paste/lists";
import type { Marks } from "@/lib/content/paste/read-inline";
import type { Reading } from "@/lib/content/paste/reading";
import { styleOf } from "@/lib/content/paste/styles";
import { elementsIn, nameOf, remove } from "@/lib/content/paste/tree";

/** A quotation with its source. What is no paragraph in it becomes one; tables stand after it. Mere indentation is no quotation. */
export function readQuotation(element: Element, marks: Marks, depth: number, reading: Reading): Block[] {
  const style = styleOf(element);
  if (/^none\b/.test(style.get("border") ?? "") && !element.getAttribute("class")) return reading.readBlocks(element, reading, marks, depth);
  const named = takeSource(element);
  const read = reading.readBlocks(element, reading, marks, depth);
  const blocks: Block[] = [];
  let lines: ParagraphNode[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push(quotation(lines, named ?? sourceLine(lines), element));
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
  return blocks;
}

function quotation(lines: ParagraphNode[], source: string | null, element: Element): Block {
  const cite = element.getAttribute("cite") ?? "";
  const sourceUrl = /^https?:/.test(cite) ? safeHref(cite) : null;
  const attrs = { ...(source ? { source } : {}), ...(sourceUrl ? { sourceUrl } : {}) };
  return Object.keys(attrs).length > 0 ? { type: "blockquote", attrs, content: lines } : { type: "blockquote", content: lines };
}

/** `<footer>` or a closing `<cite>`: who says it. */
function takeSource(element: Element): string | null {
  const footer = elementsIn(element).find((one) => nameOf(one) === "footer" || (nameOf(one) === "cite" && one === one.parentElement?.lastElementChild && /^[\s—–-]*$/.test(before(one))));
  const source = footer ? tidy(footer.textContent ?? "") : null;
  if (!footer || !source) return null;
  remove(footer);
  return source;
}

const before = (element: Element): string => (element.previousSibling?.nodeType === 3 ? (element.previousSibling.textContent ?? "") : "");

/** A last line that begins with a dash names the source. */
function sourceLine(lines: ParagraphNode[]): string | null {
  const last = textOf(lines.at(-1)?.content);
  if (lines.length < 2 || !/^(?:—|–|--|―)\s*\S/.test(last) || last.length > 200) return null;
  lines.pop();
  return tidy(last);
}

const textOf = (content: readonly TextNode[] | undefined): string => (content ?? []).map((node) => node.text).join("");

const tidy = (text: string): string | null => text.replace(/\s+/g, " ").replace(/^\s*(?:—|–|--|―|-)\s*/, "").trim().slice(0, 300).toWellFormed().replaceAll("\ufffd", "") || null;
