import type { TextNode } from "@/lib/content/stored/inline";
import type { ListItemNode } from "@/lib/content/stored/list";
import type { ParagraphNode } from "@/lib/content/stored/paragraph";
import type { Block, StoredDocument } from "@/lib/content/document";
import { safeHref } from "@/lib/content/links";
import { newBlockId } from "@/lib/kernel/ids";

/** A story's body from the small Markdown that newsrooms write; `!!` opens a pull quote, `::` a fact box with its title, `***` is a section break. */
export function bodyFromMarkdown(source: string): StoredDocument {
  const content: Block[] = [];
  for (const chunk of source.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
    const lines = chunk.split("\n").map((line) => line.trimEnd()).filter((line) => line !== "");
    const [first] = lines;
    if (!first) continue;
    if (/^(\*\*\*|---)$/.test(first)) content.push({ type: "sectionBreak", attrs: { id: newBlockId() } });
    else if (/^#{2,4} /.test(first)) content.push(...lines.map(heading));
    else if (lines.every((line) => /^> ?/.test(line))) content.push(quotation(lines.map((line) => line.replace(/^> ?/, ""))));
    else if (first.startsWith(":: ") && lines.length > 1) content.push(factBox(first.slice(3), lines.slice(1)));
    else if (first.startsWith("!! ")) content.push(...lines.map(pullQuote));
    else if (lines.every((line) => /^- /.test(line))) content.push(bulletList(lines));
    else if (lines.every((line) => /^\d+\. /.test(line))) content.push({ type: "orderedList", attrs: { id: newBlockId(), start: Number.parseInt(first, 10) }, content: lines.map((line) => listItem(line.replace(/^\d+\. /, ""))) });
    else content.push(...lines.map(paragraph));
  }
  return { type: "doc", content: content.length > 0 ? content : [paragraph("")] };
}

const paragraph = (line: string): ParagraphNode => ({ type: "paragraph", attrs: { id: newBlockId() }, content: inline(line) });

function heading(line: string): Block {
  const marks = /^#{2,4}/.exec(line)?.[0].length ?? 2;
  return { type: "heading", attrs: { id: newBlockId(), level: marks as 2 | 3 | 4 }, content: inline(line.slice(marks).trim().replaceAll("**", "")) };
}

const listItem = (line: string): ListItemNode => ({ type: "listItem", attrs: { id: newBlockId() }, content: [paragraph(line)] });

const bulletList = (lines: string[]) => ({ type: "bulletList" as const, attrs: { id: newBlockId() }, content: lines.map((line) => listItem(line.slice(2))) });

function factBox(title: string, lines: string[]): Block {
  const inside = lines.every((line) => /^- /.test(line)) ? [bulletList(lines)] : lines.map(paragraph);
  return { type: "factBox", attrs: { id: newBlockId() }, content: [{ type: "boxTitle", attrs: { id: newBlockId() }, content: inline(title) }, ...inside] };
}

function quotation(lines: string[]): Block {
  const last = lines.at(-1) ?? "";
  const source = /^(?:--|—) /.test(last) ? last.replace(/^(?:--|—) /, "") : null;
  return { type: "blockquote", attrs: { id: newBlockId(), source }, content: (source ? lines.slice(0, -1) : lines).map(paragraph) };
}

function pullQuote(line: string): Block {
  const [text = "", attribution = null] = line.slice(3).split(/ (?:--|—) (?=[^—]*$)/);
  return { type: "pullQuote", attrs: { id: newBlockId(), attribution }, content: inline(text.replace(/^[“"]|[”"]$/g, "")) };
}

const mark = /(\[[^\]\n]+\]\([^)\s]+\)|\*\*[^*\n]+\*\*|\*[^*\n]+\*)/;

function inline(line: string): TextNode[] {
  return line.split(mark).flatMap((part): TextNode[] => {
    if (part === "") return [];
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    const href = link ? safeHref(link[2] ?? "") : null;
    if (link) return [{ type: "text", text: link[1] ?? "", ...(href ? { marks: [{ type: "link", attrs: { href } }] } : {}) }];
    if (/^\*\*[^*]+\*\*$/.test(part)) return [{ type: "text", text: part.slice(2, -2), marks: [{ type: "strong" }] }];
    if (/^\*[^*]+\*$/.test(part)) return [{ type: "text", text: part.slice(1, -1), marks: [{ type: "em" }] }];
    return [{ type: "text", text: part }];
  });
}
