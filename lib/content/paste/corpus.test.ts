import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { describe, expect, it } from "vitest";
import type { TextNode } from "@/lib/content/stored/inline";
import type { ListNode } from "@/lib/content/stored/list";
import { type Block, parseBody } from "@/lib/content/body";
import { type Pasted, readClipboard } from "@/lib/content/paste/paste";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

/*
 * Clipboards as the programs write them, and what becomes of each. `<program>-<case>.html` or `.txt` is the clipboard, `.expected` beside it
 * says in words what a story gets. After a deliberate change: `npx vitest run lib/content/paste/corpus.test.ts -u`, then read the difference.
 */
const folder = join(import.meta.dirname, "corpus");
const clipboards = readdirSync(folder).filter((file) => /\.(?:html|txt)$/.test(file));

describe("the corpus of clipboards", () => {
  it("holds forty and more, from every program", () => {
    expect(clipboards.length).toBeGreaterThanOrEqual(40);
    for (const program of ["word-win", "word-mac", "word-web", "docs", "pages", "outlook", "excel", "notion", "gmail", "web", "pdf", "markdown", "wire"]) expect(clipboards.some((file) => file.startsWith(`${program}-`)), program).toBe(true);
  });

  it.each(clipboards)("%s arrives as its expectation says", async (file) => {
    const content = readFileSync(join(folder, file), "utf8");
    const result = readClipboard(file.endsWith(".html") ? { html: content } : { text: content }, { parse: parseOnServer, ownOrigins: ["https://ellery.example"] });
    if (!result.ok) throw new Error(result.failure.message);
    expect(parseBody({ type: "doc", content: result.value.body })).not.toBeNull();
    const expected = join(folder, `${parse(file).name}.expected`);
    expect(existsSync(expected) || process.env.CI === undefined, "its expectation is there").toBe(true);
    await expect(inWords(result.value)).toMatchFileSnapshot(expected);
  });
});

/** What a story gets, as a person can read and compare it. */
function inWords({ body, receipt, fields, aside, images }: Pasted): string {
  return [
    `from: ${receipt.source}`,
    ...receipt.lines.map((line) => `kept aside: ${line.words}`),
    ...Object.entries(fields ?? {}).map(([name, value]) => `field ${name}: ${Array.isArray(value) ? value.join(", ") : value}`),
    ...(aside ?? []).map((line) => `beside: ${line}`),
    ...images.map((image) => `picture: ${image.src.slice(0, 80)} | ${image.alt}${image.caption ? ` | ${image.caption}` : ""} | behind block ${image.after}`),
    "",
    ...body.map(blockInWords),
    "",
  ].join("\n");
}

function blockInWords(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `¶ ${textInWords(block.content)}`;
    case "heading":
      return `${"#".repeat(block.attrs.level)} ${textInWords(block.content)}`;
    case "bulletList":
    case "orderedList":
      return listInWords(block, "");
    case "blockquote":
      return [...block.content.map((paragraph) => `> ${textInWords(paragraph.content)}`), ...(block.attrs?.source ? [`> -- ${block.attrs.source}`] : []), ...(block.attrs?.sourceUrl ? [`> at ${block.attrs.sourceUrl}`] : [])].join("\n");
    case "table":
      return [...(block.attrs?.caption ? [`caption: ${block.attrs.caption}`] : []), ...(block.attrs?.note ? [`note: ${block.attrs.note}`] : []), ...block.content.map((row) => row.content.map((cell) => `${cell.type === "tableHeader" ? "!" : "|"} ${textInWords(cell.content[0]?.content)} `).join(""))].join("\n").replace(/ +$/gm, "");
    case "sectionBreak":
      return "* * *";
    default:
      return JSON.stringify(block);
  }
}

function listInWords(list: ListNode, indent: string): string {
  return list.content
    .map((item, index) => {
      const mark = list.type === "orderedList" ? `${(list.attrs?.start ?? 1) + index}.` : "-";
      return [`${indent}${mark} ${textInWords(item.content[0].content)}`, ...(item.content[1] ? [listInWords(item.content[1], `${indent}  `)] : [])].join("\n");
    })
    .join("\n");
}

function textInWords(content: readonly TextNode[] | undefined): string {
  return (content ?? []).map((node) => (node.marks ?? []).reduce((text, mark) => marked(text, mark), node.text.replaceAll("\u00a0", "⍽"))).join("");
}

function marked(text: string, mark: NonNullable<TextNode["marks"]>[number]): string {
  switch (mark.type) {
    case "strong":
      return `**${text}**`;
    case "em":
      return `_${text}_`;
    case "superscript":
      return `^${text}^`;
    case "subscript":
      return `~${text}~`;
    case "link":
      return `[${text}](${mark.attrs.href})`;
    case "lang":
      return `{${mark.attrs.code}: ${text}}`;
  }
}
