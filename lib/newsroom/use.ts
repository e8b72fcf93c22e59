import type { CommentStatus, UseKind, UseState } from "@/db/vocabulary";

export const useSteps = ["ask", "use", "close", "reopen"] as const;
export type UseStep = (typeof useSteps)[number];

/**
 * From which states each step may be taken. A letter is printed and a lead followed only once its author agreed; a correction report asks
 * nobody, since nothing of it is printed. Who refused is not asked again; who took her word back is not either. A letter that was put into a
 * story can come out of it again, until it is printed.
 */
const from: Record<UseKind, Record<UseStep, readonly UseState[]>> = {
  letter: { ask: ["noted", "asked", "agreed"], use: ["agreed"], close: ["noted", "asked", "agreed", "refused", "withdrawn"], reopen: ["used", "closed"] },
  lead: { ask: ["noted"], use: ["agreed"], close: ["noted", "asked", "agreed", "refused", "withdrawn"], reopen: ["closed"] },
  correction: { ask: [], use: ["noted"], close: ["noted"], reopen: ["used", "closed"] },
};

/** Whether a step may be taken with what is in this state. */
export function mayStep(step: UseStep, { kind, state }: { kind: UseKind; state: UseState }): boolean {
  return from[kind][step].includes(state);
}

/** Whether its author has to agree before anything comes of it. */
export function needsConsent(kind: UseKind): boolean {
  return from[kind].ask.length > 0;
}

/** Whether the newsroom may make something of a comment: not of what nobody confirmed, of spam, and of what is gone. What readers do not see may be a lead all the same. */
export function isMarkable(status: CommentStatus): boolean {
  return status !== "unverified" && status !== "spam" && status !== "withdrawn" && status !== "purged";
}

/** Whether what she agreed to still holds. */
export function consentStands({ answer, withdrawnAt, overtakenAt }: { answer: string | null; withdrawnAt: Date | null; overtakenAt: Date | null }): boolean {
  return answer === "agreed" && withdrawnAt === null && overtakenAt === null;
}

/** Whether somebody has said no to something, or taken back a yes: she is not asked about it again, also where it was closed and opened meanwhile. */
export function saidNo({ answer, withdrawnAt }: { answer: string | null; withdrawnAt: Date | null }): boolean {
  return answer === "refused" || withdrawnAt !== null;
}
