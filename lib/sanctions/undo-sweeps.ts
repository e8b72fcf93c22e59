import { and, eq, inArray, type SQL } from "drizzle-orm";
import { commentSweepItems, commentSweeps } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import type { CommandContext } from "@/lib/core/command";

/** Stops sweeps that are under way and has what they rejected brought back in a job. Returns how many sweeps that were. */
export async function undoSweeps({ tx, actor, now, record }: CommandContext, which: SQL | undefined): Promise<number> {
  // Whoever rejects one of theirs holds the sweep meanwhile: this waits for her, and after it nobody rejects.
  const undone = await tx.update(commentSweeps).set({ undoneAt: now, undoneBy: personIdOf(actor) }).where(which).returning({ id: commentSweeps.id, sanctionId: commentSweeps.sanctionId });
  if (undone.length === 0) return 0;
  await tx.update(commentSweepItems).set({ outcome: "left" }).where(and(inArray(commentSweepItems.sweepId, undone.map(({ id }) => id)), eq(commentSweepItems.outcome, "waiting")));
  for (const { id, sanctionId } of undone) await record({ name: "sanction.sweep_undone", subjectId: sanctionId, data: { batch: id }, jobs: [{ name: "bring-back-swept", data: { sweepId: id } }] });
  return undone.length;
}
