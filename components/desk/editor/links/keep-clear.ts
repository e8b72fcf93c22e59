import type { EditorView } from "@tiptap/pm/view";

/** Keeps the chosen words from under a form and its results, however they grow: one that stands above pushes them down, one at a phone's foot up. It ends with the form. */
export function keepClear(view: EditorView, form: HTMLElement): void {
  const sheet = view.dom.closest(".desk-sheet");
  const clear = new ResizeObserver(() => {
    if (!form.isConnected) return clear.disconnect();
    const { top, bottom } = form.getBoundingClientRect();
    const words = view.coordsAtPos(view.state.selection.from);
    const isAtFoot = top > innerHeight / 3;
    sheet?.scrollBy(0, isAtFoot ? Math.max(0, words.bottom + 8 - top) : Math.min(0, words.top - 8 - bottom));
  });
  clear.observe(form);
}
