import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { galleryPictures } from "@/lib/content/blocks/gallery";
import { tableLimits } from "@/lib/content/blocks/table";
import { safeHref } from "@/lib/content/links";
import { typedHere } from "@/lib/content/typed-here";
import { isUuid } from "@/lib/kernel/uuid";

/**
 * The last net: a change after which the server could not store the story is not made, and `refused` is told why in a sentence. What the
 * server refuses ends the connection, and with it everything that is not sent yet. What an undo brings back stands in the shared document before it
 * stands here, like the words of colleagues: refused here, the two would differ.
 */
export const storableBlocks = Extension.create<{ refused: (why: string) => void }>({
  name: "storableBlocks",
  addOptions: () => ({ refused: () => undefined }),
  addProseMirrorPlugins() {
    return [storableBlocksPlugin(this.options.refused)];
  },
});

export function storableBlocksPlugin(refused: (why: string) => void): Plugin {
  return new Plugin({
    filterTransaction(transaction, { doc }) {
      if (!typedHere([transaction])) return true;
      const { before, after } = changedBlocks(doc, transaction.doc);
      const why = firstFault(after);
      // What was wrong already may be made better step by step.
      if (why === null || before.some((block) => faultOf(block) === why)) return true;
      refused(why);
      return false;
    },
  });
}

/** The top-level blocks that differ; all others are the very same nodes. */
function changedBlocks(old: Node, doc: Node): { before: readonly Node[]; after: readonly Node[] } {
  const shorter = Math.min(old.childCount, doc.childCount);
  let [front, back] = [0, 0];
  while (front < shorter && old.child(front) === doc.child(front)) front++;
  while (back < shorter - front && old.child(old.childCount - 1 - back) === doc.child(doc.childCount - 1 - back)) back++;
  return { before: old.children.slice(front, old.childCount - back), after: doc.children.slice(front, doc.childCount - back) };
}

function firstFault(blocks: readonly Node[]): string | null {
  for (const block of blocks) {
    const fault = faultOf(block);
    if (fault !== null) return fault;
  }
  return null;
}

/** Why a block cannot be stored: what its shape allows and `lib/content/stored` does not. Of plain text nothing is asked; `cleanInput` sees to it. */
const faults: Record<string, (block: Node) => string | null> = {
  figure: ({ attrs }) => (isUuid(attrs.assetId) ? null : "A picture without its file cannot be kept: nothing was changed."),
  gallery: (gallery) =>
    gallery.childCount > galleryPictures.most
      ? `A gallery holds ${galleryPictures.most} pictures: nothing was added.`
      : // One without a file is what remains of the last: `galleryGoes` takes it out.
        firstFault(gallery.children.filter(({ attrs }) => attrs.assetId !== "")),
  table(table) {
    if (table.childCount > tableLimits.rows) return `A table holds ${tableLimits.rows} rows: nothing was added.`;
    if (table.children.some((row) => row.childCount > tableLimits.columns)) return `A table holds ${tableLimits.columns} columns: nothing was added.`;
    return table.children.some((row) => row.childCount === 0 || row.children.some(({ attrs }) => attrs.colspan !== 1 || attrs.rowspan !== 1)) ? "Cells of a table are not joined: nothing was changed." : null;
  },
  blockquote: ({ attrs }) => (attrs.sourceUrl === null || safeHref(attrs.sourceUrl) !== null ? null : "The address of this quotation cannot be kept: nothing was changed."),
  embed: ({ attrs }) => (isUuid(attrs.embedId) && safeHref(attrs.url)?.startsWith("https:") ? null : "This embed has no address that can be kept: nothing was changed."),
  relatedCard: ({ attrs }) => (isUuid(attrs.story) ? null : "This related story is not known here: nothing was changed."),
  factBox: (box) => firstFault(box.children),
  stash: (stash) => firstFault(stash.children),
};

function faultOf(block: Node): string | null {
  return faults[block.type.name]?.(block) ?? null;
}
