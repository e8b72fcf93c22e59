import { and, asc, eq, gt, inArray, isNotNull, like, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase, type Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { accountDeletions, articles, commentFingerprints, commentLikes, commentReports, comments, discussions, displayNames, idempotencyKeys, legalHolds, legalNotices, mails, mutes, noticeChoices, notices, oneTimeLinks, people, revisions, sessions, spamLessons, storyLooks, threadFollows } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { accountErase } from "@/lib/commenters/abilities";
import { claimFor } from "@/lib/comments/claim-for";
import { movedData } from "@/lib/comments/comment";
import { forgetUsesOf } from "@/lib/comments/end-uses";
import { eraseComment, forgetWhere } from "@/lib/comments/erase-comment";
import { commentWithStory, isHeldForLaw, moveComment } from "@/lib/comments/move-comment";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { newToken, tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { recipientHash } from "@/lib/mail/letter";
import { forgetSanctionsOf } from "@/lib/sanctions/forget-sanctions";

/** What stands in place of a name that is gone, in the language of the story. */
const formerReader: Record<Language, string> = { en: "A former reader", de: "Jemand, der hier las", fr: "Une ancienne signature", es: "Alguien que ya no está", fa: "خواننده‌ای پیشین", ar: "قارئ سابق" };

/** A person whose time is up, locked, but not against whoever only names her: who posts has locked a discussion before; null where she thought better of it, or works here meanwhile. */
async function lockDue(tx: Transaction, personId: string) {
  const [row] = await tx.select({ id: people.id, email: people.email, confirmedAt: people.emailConfirmedAt, keepTexts: accountDeletions.keepTexts }).from(accountDeletions).innerJoin(people, eq(people.id, accountDeletions.personId)).where(and(eq(accountDeletions.personId, personId), eq(people.role, "reader"), lte(accountDeletions.dueAt, sql`now()`))).for(rowLock);
  return row ?? null;
}

/** One comment of somebody who is erased: purged, with its place kept for the replies, or left without a name. Each in a transaction of its own, so that nobody waits. */
const releaseComment = command({
  name: "releaseComment",
  input: z.strictObject({ personId: z.uuid(), commentId: z.uuid() }),
  ability: accountErase,
  async load(tx, { personId, commentId }) {
    const subject = await commentWithStory(tx, { commentId });
    const person = await lockDue(tx, personId);
    return subject && person && subject.comment.authorId === personId ? { ...subject, person } : null;
  },
  async run(context, subject) {
    const { tx } = context;
    const { comment, person, articleId } = subject;
    // It stays as it is, and she with it, until the matter is over; the rest of what she wrote goes.
    if (await isHeldForLaw(tx, comment.id)) return fail(conflict("legal_hold", "This comment is kept for a legal matter."));
    const isShown = comment.status === "published" || comment.status === "approved" || comment.status === "hidden";
    if (person.keepTexts && isShown) {
      const [story] = await tx.select({ language: revisions.language, last: articles.draftLanguage }).from(articles).leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, articleId));
      await tx.delete(spamLessons).where(eq(spamLessons.commentId, comment.id));
      await tx.delete(commentFingerprints).where(eq(commentFingerprints.commentId, comment.id));
      await forgetWhere(tx, comment.id);
      await forgetUsesOf(tx, comment.id);
      await tx.execute(sql`select erase_former_texts(${comment.id})`);
      // Nobody's key opens it any more.
      await tx.update(comments).set({ authorId: null, keyHash: tokenHash(newToken()), nameSnapshot: formerReader[story?.language ?? story?.last ?? "en"] }).where(eq(comments.id, comment.id));
      await tx.update(discussions).set({ version: sql`${discussions.version} + 1` }).where(eq(discussions.id, comment.discussionId));
      await context.record({ name: "comment.edited", subjectId: comment.id, data: { articleId, ...movedData(comment, comment.status) } });
      return ok({});
    }
    if (comment.status !== "purged") {
      const moved = await moveComment(context, subject, { revisionId: comment.currentRevisionId, status: comment.status }, { to: "purged", by: null });
      if (typeof moved !== "string") return fail(moved);
    }
    await eraseComment(tx, comment);
    await context.record({ name: "comment.purged", subjectId: comment.id, data: { articleId, ...movedData(comment, "purged") } });
    return ok({});
  },
});

/** Takes a like back that somebody gave who is erased. */
const releaseLike = command({
  name: "releaseLike",
  input: z.strictObject({ personId: z.uuid(), commentId: z.uuid() }),
  ability: accountErase,
  load: commentWithStory,
  async run({ tx, now }, { comment }, { personId }) {
    const [gone] = await tx.delete(commentLikes).where(and(eq(commentLikes.commentId, comment.id), eq(commentLikes.personId, personId))).returning({ ranks: commentLikes.ranks });
    if (!gone) return ok({});
    await tx.update(comments).set({ likeCount: sql`${comments.likeCount} - 1`, likeRank: sql`${comments.likeRank} - ${Number(gone.ranks)}` }).where(eq(comments.id, comment.id));
    await tx.update(discussions).set({ likesChangedAt: now }).where(eq(discussions.id, comment.discussionId));
    return ok({});
  },
});

