import type { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import type { BlockName } from "@/lib/content/blocks/registry";
import { type Block, storedDocument } from "@/lib/content/body";
import { textFields } from "@/lib/content/document";
import { storySchema } from "@/lib/content/schema";
import { textOfBlock } from "@/lib/content/to-text";
import { lineOfWords, linesOf, textWithin, wordsFields, wordsOfBody, wordsWithin } from "@/lib/content/words-within";
import { leadTexts } from "@/lib/content/working-copy-text";

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; text?: string };

const schema = storySchema();
const names = Object.keys(blocks) as BlockName[];
const examples = names.map((name) => blocks[name].example as Json);
const ordered = { ...blocks.list.example, type: "orderedList" } as Json;

/** Every block of a tree that is no text, with what puts another in its place. */
function* parts(root: Json): Generator<{ node: Json; with: (attrs: Json["attrs"]) => Json }> {
  yield { node: root, with: (attrs) => ({ ...root, attrs: { ...root.attrs, ...attrs } }) };
  for (const [index, child] of (root.content ?? []).entries())
    if (child.type !== "text") for (const part of parts(child)) yield { node: part.node, with: (attrs) => ({ ...root, content: root.content?.with(index, part.with(attrs)) ?? [] }) };
}

const isStorable = (block: Json) => storedDocument.safeParse({ type: "doc", content: [block] }).success;
const node = (block: Json): Node => schema.nodeFromJSON(block);
const withEveryLine = (block: Json): Json => {
  const lines = Object.fromEntries(linesOf(block.type, {}).map(({ attribute }) => [attribute, `Words of the ${attribute}`]));
  return { ...block, ...(Object.keys(lines).length > 0 ? { attrs: { ...block.attrs, ...lines } } : {}), ...(block.content ? { content: block.content.map(withEveryLine) } : {}) };
};

describe("the places of a story that hold words", () => {
  it("has an example of every kind of block to look at", () => {
    const seen = new Set([...examples, ordered].flatMap((block) => [...parts(block)].map(({ node }) => node.type)));
    expect(Object.keys(schema.nodes).filter((type) => type !== "doc" && type !== "text" && !seen.has(type))).toEqual([]);
  });

  it.each(names)("knows every attribute of %s that takes a sentence", (name) => {
    for (const part of parts(blocks[name].example as Json)) {
      const taking = Object.keys(schema.nodes[part.node.type]?.spec.attrs ?? {}).filter((attribute) => isStorable(part.with({ [attribute]: "What somebody says, in words." })));
      expect(taking.sort(), part.node.type).toEqual(linesOf(part.node.type, {}).map(({ attribute }) => attribute as string).sort());
    }
  });

  it.each(names)("lets no more into a line of %s than is stored", (name) => {
    for (const part of parts(blocks[name].example as Json))
      for (const { attribute, line } of linesOf(part.node.type, {})) {
        expect(isStorable(part.with({ [attribute]: "x".repeat(line.limit) })), attribute).toBe(true);
        expect(isStorable(part.with({ [attribute]: "x".repeat(line.limit + 1) })), attribute).toBe(false);
      }
  });

  it.each(names)("counts in %s as its plain text has it", (name) => {
    const block = withEveryLine(blocks[name].example as Json);
    const read = textWithin(node(block), 0).map(({ text }) => text).filter(Boolean);
    expect(read).toEqual(textOfBlock(block as Block).split(/[\n\t]/).filter(Boolean));
  });

  it.each(names)("leaves no word of %s out, and says where it stands", (name) => {
    const block = withEveryLine(blocks[name].example as Json);
    const doc = node({ type: "doc", content: [{ type: "paragraph" }, block] });
    const places = wordsOfBody(doc).slice(1);
    for (const place of places) {
      if ("start" in place) expect(doc.textBetween(place.start, place.start + place.text.length)).toBe(place.text);
      else expect(doc.nodeAt(place.at)?.attrs[place.attribute]).toBe(place.text);
    }
    const all = [...parts(block)].flatMap(({ node }) => [...linesOf(node.type, node.attrs).map(({ text }) => text), ...(node.content ?? []).flatMap(({ text }) => text ?? [])]);
    expect(places.map(({ text }) => text).sort()).toEqual(all.sort());
  });

  it("reads a table from its caption over its cells to its note, and no alt text of what only decorates", () => {
    const table = withEveryLine(blocks.table.example as Json);
    expect(wordsWithin(node(table), 0).map(({ text }) => text)).toEqual(["Words of the caption", "Day", "Passengers", "Friday", "122", "Words of the note"]);
    const picture = withEveryLine(blocks.figure.example as Json);
    expect(wordsWithin(node(picture), 0)).toHaveLength(3);
    expect(wordsWithin(node({ ...picture, attrs: { ...picture.attrs, decorative: true } }), 0).map(({ text }) => text)).toEqual(["The 23:40 leaves Lower Quay for Skerry.", "Words of the credit"]);
    expect(lineOfWords("table", "id")).toBeUndefined();
  });

  it("has every field that is running text, but not the address", () => {
    const fields = [...wordsFields.before, ...wordsFields.beside];
    expect([...fields].sort()).toEqual([...textFields.filter((field) => field !== "slug"), ...leadTexts.map((name) => `lead.${name}`)].sort());
  });
});
