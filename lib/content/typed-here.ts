import type { Transaction } from "@tiptap/pm/state";

/** Whether the text was changed in this browser: what comes from others was judged where it was typed, and is theirs to mend. */
export function typedHere(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) => transaction.docChanged) && transactions.every((transaction) => transaction.getMeta("y-sync$") === undefined);
}