/** What she left as a guest with her confirmed address is hers, too, claimed or not. */
const gatherComments = command({
  name: "gatherComments",
  input: z.strictObject({ personId: z.uuid() }),
  ability: accountErase,
  load: (tx, { personId }) => lockDue(tx, personId),
  async run({ tx }, person) {
    return ok({ gathered: person.confirmedAt ? await claimFor(tx, person) : [] });
  },
});

/** The last step: everything else that is kept of her, and who she was. Fails where a comment came meanwhile, and the next run goes on. */
const erasePerson = command({
  name: "erasePerson",
  input: z.strictObject({ personId: z.uuid() }),
  ability: accountErase,
  load: (tx, { personId }) => lockDue(tx, personId),
  async run({ tx, now, record }, { id, email, confirmedAt }) {
    const [left] = await tx.select({ id: comments.id }).from(comments).where(eq(comments.authorId, id)).limit(1);
    if (left) return fail(conflict("comments_left", "There are comments left."));
    // A link and the mail that brought it have one id.
    const ownLinks = (await tx.select({ id: oneTimeLinks.id }).from(oneTimeLinks).where(eq(oneTimeLinks.personId, id))).map((link) => link.id);
    for (const table of [sessions, oneTimeLinks, displayNames, notices, noticeChoices, threadFollows, commentLikes, storyLooks, accountDeletions] as const) await tx.delete(table).where(eq(table.personId, id));
    await tx.delete(mutes).where(or(eq(mutes.personId, id), eq(mutes.authorId, id)));
    await tx.update(commentReports).set({ reporterId: null, network: null, prefix: null, text: "", law: "" }).where(eq(commentReports.reporterId, id));
    // A notice that waits is still decided about and answered, and a legal matter may need it; what is left then goes as of any other notice (lib/jobs/forget-expired.ts).
    const free = sql`not exists (select from ${legalHolds} where ${legalHolds.commentId} = ${legalNotices.commentId})`;
    await tx.update(legalNotices).set({ contact: null, explanation: "", law: "" }).where(and(eq(legalNotices.reporterId, id), ne(legalNotices.outcome, "pending"), isNotNull(legalNotices.answeredAt), free));
    await tx.update(legalNotices).set({ reporterId: null }).where(eq(legalNotices.reporterId, id));
    await forgetSanctionsOf(tx, id, now);
    // Of an address that nobody confirmed the other mails may be another's.
    await tx.delete(mails).where(confirmedAt ? eq(mails.recipientHash, recipientHash(email)) : inArray(mails.id, ownLinks));
    await tx.delete(idempotencyKeys).where(like(idempotencyKeys.key, `%:${id}:%`));
    await tx.update(people).set({ email: `${id}@erased.invalid`, name: "—", bio: "", handle: null, portraitAssetId: null, passwordHash: null, emailConfirmedAt: null, disabledAt: now, erasedAt: now }).where(eq(people.id, id));
    await tx.execute(sql`select forget_person(${id})`);
    await record({ name: "person.erased", subjectId: id });
    return ok({});
  },
});

type Call = Parameters<typeof erasePerson.execute>[1];

/** Erases one account whose time is up. May be stopped anywhere: what is left the next run does. */
export async function eraseAccount(personId: string, call: Call): Promise<void> {
  if (!(await gatherComments.execute({ personId }, call)).ok) return;
  for (let after: string | null = null; ; ) {
    const own: { id: string }[] = await appDatabase().select({ id: comments.id }).from(comments).where(and(eq(comments.authorId, personId), after ? gt(comments.id, after) : undefined)).orderBy(asc(comments.id)).limit(200);
    for (const { id: commentId } of own) await releaseComment.execute({ personId, commentId }, call);
    after = own.at(-1)?.id ?? null;
    if (!after) break;
  }
  const likes = await appDatabase().select({ id: commentLikes.commentId }).from(commentLikes).innerJoin(accountDeletions, and(eq(accountDeletions.personId, commentLikes.personId), lte(accountDeletions.dueAt, sql`now()`))).where(eq(commentLikes.personId, personId));
  for (const { id: commentId } of likes) await releaseLike.execute({ personId, commentId }, call);
  await erasePerson.execute({ personId }, call);
}

/** Whose time is up, but for those of whom nothing is left to erase but what a legal matter keeps. */
export async function dueDeletions(): Promise<string[]> {
  const left = (kept: SQL) => sql`exists (select from ${comments} where ${comments.authorId} = ${accountDeletions.personId} and ${kept} (select from ${legalHolds} where ${legalHolds.commentId} = ${comments.id}))`;
  const rows = await appDatabase().select({ personId: accountDeletions.personId }).from(accountDeletions).where(and(lte(accountDeletions.dueAt, sql`now()`), sql`(${left(sql`not exists`)} or not ${left(sql`exists`)})`)).limit(50);
  return rows.map(({ personId }) => personId);
}
