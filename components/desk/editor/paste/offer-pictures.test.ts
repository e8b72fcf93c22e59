import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { insertPasted, type Place } from "@/components/desk/editor/paste/insert-pasted";
import { pastedFrom, pastedPlaces } from "@/components/desk/editor/paste/offer-pictures";
import type { Pasted } from "@/lib/content/paste/paste";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const block = (id: string, text: string, type = "paragraph") => ({ type, attrs: { id, ...(type === "heading" ? { level: 2 } : {}) }, ...(text ? { content: [{ type: "text", text }] } : {}) });

/** The words of the block behind which each picture stands after a paste of three blocks. */
function standsBehind(story: object[], caret: number, first = "paragraph", last = "paragraph", place: Place = "caret"): (string | undefined)[] {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: story }) });
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
  const names = ["nnnnnnnnn1", "nnnnnnnnn2", "nnnnnnnnn3"];
  const body = [block("nnnnnnnnn1", "One.", first), block("nnnnnnnnn2", "Two."), block("nnnnnnnnn3", "Three.", last)];
  const change = insertPasted(placed, { body, receipt: { source: "web", lines: [] }, images: [] } as unknown as Pasted, place);
  const { doc, selection } = placed.apply(change);
  const at = pastedPlaces(doc, names, change.getMeta(pastedFrom) as number, selection.to);
  return [0, 1, 2, 3].map((after) => doc.resolve(at(after)).nodeBefore?.textContent);
}

it.each<[string, object[], number, string | undefined, string | undefined, (string | undefined)[]]>([
  ["in an empty paragraph", [block("aaaaaaaaaa", "Before."), block("bbbbbbbbbb", "")], 10, undefined, undefined, ["Before.", "One.", "Two.", "Three."]],
  ["in the midst of words", [block("aaaaaaaaaa", "Before and after."), block("bbbbbbbbbb", "Last.")], 8, undefined, undefined, [undefined, "Before One.", "Two.", "Three.and after."]],
  ["with a heading first and last", [block("aaaaaaaaaa", "Before and after."), block("bbbbbbbbbb", "Last.")], 8, "heading", "heading", ["Before ", "One.", "Two.", "Three."]],
  ["in a fact box, under that", [{ type: "factBox", attrs: { id: "xxxxxxxxxx" }, content: [{ type: "boxTitle", content: [{ type: "text", text: "Facts" }] }, block("cccccccccc", "A fact.")] }, block("bbbbbbbbbb", "Last.")], 16, undefined, undefined, [undefined, "FactsA fact.One.Two.Three.", "FactsA fact.One.Two.Three.", "FactsA fact.One.Two.Three."]],
])("a picture stands behind the block that it stood behind: pasted %s", (_, story, caret, first, last, wanted) => {
  expect(standsBehind(story, caret, first, last)).toEqual(wanted);
});

it("also where a document comes to a place between two blocks, or into an empty paragraph before it", () => {
  const story = [block("aaaaaaaaaa", "Before."), block("bbbbbbbbbb", ""), block("dddddddddd", "Last.")];
  expect(standsBehind(story, 2, undefined, undefined, { at: 9 })).toEqual(["Before.", "One.", "Two.", "Three."]);
  expect(standsBehind(story, 2, undefined, undefined, { at: 11 })).toEqual(["Before.", "One.", "Two.", "Three."]);
});
