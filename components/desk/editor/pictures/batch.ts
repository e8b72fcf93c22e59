import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { galleryPictures } from "@/lib/content/blocks/gallery";
import { drawBlockId } from "@/lib/content/schema";

/**
 * Pictures that were chosen together, in that order. Everything is found by the names of blocks: a change that comes from a colleague
 * replaces the whole document, and places of before mean nothing after it.
 */
export type Batch = {
  /** One under the other, or all in one gallery. */
  kind: "apart" | "gallery";
  order: readonly string[];
  /** Which figure each one has become. */
  placed: Map<string, string>;
  /** The gallery that they go into, once there is one. */
  gallery: string | null;
  /** The block that they were put behind, in the story or in a fact box; null for the story's beginning. */
  behind: string | null;
};

/** Where what stands in for a picture is shown while it comes; `before` where that was, should its neighbours be gone. */
export function waitingAt(doc: Node, batch: Batch, id: string, before: number): number {
  const gallery = batch.gallery && findBlock(doc, batch.gallery);
  if (gallery) return gallery.end;
  const earlier = neighbours(doc, batch, id).earlier ?? (batch.behind === null ? null : findBlock(doc, batch.behind));
  return betweenBlocks(doc, earlier?.end ?? before);
}

/** Puts a picture that has come among those it was chosen with, in their order; the first of a gallery makes it. */
export function placeArrived(transaction: Transaction, batch: Batch, id: string, figure: Node, before: number): Transaction {
  const { doc } = transaction;
  const { schema } = doc.type;
  const named = figure.type.create({ ...figure.attrs, id: drawBlockId() }, figure.content);
  batch.placed.set(id, named.attrs.id);
  const { earlier, later } = neighbours(doc, batch, id);
  const gallery = batch.gallery ? findBlock(doc, batch.gallery) : null;
  const isFull = gallery !== null && gallery.node.childCount >= galleryPictures.most;
  const among = earlier?.end ?? later?.at ?? (gallery ? gallery.end - 1 : null);
  if (among !== null && !isFull) return transaction.insert(among, named);
  const place = waitingAt(doc, batch, id, before);
  if (batch.kind === "apart" || isFull || !schema.nodes.gallery) return transaction.insert(place, named);
  batch.gallery = drawBlockId();
  return transaction.insert(place, schema.nodes.gallery.create({ id: batch.gallery }, named));
}

/** Those of the same choice that are there already and still where pictures of this kind go. */
function neighbours(doc: Node, batch: Batch, id: string) {
  const at = batch.order.indexOf(id);
  const there = (one: string) => {
    const figure = batch.placed.get(one);
    const found = figure ? findBlock(doc, figure) : null;
    const isHome = batch.kind === "gallery" ? found?.parent.attrs.id === batch.gallery : found?.parent === doc || found?.parent.type.name === "factBox";
    return found && isHome ? [found] : [];
  };
  return { earlier: batch.order.slice(0, at).flatMap(there).at(-1) ?? null, later: batch.order.slice(at + 1).flatMap(there)[0] ?? null };
}

/** The place itself between two blocks of the story or of a fact box, else the end of the one that it lies in. */
function betweenBlocks(doc: Node, at: number): number {
  const place = doc.resolve(Math.min(at, doc.content.size));
  const isInBox = place.depth === 1 && place.parent.type.name === "factBox" && place.index() > 0;
  return place.depth > 0 && !isInBox ? place.after(1) : place.pos;
}
