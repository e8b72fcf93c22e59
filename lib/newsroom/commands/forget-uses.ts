import { and, eq, inArray, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { commentConsents, commentUses, legalHolds } from "@/db/schema";
import { isHeldForLaw } from "@/lib/comments/move-comment";
import { systemActor } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { useForget } from "@/lib/newsroom/abilities";
import { settleReportNote } from "@/lib/newsroom/report-note";
import { newsroomSettings } from "@/lib/newsroom/settings";
import { changeUse, lockUse, overtakeConsents, standingConsent } from "@/lib/newsroom/use-row";

/** So many at a time; the next run takes the rest. */
const most = 500;
const before = (days: number): SQL => sql`now() - make_interval(days => ${days})`;
const { contactDays, keptDays } = newsroomSettings;

const over = {
  /** Nobody answered in time. */
  unanswered: and(eq(commentUses.state, "asked"), sql`exists (select from ${commentConsents} where ${commentConsents.useId} = ${commentUses.id} and ${commentConsents.overtakenAt} is null and ${commentConsents.answer} is null and ${lt(commentConsents.expiresAt, sql`now()`)})`),
  /** Where somebody may be reached is known longer than it can be of use. */
  contact: and(isNotNull(commentUses.contact), or(and(eq(commentUses.state, "used"), lt(commentUses.usedAt, before(contactDays.used))), sql`exists (select from ${commentConsents} where ${commentConsents.useId} = ${commentUses.id} and ${commentConsents.overtakenAt} is null and ${lt(commentConsents.answeredAt, before(contactDays.agreed))})`)),
  /** Nothing came of it, long ago. */
  settled: and(inArray(commentUses.state, ["refused", "withdrawn", "closed"]), lt(commentUses.settledAt, before(keptDays))),
} as const;
type Over = keyof typeof over;

const forgetUse = command({
  name: "forgetUse",
  input: z.strictObject({ useId: z.uuid(), what: z.enum(["unanswered", "contact", "settled"]) }),
  ability: useForget,
  load: lockUse,
  async run({ tx, now, record }, { use, article }, { what }) {
    // Whoever answered or took it up meanwhile was faster; and what a legal matter needs stays.
    const [still] = await tx.select({ id: commentUses.id }).from(commentUses).where(and(eq(commentUses.id, use.id), over[what]));
    if (!still || (await isHeldForLaw(tx, use.commentId))) return ok({ forgotten: false });
    const data = { articleId: article.id, useId: use.id, kind: use.kind };
    if (what === "unanswered") {
      if ((await standingConsent(tx, use.id))?.answer) return ok({ forgotten: false });
      await overtakeConsents(tx, use.id, now);
      await changeUse(tx, use, { state: "closed", settledAt: now });
      await record({ name: "comment.use_closed", subjectId: use.commentId, data: { ...data, unanswered: true } });
    } else if (what === "contact") {
      await changeUse(tx, use, { contact: null });
    } else {
      await tx.delete(commentUses).where(eq(commentUses.id, use.id));
      if (use.noteId) await settleReportNote(tx, use.noteId, null, now);
      await record({ name: "comment.use_forgotten", subjectId: use.commentId, data });
    }
    return ok({ forgotten: true });
  },
});

/** Closes questions that nobody answered in time, forgets where people may be reached once that is of no use, and, long after, that nothing came of what was marked. What a legal matter needs stays. Says how many it was. */
export async function forgetUses(): Promise<number> {
  const free = sql`not exists (select from ${legalHolds} where ${legalHolds.commentId} = ${commentUses.commentId})`;
  let forgotten = 0;
  for (const what of Object.keys(over) as Over[]) {
    const rows = await appDatabase().select({ id: commentUses.id }).from(commentUses).where(and(over[what], free)).limit(most);
    for (const { id } of rows) {
      const result = await forgetUse.execute({ useId: id, what }, { actor: systemActor("the program") });
      if (result.ok && result.value.forgotten) forgotten += 1;
    }
  }
  return forgotten;
}
