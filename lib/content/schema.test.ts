import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { storySchema } from "@/lib/content/schema";

const linked = () => {
  const schema = storySchema();
  const text = [{ type: "text", text: "See " }, { type: "text", text: "ferries", marks: [{ type: "link", attrs: { href: "https://example.org/" } }] }];
  return EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph", content: text }] }) });
};
const linkedWords = (state: EditorState) => {
  const words: string[] = [];
  state.doc.descendants((node) => {
    if (node.marks.some((mark) => mark.type.name === "link")) words.push(node.text ?? "");
  });
  return words;
};

it.each([
  ["behind", 12, ["ferries"]],
  ["before", 5, ["ferries"]],
  ["inside", 8, ["fer and ries"]],
])("what is typed %s a link", (_, at, words) => {
  const state = linked();
  expect(linkedWords(state.apply(state.tr.insertText(" and ", at)))).toEqual(words);
});
