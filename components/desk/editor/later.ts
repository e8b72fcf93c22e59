/**
 * What the editor does not need to begin with. Whoever uses one asks for it here, so that `fetchWhenIdle` knows them all; a paste comes
 * first because nobody waits for it gladly.
 */
export const later = {
  pasteReader: () => import("@/components/desk/editor/paste/paste-reader"),
  blockSettings: () => import("@/components/desk/editor/blocks/block-settings"),
  outlinePanel: () => import("@/components/desk/editor/outline/outline-panel"),
  shortcutSheet: () => import("@/components/desk/editor/menus/shortcut-sheet"),
};

/** What is of no use while the line is down: it is fetched when it is wanted, and nobody else carries it. */
export const withLine = {
  publishPanel: () => import("@/components/desk/editor/publish-panel"),
  cropTool: () => import("@/components/desk/editor/crop/crop-tool"),
  previewPane: () => import("@/components/desk/editor/preview/preview-pane"),
  documents: () => import("@/components/desk/editor/paste/import-file"),
  pictureLibrary: () => import("@/components/desk/editor/library/library-dialog"),
  restoredNotice: () => import("@/components/desk/editor/restored-notice"),
  relatedList: () => import("@/components/desk/editor/related/related-list"),
};
