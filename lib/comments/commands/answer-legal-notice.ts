import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { commentRevisions, comments, discussions, legalNotices, moderationEvents } from "@/db/schema";
import { legalNoticeAnswer } from "@/lib/comments/abilities";
import { openContact } from "@/lib/comments/legal-notice";
import { noticeAnswerLetter } from "@/lib/comments/notice-letters";
import { hiddenByProgram } from "@/lib/comments/reads/statements";
import { commentSettings } from "@/lib/comments/settings";
import { deciderOf } from "@/lib/comments/statement";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { queueMail } from "@/lib/mail/queue-mail";
import { paperNow } from "@/lib/settings/reads/paper-now";

/**
 * Tells whoever sent a notice what was decided about it and why, and whom she can turn to; once, and never of a decision that was taken back
 * meanwhile. Where nobody is known, it is only written down that there was nobody to tell.
 */
export const answerLegalNotice = command({
  name: "answerLegalNotice",
  input: z.strictObject({ noticeId: z.uuid() }),
  ability: legalNoticeAnswer,
  async load(tx, { noticeId }) {
    const [notice] = await tx.select().from(legalNotices).where(eq(legalNotices.id, noticeId)).for(rowLock);
    return notice ?? null;
  },
  async run({ tx, now, record }, notice) {
    if (notice.outcome === "pending" || !notice.settledBy || !notice.settledAt || notice.answeredAt) return ok({ told: false });
    await tx.update(legalNotices).set({ answeredAt: now }).where(eq(legalNotices.id, notice.id));
    const [decision] = await tx.select({ reason: moderationEvents.reasonCode, to: moderationEvents.toStatus, actorId: moderationEvents.actorId, signals: commentRevisions.signals, wasHidden: hiddenByProgram, articleId: discussions.articleId }).from(moderationEvents).innerJoin(commentRevisions, eq(commentRevisions.id, moderationEvents.revisionId)).innerJoin(comments, eq(comments.id, moderationEvents.commentId)).innerJoin(discussions, eq(discussions.id, comments.discussionId)).where(eq(moderationEvents.id, notice.settledBy));
    const contact = openContact(notice.id, notice.contact);
    await record({ name: "comment.legal_notice_answered", subjectId: notice.commentId, data: { articleId: decision?.articleId ?? null, noticeId: notice.id, outcome: notice.outcome } });
    if (!contact) return ok({ told: false });
    const { paper, timeZone } = await paperNow(tx);
    const letter = noticeAnswerLetter({ paper, timeZone, place: notice.place, number: notice.id, at: notice.createdAt, outcome: notice.outcome, to: decision?.to ?? null, reason: decision?.reason ?? null, by: decision ? deciderOf(decision) : "person" }, notice.language);
    await queueMail(tx, { kind: "legal_notice", to: contact.email, ...letter });
    return ok({ told: true });
  },
});

/** Notices that were decided about long enough ago for the decision to stand, at most so many at a time. */
export async function noticesToAnswer(most: number): Promise<string[]> {
  const rows = await appDatabase()
    .select({ id: legalNotices.id })
    .from(legalNotices)
    .where(and(isNull(legalNotices.answeredAt), lte(legalNotices.settledAt, sql`now() - make_interval(mins => ${commentSettings.reports.notice.answerAfterMinutes})`)))
    .orderBy(legalNotices.settledAt)
    .limit(most);
  return rows.map(({ id }) => id);
}
