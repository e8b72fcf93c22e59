import type { Editor } from "@tiptap/core";
import { placeOfBlock } from "@/components/desk/editor/blocks/place-of-block";
import type { Place } from "@/components/desk/editor/paste/insert-pasted";
import type { PasteReader } from "@/components/desk/editor/paste/late-reader";
import { isWorthTelling, type PasteNotices } from "@/components/desk/editor/paste/paste-notices";
import { offerPictures, pastedFrom, pastedPlaces } from "@/components/desk/editor/paste/offer-pictures";
import { asOneStep, type PasteStep } from "@/components/desk/editor/paste/undo-paste";
import type { Block } from "@/lib/content/document";
import type { Pasted } from "@/lib/content/paste/paste";
import { drawBlockId } from "@/lib/content/schema";

export type PasteStorage = { notices: PasteNotices; /** The last paste, while the strip speaks of it. */ step: PasteStep | null; /** `Mod+Shift+V` has been pressed. */ bareNext: boolean; /** Pastes that were faster than their reader. */ waiting: ((reader: PasteReader) => void)[] };

declare module "@tiptap/core" {
  interface Storage {
    storyPaste: PasteStorage;
  }
}

export const storageOf = (editor: Editor): PasteStorage => editor.storage.storyPaste;

/** The files that something came from, and what else is to be said of them. */
type FromFiles = { name: string; beside: string; again: (() => void) | null };

/** Puts what was read into the story, as one step that the strip above the text speaks of and takes back; its pictures are offered where they stood. `unset` pastes it once more with its marks as they came. */
export function putPasted(editor: Editor, reader: PasteReader, pasted: Pasted, place: Place, from: FromFiles | null, unset: (() => void) | null = null): void {
  const { view } = editor;
  const storage = storageOf(editor);
  storage.step = null;
  const names = pasted.body.map(() => drawBlockId());
  const body = pasted.body.map((block, index) => ({ ...block, attrs: { ...block.attrs, id: names[index] } }) as Block);
  const change = reader.insertPasted(view.state, { ...pasted, body }, place);
  const step = asOneStep(view, () => view.dispatch(change));
  const { doc, selection } = view.state;
  const start = change.getMeta(pastedFrom) as number | undefined;
  const offered = pasted.images.length === 0 ? [] : offerPictures(editor, pasted.images, start === undefined ? () => placeOfBlock(selection, "figure")[1] : pastedPlaces(doc, names, start, selection.to));
  const takeBack = () => {
    if (change.docChanged) step.undo();
    for (const upload of offered) upload.cancel();
  };
  const isTold = from !== null || isWorthTelling(pasted);
  storage.step = isTold && change.docChanged ? step : null;
  storage.notices.show(isTold ? { kind: "pasted", pasted, name: from?.name ?? null, beside: from?.beside ?? "", again: from?.again ?? null, offered, undo: takeBack, unset } : null);
}
