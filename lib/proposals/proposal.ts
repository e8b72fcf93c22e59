import type { ProposalState, ProposalVerdict } from "@/db/vocabulary";

/** What people see of where a copy stands. */
export const proposalStateNames = {
  open: "Being written",
  sent: "Waits for an answer",
  withdrawn: "Withdrawn",
  declined: "Declined",
  taken: "Taken",
  partly_taken: "Partly taken",
} satisfies Record<ProposalState, string>;

/** Longest word with which a proposal is sent or answered, in characters. */
export const longestWord = 1000;

/** What became of a proposal once each of its changes was answered: what the story says already needs no answer, and was nobody's doing. Null while one waits. */
export function outcomeOf(changes: readonly { verdict: ProposalVerdict | null; isThere: boolean }[]): ProposalState | null {
  if (changes.some(({ verdict, isThere }) => verdict === null && !isThere)) return null;
  const declined = changes.filter(({ verdict }) => verdict === "declined").length;
  if (declined === 0) return "taken";
  return changes.some(({ verdict }) => verdict === "taken") ? "partly_taken" : "declined";
}
