import type { Editor } from "@tiptap/core";
import { type EditorState, NodeSelection, type Transaction } from "@tiptap/pm/state";
import { placeOfBlock } from "@/components/desk/editor/blocks/place-of-block";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { galleryPictures } from "@/lib/content/blocks/gallery";
import { drawBlockId } from "@/lib/content/schema";
import type { LibraryPicture } from "@/lib/media/reads/library";

/**
 * The change that puts pictures of the library where the caret is, one under the other and in their order, with the words that are known of
 * them: in the place of an empty paragraph, else under the caret's block; in a fact box within it, in a gallery behind the caret's picture,
 * as many as it holds (`left` were too many, `bare` is the first without alt text). The last of them is chosen. Null where nothing fits in.
 */
export function picturesPutIn(state: EditorState, pictures: readonly LibraryPicture[]): { change: Transaction; left: number; bare: string | null } | null {
  const { schema, selection, tr: change } = state;
  const { $from } = selection;
  const around = $from.depth > 0 ? $from.node(1) : selection instanceof NodeSelection ? selection.node : null;
  const gallery = around?.type.name === "gallery" ? around : null;
  const fitting = gallery ? pictures.slice(0, Math.max(0, galleryPictures.most - gallery.childCount)) : pictures;
  // Without a credit of its own a figure shows the picture's, also when that is corrected one day.
  const figures = fitting.flatMap(({ id, alt, caption }) => schema.nodes.figure?.create({ id: drawBlockId(), assetId: id, alt }, caption ? schema.text(caption) : null) ?? []);
  if (figures.length === 0) return null;

  const [from, to] = gallery ? placeInGallery(selection) : placeOfBlock(selection, "figure");
  change.replaceWith(from, to, figures);
  const end = from + figures.reduce((sum, figure) => sum + figure.nodeSize, 0);
  const paragraph = schema.nodes.paragraph?.create();
  if (end === change.doc.content.size && paragraph) change.insert(end, paragraph);
  change.setSelection(NodeSelection.create(change.doc, end - (figures.at(-1)?.nodeSize ?? 0))).scrollIntoView();
  return { change, left: pictures.length - fitting.length, bare: figures.find((figure) => figure.attrs.alt === "")?.attrs.id ?? null };
}

/** Behind the picture that the caret is in or that is chosen; where the gallery itself is chosen, at its end. */
function placeInGallery({ $from, to }: EditorState["selection"]): [number, number] {
  const at = $from.depth > 1 ? $from.after(2) : $from.depth === 1 ? to : to - 1;
  return [at, at];
}

/** What is said where a story takes no picture any more; what was chosen stays chosen. */
export const storyIsClosed = "This story cannot be edited here now, so nothing was put in. What you have chosen stays here.";

/** Why pictures cannot be put where the caret is, in a sentence; null where at least one can. */
export function whyNotPutIn(state: EditorState, isEditable: boolean, pictures: readonly LibraryPicture[]): string | null {
  if (!isEditable) return storyIsClosed;
  return picturesPutIn(state, pictures) ? null : `The gallery has its ${galleryPictures.most} pictures already, so nothing was put in. Close this, take one out of it or put the caret elsewhere.`;
}

/**
 * Puts them into the story, as one step that undo takes back. Asked before with `whyNotPutIn`; of those that a gallery does not hold it is
 * said that they were left out. Returns the first of them that nobody has described yet: its alt text is asked for next.
 */
export function putInPictures(editor: Editor, pictures: readonly LibraryPicture[]): string | null {
  const put = picturesPutIn(editor.state, pictures);
  if (!put) return null;
  asOneStep(editor.view, () => editor.view.dispatch(put.change));
  if (put.left > 0) editor.storage.storyPaste.notices.show({ kind: "told", message: `A gallery holds ${galleryPictures.most} pictures: ${put.left === 1 ? "one was" : `${put.left} were`} left out.` });
  return put.bare;
}
