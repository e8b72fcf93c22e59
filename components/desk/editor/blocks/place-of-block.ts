import { NodeSelection, type Selection } from "@tiptap/pm/state";

/** The depth of what a block of that kind is put into: a picture goes into the fact box that the caret is in, everything else into the story. */
const holderOf = ({ $from }: Selection, kind: string): number => (kind === "figure" && $from.depth > 0 && $from.node(1).type.name === "factBox" ? 1 : 0);

/**
 * The stretch in whose place a whole block goes, for the menus, keys and drops alike: an empty paragraph that the caret is in, else the
 * place behind the caret's block or behind what is chosen whole. Nothing is torn apart or written over.
 */
export function placeOfBlock(selection: Selection, kind: string): [from: number, to: number] {
  const { $from, to } = selection;
  const holder = holderOf(selection, kind);
  if ($from.depth <= holder) return [to, to];
  const isFree = $from.depth === holder + 1 && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
  return [isFree ? $from.before(holder + 1) : $from.after(holder + 1), $from.after(holder + 1)];
}

/** The name of the block behind which something goes that comes later; null at the beginning of the story. */
export function blockBefore(selection: Selection, kind: string): string | null {
  const [, end] = placeOfBlock(selection, kind);
  return selection.$from.doc.resolve(end).nodeBefore?.attrs.id ?? null;
}

/** Whether a block is chosen whole: no words of it, and no caret in it. */
export const isChosenWhole = (selection: Selection): boolean => selection instanceof NodeSelection && selection.node.isBlock;
