/** What is of no use while the line is down: it is fetched when it is wanted, and nobody else carries it. */
export const withLine = {
  repairs: () => import("@/components/desk/editor/checks/perform-repair"),
  linkCheck: () => import("@/components/desk/editor/checks/link-check"),
  publishPanel: () => import("@/components/desk/editor/late-panels"),
  whileOthersWrite: () => import("@/components/desk/editor/following/while-others-write"),
  cropTool: () => import("@/components/desk/editor/crop/crop-tool"),
  previewPane: () => import("@/components/desk/editor/preview/preview-pane"),
  documents: () => import("@/components/desk/editor/paste/import-file"),
  pictureLibrary: () => import("@/components/desk/editor/library/library-dialog"),
  restoredNotice: () => import("@/components/desk/editor/restored-notice"),
  notesPanel: () => import("@/components/desk/editor/late-panels"),
  deviceCopy: () => import("@/components/desk/editor/device/device-copy"),
  relatedList: () => import("@/components/desk/editor/related/related-list"),
};
