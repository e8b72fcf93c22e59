const atRest = () => import("@/components/desk/editor/at-rest");

/** What the editor does not need to begin with. Whoever uses one asks for it here, so that `fetchWhenIdle` knows them all; they come together. */
export const later = { pasteReader: atRest, receipt: atRest };
