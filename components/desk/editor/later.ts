/**
 * What the editor does not need to begin with. Whoever uses one asks for it here, so that `fetchWhenIdle` knows them all; a paste comes
 * first because nobody waits for it gladly.
 */
export const later = {
  pasteReader: () => import("@/components/desk/editor/paste/paste-reader"),
  outlinePanel: () => import("@/components/desk/editor/outline/outline-panel"),
  receipt: () => import("@/components/desk/editor/paste/receipt-contents"),
};
