import { Extension } from "@tiptap/core";
import { Fragment, type Node, type ResolvedPos, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { deepestList } from "@/lib/content/blocks/list";
import { typedHere } from "@/lib/content/typed-here";

const isList = (node: Node) => node.type.name === "bulletList" || node.type.name === "orderedList";

/** Keeps lists as deep as the paper prints them, typed or pasted: what lies deeper is lifted to the deepest level, in order and with every word. */
export const listDepth = Extension.create({
  name: "listDepth",
  // Before the list item's own Tab.
  priority: 1000,
  addKeyboardShortcuts() {
    // At the deepest level Tab does nothing: leaving the text in the middle of a list would surprise more.
    return { Tab: () => listsAround(this.editor.state.selection.$from) >= deepestList || this.editor.commands.command(({ state, dispatch }) => sinkIntoOtherKind(state, dispatch)) };
  },
  addProseMirrorPlugins: () => [listDepthPlugin()],
});

/**
 * Moves the chosen items to the end of the list under the item before them, where that list is of the other kind: TipTap's own command would put a
 * second list there, which no item holds, and fails. False where it is for that command.
 */
export function sinkIntoOtherKind(state: EditorState, dispatch: ((transaction: Transaction) => void) | undefined): boolean {
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, (node) => isList(node));
  const inner = range && range.startIndex > 0 ? range.parent.child(range.startIndex - 1).lastChild : null;
  if (!range || !inner || !isList(inner) || inner.type === range.parent.type) return false;
  const items = state.doc.slice(range.start, range.end).content;
  // Behind that list's last item: before the ends of the list and of the item that holds it.
  const change = state.tr.delete(range.start, range.end).insert(range.start - 2, items);
  dispatch?.(change.setSelection(TextSelection.create(change.doc, $from.pos - 2, $to.pos - 2)).scrollIntoView());
  return true;
}

export function listDepthPlugin(): Plugin {
  return new Plugin({
    props: { transformPasted: levelledSlice },
    appendTransaction(transactions, _before, { tr, doc, selection }) {
      if (!typedHere(transactions)) return null;
      for (const { at, list } of tooDeepLists(doc).reverse()) tr.replaceWith(at, at + list.nodeSize, levelled(list, 0));
      if (!tr.docChanged) return null;
      // The paragraphs are the same ones in the same order.
      return tr.setSelection(TextSelection.between(sameLetter(doc, selection.$anchor, tr.doc), sameLetter(doc, selection.$head, tr.doc)));
    },
  });
}

/** A clipboard's content with no list too deep in itself. */
export function levelledSlice(slice: Slice): Slice {
  const content = levelledContent(slice.content, 0);
  const most = Slice.maxOpen(content);
  return new Slice(content, Math.min(slice.openStart, most.openStart), Math.min(slice.openEnd, most.openEnd));
}

function levelledContent(content: Fragment, above: number): Fragment {
  return Fragment.from(content.content.map((node) => levelled(node, above)));
}

function levelled(node: Node, above: number): Node {
  if (node.isTextblock || node.isLeaf) return node;
  if (!isList(node)) return node.copy(levelledContent(node.content, above));
  return node.copy(above + 1 < deepestList ? levelledContent(node.content, above + 1) : Fragment.from(node.content.content.flatMap(itemsOf)));
}

/** An item of the deepest level without the lists in it, and behind it their items. */
function itemsOf(item: Node): Node[] {
  const own = item.content.content.filter((child) => !isList(child));
  const inner = item.content.content.filter(isList).flatMap((list) => list.content.content.flatMap(itemsOf));
  // Cut open at the start, an item may hold nothing but the list within.
  return own.length > 0 || inner.length === 0 ? [item.copy(Fragment.from(own)), ...inner] : inner;
}

function tooDeepLists(doc: Node): { at: number; list: Node }[] {
  const found: { at: number; list: Node }[] = [];
  doc.descendants((node, at) => {
    if (!isList(node)) return !node.isTextblock;
    if (depthOf(node) > deepestList) found.push({ at, list: node });
    return false;
  });
  return found;
}

/** How many lists lie in each other, this one counted. */
function depthOf(list: Node): number {
  return 1 + Math.max(0, ...list.content.content.flatMap((item) => item.content.content.filter(isList).map(depthOf)));
}

function listsAround($place: ResolvedPos): number {
  return Array.from({ length: $place.depth }, (_, depth) => $place.node(depth + 1)).filter(isList).length;
}

function sameLetter(before: Node, $place: ResolvedPos, after: Node): ResolvedPos {
  let behind = 0;
  before.nodesBetween(0, $place.pos, (node) => {
    if (node.isTextblock) behind += 1;
  });
  let at = 0;
  after.descendants((node, position) => {
    if (node.isTextblock && behind-- === 1) at = position + 1;
    return behind > 0;
  });
  return after.resolve(Math.min(at + ($place.parent.isTextblock ? $place.parentOffset : 0), after.content.size));
}
