import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";

/** An open slash menu: where its "/" stands and what was typed behind it. */
export type Slash = { from: number; query: string };

/** What the open menu does with a key; false where the text should have it. */
export type SlashKeys = (event: KeyboardEvent) => boolean;

const key = new PluginKey<Slash | null>("slash");
const dismiss = "dismiss";

/** The open slash menu of this editor, or null. */
export const slashOf = (state: EditorState): Slash | null => key.getState(state) ?? null;

/** Leaves the "/" and what follows as plain text. */
export const dismissSlash = (transaction: Transaction): Transaction => transaction.setMeta(key, dismiss);

/** Longest word that still looks for a block, in characters. */
const longestQuery = 40;

function openAt(state: EditorState): Slash | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, "\n", "\u{fffc}");
  return before === "" || /\s$/.test(before) ? { from: $from.pos, query: "" } : null;
}

/** The menu follows its "/" wherever colleagues' typing moves it, and closes when the caret leaves it or the "/" is gone. */
function follow(slash: Slash, transaction: Transaction, state: EditorState): Slash | null {
  const from = transaction.mapping.map(slash.from, -1);
  const { $from, empty } = state.selection;
  if (!empty || $from.pos <= from || $from.start() > from) return null;
  const typed = state.doc.textBetween(from, $from.pos, "\n", "\u{fffc}");
  return typed.startsWith("/") && typed.length <= longestQuery && !/[\n\u{fffc}]/u.test(typed) ? { from, query: typed.slice(1) } : null;
}

/** Opens when "/" is typed at the start of a block or behind a space. `keys` gets the arrows, Enter and Escape while it is open. */
export const slashMenu = (keys: SlashKeys) =>
  Extension.create({
    name: "slashMenu",
    // Before the lists and headings, which want Enter for themselves.
    priority: 1000,
    addProseMirrorPlugins() {
      return [
        new Plugin<Slash | null>({
          key,
          state: {
            init: () => null,
            apply(transaction, slash, _, state) {
              const told = transaction.getMeta(key) as Slash | typeof dismiss | undefined;
              if (told === dismiss) return null;
              if (told) return told;
              return slash ? follow(slash, transaction, state) : null;
            },
          },
          props: {
            handleTextInput(view, from, to, text) {
              if (text !== "/" || from !== to) return false;
              const opened = openAt(view.state);
              if (!opened) return false;
              view.dispatch(view.state.tr.insertText("/", from, to).setMeta(key, opened));
              return true;
            },
            handleKeyDown: (view, event) => slashOf(view.state) !== null && keys(event),
          },
        }),
      ];
    },
  });

/** A new paragraph under the caret's block, with the menu open in it: what the buttons do. */
export function openSlashUnder(editor: Editor, under?: number): void {
  const { state, view } = editor;
  const { $from } = state.selection;
  const paragraph = state.schema.nodes.paragraph?.create(null, state.schema.text("/"));
  if (!paragraph) return;
  const at = under ?? ($from.depth > 0 ? $from.after(1) : $from.pos);
  const transaction = state.tr.insert(at, paragraph);
  view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, at + 2)).setMeta(key, { from: at + 1, query: "" }).scrollIntoView());
  view.focus();
}
