import type { ProposalState, ProposalVerdict } from "@/db/vocabulary";
import type { Standing } from "@/lib/proposals/hunks";

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

/** What nobody has answered yet of a proposal: how many changes want an answer, how many of them fit, and how many the story says already by itself. */
export function unanswered(changes: Iterable<{ standing: Standing | null; decided: unknown }>): { open: number; fitting: number; there: number } {
  const left = [...changes].filter(({ decided }) => !decided);
  const count = (standing: Standing) => left.filter((one) => one.standing === standing).length;
  return { open: left.length - count("there"), fitting: count("fits"), there: count("there") };
}

/** What became of a proposal once each of its changes was answered: what the story says already needs no answer, and was nobody's doing. Null while one waits. */
export function outcomeOf(changes: readonly { verdict: ProposalVerdict | null; isThere: boolean }[]): ProposalState | null {
  if (changes.some(({ verdict, isThere }) => verdict === null && !isThere)) return null;
  const declined = changes.filter(({ verdict }) => verdict === "declined").length;
  if (declined === 0) return "taken";
  return changes.some(({ verdict }) => verdict === "taken") ? "partly_taken" : "declined";
}
