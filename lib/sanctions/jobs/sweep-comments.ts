import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { commentSweepItems } from "@/db/schema";
import type { SweepOutcome } from "@/db/vocabulary";
import { systemActor } from "@/lib/core/actor";
import type { Command } from "@/lib/core/command";
import { type Job, job } from "@/lib/core/jobs";
import { bringBackSwept, rejectSwept } from "@/lib/sanctions/commands/sweep-comment";

/** Does one thing to every comment of a sweep that stands so, each in a transaction of its own, so that nobody waits for the rest. Stopped anywhere, the next try goes on. */
function eachOf(outcome: SweepOutcome, command: Command<unknown>): Job {
  return job({
    input: z.object({ sweepId: z.uuid() }),
    async run({ sweepId }, signal) {
      const waiting = await appDatabase().select({ commentId: commentSweepItems.commentId }).from(commentSweepItems).where(and(eq(commentSweepItems.sweepId, sweepId), eq(commentSweepItems.outcome, outcome))).orderBy(asc(commentSweepItems.commentId));
      for (const { commentId } of waiting) {
        if (signal.aborted) throw new Error("Stopped in the middle of a sweep.");
        await command.execute({ sweepId, commentId }, { actor: systemActor("the program, for a sanction") });
      }
    },
  });
}

/** Rejects what a sanction swept. */
export const rejectSweptJob = eachOf("waiting", rejectSwept);
/** Brings back what a sanction had swept. */
export const bringBackSweptJob = eachOf("rejected", bringBackSwept);
