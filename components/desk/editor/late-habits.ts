/* What the editor does with what is typed, and with what colleagues do beside one's caret. Fetched once somebody begins to write (habits.ts). */
export { enterInBox } from "@/components/desk/editor/blocks/enter-in-box";
export { caretInItsBlock } from "@/components/desk/editor/caret-stays";
export { keepStepsApart } from "@/components/desk/editor/own-steps";
export { breakInstead } from "@/components/desk/editor/typed-break";
