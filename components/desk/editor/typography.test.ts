import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { reset } from "@/components/desk/editor/typography";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (apostrophe: string) => ({ type: "paragraph", content: [{ type: "text", text: apostrophe }, { type: "text", text: "tis", marks: [{ type: "em" }] }, { type: "text", text: " " }] });

it("sets an elision's apostrophe and leaves the emphasis of its word; taken back, the sign is the one before", () => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [paragraph("‘")] }) });
  const set = state.apply(reset(state.tr, 1, "‘tis ", "’tis "));
  expect(set.doc.toJSON().content[0].content).toEqual(paragraph("’").content);
  const back = set.apply(reset(set.tr, 1, "’tis ", "‘tis "));
  expect(back.doc.eq(state.doc)).toBe(true);
});

it.each([["--", "–"], ["–-", "—"], ["...", "…"], ["'", "’"], [" ;", "\u202f;"]])("puts %j down as %j", (standing, wanted) => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: `a${standing}b` }] }] }) });
  expect(reset(state.tr, 2, standing, wanted).doc.textContent).toBe(`a${wanted}b`);
});
