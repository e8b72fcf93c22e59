import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, commentRevisions, comments, discussions, guests, moderationEvents, people, revisions } from "@/db/schema";
import { type CommentStatus, type ReasonCode, roles } from "@/db/vocabulary";
import { commentAudit } from "@/lib/comments/abilities";
import type { Actor } from "@/lib/core/actor";
import { type RankedPlace, readRankedCursor, signRankedCursor } from "@/lib/core/signed-cursor";
import { csvLine, csvStart } from "@/lib/kernel/csv";
import type { AuditFilter } from "@/lib/moderation/audit-filter";
import { roleMay } from "@/lib/policy/roles";

/** One decision. `by` null: the program took it. What the comment said, who wrote it, and what she was told is no part of it; `author` is where her page is, for those who look here, and leaves with no file. */
export type AuditRow = { id: string; at: string; by: string | null; commentId: string; author: string | null; story: { id: string; headline: string }; from: CommentStatus | null; to: CommentStatus; reason: ReasonCode | null; /** What the pipeline had found. */ rules: string[]; /** Took another decision back. */ undoes: boolean };
export type AuditPage = { rows: AuditRow[]; next: string | null; first: boolean };

const rowsAPage = 50;
const list = "moderation-audit";

/** One page of the decisions that a filter wants, newest first; nothing for those who may not see the audit. */
export async function auditPage(actor: Actor, filter: AuditFilter, timeZone: string, after?: string): Promise<AuditPage | null> {
  if (!commentAudit.check(actor, null)) return null;
  const place = readRankedCursor(list, after);
  const found = await decisionsAfter(filter, timeZone, place, rowsAPage + 1);
  const last = found[rowsAPage - 1];
  return { rows: found.slice(0, rowsAPage).map(({ row }) => row), next: found.length > rowsAPage && last ? signRankedCursor(list, last.place) : null, first: place === null };
}

/** Who can be asked for: everybody who decides about comments, and whoever once did. */
export async function auditActors(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!commentAudit.check(actor, null)) return [];
  const decided = appDatabase().select({ one: sql`1` }).from(moderationEvents).where(eq(moderationEvents.actorId, people.id)).limit(1);
  return appDatabase().select({ id: people.id, name: people.name }).from(people).where(sql`${inArray(people.role, roles.filter((role) => roleMay(role, "comment.moderate")))} or (${inArray(people.role, ["contributor", "author"])} and exists (${decided}))`).orderBy(asc(people.name));
}

async function decisionsAfter(filter: AuditFilter, timeZone: string, place: RankedPlace | null, most: number): Promise<{ row: AuditRow; place: RankedPlace }[]> {
  const rows = await appDatabase()
    .select({ id: moderationEvents.id, microseconds: sql`(extract(epoch from ${moderationEvents.createdAt}) * 1000000)::bigint`.mapWith(Number), at: moderationEvents.createdAt, by: people.name, actorId: moderationEvents.actorId, commentId: moderationEvents.commentId, authorId: comments.authorId, guestKey: guests.emailHmac, articleId: articles.id, headline: revisions.headline, draftHeadline: articles.draftHeadline, from: moderationEvents.fromStatus, to: moderationEvents.toStatus, reason: moderationEvents.reasonCode, signals: commentRevisions.signals, undoes: moderationEvents.undoes })
    .from(moderationEvents)
    .innerJoin(comments, eq(comments.id, moderationEvents.commentId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .innerJoin(commentRevisions, eq(commentRevisions.id, moderationEvents.revisionId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(people, eq(people.id, moderationEvents.actorId))
    .leftJoin(guests, eq(guests.id, comments.guestId))
    .where(and(...conditions(filter, timeZone), place ? sql`(${moderationEvents.createdAt}, ${moderationEvents.id}) < (timestamptz 'epoch' + ${place.rank}::bigint * interval '1 microsecond', ${place.id}::uuid)` : undefined))
    .orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id))
    .limit(most);
  return rows.map(({ id, microseconds, at, by, actorId, commentId, authorId, guestKey, articleId, headline, draftHeadline, from, to, reason, signals, undoes }) => ({
    // To the microsecond, as PostgreSQL sorts: of two decisions within a millisecond neither is left out.
    place: { rank: microseconds, id },
    row: { id, at: at.toISOString(), by: actorId ? (by ?? "somebody") : null, commentId, author: authorId ? `/desk/comments/people/${authorId}` : guestKey ? `/desk/comments/guests/${guestKey}` : null, story: { id: articleId, headline: headline ?? draftHeadline }, from, to, reason, rules: [...new Set(signals.map(({ phase }) => phase))], undoes: undoes !== null },
  }));
}

function conditions({ actor, reason, rule, story, from, to }: AuditFilter, timeZone: string): (SQL | undefined)[] {
  // In words of the indexes, which PostgreSQL would not find behind parameters.
  const ofProgram = and(isNull(moderationEvents.actorId), inArray(moderationEvents.toStatus, ["held", "hidden", "rejected", "spam"]));
  const midnight = (day: string) => sql`(${day}::date)::timestamp at time zone ${timeZone}`;
  const found = rule && JSON.stringify([/^[a-z_]+$/.test(rule) ? { phase: rule } : { ruleId: rule }]);
  return [
    actor === "program" ? ofProgram : actor ? eq(moderationEvents.actorId, actor) : isNotNull(moderationEvents.actorId),
    reason ? eq(moderationEvents.reasonCode, reason) : undefined,
    found ? sql`${commentRevisions.signals} @> ${found}::text::jsonb` : undefined,
    story ? eq(discussions.articleId, story) : undefined,
    from ? gte(moderationEvents.createdAt, midnight(from)) : undefined,
    to ? lt(moderationEvents.createdAt, sql`(${to}::date + 1)::timestamp at time zone ${timeZone}`) : undefined,
  ];
}

const atATime = 500;
const columns = ["decision", "at", "by", "comment", "story", "headline", "from", "to", "reason", "rules", "takes back"];

/**
 * Everything that a filter wants as a file, newest first, a few hundred decisions at a time, so that neither the program nor the database holds
 * all of it at once; null for those who may not. Names of commenters and words of theirs are not in it.
 */
export function auditFile(actor: Actor, filter: AuditFilter, timeZone: string, as: "csv" | "json"): AsyncGenerator<string> | null {
  return commentAudit.check(actor, null) ? linesOf(filter, timeZone, as) : null;
}

async function* linesOf(filter: AuditFilter, timeZone: string, as: "csv" | "json"): AsyncGenerator<string> {
  yield as === "csv" ? csvStart + csvLine(columns) : "[";
  let isFirst = true;
  for (let after: RankedPlace | null = null; ; ) {
    const found: Awaited<ReturnType<typeof decisionsAfter>> = await decisionsAfter(filter, timeZone, after, atATime);
    const plain = found.map(({ row: { id, at, by, commentId, story, from, to, reason, rules, undoes } }) => ({ decision: id, at, by: by ?? "the program", comment: commentId, story: story.id, headline: story.headline, from, to, reason, rules, takesBack: undoes }));
    if (as === "csv") yield plain.map((row) => csvLine([row.decision, row.at, row.by, row.comment, row.story, row.headline, row.from, row.to, row.reason, row.rules.join(" "), row.takesBack ? "yes" : ""])).join("");
    else yield plain.map((row, place) => `${isFirst && place === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`).join("");
    isFirst &&= found.length === 0;
    const last = found.at(-1);
    if (found.length < atATime || !last) break;
    after = last.place;
  }
  if (as === "json") yield "\n]\n";
}
