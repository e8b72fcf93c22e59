import { desc, eq, inArray, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { commentReports, commentRevisions, legalNotices, moderationEvents } from "@/db/schema";
import { isVisible } from "@/lib/comments/comment";
import { groundOf, type Statement } from "@/lib/comments/statement";

/** Why these comments are not shown, by comment: of those that are rejected or hidden now. */
export async function statementsOf(ids: readonly string[]): Promise<Map<string, Statement>> {
  if (ids.length === 0) return new Map();
  const noticed = sql`exists (select from ${legalNotices} where ${legalNotices.commentId} = ${moderationEvents.commentId} and (${legalNotices.settledBy} = ${moderationEvents.id} or ${legalNotices.outcome} = 'pending'))`;
  const reported = sql`exists (select from ${commentReports} where ${commentReports.commentId} = ${moderationEvents.commentId} and (${commentReports.settledBy} = ${moderationEvents.id} or ${commentReports.outcome} = 'pending'))`;
  const rows = await appDatabase()
    .selectDistinctOn([moderationEvents.commentId], { commentId: moderationEvents.commentId, to: moderationEvents.toStatus, from: moderationEvents.fromStatus, actorId: moderationEvents.actorId, reason: moderationEvents.reasonCode, signals: commentRevisions.signals, noticed: noticed.mapWith(Boolean), reported: reported.mapWith(Boolean) })
    .from(moderationEvents)
    .innerJoin(commentRevisions, eq(commentRevisions.id, moderationEvents.revisionId))
    .where(inArray(moderationEvents.commentId, [...ids]))
    .orderBy(moderationEvents.commentId, desc(moderationEvents.createdAt), desc(moderationEvents.id));
  return new Map(
    rows.flatMap(({ commentId, to, from, actorId, reason, signals, noticed: isNoticed, reported: isReported }) => {
      if (to !== "rejected" && to !== "hidden") return [];
      const wasShown = from !== null && (isVisible(from) || from === "hidden");
      const pointed = signals.some(({ severity }) => severity === "hold" || severity === "spam" || severity === "reject");
      // Nobody hides but a moderator, or the program for its reports; and by itself the program rejects by a rule alone.
      const by: Statement["by"] = actorId === null ? (to === "hidden" ? "counted" : "program") : pointed ? "pointed" : "person";
      return [[commentId, { scope: to === "hidden" ? "hidden" : wasShown ? "taken" : "never", upon: isNoticed ? "notice" : isReported ? "reports" : "own", by, ground: reason && groundOf(reason) }] as const];
    }),
  );
}
