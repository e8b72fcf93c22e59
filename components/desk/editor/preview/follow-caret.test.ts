import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { blockOfCaret, scrollTo } from "@/components/desk/editor/preview/follow-caret";
import { storySchema } from "@/lib/content/schema";

it.each<[string, [number, number], number | null]>([
  ["a block in sight", [100, 200], null],
  ["one that is as good as all of the window", [-200, 900], null],
  ["one below", [900, 1000], 1240],
  ["one above", [-400, -300], 0],
  ["one of which only the edge is seen", [780, 1100], 1120],
])("%s", (_, [top, bottom], to) => {
  expect(scrollTo({ top, bottom }, { height: 800, scrolled: 500 })).toBe(to);
});

it("knows the outermost block that the caret is in", () => {
  const schema = storySchema();
  const item = { type: "listItem", attrs: { id: "i000000001" }, content: [{ type: "paragraph", attrs: { id: "p000000002" }, content: [{ type: "text", text: "One" }] }] };
  const doc = schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph", attrs: { id: "p000000001" } }, { type: "bulletList", attrs: { id: "u000000001" }, content: [item] }] });
  const at = (place: number) => blockOfCaret({ state: EditorState.create({ doc, selection: TextSelection.create(doc, place) }) });
  expect([at(1), at(6)]).toEqual(["p000000001", "u000000001"]);
});
