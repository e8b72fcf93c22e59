import { Editor, type JSONContent } from "@tiptap/core";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { storyExtensions } from "@/lib/content/schema";

const list = (type: string, ...items: JSONContent[]): JSONContent => ({ type, content: items });
const item = (text: string, inner?: JSONContent): JSONContent => ({ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text }] }, ...(inner ? [inner] : [])] });

/** The story after an item was lifted, as its keys and its buttons do it: "Name(1: inner, ...)". */
function lifted(content: JSONContent, words: string, until = words): string {
  const editor = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [content] } });
  let state = EditorState.create({ doc: editor.schema.nodeFromJSON({ type: "doc", content: [content] }), plugins: editor.extensionManager.plugins });
  const places = new Map<string, number>();
  state.doc.descendants((node, at) => void (node.text && places.set(node.text, at)));
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, places.get(words) ?? 0, places.get(until) ?? 0)));
  const view = { get state() { return state; }, dispatch(change: Transaction) { state = state.apply(change); }, focus: () => undefined };
  Object.defineProperty(editor, "state", { get: () => state });
  Object.defineProperty(editor, "view", { value: view });
  editor.commands.liftListItem("listItem");
  state.doc.check();
  return inWords(state.doc.toJSON().content);
}

function inWords(content: JSONContent[] = []): string {
  return content.map((node) => (node.type === "listItem" ? `${node.content?.[0]?.content?.[0]?.text ?? ""}${inWords(node.content?.slice(1))}` : node.type === "paragraph" ? (node.content?.[0]?.text ?? "") : `${node.type === "orderedList" ? "1" : "-"}(${inWords(node.content)})`)).join(" ");
}

it.each(["bulletList", "orderedList"])("an item that has a list of its own is lifted with it, and those behind it come under it: %s", (kind) => {
  const sign = kind === "orderedList" ? "1" : "-";
  const story = list("bulletList", item("A", list("bulletList", item("B"), item("C", list(kind, item("D"))), item("E", list("bulletList", item("F"))))), item("G"));
  expect(lifted(story, "C")).toBe(`-(A-(B) C${sign}(D E-(F)) G)`);
  expect(lifted(story, "B", "C")).toBe(`-(A B C${sign}(D E-(F)) G)`);
});

it("an item without one is lifted as ever", () => {
  const story = list("bulletList", item("A", list("orderedList", item("B"), item("C"), item("D"))), item("E"));
  expect(lifted(story, "C")).toBe("-(A1(B) C1(D) E)");
  expect(lifted(story, "D")).toBe("-(A1(B C) D E)");
  expect(lifted(story, "E")).toBe("-(A1(B C D)) E");
});
