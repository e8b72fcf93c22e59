import { desc, eq, inArray, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { commentReports, commentRevisions, legalNotices, moderationEvents } from "@/db/schema";
import { isVisible } from "@/lib/comments/comment";
import { deciderOf, groundOf, type Statement } from "@/lib/comments/statement";

/** Whether the program hid the text of a decision for its reports, before it or with it. */
export const hiddenByProgram = sql`exists (select from ${moderationEvents} as hiding where hiding.comment_id = ${moderationEvents.commentId} and hiding.revision_id = ${moderationEvents.revisionId} and hiding.to_status = 'hidden' and hiding.actor_id is null)`.mapWith(Boolean);

/** Why these comments are not shown, by comment: of those that are rejected or hidden now. */
export async function statementsOf(ids: readonly string[]): Promise<Map<string, Statement>> {
  if (ids.length === 0) return new Map();
  // Whichever decision settled it: of this text, or of a former one that this decision was about as well.
  const said = (table: typeof legalNotices | typeof commentReports) => sql`exists (select from ${table} where ${table.commentId} = ${moderationEvents.commentId} and (${table.revisionId} = ${moderationEvents.revisionId} or ${table.settledBy} = ${moderationEvents.id} or ${table.outcome} = 'pending'))`.mapWith(Boolean);
  const rows = await appDatabase()
    .selectDistinctOn([moderationEvents.commentId], { commentId: moderationEvents.commentId, to: moderationEvents.toStatus, from: moderationEvents.fromStatus, actorId: moderationEvents.actorId, reason: moderationEvents.reasonCode, signals: commentRevisions.signals, noticed: said(legalNotices), reported: said(commentReports), wasHidden: hiddenByProgram })
    .from(moderationEvents)
    .innerJoin(commentRevisions, eq(commentRevisions.id, moderationEvents.revisionId))
    .where(inArray(moderationEvents.commentId, [...ids]))
    .orderBy(moderationEvents.commentId, desc(moderationEvents.createdAt), desc(moderationEvents.id));
  return new Map(
    rows.flatMap(({ commentId, to, from, actorId, reason, signals, noticed: isNoticed, reported: isReported, wasHidden }) => {
      if (to !== "rejected" && to !== "hidden") return [];
      const wasShown = from !== null && (isVisible(from) || from === "hidden");
      const by = deciderOf({ actorId, to, signals, wasHidden });
      return [[commentId, { scope: to === "hidden" ? "hidden" : wasShown ? "taken" : "never", upon: isNoticed ? "notice" : isReported ? "reports" : "own", by, ground: reason && groundOf(reason) }] as const];
    }),
  );
}
