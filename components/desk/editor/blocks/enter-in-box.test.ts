import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { enterInBox } from "@/components/desk/editor/blocks/enter-in-box";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const line = (text: string, type = "paragraph") => schema.node(type, null, text ? [schema.text(text)] : []);
const box = (...lines: string[]) => schema.node("factBox", null, [line("Title", "boxTitle"), ...lines.map((text) => line(text))]);

function entered(caret: number, ...blocks: Parameters<typeof schema.node>[2][]) {
  const doc = schema.node("doc", null, blocks as never);
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
  const change = enterInBox(state);
  if (!change) return null;
  change.doc.check();
  return [change.doc.toString().replaceAll("paragraph", "p"), change.selection.from];
}

it("goes from the title into the empty paragraph under it, and parts the title as ever where there is text", () => {
  expect(entered(7, box(""))).toEqual(['doc(factBox(boxTitle("Title"), p))', 9]);
  expect(entered(7, box("Text"))).toBeNull();
  expect(entered(4, box(""))).toBeNull();
});

it("leaves a box from an empty paragraph at its end, if that is not all it holds", () => {
  expect(entered(14, box("One", "") as never, line("Behind") as never)).toEqual(['doc(factBox(boxTitle("Title"), p("One")), p, p("Behind"))', 15]);
  expect(entered(14, box("One", "") as never, line("") as never)).toEqual(['doc(factBox(boxTitle("Title"), p("One")), p)', 15]);
  expect(entered(9, box("") as never)).toBeNull();
  expect(entered(7, schema.node("stash", null, [line("One"), line("")]) as never)).toEqual(['doc(stash(p("One")), p)', 8]);
  expect(entered(2, schema.node("blockquote", null, [line("")]) as never)).toBeNull();
});
