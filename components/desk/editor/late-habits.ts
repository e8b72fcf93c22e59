import type { Plugin } from "@tiptap/pm/state";
import { galleryGoesPlugin } from "@/components/desk/editor/blocks/gallery-goes";
import { caretInItsBlock } from "@/components/desk/editor/caret-stays";

/* What the editor does with what is typed, and with what colleagues do beside one's caret. Fetched once somebody begins to write (habits.ts). */
export { enterInBox } from "@/components/desk/editor/blocks/enter-in-box";
export { keepStepsApart } from "@/components/desk/editor/own-steps";
export { breakInstead } from "@/components/desk/editor/typed-break";

const galleryGoes = galleryGoesPlugin().spec.appendTransaction;

/** What follows on a change: the caret goes back into its block, or a gallery without pictures goes. */
export const afterChange: NonNullable<Plugin["spec"]["appendTransaction"]> = (...change) => caretInItsBlock(...change) ?? galleryGoes?.(...change);
