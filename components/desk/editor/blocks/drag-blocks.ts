import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { NodeSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { movableHere } from "@/components/desk/editor/blocks/move-here";

type Dragging = NonNullable<EditorView["dragging"]>;

/** Which blocks are on their way. ProseMirror forgets a dragged node when the text changes, and its places and words are those of before. */
const namesOf = new WeakMap<Dragging, readonly string[]>();

/** Has the text take a block, or the chosen ones where it is one of several, for what is dragged. Returns their words. */
export function dragBlocks(view: EditorView, index: number): string {
  const { doc, tr } = view.state;
  const chosen = movableHere(view.state);
  const several = chosen?.kind === "block" && chosen.first <= index && index <= chosen.last ? chosen : { first: index, last: index };
  const blocks = doc.children.slice(several.first, several.last + 1);
  if (blocks.length === 1) view.dispatch(tr.setSelection(NodeSelection.create(doc, doc.children.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0))));
  view.dragging = { slice: new Slice(Fragment.from(blocks), 0, 0), move: true };
  namesOf.set(view.dragging, blocks.map((block) => block.attrs.id));
  return blocks.map((block) => block.textBetween(0, block.content.size, "\n\n")).join("\n\n");
}

/** To be called at the drop, before ProseMirror moves anything: has it move the blocks as they stand now. True where they are all gone, and nothing is to be moved. */
export function renewDragged(view: EditorView): boolean {
  const names = view.dragging && namesOf.get(view.dragging);
  if (!names) return false;
  const blocks: { node: Node; from: number }[] = [];
  view.state.doc.forEach((node, from) => void (names.includes(node.attrs.id) && blocks.push({ node, from })));
  // ProseMirror has a dragged node take itself out; several blocks do it like one.
  const node = { replace: (change: Transaction) => blocks.toReversed().forEach(({ node, from }) => void change.delete(from, from + node.nodeSize)) };
  view.dragging = { slice: new Slice(Fragment.from(blocks.map((one) => one.node)), 0, 0), move: true, node } as unknown as Dragging;
  return blocks.length === 0;
}
