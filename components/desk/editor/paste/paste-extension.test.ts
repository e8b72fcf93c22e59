import { Editor } from "@tiptap/core";
import { expect, it } from "vitest";
import { storyPaste } from "@/components/desk/editor/paste/paste-extension";
import { storyExtensions } from "@/lib/content/schema";

const editor = new Editor({ element: null, extensions: [...storyExtensions, storyPaste], content: { type: "doc", content: [{ type: "paragraph" }] } });
const paste = editor.extensionManager.plugins.find((plugin) => (plugin as unknown as { key: string }).key.startsWith("storyPaste"))?.props as unknown as { handleDOMEvents: { keydown: (view: null, event: object) => boolean } };

it.each<[string, object, boolean]>([
  ["Ctrl, Shift and V", { key: "V", code: "KeyV", ctrlKey: true, shiftKey: true }, true],
  ["⌘, Shift and V", { key: "v", code: "KeyV", metaKey: true, shiftKey: true }, true],
  ["“Paste and Match Style” of a Mac, where Alt writes a sign", { key: "◊", code: "KeyV", metaKey: true, altKey: true, shiftKey: true }, true],
  ["the plain key", { key: "v", code: "KeyV", metaKey: true }, false],
  ["the key of embeds", { key: "√", code: "KeyV", metaKey: true, altKey: true }, false],
])("after %s, what is pasted next is bare text or not", (_, event, bare) => {
  expect(paste.handleDOMEvents.keydown(null, { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...event })).toBe(false);
  expect(editor.storage.storyPaste.bareNext).toBe(bare);
});
