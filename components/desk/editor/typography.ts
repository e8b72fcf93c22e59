import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { type Language, languageCodes } from "@/db/vocabulary";
import { lookBack, settingOf } from "@/lib/content/language/typography";

/** What was set last: Backspace right behind it takes the setting back and leaves what was typed. */
type LastSet = { at: number; text: string; typed: string } | null;

const key = new PluginKey<LastSet>("typography");

/** The language of the story that is written here. */
export const languageOf = (text: HTMLElement): Language => languageCodes.find((code) => code === text.closest<HTMLElement>("[lang]")?.lang) ?? "en";

/** Puts `wanted` in the place of what stands at `at`, where the two differ: the letters between keep their emphasis and links. */
export function reset(transaction: Transaction, at: number, standing: string, wanted: string): Transaction {
  let [front, back] = [0, 0];
  const shorter = Math.min(standing.length, wanted.length);
  while (front < shorter && standing[front] === wanted[front]) front++;
  while (back < shorter - front && standing.at(-1 - back) === wanted.at(-1 - back)) back++;
  return transaction.insertText(wanted.slice(front, wanted.length - back), at + front, at + standing.length - back);
}

/** Sets quotation marks, dashes and spaces as the story's language does, while one types. */
export const smartTypography = Extension.create({
  name: "smartTypography",
  addProseMirrorPlugins() {
    return [
      new Plugin<LastSet>({
        key,
        state: {
          init: () => null,
          apply: (transaction, last) => (transaction.getMeta(key) as LastSet | undefined) ?? (transaction.docChanged || transaction.selectionSet ? null : last),
        },
        props: {
          handleTextInput(view, from, to, text) {
            if (view.composing || [...text].length !== 1) return false;
            const place = view.state.doc.resolve(from);
            const before = place.parent.textBetween(Math.max(0, place.parentOffset - lookBack), place.parentOffset, undefined, "\u{fffc}");
            const set = settingOf(text, before, languageOf(view.dom));
            if (!set) return false;
            const start = from - set.back;
            const typed = before.slice(before.length - set.back) + text;
            // As it was typed first, then as it is set, which is a step of its own: undo takes the setting back and leaves the words.
            view.dispatch(view.state.tr.insertText(text, from, to));
            asOneStep(view, () => view.dispatch(reset(view.state.tr, start, typed, set.text).setMeta(key, { at: start, text: set.text, typed })));
            return true;
          },
          handleKeyDown(view, event) {
            const last = key.getState(view.state);
            if (event.key !== "Backspace" || !last || event.ctrlKey || event.metaKey || event.altKey) return false;
            const end = last.at + last.text.length;
            if (view.state.selection.from !== end || !view.state.selection.empty) return false;
            view.dispatch(reset(view.state.tr, last.at, last.text, last.typed));
            return true;
          },
        },
      }),
    ];
  },
});
