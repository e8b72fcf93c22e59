import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";

/** Boxes that hold text, and how many parts each must keep. */
const boxes: Readonly<Record<string, number>> = { factBox: 2, stash: 1 };

/**
 * What Enter does in a box where it parts no text: behind the title it goes on into the empty paragraph under it, and an empty one at the end leaves the
 * box. Null where Enter is what it is everywhere.
 */
export function enterInBox({ selection: { $from, empty }, tr }: EditorState): Transaction | null {
  const box = $from.depth === 2 ? $from.node(1) : null;
  const least = box ? boxes[box.type.name] : undefined;
  if (!box || least === undefined || !empty) return null;
  if ($from.parent.type.name === "boxTitle") {
    const next = box.child(1);
    return $from.parentOffset === $from.parent.content.size && isEmptyParagraph(next) ? tr.setSelection(TextSelection.create(tr.doc, $from.after() + 1)).scrollIntoView() : null;
  }
  if (!isEmptyParagraph($from.parent) || $from.index(1) < box.childCount - 1 || box.childCount <= least) return null;
  tr.delete($from.before(), $from.after());
  const behind = tr.mapping.map($from.after(1));
  const next = tr.doc.nodeAt(behind);
  if (!next || !isEmptyParagraph(next)) tr.insert(behind, $from.parent.type.create());
  return tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView();
}

const isEmptyParagraph = (node: { type: { name: string }; content: { size: number } }): boolean => node.type.name === "paragraph" && node.content.size === 0;
