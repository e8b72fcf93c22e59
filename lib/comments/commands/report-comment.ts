import { createHmac } from "node:crypto";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { commentReports, comments, people } from "@/db/schema";
import { commentReport } from "@/lib/comments/abilities";
import { isVisible } from "@/lib/comments/comment";
import { gateNotice, type Notice, type TypedNotice } from "@/lib/comments/legal-notice";
import { type commentWithStory, moveComment, publicCommentWithStory } from "@/lib/comments/move-comment";
import { type FieldProblem, sentenceOf, wrongFields } from "@/lib/comments/refusals/refusal";
import { type ReportReason, reportReasons, reportsHide, reportWeight } from "@/lib/comments/reports";
import { commentSettings } from "@/lib/comments/settings";
import { countReports } from "@/lib/comments/settle-reports";
import { takeNotice } from "@/lib/comments/take-notice";
import { trustOf } from "@/lib/comments/reads/trust";
import { type Actor, personIdOf, systemActor } from "@/lib/core/actor";
import { type CommandContext, command } from "@/lib/core/command";
import { fromProcess } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { plainText, singleLine } from "@/lib/kernel/text";
import { refusedFor } from "@/lib/sanctions/standing";

const unreadable = sentenceOf({ reason: "form_unreadable" });
const { text: longestText, law: longestLaw, youngHours } = commentSettings.reports;

const ReportInput = z.strictObject({
  commentId: z.uuid(unreadable),
  reason: z.string(unreadable),
  law: z.string(unreadable),
  text: z.string(unreadable),
  /** What a notice of unlawful content says besides; of every other report nothing. */
  notice: z.strictObject({ name: z.string(unreadable), email: z.string(unreadable), childOffence: z.boolean(), goodFaith: z.boolean() }).nullable().default(null),
  /** Keyed hashes of where the report comes from; the door knows them, never the form. */
  network: z.string(),
  prefix: z.string(),
});

/**
 * Takes a report, once of each text from each person and from each network without an account. What is reported often and widely enough is hidden until a
 * moderator looks at it, unless one approved it already. The answer never tells whether anything came of it.
 *
 * What is said to break the law is a notice (lib/comments/legal-notice.ts): each is written down, acknowledged and answered, also the second of
 * the same person, whose report then waits again.
 */
export const reportComment = command({
  name: "reportComment",
  input: ReportInput,
  ability: commentReport,
  load: publicCommentWithStory,
  async run(context, subject, input) {
    const gated = gateReport(input);
    if ("problems" in gated) return fail(wrongFields("report", gated.problems));
    const { comment, articleId } = subject;
    const { notice, ...said } = gated;
    const { tx, actor, now } = context;
    const reporterId = personIdOf(actor);
    const barred = reporterId ? await refusedFor(tx, { personId: reporterId }, now) : null;
    if (barred) return fail(barred);
    const reportable = isVisible(comment.status) || comment.status === "hidden";
    if (!reportable || (reporterId !== null && comment.authorId === reporterId)) return ok({ thanks: true as const });
    const hashed = (what: string, value: string) => createHmac("sha256", fromProcess("env").secret).update(`report:${comment.id}:${what}:${value}`).digest("base64url");
    const place = { network: hashed("network", input.network), prefix: hashed("prefix", input.prefix) };
    const [added] = await tx
      .insert(commentReports)
      .values({ commentId: comment.id, revisionId: comment.currentRevisionId, reporterId, ...place, ...said, weight: await weightOf(tx, actor), counts: await mayCount(tx, reporterId, now), createdAt: now })
      .onConflictDoNothing()
      .returning({ id: commentReports.id });
    const report = added ? { ...added, waitsAnew: true } : notice ? await reportAgain(tx, { commentId: comment.id, revisionId: comment.currentRevisionId, reporterId, network: place.network }, said) : null;
    if (!report) return ok({ thanks: true as const });
    if (notice) await takeNotice(context, { commentId: comment.id, revisionId: comment.currentRevisionId, articleId, reportId: report.id, reporterId, law: said.law, explanation: said.text, ...notice });
    const reportCount = comment.reportCount + (report.waitsAnew ? 1 : 0);
    if (report.waitsAnew) await countReports(tx, comment.id, reportCount);
    if (comment.status === "published") await hideIfEnough(context, { ...subject, comment: { ...comment, reportCount } });
    return ok({ thanks: true as const });
  },
});

