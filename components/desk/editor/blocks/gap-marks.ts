import { Extension } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { gapsIn } from "@/lib/content/gaps";

const key = new PluginKey<DecorationSet>("gaps");

// An element of its own kind: who does not see the colour is told of it, too.
const gap = { nodeName: "mark", class: "tk", title: "Still to come: stops publishing" };

function marksIn(block: ProseMirrorNode, at: number): Decoration[] {
  // Each thing that is no text counts as one place, as it does in the document.
  const text = block.textBetween(0, block.content.size, undefined, "\u{fffc}");
  return gapsIn(text).map(({ start, end }) => Decoration.inline(at + 1 + start, at + 1 + end, gap));
}

function marksBetween(doc: ProseMirrorNode, from: number, to: number): Decoration[] {
  const marks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    marks.push(...marksIn(node, at));
    return false;
  });
  return marks;
}

/** Only the blocks that the change touched are read again. */
function follow(marks: DecorationSet, transaction: Transaction): DecorationSet {
  const { doc } = transaction;
  let now = marks.map(transaction.mapping, doc);
  transaction.mapping.maps.forEach((map, index) => {
    map.forEach((_from, _to, from, to) => {
      const after = transaction.mapping.slice(index + 1);
      const [start, end] = [doc.resolve(Math.min(after.map(from, -1), doc.content.size)), doc.resolve(Math.min(after.map(to, 1), doc.content.size))];
      const [first, last] = [start.depth > 0 ? start.before(1) : start.pos, end.depth > 0 ? end.after(1) : end.pos];
      now = now.remove(now.find(first, last)).add(doc, marksBetween(doc, first, last));
    });
  });
  return now;
}

/** Shows every "TK" in the text as the gap that it is: it stops publishing. */
export const gapMarks = Extension.create({
  name: "gapMarks",
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => DecorationSet.create(doc, marksBetween(doc, 0, doc.content.size)),
          apply: (transaction, marks) => (transaction.docChanged ? follow(marks, transaction) : marks),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
