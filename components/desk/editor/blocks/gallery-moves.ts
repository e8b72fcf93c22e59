import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { findBlock, type FoundBlock } from "@/components/desk/editor/blocks/find-block";

type InGallery = FoundBlock & { index: number };

/** A picture of a gallery and which one it is; null for any other. */
function inGallery(state: EditorState, id: string): InGallery | null {
  const found = findBlock(state.doc, id);
  return found?.parent.type.name === "gallery" ? { ...found, index: state.doc.resolve(found.at).index() } : null;
}

/** Moves a picture past its neighbour in the gallery; the caret goes with it. Null at either end. */
export function movedInGallery(state: EditorState, id: string, by: -1 | 1): Transaction | null {
  const picture = inGallery(state, id);
  const neighbour = picture?.parent.maybeChild(picture.index + by);
  if (!picture || !neighbour) return null;
  const goal = picture.at + by * neighbour.nodeSize;
  const transaction = state.tr.delete(picture.at, picture.end).insert(goal, picture.node);
  return transaction.setSelection(TextSelection.create(transaction.doc, goal + 1)).scrollIntoView();
}

/** Takes a picture out of its gallery; with the last one the gallery goes. */
export function removedFromGallery(state: EditorState, id: string): Transaction | null {
  const picture = inGallery(state, id);
  if (!picture) return null;
  const isLast = picture.parent.childCount === 1;
  const [from, to] = isLast ? [picture.at - 1, picture.end + 1] : [picture.at, picture.end];
  const paragraph = state.schema.nodes.paragraph;
  const transaction = isLast && paragraph ? state.tr.replaceWith(from, to, paragraph.create()) : state.tr.delete(from, to);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.min(from + 1, transaction.doc.content.size)), 1)).scrollIntoView();
}
