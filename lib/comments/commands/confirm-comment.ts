import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { articles, commentConfirmations, commentRevisions, comments, discussions, guests } from "@/db/schema";
import type { Signal } from "@/db/schema/comments";
import type { CommentStatus } from "@/db/vocabulary";
import { commentConfirm } from "@/lib/comments/abilities";
import { isVisible } from "@/lib/comments/comment";
import { discussionState } from "@/lib/comments/discussion";
import { openWaiting, sealGuestAddress } from "@/lib/comments/guest-address";
import { judgeText } from "@/lib/comments/judged-text";
import { lockDiscussionOf, moveComment } from "@/lib/comments/move-comment";
import { refusal, sentenceOf } from "@/lib/comments/refusals/refusal";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import { tellOf } from "@/lib/comments/tell-of";
import { type CommandContext, command } from "@/lib/core/command";
import { newId, tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { keepHits } from "@/lib/moderation/word-rules/hits";
import { standingOf, standingRefusal } from "@/lib/sanctions/standing";

const unreadable = sentenceOf({ reason: "form_unreadable" });
const ConfirmInput = z.strictObject({ token: z.string(unreadable).max(100, unreadable), /** Whether she wants to be told of answers by mail. */ tell: z.boolean(unreadable) });

const saidTwice: Signal[] = [{ phase: "repeated", severity: "hold", evidence: "The same guest has said the same already" }];

/** The comment that waits for this link, locked with its discussion. Where the link is spent or too old there is none. */
async function lockWaiting(tx: Transaction, { token }: z.infer<typeof ConfirmInput>) {
  const [link] = await tx.select({ commentId: commentConfirmations.commentId }).from(commentConfirmations).where(eq(commentConfirmations.tokenHash, tokenHash(token)));
  if (!link) return null;
  await lockDiscussionOf(tx, eq(comments.id, link.commentId));
  const [row] = await tx
    .select({ comment: comments, address: commentConfirmations.address, expiresAt: commentConfirmations.expiresAt, revision: commentRevisions, discussion: discussions, articleId: articles.id, sectionId: articles.sectionId, firstPublishedAt: articles.firstPublishedAt })
    .from(commentConfirmations)
    .innerJoin(comments, and(eq(comments.id, commentConfirmations.commentId), eq(comments.status, "unverified")))
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .where(eq(commentConfirmations.commentId, link.commentId))
    // Used once: it is deleted.
    .for("update", { of: commentConfirmations });
  return row ?? null;
}

/**
 * Uses the link that was mailed to a guest: the address is hers, and the pipeline decides what becomes of the comment, as it would have with
 * an account. A discussion that closed meanwhile takes it, too: it was written in time. Returns the key of the comment's own page.
 */
export const confirmComment = command({
  name: "confirmComment",
  input: ConfirmInput,
  ability: commentConfirm,
  load: lockWaiting,
  async run(context, subject, { tell }) {
    const { tx, now } = context;
    const { comment, articleId } = subject;
    const waiting = openWaiting(comment.id, subject.address);
    if (!waiting || !comment.guestId || subject.expiresAt <= now) return fail(refusal("not_found", "comment_gone"));
    const who = { guestId: comment.guestId };
    const stands = await standingOf(tx, who, now);
    const barred = standingRefusal(stands, who, now);
    if (barred) return fail(barred);
    const { reviewed, linksHeld, newcomersHeld } = discussionState(subject.discussion, await rulesOfSection(tx, subject.sectionId), subject.firstPublishedAt ?? now, now);
    const judged = await judgeText(tx, { kind: "guest", id: comment.guestId, name: comment.nameSnapshot, confirmed: true }, subject.revision.source, { discussion: subject.discussion, reviewed, linksHeld, newcomersHeld, readFirst: stands.premod, whence: null, now, opinion: context.opinion, editing: comment.id });
    const status: CommentStatus = judged === "repeated" ? "held" : judged.status;
    const revisionId = await keepFindings(context, subject.revision, judged === "repeated" ? saidTwice : judged.signals);
    if (judged !== "repeated") await keepHits(tx, { commentId: comment.id, ruleIds: judged.ruleIds, now });
    const moved = await moveComment(context, subject, { revisionId, status: "unverified" }, { to: status, by: null, reason: judged !== "repeated" && status === "rejected" ? judged.reason : null });
    if (typeof moved !== "string") return fail(refusal("not_found", "comment_gone"));
    if (judged !== "repeated") await tx.update(comments).set({ clusterId: judged.clusterId }).where(eq(comments.id, comment.id));
    await tx.delete(commentConfirmations).where(eq(commentConfirmations.commentId, comment.id));
    await tx.update(guests).set({ verifiedAt: now, name: comment.nameSnapshot, ...(tell ? { emailSealed: sealGuestAddress(comment.guestId, waiting.email) } : {}) }).where(eq(guests.id, comment.guestId));
    await context.record({ name: "comment.confirmed", subjectId: comment.id, data: { articleId, status }, jobs: tellOf(comment.id, { shown: isVisible(status) }) });
    return ok({ key: waiting.key, state: isVisible(status) ? ("published" as const) : ("waiting" as const) });
  },
});

/** Keeps with the text what was found in it now that the address is known: what was found before is append-only, and moderators read the last. Its author did not edit it. */
async function keepFindings({ tx, now }: Pick<CommandContext, "tx" | "now">, { commentId, seq, source, body, textHash, linkCount }: typeof commentRevisions.$inferSelect, signals: Signal[]): Promise<string> {
  const id = newId();
  await tx.insert(commentRevisions).values({ id, commentId, seq: seq + 1, source, body, textHash, linkCount, signals, createdAt: now });
  await tx.update(comments).set({ currentRevisionId: id, confirmedAt: now }).where(eq(comments.id, commentId));
  return id;
}
