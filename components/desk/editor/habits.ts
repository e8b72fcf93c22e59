import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { keys } from "@/components/desk/editor/menus/shortcuts";

let late: typeof import("@/components/desk/editor/late-habits") | undefined;

/** Habits of writing that nobody misses before the first letter: they are fetched when the text gets the focus. Asked before typography, which would make a dash of a break. */
export const habits = Extension.create({
  name: "habits",
  priority: 200,
  onFocus() {
    if (late) return;
    import("@/components/desk/editor/late-habits").then(
      (came) => {
        late = came;
      },
      // Without the line: the next focus tries again.
      () => undefined,
    );
  },
  // A story has no break within a paragraph: the key for one begins another. In a list the item is doubled, else the block (block-keys.ts).
  addKeyboardShortcuts() {
    const { editor } = this;
    return { "Shift-Enter": () => editor.view.someProp("handleKeyDown", (handle) => handle(editor.view, new KeyboardEvent("keydown", { key: "Enter" }))) ?? false, [keys.duplicate]: () => late?.duplicateItem(editor) ?? false };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (...change) => late?.afterChange(...change),
      props: {
        // Without an answer of ours the editor's own stands.
        clipboardTextSerializer: (slice) => late?.copiedText(slice) as string,
        handleTextInput: (view, _from, _to, text) => late?.breakInstead(view, text) ?? false,
        handleKeyDown(view, { key, altKey, ctrlKey, metaKey }) {
          // With one of these the key is another: the block's menu, a break.
          const change = key === "Enter" && !(altKey || ctrlKey || metaKey) && late?.enterInBox(view.state);
          if (change) view.dispatch(change);
          return Boolean(change);
        },
      },
    }),
  ],
});
