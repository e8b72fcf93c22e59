import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { hitsIn } from "@/components/desk/editor/find/hits";
import { replacing } from "@/components/desk/editor/find/replacing";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import type { BlockName } from "@/lib/content/blocks/registry";
import { storySchema } from "@/lib/content/schema";
import { linesOf, wordsOfBody } from "@/lib/content/words-within";

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; text?: string; marks?: unknown[] };

const none = { before: [], beside: [] };
const search = (query: string) => ({ query, matchCase: false, wholeWord: false, matchAccents: false });
const stateOf = (...content: Json[]) => EditorState.create({ schema: storySchema(), doc: storySchema().nodeFromJSON({ type: "doc", content }) });

/** The block with one and the same sentence wherever it holds words. */
function saying(text: string, block: Json): Json {
  if (block.type === "text") return { ...block, text };
  const lines = Object.fromEntries(linesOf(block.type, block.attrs).map(({ attribute }) => [attribute, text]));
  return { ...block, attrs: { ...block.attrs, ...lines }, ...(block.content ? { content: block.content.map((inner) => saying(text, inner)) } : {}) };
}

describe("replacing", () => {
  it.each(Object.keys(blocks) as BlockName[])("reaches every word of %s, in one change of the body", (name) => {
    const { doc, tr } = stateOf(saying("A boat by a boat", blocks[name].example as Json));
    const hits = hitsIn(doc, none, search("boat"));
    const written = wordsOfBody(doc).filter(({ text, node }) => text !== "" && node.type.name !== "correctionNote");
    expect(hits).toHaveLength(2 * written.length);
    const { inBody, replaced, tooLong } = replacing(hits, doc, none, "steamer");
    const changed = wordsOfBody(inBody(tr).doc).filter(({ text, node }) => text !== "" && node.type.name !== "correctionNote");
    expect(changed.map(({ text }) => text)).toEqual(written.map(() => "A steamer by a steamer"));
    expect([replaced, tooLong]).toEqual([hits.length, 0]);
  });

  it("changes lines and text together where both come before one another", () => {
    const cell = (text: string): Json => ({ type: "tableHeader", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
    const table = (word: string): Json => ({ type: "table", attrs: { caption: word, note: `${word} ${word}` }, content: [{ type: "tableRow", content: [cell(word), cell(word)] }] });
    const { doc, tr } = stateOf(table("TK"), { type: "paragraph", content: [{ type: "text", text: "TK, TK" }] }, table("TK"));
    const { inBody } = replacing(hitsIn(doc, none, search("TK")), doc, none, "twelve");
    expect(wordsOfBody(inBody(tr).doc).map(({ text }) => text)).toEqual(["twelve", "twelve", "twelve", "twelve twelve", "twelve, twelve", "twelve", "twelve", "twelve", "twelve twelve"]);
  });

  it("keeps the marks of the old words, and takes words out where none are given", () => {
    const { doc, tr } = stateOf({ type: "paragraph", content: [{ type: "text", text: "A " }, { type: "text", text: "boat", marks: [{ type: "strong" }] }] });
    const hits = hitsIn(doc, none, search("boat"));
    const marked = replacing(hits, doc, none, "ship").inBody(tr).doc.firstChild;
    expect(marked?.lastChild?.marks.map((mark) => mark.type.name)).toEqual(["strong"]);
    const { inBody } = replacing(hits, doc, none, "");
    expect(inBody(stateOf(doc.firstChild?.toJSON()).tr).doc.textContent).toBe("A ");
  });

  it("leaves a line as it is that would become longer than it may be, and says so", () => {
    const { doc, tr } = stateOf({ type: "gallery", attrs: { title: `${"x".repeat(196)} TK` }, content: [{ type: "figure", content: [{ type: "text", text: "TK" }] }] });
    const fields = { before: [{ field: "kicker" as const, text: `TK ${"x".repeat(76)}` }, { field: "headline" as const, text: "TK and TK" }], beside: [] };
    const { inBody, inFields, replaced, tooLong } = replacing(hitsIn(doc, fields, search("TK")), doc, fields, "thirteen");
    expect([replaced, tooLong]).toEqual([3, 2]);
    expect(inFields).toMatchObject([{ field: "headline", matches: [{ start: 0, end: 2 }, { start: 7, end: 9 }] }]);
    const changed = inBody(tr).doc;
    expect(changed.firstChild?.attrs.title).toMatch(/ TK$/);
    expect(changed.textContent).toBe("thirteen");
  });
});
