import type { Transaction } from "@tiptap/pm/state";

/** Whether a change comes out of the shared document: a colleague's, or what an undo brought back. */
export const isFromOthers = (transaction: Transaction): boolean => transaction.getMeta("y-sync$") !== undefined;

/** Whether the text was changed in this browser: what comes from others was judged where it was typed, and is theirs to mend. */
export function typedHere(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) => transaction.docChanged) && !transactions.some(isFromOthers);
}
