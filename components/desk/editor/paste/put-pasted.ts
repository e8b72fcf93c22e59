import type { Editor } from "@tiptap/core";
import type { Place } from "@/components/desk/editor/paste/insert-pasted";
import type { PasteReader } from "@/components/desk/editor/paste/late-reader";
import { isWorthTelling, type PasteNotices } from "@/components/desk/editor/paste/paste-notices";
import { asOneStep, type PasteStep } from "@/components/desk/editor/paste/undo-paste";
import type { Pasted } from "@/lib/content/paste/paste";

export type PasteStorage = { notices: PasteNotices; /** The last paste, while the strip speaks of it. */ step: PasteStep | null; /** `Mod+Shift+V` has been pressed. */ bareNext: boolean; /** Pastes that were faster than their reader. */ waiting: ((reader: PasteReader) => void)[] };

declare module "@tiptap/core" {
  interface Storage {
    storyPaste: PasteStorage;
  }
}

export const storageOf = (editor: Editor): PasteStorage => editor.storage.storyPaste;

/** The files that something came from, and what else is to be said of them. */
type FromFiles = { name: string; beside: string; again: (() => void) | null };

/** Puts what was read into the story, as one step that the strip above the text speaks of and takes back. */
export function putPasted(editor: Editor, reader: PasteReader, pasted: Pasted, place: Place, from: FromFiles | null): void {
  const { view } = editor;
  const storage = storageOf(editor);
  storage.step = null;
  const step = asOneStep(view, () => view.dispatch(reader.insertPasted(view.state, pasted, place)));
  const isTold = from !== null || isWorthTelling(pasted);
  storage.step = isTold ? step : null;
  storage.notices.show(isTold ? { kind: "pasted", pasted, name: from?.name ?? null, beside: from?.beside ?? "", again: from?.again ?? null, undo: () => step.undo() } : null);
}
