import { Editor } from "@tiptap/core";
import { expect, it } from "vitest";
import { focusInTime } from "@/components/desk/editor/focus-in-time";
import { storyExtensions } from "@/lib/content/schema";

/** An editor without a page that writes down what takes the focus when, with the words it has then. */
function editorWith(hasFocus: boolean) {
  const editor = new Editor({ element: null, extensions: [...storyExtensions, focusInTime], content: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Some words." }] }] } });
  const focused: string[] = [];
  const own: Record<PropertyKey, unknown> = { hasFocus: () => hasFocus, focus: () => focused.push(editor.getText()) };
  const bare = editor.view;
  Object.defineProperty(editor, "isDestroyed", { value: false });
  Object.defineProperty(editor, "view", { value: new Proxy(bare, { get: (_, key) => own[key] ?? Reflect.get(bare, key) }) });
  return { editor, focused };
}

it("takes the focus once the change is there, and before any key can come", async () => {
  const { editor, focused } = editorWith(false);
  editor.chain().focus().insertContentAt(1, { type: "text", text: "More. " }).run();
  expect(focused).toEqual([]);
  await Promise.resolve();
  expect(focused).toEqual(["More. Some words."]);
});

it("leaves the focus where it is in the text already, and asks nothing by being asked", async () => {
  const [here, elsewhere] = [editorWith(true), editorWith(false)];
  here.editor.commands.focus();
  expect(elsewhere.editor.can().focus()).toBe(true);
  await Promise.resolve();
  expect([here.focused, elsewhere.focused]).toEqual([[], []]);
});
