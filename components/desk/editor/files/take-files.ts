import type { Editor } from "@tiptap/core";
import { NodeSelection, type Selection, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { pressedFigure } from "@/components/desk/editor/blocks/chosen-whole";
import { isDocumentFile } from "@/components/desk/editor/paste/clipboard-kinds";
import { importFiles } from "@/components/desk/editor/paste/import-files";
import { sendPictures } from "@/components/desk/editor/pictures/incoming";
import { pictureFiles } from "@/components/desk/editor/pictures/upload-words";

/** What a drop goes to: the block that is drawn there, chosen whole where it shows no words at that point; else the place in the text. */
export function selectionAt(view: EditorView, event: MouseEvent): Selection {
  const { doc, selection } = view.state;
  const spot = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!spot) return selection;
  const pressed = pressedFigure(view, event);
  if (pressed) return pressed;
  if (spot.inside >= 0 && doc.nodeAt(spot.inside)?.isAtom) return NodeSelection.create(doc, spot.inside);
  const $spot = doc.resolve(spot.pos);
  return $spot.depth === 0 && $spot.nodeBefore ? NodeSelection.create(doc, spot.pos - $spot.nodeBefore.nodeSize) : TextSelection.near($spot);
}

/** Which files are text, which are pictures, and, in a sentence, which are neither; null where there is none of them. */
export function sortFiles(files: readonly File[]): { documents: File[]; pictures: File[]; leftOut: string | null } {
  const documents = files.filter(isDocumentFile);
  const pictures = pictureFiles(files).filter((file) => !documents.includes(file));
  const others = files.filter((file) => !documents.includes(file) && !pictures.includes(file));
  return { documents, pictures, leftOut: others.length > 0 ? `${others.map((file) => file.name).join(", ")}: not taken. A story takes pictures (JPEG, PNG, WebP, AVIF) and text (Word, Markdown, plain).` : null };
}

/** Takes every file that comes at once: pictures are sent, documents read, and of all else it is said that a story does not take it. */
export function takeFiles(editor: Editor, files: readonly File[], selection: Selection): void {
  const { notices } = editor.storage.storyPaste;
  if (!editor.isEditable) {
    notices.show({ kind: "told", message: "This story cannot be edited here now: nothing was taken." });
    return;
  }
  const { documents, pictures, leftOut } = sortFiles(files);
  if (pictures.length > 0) sendPictures(editor, pictures, selection);
  if (documents.length > 0) void importFiles(editor, documents, selection, leftOut);
  else if (leftOut) notices.show({ kind: "told", message: leftOut });
}

/** Files that are dropped anywhere else in the window: the page stays, and they go to the caret. Returns how to end it. */
export function takeStrayFiles(editor: Editor): () => void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true && !event.defaultPrevented;
  const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    takeFiles(editor, [...(event.dataTransfer?.files ?? [])], editor.state.selection);
  };
  addEventListener("dragover", over);
  addEventListener("drop", drop);
  return () => {
    removeEventListener("dragover", over);
    removeEventListener("drop", drop);
  };
}