/** The report as it is kept, or what is wrong with it: breaking the law needs a notice with the law, another reason needs words. */
export function gateReport(input: Pick<z.infer<typeof ReportInput>, "reason" | "law" | "text" | "notice">): { reason: ReportReason; law: string; text: string; notice: Notice | null } | { problems: Record<string, FieldProblem> } {
  const reason = reportReasons.find((code) => code === input.reason);
  const law = singleLine(input.law.slice(0, longestLaw * 4));
  const text = plainText(input.text.slice(0, longestText * 4)).trim();
  const problems: Record<string, FieldProblem> = {};
  if (!reason) problems.reason = { reason: "reason_missing" };
  if (reason === "illegal" && law.length < 2) problems.law = { reason: "law_missing" };
  if (reason === "illegal" && [...law].length > longestLaw) problems.law = { reason: "law_too_long", values: { most: longestLaw } };
  if (reason === "other" && text.length < 2) problems.text = { reason: "report_text_missing" };
  if ([...text].length > longestText) problems.text = { reason: "report_too_long", values: { most: longestText } };
  const notice = reason === "illegal" ? gateNotice(input.notice ?? nothingTyped, text) : null;
  if (notice && "problems" in notice) return { problems: { ...notice.problems, ...problems } };
  return reason && Object.keys(problems).length === 0 ? { reason, law: reason === "illegal" ? law : "", text, notice } : { problems };
}

const nothingTyped: TypedNotice = { name: "", email: "", childOffence: false, goodFaith: false };

/**
 * The report that somebody sent of this text before: it waits again where it was settled. Without an account it may be a neighbour’s, who said
 * something else: only what said that the law is broken says what is said now, of the rest the notice alone carries the words. Null where it is gone.
 */
async function reportAgain(tx: Transaction, { commentId, revisionId, reporterId, network }: { commentId: string; revisionId: string; reporterId: string | null; network: string }, said: { reason: ReportReason; law: string; text: string }): Promise<{ id: string; waitsAnew: boolean } | null> {
  const hers = reporterId ? eq(commentReports.reporterId, reporterId) : and(isNull(commentReports.reporterId), eq(commentReports.network, network));
  const [before] = await tx.select({ id: commentReports.id, outcome: commentReports.outcome, reason: commentReports.reason }).from(commentReports).where(and(eq(commentReports.commentId, commentId), eq(commentReports.revisionId, revisionId), hers)).for(rowLock);
  if (!before) return null;
  await tx.update(commentReports).set({ ...(before.reason === "illegal" ? said : {}), outcome: "pending", settledBy: null }).where(eq(commentReports.id, before.id));
  return { id: before.id, waitsAnew: before.outcome !== "pending" };
}

async function weightOf(tx: Transaction, actor: Actor): Promise<number> {
  const personId = personIdOf(actor);
  const trust = await trustOf(tx, actor);
  if (!personId) return reportWeight({ trust, agreed: 0, disagreed: 0 });
  const [judged] = await tx
    .select({ agreed: sql<number>`count(*) filter (where ${commentReports.outcome} = 'agreed')`.mapWith(Number), disagreed: sql<number>`count(*) filter (where ${commentReports.outcome} = 'disagreed')`.mapWith(Number) })
    .from(commentReports)
    .where(eq(commentReports.reporterId, personId));
  return reportWeight({ trust, agreed: judged?.agreed ?? 0, disagreed: judged?.disagreed ?? 0 });
}

/** Whether a report may help to hide: not where the account is new and nothing of it was ever shown here. */
async function mayCount(tx: Transaction, personId: string | null, now: Date): Promise<boolean> {
  if (!personId) return true;
  const young = sql`${people.createdAt} > ${new Date(now.getTime() - youngHours * 3_600_000).toISOString()}::timestamptz`;
  const commented = tx.select({ one: sql`1` }).from(comments).where(and(eq(comments.authorId, people.id), or(eq(comments.status, "published"), eq(comments.status, "approved"))));
  const [unknown] = await tx.select({ id: people.id }).from(people).where(and(eq(people.id, personId), young, sql`not exists (${commented})`));
  return unknown === undefined;
}

async function hideIfEnough(context: CommandContext, subject: NonNullable<Awaited<ReturnType<typeof commentWithStory>>>): Promise<void> {
  const { comment, articleId } = subject;
  const reports = await context.tx
    .select({ weight: commentReports.weight, counts: commentReports.counts, prefix: commentReports.prefix, who: sql<string>`coalesce(${commentReports.reporterId}::text, ${commentReports.prefix}, ${commentReports.id}::text)` })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, comment.id), eq(commentReports.outcome, "pending")));
  if (!reportsHide(reports)) return;
  const moved = await moveComment(context, subject, { revisionId: comment.currentRevisionId, status: "published" }, { to: "hidden", by: null });
  // Whoever was faster decided: then there is nothing to hide.
  if (typeof moved === "string") await context.record({ name: "comment.hidden_by_reports", subjectId: comment.id, data: { articleId }, by: systemActor("the program, for its reports") });
}
