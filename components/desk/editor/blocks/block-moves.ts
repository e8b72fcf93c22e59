import type { Editor } from "@tiptap/core";
import { type EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { blocksChosen, movedPast } from "@/components/desk/editor/blocks/move-here";

/** What a change that deletes whole blocks says of itself: the name of the block, or how many they were. */
export const deletedBlock = "deletedBlock";

/** A top-level block of the story and where it stands. */
export type PlacedBlock = { node: ProseMirrorNode; index: number; from: number; to: number };

/** The top-level block at an index. */
export function blockAt({ state: { doc } }: { state: EditorState }, index: number): PlacedBlock | null {
  if (index < 0 || index >= doc.childCount) return null;
  let from = 0;
  for (let at = 0; at < index; at++) from += doc.child(at).nodeSize;
  const node = doc.child(index);
  return { node, index, from, to: from + node.nodeSize };
}

/** The block as it stands now, since colleagues write while a menu is open; null where it is gone. */
export function blockNow(editor: Editor, { node }: PlacedBlock): PlacedBlock | null {
  return blockAt(editor, editor.state.doc.children.findIndex((one) => one.attrs.id === node.attrs.id));
}

/** The top-level block that holds the caret, or that is chosen whole. */
export function blockAtCaret(editor: Editor): PlacedBlock | null {
  return blockAt(editor, editor.state.selection.$from.index(0));
}

/** The top-level blocks that the selection touches, in their order. */
export function blocksHere(state: EditorState): PlacedBlock[] {
  const here = blocksChosen(state);
  return here ? Array.from({ length: here.last - here.first + 1 }, (_, index) => blockAt({ state }, here.first + index)).filter((block) => block !== null) : [];
}

/** Moves a block past its neighbour; a caret within goes along. */
export function moveBlock(editor: Editor, block: PlacedBlock, by: -1 | 1): void {
  const { state, view } = editor;
  const index = blockNow(editor, block)?.index;
  const change = index === undefined ? null : movedPast(state, { kind: "block", within: state.doc, start: 0, first: index, last: index }, by);
  if (change) view.dispatch(change);
}

/** A copy right under the block; its parts get ids of their own. */
export function duplicateBlock(editor: Editor, shown: PlacedBlock): boolean {
  const block = blockNow(editor, shown);
  return block !== null && duplicateBlocks(editor, [block]);
}

/** Copies of blocks that stand one behind the other, under the last of them. A correction stands once. */
export function duplicateBlocks({ state, view }: Pick<Editor, "state" | "view">, blocks: readonly PlacedBlock[]): boolean {
  const copies = blocks.filter(({ node }) => node.type.name !== "correctionNote").map(({ node }) => unnamed(node));
  const last = blocks.at(-1);
  if (!last || copies.length === 0) return false;
  view.dispatch(state.tr.insert(last.to, copies).scrollIntoView());
  return true;
}

/** The same block without its id and those within: the schema names what has none, and takes what has one for what it was. Notes are about the first one. */
export function unnamed(node: ProseMirrorNode): ProseMirrorNode {
  if (node.isText) return node.mark(node.marks.filter((mark) => mark.type.name !== "note"));
  const attributes = "id" in node.attrs ? { ...node.attrs, id: null } : node.attrs;
  return node.type.create(attributes, node.children.map(unnamed), node.marks);
}

/** Takes the block out; an empty paragraph stays where it was the only one. */
export function deleteBlock(editor: Editor, shown: PlacedBlock): boolean {
  const block = blockNow(editor, shown);
  return block !== null && deleteBlocks(editor, [block]);
}

/** Takes out blocks that stand one behind the other. */
export function deleteBlocks({ state, view }: Pick<Editor, "state" | "view">, blocks: readonly PlacedBlock[]): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return false;
  const transaction = state.tr.delete(first.from, last.to);
  if (transaction.doc.childCount === 0) transaction.insert(0, state.schema.nodes.paragraph?.create() ?? first.node);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.min(first.from, transaction.doc.content.size))));
  view.dispatch(transaction.setMeta(deletedBlock, first === last ? first.node.type.name : blocks.length).scrollIntoView());
  return true;
}

/** Takes out the block that is chosen whole, as a key does it; false where none is. A correction stays, and says so itself. */
export function deleteChosen(editor: Editor): boolean {
  const { state, view } = editor;
  if (!(state.selection instanceof NodeSelection) || !state.selection.node.isBlock || state.selection.node.type.name === "correctionNote") return false;
  view.dispatch(state.tr.deleteSelection().setMeta(deletedBlock, state.selection.node.type.name).scrollIntoView());
  return true;
}

const turnable = new Set(["paragraph", "heading", "bulletList", "orderedList", "blockquote", "pullQuote"]);
export const isTurnable = (block: PlacedBlock): boolean => turnable.has(block.node.type.name);

/** Puts a block of text where it cannot be published. */
export function stashBlock(editor: Editor): boolean {
  const block = blockAtCaret(editor);
  const stash = editor.schema.nodes.stash;
  if (!block || !stash?.contentMatch.matchType(block.node.type)) return false;
  editor.view.dispatch(editor.state.tr.replaceWith(block.from, block.to, stash.create(null, block.node)).scrollIntoView());
  return true;
}

/** Why a block cannot go into the stash, in a few words; null where it can. */
export function refusalToStash({ type }: ProseMirrorNode): string | null {
  if (type.name === "correctionNote") return "A correction stays";
  if (type.name === "pullQuote") return "Turn it into a paragraph first";
  return type.schema.nodes.stash?.contentMatch.matchType(type) ? null : "The stash holds text alone";
}

/** Puts what is in a stash back into the story, where the stash stood. */
export function takeOutOfStash(editor: Editor, shown: PlacedBlock): boolean {
  const block = blockNow(editor, shown);
  if (block?.node.type.name !== "stash") return false;
  const transaction = editor.state.tr.replaceWith(block.from, block.to, block.node.content);
  editor.view.dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(block.from + 1))).scrollIntoView());
  return true;
}

/** A pull quote under the block, made from the chosen words, which stay in the text; it remembers where they are from. */
export function quoteSelection(editor: Editor): boolean {
  const { selection, schema, doc } = editor.state;
  const block = blockAtCaret(editor);
  const words = doc.textBetween(selection.from, selection.to, " ").trim();
  const type = schema.nodes.pullQuote;
  if (!block || !type || words === "" || !isTurnable(block)) return false;
  editor.view.dispatch(editor.state.tr.insert(block.to, type.create({ fromBlockId: block.node.attrs.id ?? null }, schema.text(words))).scrollIntoView());
  return true;
}
