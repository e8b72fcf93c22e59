import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from "@tiptap/pm/state";
import { addressIn } from "@/components/desk/editor/links/address-in";
import { isOneAddress } from "@/components/desk/editor/paste/clipboard-kinds";

/** Longest word that is looked at, in characters: as long as a link may be. */
const longest = 2000;

/** The text of a line up to the caret, whatever is no text as one sign. */
const textUpTo = ({ parent, parentOffset }: Selection["$from"]): string => parent.textBetween(Math.max(0, parentOffset - longest), parentOffset, undefined, "\u{fffc}");

/** Where the word ends behind which a space was just written, or a new line begun; null where the caret is elsewhere. */
function endOfWord(state: EditorState, grown: number): Selection["$from"] | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || grown < 1) return null;
  if ($from.parentOffset > 0) return /\s$/u.test(textUpTo($from)) ? state.doc.resolve($from.pos - 1) : null;
  // A line that was parted here is two places longer than before, an item of a list with its line four.
  return (grown === 2 || grown === 4) && $from.depth > 0 ? (Selection.findFrom(state.doc.resolve($from.before()), -1, true)?.$to ?? null) : null;
}

/** Makes a link of the address behind which somebody wrote a space or began a new line; null where none stands there. */
export function linkWritten(before: EditorState, state: EditorState): Transaction | null {
  const $end = endOfWord(state, state.doc.content.size - before.doc.content.size);
  const type = state.schema.marks.link;
  if (!$end || !type || !$end.parent.type.allowsMarkType(type)) return null;
  const word = /[^\s\u{fffc}]+$/u.exec(textUpTo($end))?.[0] ?? "";
  const address = addressIn(word);
  if (!address) return null;
  const at = $end.pos - word.length;
  const [from, to] = [at + address.start, at + address.end];
  return state.doc.rangeHasMark(from, to, type) ? null : state.tr.addMark(from, to, type.create({ href: address.href }));
}

/** One address pasted alone: a link on the chosen words, or itself written out; null where no link may stand. */
export function linkPasted(state: EditorState, address: string): Transaction | null {
  const { selection, schema, tr } = state;
  const type = schema.marks.link;
  const { $from, $to } = selection;
  if (!type || !$from.parent.isTextblock || !$to.parent.isTextblock || !$from.parent.type.allowsMarkType(type)) return null;
  const link = type.create({ href: address });
  if (!selection.empty) return tr.addMark($from.pos, $to.pos, link).setMeta("paste", true);
  return tr.replaceSelectionWith(schema.text(address, link.addToSet($from.marks())), false).setStoredMarks([]).setMeta("paste", true).scrollIntoView();
}

/** Addresses become links as they are written and pasted; what colleagues write becomes one in their own window. */
export const addressLinks = Extension.create({
  name: "addressLinks",
  priority: 1000,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("addressLinks"),
      appendTransaction(transactions, before, state) {
        const isWritten = transactions.some((one) => one.docChanged) && transactions.every((one) => !one.getMeta("preventAutolink") && !one.getMeta("paste") && one.getMeta("y-sync$") === undefined);
        return isWritten ? linkWritten(before, state) : null;
      },
      props: {
        handlePaste(view, event) {
          const address = event.clipboardData?.getData("text/plain").trim() ?? "";
          const change = isOneAddress(address) ? linkPasted(view.state, address) : null;
          if (change) view.dispatch(change);
          return change !== null;
        },
      },
    }),
  ],
});
