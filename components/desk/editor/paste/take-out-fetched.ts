import type { Editor } from "@tiptap/core";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";

/** Takes the pictures of a paste that were fetched out of the story, wherever they stand by now; those that somebody took out already are not missed. */
export function takeOutFetched(editor: Pick<Editor, "state" | "view">, offered: readonly Upload[]): void {
  const change = editor.state.tr;
  for (const { figure } of offered) {
    const found = figure ? findBlock(change.doc, figure) : null;
    if (found) change.delete(found.at, found.end);
  }
  if (change.docChanged) editor.view.dispatch(change);
}
