import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { placeOfBlock } from "@/components/desk/editor/blocks/place-of-block";

/** An open slash menu: where its "/" stands and what was typed behind it; where a button opened it, also where the caret was before. */
export type Slash = { from: number; query: string; back?: number };

/** What the open menu does with a key; false where the text should have it. */
export type SlashKeys = (event: KeyboardEvent) => boolean;

const key = new PluginKey<Slash | null>("slash");
const dismiss = "dismiss";

/** The open slash menu of this editor, or null. */
export const slashOf = (state: EditorState): Slash | null => key.getState(state) ?? null;

/** Leaves the "/" and what follows as plain text. What a button put there goes again, unless something was typed behind it, and no undo brings it back. */
export function dismissSlash(state: EditorState, slash: Slash): Transaction {
  const transaction = leaveSlash(state, slash);
  return transaction.docChanged && slash.back !== undefined ? transaction.setSelection(TextSelection.near(transaction.doc.resolve(transaction.mapping.map(slash.back)), -1)).scrollIntoView() : transaction;
}

/** The same for who is somewhere else already: the caret and the page stay where they are. */
export function leaveSlash({ tr, doc }: EditorState, { from, query, back }: Slash): Transaction {
  tr.setMeta(key, dismiss);
  const $slash = doc.resolve(from);
  if (back !== undefined && query === "" && $slash.depth > 0 && $slash.parent.textContent === "/") tr.delete($slash.before(), $slash.after()).setMeta("addToHistory", false);
  return tr;
}

/** Longest word that still looks for a block, in characters. */
const longestQuery = 40;

/** Opened where the letter comes, which is where the browser's caret is: the editor's own may be a key behind. */
export function slashTyped(state: EditorState, at: number): Transaction | null {
  const $at = state.doc.resolve(at);
  if (!$at.parent.isTextblock || $at.parent.type.spec.code) return null;
  const before = $at.parent.textBetween(0, $at.parentOffset, "\n", "\u{fffc}");
  if (before !== "" && !/\s$/.test(before)) return null;
  const transaction = state.tr.insertText("/", at, at);
  return transaction.setSelection(TextSelection.create(transaction.doc, at + 1)).setMeta(key, { from: at, query: "" });
}

/** The menu follows its "/" wherever colleagues' typing moves it, and closes when the caret leaves it or the "/" is gone. */
function follow(slash: Slash, transaction: Transaction, state: EditorState): Slash | null {
  const from = transaction.mapping.map(slash.from, -1);
  const { $from, empty } = state.selection;
  if (!empty || $from.pos <= from || $from.start() > from) return null;
  const typed = state.doc.textBetween(from, $from.pos, "\n", "\u{fffc}");
  if (!typed.startsWith("/") || typed.length > longestQuery || /[\n\u{fffc}]/u.test(typed)) return null;
  return { from, query: typed.slice(1), ...(slash.back === undefined ? {} : { back: transaction.mapping.map(slash.back) }) };
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
          // The caret went elsewhere: nobody wrote the "/" that a button put there.
          appendTransaction(transactions, before, state) {
            const open = slashOf(before);
            if (!open || slashOf(state) || transactions.some((one) => one.getMeta(key) !== undefined)) return null;
            const from = transactions.reduce((at, one) => one.mapping.map(at, -1), open.from);
            const left = leaveSlash(state, { ...open, from });
            // What was typed with it can be taken back.
            return left.docChanged ? left.setMeta("addToHistory", transactions.some((one) => one.docChanged)) : null;
          },
          props: {
            handleDOMEvents: {
              blur: (view, event) => {
                const open = slashOf(view.state);
                const to = event.relatedTarget;
                // The window's own loss of the focus leaves it on the text; the open list belongs to the menu.
                const isElsewhere = document.activeElement !== view.dom && !(to instanceof Element && to.closest(".slash"));
                if (open && isElsewhere) view.dispatch(leaveSlash(view.state, open));
                return false;
              },
            },
            handleTextInput(view, from, to, text) {
              if (text !== "/" || from !== to) return false;
              const opened = slashTyped(view.state, from);
              if (!opened) return false;
              view.dispatch(opened);
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
  const { view } = editor;
  const before = slashOf(view.state);
  const left = before && leaveSlash(view.state, before);
  if (left) view.dispatch(left);
  const opened = slashUnder(view.state, under === undefined || !left ? under : left.mapping.map(under));
  if (opened) view.dispatch(opened);
  view.focus();
}

/** The change that opens it; null where the schema has no paragraph. */
export function slashUnder(state: EditorState, under?: number): Transaction | null {
  const { from } = state.selection;
  const paragraph = state.schema.nodes.paragraph?.create(null, state.schema.text("/"));
  if (!paragraph) return null;
  const at = under ?? placeOfBlock(state.selection, "paragraph")[1];
  const transaction = state.tr.insert(at, paragraph);
  return transaction.setSelection(TextSelection.create(transaction.doc, at + 2)).setMeta(key, { from: at + 1, query: "", back: transaction.mapping.map(from, -1) }).scrollIntoView();
}
