import { and, count, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, commentRevisions, comments, discussions, people } from "@/db/schema";
import type { CommentStatus, Role } from "@/db/vocabulary";
import { commentOwn } from "@/lib/comments/abilities";
import { afterEdit, isVisible, mayEdit, movedData } from "@/lib/comments/comment";
import { discussionState } from "@/lib/comments/discussion";
import { gateText } from "@/lib/comments/gate";
import { type Commenter, judgeText } from "@/lib/comments/judged-text";
import { keepFingerprint } from "@/lib/comments/keep-fingerprint";
import { lockDiscussionOf, moveComment } from "@/lib/comments/move-comment";
import { storyIsPublic } from "@/lib/comments/public-story";
import { refusal, sentenceOf, wrongFields } from "@/lib/comments/refusals/refusal";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import { commentSettings } from "@/lib/comments/settings";
import { tellOf } from "@/lib/comments/tell-of";
import { trustOf } from "@/lib/comments/reads/trust";
import { command } from "@/lib/core/command";
import { newId, tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { keepHits } from "@/lib/moderation/word-rules/hits";
import { roleMay } from "@/lib/policy/roles";
import { standingOf, standingRefusal } from "@/lib/sanctions/standing";

const unreadable = sentenceOf({ reason: "form_unreadable" });
const EditInput = z.strictObject({
  /** By the key of its own page, or, what was written with an account, by its id. */
  of: z.union([z.strictObject({ key: z.string(unreadable).max(100, unreadable) }), z.strictObject({ commentId: z.uuid(unreadable) })], unreadable),
  /** The text that its author had before her when she changed it. */
  revisionId: z.uuid(unreadable),
  text: z.string(unreadable),
});

/** One's own comment, locked. An id opens only what was written with an account: of a guest's the key alone says whose it is. */
async function lockOwn(tx: Transaction, { of }: z.infer<typeof EditInput>) {
  const own: SQL | undefined = "key" in of ? eq(comments.keyHash, tokenHash(of.key)) : and(eq(comments.id, of.commentId), isNotNull(comments.authorId));
  if (!own) return null;
  await lockDiscussionOf(tx, own);
  const [row] = await tx
    .select({ comment: comments, source: commentRevisions.source, linkCount: commentRevisions.linkCount, discussion: discussions, articleId: discussions.articleId, sectionId: articles.sectionId, firstPublishedAt: articles.firstPublishedAt, role: people.role })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(and(own, storyIsPublic))
    .for(rowLock, { of: comments });
  return row ?? null;
}

/**
 * Writes one's comment anew within the first minutes: another revision, through the pipeline again. What was approved is not any more, since
 * nobody read the new text. A pick goes with the text that was picked.
 */
export const editComment = command({
  name: "editComment",
  input: EditInput,
  ability: commentOwn,
  load: lockOwn,
  async run(context, subject, { revisionId, text }) {
    const { tx, now, actor, opinion } = context;
    const { comment, source, linkCount, discussion, articleId, sectionId, firstPublishedAt, role } = subject;
    const { open, ...held } = discussionState(discussion, await rulesOfSection(tx, sectionId), firstPublishedAt ?? now, now);
    if (!mayEdit(comment, held.editMinutes, now)) return fail(refusal("conflict", "edit_over"));
    // As to post: what may not be said anew may not be put in place of what was said either.
    const who = comment.authorId ? { personId: comment.authorId } : { guestId: comment.guestId ?? "" };
    const stands = await standingOf(tx, who, now);
    const barred = standingRefusal(stands, who, now);
    if (barred) return fail(barred);
    if (!open) return fail(refusal("conflict", "closed"));
    if (comment.currentRevisionId !== revisionId) return fail(refusal("conflict", "changed_meanwhile"));
    const written = await revisionsOf(tx, comment.id);
    const most = commentSettings.edits.most[await trustOf(tx, actor)] ?? 0;
    // Confirming writes a revision, too, of the same text.
    const edits = written - (comment.confirmedAt ? 2 : 1);
    if (edits >= most) return fail(refusal("conflict", "edits_used"));
    const gated = gateText(text);
    if ("problem" in gated) return fail(wrongFields("text", { comment: gated.problem }));
    // Said again word for word it is the same text: readers see no change, and whoever approved it has read it.
    if (gated.text === source) return ok({ commentId: comment.id, status: comment.status });
    const commenter = commenterOf(comment, role);
    const judged = await judgeText(tx, commenter, gated.text, { discussion, ...held, readFirst: stands.premod, whence: null, now, opinion, editing: comment.id, former: { likes: comment.likeCount, answers: comment.replyCount, linkCount } });
    if (judged === "repeated") return fail(refusal("conflict", "repeated"));
    const { status: found, reason, fingerprint, clusterId, ruleIds, by: _, ...kept } = judged;
    const status: CommentStatus = afterEdit(comment, found);
    const next = newId();
    await tx.insert(commentRevisions).values({ id: next, commentId: comment.id, seq: written + 1, ...kept, createdAt: now });
    await keepFingerprint(tx, { revisionId: next, commentId: comment.id, fingerprint, createdAt: now });
    await keepHits(tx, { commentId: comment.id, ruleIds, now });
    if (comment.pickedAt) await unpick(tx, comment);
    const moved = await moveComment(context, { comment: { ...comment, pickedAt: null } }, { revisionId, status: comment.status }, { to: status, by: null, reason: status === "rejected" ? reason : null, revisionId: next });
    if (typeof moved !== "string") return fail(refusal("conflict", "changed_meanwhile"));
    await tx.update(comments).set({ clusterId }).where(eq(comments.id, comment.id));
    await context.record({ name: "comment.edited", subjectId: comment.id, data: { articleId, ...movedData(comment, status) }, jobs: tellOf(comment.id, { shown: !isVisible(comment.status) && isVisible(status) }) });
    return ok({ commentId: comment.id, status });
  },
});

function commenterOf({ guestId, authorId, nameSnapshot: name, confirmedAt }: typeof comments.$inferSelect, role: Role | null): Commenter {
  if (!authorId) return { kind: "guest", id: guestId ?? "", name, confirmed: confirmedAt !== null };
  return { kind: role && roleMay(role, "desk.enter") ? "staff" : "reader", id: authorId, name };
}

async function revisionsOf(tx: Transaction, commentId: string): Promise<number> {
  const [row] = await tx.select({ number: count() }).from(commentRevisions).where(eq(commentRevisions.commentId, commentId));
  return row?.number ?? 0;
}

async function unpick(tx: Transaction, { id, discussionId, status }: typeof comments.$inferSelect): Promise<void> {
  await tx.update(comments).set({ pickedAt: null, pickedBy: null }).where(eq(comments.id, id));
  if (status === "published" || status === "approved") await tx.update(discussions).set({ pickCount: sql`${discussions.pickCount} - 1` }).where(eq(discussions.id, discussionId));
}
