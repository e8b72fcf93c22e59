import type { Editor } from "@tiptap/core";
import type { Selection } from "@tiptap/pm/state";
import { placeOfBlock } from "@/components/desk/editor/blocks/place-of-block";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { withLine } from "@/components/desk/editor/with-line";
import { holdGap } from "@/components/desk/editor/paste/held-places";
import { fetchReader } from "@/components/desk/editor/paste/late-reader";
import { putPasted, storageOf } from "@/components/desk/editor/paste/put-pasted";
import { languageOf } from "@/components/desk/editor/typography";

/**
 * Brings Word and Markdown files into the story, in their order and as one step, after the block that the selection is in or that is
 * chosen whole. `leftOut` says what could not be taken of the same drop.
 */
export async function importFiles(editor: Editor, files: readonly File[], selection: Selection, leftOut: string | null = null): Promise<void> {
  const { notices } = storageOf(editor);
  const place = holdGap(editor.view, placeOfBlock(selection, "paragraph")[1]);
  notices.show({ kind: "reading", name: files.map((file) => file.name).join(", ") });
  const lost = () => null;
  const [documents, reader] = await Promise.all([withLine.documents().catch(lost), fetchReader().catch(lost)]);
  const read = documents && reader ? await documents.readFilesOnServer(files, languageOf(editor.view.dom)) : null;
  if (editor.isDestroyed) return;
  const again = (some: readonly File[]) => (some.length > 0 ? () => void importFiles(editor, some, editor.state.selection) : null);
  place.use((at) => {
    if (!read || !reader) return notices.show({ kind: "refused", message: `${files.map((file) => file.name).join(", ")}: the line is down.`, again: again(files) });
    if (!editor.isEditable) return notices.show({ kind: "refused", message: `${read.names}: this story cannot be edited here now.`, again: again(files) });
    const beside = [leftOut, ...read.refusals].filter((words) => words !== null).join(" ");
    if (read.pasted) putPasted(editor, reader, read.pasted, { at }, { name: read.names, beside, again: again(read.mayWork) });
    else notices.show({ kind: "refused", message: beside, again: again(read.mayWork) });
  });
}

/** Asks for files and brings them in: the way of menus and shortcuts. */
export const chooseFileToImport = (editor: Editor): void =>
  chooseFiles({ accept: ".docx,.md,.markdown,.txt", multiple: true }, (files) => {
    if (files.length > 0) void importFiles(editor, files, editor.state.selection);
  });
