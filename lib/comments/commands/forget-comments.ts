import { and, eq, inArray, isNull, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { appeals, commentConsents, comments, commentUses, guests, legalHolds } from "@/db/schema";
import type { CommentStatus } from "@/db/vocabulary";
import { commentForget } from "@/lib/comments/abilities";
import { movedData } from "@/lib/comments/comment";
import { eraseComment } from "@/lib/comments/erase-comment";
import { commentWithStory, moveComment } from "@/lib/comments/move-comment";
import { commentSettings } from "@/lib/comments/settings";
import { systemActor } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";

/** So many at a time; the next run takes the rest. */
const most = 500;
const hours = 3_600_000;

/** How long the text of a comment is kept that readers never saw or see no more, in milliseconds since it came to that state. */
const keptFor: Partial<Record<CommentStatus, number>> = {
  unverified: commentSettings.confirmHours * hours,
  held: commentSettings.keptDays.held * 24 * hours,
  rejected: commentSettings.keptDays.rejected * 24 * hours,
  spam: commentSettings.keptDays.spam * 24 * hours,
};

const since = sql<Date>`coalesce(${comments.decidedAt}, ${comments.createdAt})`;
/** Somebody waits for an answer about it, the newsroom for its author's or upon what she agreed to, or a legal matter does. */
const waitedFor = (db: Pick<ReturnType<typeof appDatabase>, "select">): SQL =>
  or(
    sql`exists ${db.select({ one: sql`1` }).from(appeals).where(and(eq(appeals.commentId, comments.id), eq(appeals.outcome, "pending")))}`,
    sql`exists ${db.select({ one: sql`1` }).from(commentUses).where(and(eq(commentUses.commentId, comments.id), eq(commentUses.state, "agreed")))}`,
    sql`exists ${db.select({ one: sql`1` }).from(commentUses).innerJoin(commentConsents, eq(commentConsents.useId, commentUses.id)).where(and(eq(commentUses.commentId, comments.id), eq(commentUses.state, "asked"), isNull(commentConsents.overtakenAt), sql`${commentConsents.expiresAt} > now()`))}`,
    sql`exists ${db.select({ one: sql`1` }).from(legalHolds).where(eq(legalHolds.commentId, comments.id))}`,
  ) ?? sql`false`;

const forgetComment = command({
  name: "forgetComment",
  input: z.strictObject({ commentId: z.uuid() }),
  ability: commentForget,
  load: commentWithStory,
  async run(context, subject) {
    const { comment, articleId } = subject;
    // Whoever confirmed it, decided about it or objected meanwhile was faster.
    const kept = keptFor[comment.status];
    if (kept === undefined || (comment.decidedAt ?? comment.createdAt).getTime() > context.now.getTime() - kept) return ok({ erased: false });
    const [waits] = await context.tx.select({ id: comments.id }).from(comments).where(and(eq(comments.id, comment.id), waitedFor(context.tx)));
    if (waits) return ok({ erased: false });
    const moved = await moveComment(context, subject, { revisionId: comment.currentRevisionId, status: comment.status }, { to: "purged", by: null });
    if (typeof moved !== "string") return ok({ erased: false });
    await eraseComment(context.tx, comment);
    await context.record({ name: "comment.purged", subjectId: comment.id, data: { articleId, ...movedData(comment, "purged") } });
    return ok({ erased: true });
  },
});

/**
 * Erases comments whose time is over: of guests that nobody confirmed, that nobody decided about, that were rejected or are spam; and says
 * how many. What somebody objected to, or a legal matter needs, stays; so does what the newsroom asks about until its author may answer no more, and what she agreed to until that is settled. That each stood there, when, and what was decided is kept.
 */
export async function forgetComments(): Promise<number> {
  let erased = 0;
  for (const [status, kept] of Object.entries(keptFor) as [CommentStatus, number][]) {
    const over = await appDatabase()
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.status, status), lt(since, sql`now() - make_interval(secs => ${kept / 1000})`), sql`not ${waitedFor(appDatabase())}`))
      .limit(most);
    for (const { id } of over) {
      const result = await forgetComment.execute({ commentId: id }, { actor: systemActor("the program") });
      if (result.ok && result.value.erased) erased += 1;
    }
  }
  return erased;
}

/** Forgets where answers were mailed to guests who have not commented for so long, but for those of whose comments a legal matter needs one; says how many. */
export async function forgetGuestAddresses(): Promise<number> {
  const long = sql`now() - make_interval(days => ${commentSettings.guestAddressDays})`;
  const over = appDatabase()
    .select({ id: guests.id })
    .from(guests)
    .where(and(sql`${guests.emailSealed} is not null`, lt(guests.createdAt, long), notExists(appDatabase().select({ one: sql`1` }).from(comments).where(and(eq(comments.guestId, guests.id), sql`(${comments.createdAt} >= ${long} or exists (select from ${legalHolds} where ${legalHolds.commentId} = ${comments.id}))`)))))
    .limit(most);
  return (await appDatabase().update(guests).set({ emailSealed: null }).where(inArray(guests.id, over)).returning({ id: guests.id })).length;
}
