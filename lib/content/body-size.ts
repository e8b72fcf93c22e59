import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { bodyLimits, isWithinLimits } from "@/lib/content/limits";
import { typedHere } from "@/lib/content/typed-here";

/** Below this many letters and tags no body comes near the limits, and a key need not be weighed. */
const surelyFits = 30_000;

/** Keeps a body from growing past what the server takes: what would not fit is not put in, and `tooLarge` is told so. */
export const bodySize = Extension.create<{ tooLarge: () => void }>({
  name: "bodySize",
  addOptions: () => ({ tooLarge: () => undefined }),
  addProseMirrorPlugins() {
    return [bodySizePlugin(this.options.tooLarge)];
  },
});

export function bodySizePlugin(tooLarge: () => void): Plugin {
  return new Plugin({
    filterTransaction(transaction, { doc }) {
      if (!typedHere([transaction]) || transaction.doc.content.size <= doc.content.size || fits(transaction.doc)) return true;
      tooLarge();
      return false;
    },
  });
}

function fits(doc: Node): boolean {
  if (doc.childCount > bodyLimits.blocks) return false;
  return doc.content.size < surelyFits && doc.childCount < bodyLimits.blocks / 2 ? true : isWithinLimits(doc.toJSON(), 0.9);
}
