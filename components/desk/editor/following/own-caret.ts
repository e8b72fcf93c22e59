import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** The selection as letters of the shared text, as the binding notes it before each change from others, and where it stood when counted from the start. */
type Selected = { type: string; anchor: Y.RelativePosition | null; head: Y.RelativePosition | null; absAnchor?: number | undefined; absHead?: number | undefined };
export type Binding = { doc: Y.Doc; type: Y.XmlFragment; mapping: never; beforeTransactionSelection: Selected | null; prosemirrorView: { state: { doc: { content: { size: number } } } } | null };

export const bindingOf = (state: EditorState): Binding | undefined => (ySyncPluginKey.getState(state) as { binding?: Binding } | undefined)?.binding;

function isInText(doc: Y.Doc, position: Y.RelativePosition | null): boolean {
  const place = position && Y.createAbsolutePositionFromRelativePosition(position, doc);
  let item = place?.type._item;
  while (item && !item.deleted) item = (item.parent as Y.AbstractType<unknown>)._item;
  return Boolean(place) && !item;
}

/** Begins to keep the caret with the letter it stands at, whatever others write in the same line; ends with the function that it gives. */
export function keepCaret(binding: Binding): () => void {
  // The binding would count from the start of the line wherever the line's text has changed. That is of use only where the line itself is gone.
  const keep = () => {
    const selected = binding.beforeTransactionSelection;
    if (!selected) return;
    // What an undo remembers was counted in the text of then: behind the end of this one the binding would throw, and leave on the page what is no more.
    const end = binding.prosemirrorView?.state.doc.content.size ?? 0;
    if (isInText(binding.doc, selected.anchor) || Number(selected.absAnchor) > end) selected.absAnchor = undefined;
    if (isInText(binding.doc, selected.head) || Number(selected.absHead) > end) selected.absHead = undefined;
  };
  binding.doc.on("beforeObserverCalls", keep);
  return () => binding.doc.off("beforeObserverCalls", keep);
}

/** Keeps the caret with its letter while others write in the same line. */
export const ownCaret = Extension.create({
  name: "ownCaret",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("ownCaret"),
      view: ({ state }) => {
        const binding = bindingOf(state);
        return binding ? { destroy: keepCaret(binding) } : {};
      },
    }),
  ],
});
