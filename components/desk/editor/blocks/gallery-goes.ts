import type { Node } from "@tiptap/pm/model";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import { typedHere } from "@/lib/content/typed-here";

const isWithoutFile = (picture: Node) => picture.attrs.assetId === "";

/**
 * With its last picture a gallery goes, however that was taken out: by a key, by cutting or by dragging. A gallery must hold a picture, so
 * that ProseMirror puts one without a file in its place.
 */
export function galleryGoesPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, { tr, doc, selection, schema }) {
      if (!typedHere(transactions)) return null;
      const paragraph = schema.nodes.paragraph;
      const emptied: { gallery: Node; at: number }[] = [];
      doc.forEach((gallery, at) => {
        if (gallery.type.name === "gallery" && gallery.children.some(isWithoutFile)) emptied.push({ gallery, at });
      });
      // From the end, so that no place moves before it is reached.
      for (const { gallery, at } of emptied.reverse()) {
        const left = gallery.children.filter((picture) => !isWithoutFile(picture));
        const instead = left.length > 0 ? gallery.type.create(gallery.attrs, left) : paragraph?.create();
        if (instead) tr.replaceWith(at, at + gallery.nodeSize, instead);
        if (instead && selection.from >= at && selection.from <= at + gallery.nodeSize) tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
      }
      return tr.docChanged ? tr : null;
    },
  });
}
