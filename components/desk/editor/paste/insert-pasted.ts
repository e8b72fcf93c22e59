import { Fragment, type Node, type ResolvedPos, type Schema, Slice } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { caretBehindChosen } from "@/components/desk/editor/blocks/chosen-whole";
import { isChosenWhole } from "@/components/desk/editor/blocks/place-of-block";
import { fillsCells } from "@/components/desk/editor/paste/fill-cells";
import { pastedFrom } from "@/components/desk/editor/paste/offer-pictures";
import type { TextNode } from "@/lib/content/stored/inline";
import type { Block } from "@/lib/content/document";
import { blockTexts } from "@/lib/content/paste/block-texts";
import type { Pasted } from "@/lib/content/paste/paste";
import { joinText } from "@/lib/content/paste/read-inline";

/** Where something goes: at the caret, which is behind a block that is chosen whole, or at a place between two blocks. */
export type Place = "caret" | { at: number };

/** The change that puts pasted blocks into the story; what is no part of the text goes into a stash at the end. Where the blocks begin it carries as `pastedFrom`. */
export function insertPasted(state: EditorState, pasted: Pasted, place: Place): Transaction {
  // Figures go into the cells that are chosen, be it all of them; words behind the table, as if typed.
  const isTable = pasted.body.length === 1 && pasted.body[0]?.type === "table";
  const behind = place === "caret" && (isChosenWhole(state.selection) || !isTable) && !isEmpty(pasted.body) ? caretBehindChosen(state) : null;
  const transaction = (behind ?? state.tr).setMeta("paste", true).setMeta("preventAutolink", true);
  if (!isEmpty(pasted.body)) {
    if (place !== "caret") selectAfter(transaction, place.at);
    transaction.setMeta(pastedFrom, transaction.selection.from);
    replaceSelection(transaction, pasted.body);
  }
  if (pasted.aside) {
    const lines = pasted.aside.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }));
    const caret = transaction.selection;
    transaction.insert(transaction.doc.content.size, state.schema.nodeFromJSON({ type: "stash", content: lines })).setSelection(TextSelection.near(transaction.doc.resolve(caret.to), -1));
  }
  return transaction.scrollIntoView();
}

const isEmpty = (body: readonly Block[]): boolean => body.every((block) => block.type === "paragraph" && (block.content ?? []).length === 0);

function replaceSelection(transaction: Transaction, body: readonly Block[]): void {
  const { $from } = transaction.selection;
  const { schema } = transaction.doc.type;
  if (joinsList(transaction, body) || fillsCells(transaction, body)) return;
  const holder = boxAround($from);
  if (holder !== null && !takesBlocks($from.node(holder))) {
    transaction.replaceSelection(new Slice(inlineOf(schema, joinText(body.flatMap(blockTexts)), $from.parent), 0, 0));
    return;
  }
  const fitting = holder === null ? body : body.flatMap((block) => (takes($from.node(holder), block.type) ? [block] : blockTexts(block).map((content): Block => ({ type: "paragraph", content }))));
  const nodes = Fragment.fromJSON(schema, fitting);
  // The first and the last paragraph join the text around them, as in every editor.
  const opens = (node: Node | null) => (node?.type.name === "paragraph" && !node.attrs.style ? 1 : 0);
  transaction.replaceSelection(new Slice(nodes, opens(nodes.firstChild), opens(nodes.lastChild)));
}

/** A list pasted at the end of an item, or into an empty one, goes on with the list that is there; levels that it has no room for are moved up as they are anywhere. */
function joinsList(transaction: Transaction, body: readonly Block[]): boolean {
  const { $from, empty } = transaction.selection;
  const [pasted] = body;
  const item = $from.depth > 1 ? $from.node(-1) : null;
  if (!empty || body.length !== 1 || item?.type.name !== "listItem" || item.childCount > 1 || $from.parentOffset < $from.parent.content.size) return false;
  if (!pasted || !isList(pasted.type)) return false;
  const list = transaction.doc.type.schema.nodeFromJSON(pasted);
  const from = $from.parent.content.size === 0 ? $from.before(-1) : $from.after(-1);
  transaction.replaceWith(from, $from.after(-1), list.content);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(from + list.content.size), -1));
  return true;
}

const isList = (name: string): boolean => name === "bulletList" || name === "orderedList";

/** The depth of the nearest box that nothing leaves: a caption, a cell, a fact box, a stash. */
function boxAround($at: ResolvedPos): number | null {
  for (let depth = $at.depth; depth > 0; depth--) if ($at.node(depth).type.spec.isolating) return depth;
  return null;
}

/** Whether more than one block fits into it: cells and captions hold a line. */
function takesBlocks(box: Node): boolean {
  return ["factBox", "stash"].includes(box.type.name);
}

function takes(box: Node, name: string): boolean {
  const type = box.type.schema.nodes[name];
  return type !== undefined && box.childCount > 0 && box.canReplaceWith(box.childCount, box.childCount, type);
}

function inlineOf(schema: Schema, text: readonly TextNode[], parent: Node): Fragment {
  return Fragment.from(text.map((node) => {
    const made = schema.nodeFromJSON(node);
    return made.mark(made.marks.filter((mark) => parent.type.allowsMarkType(mark.type)));
  }));
}

/** Puts the caret into the paragraph before that place if it is empty, else into a new one at it. */
function selectAfter(transaction: Transaction, at: number): void {
  const { doc } = transaction;
  const place = doc.resolve(Math.min(at, doc.content.size));
  const end = place.depth > 0 ? place.after(1) : place.pos;
  const before = doc.resolve(end).nodeBefore;
  const isFree = before?.type.name === "paragraph" && before.content.size === 0;
  if (!isFree) transaction.insert(end, (doc.type.schema.nodes.paragraph as Node["type"]).create());
  transaction.setSelection(TextSelection.create(transaction.doc, isFree ? end - 1 : end + 1));
}
