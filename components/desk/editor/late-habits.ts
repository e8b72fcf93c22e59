import type { Plugin } from "@tiptap/pm/state";
import { galleryGoesPlugin } from "@/components/desk/editor/blocks/gallery-goes";

/* What the editor does with what is typed. Fetched once somebody begins to write (habits.ts). */
export { duplicateItem } from "@/components/desk/editor/blocks/duplicate-item";
export { copiedText } from "@/components/desk/editor/copied-text";
export { enterInBox } from "@/components/desk/editor/blocks/enter-in-box";
export { breakInstead } from "@/components/desk/editor/typed-break";

/** What follows on a change: a gallery without pictures goes. */
export const afterChange = galleryGoesPlugin().spec.appendTransaction as NonNullable<Plugin["spec"]["appendTransaction"]>;
