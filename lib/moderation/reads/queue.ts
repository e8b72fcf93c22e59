import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, min, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, commentReports, commentRevisions, comments, discussions, moderationEvents, people, revisions, sections } from "@/db/schema";
import { decidedQueues, type Signal } from "@/db/schema/comments";
import type { Accent, CommentStatus, ReasonCode, Role } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { commentModerate, commentPick, commentPurge } from "@/lib/comments/abilities";
import { type Decision, decisions, isVisible, mayApproveAgain, mayDecide } from "@/lib/comments/comment";
import type { Actor } from "@/lib/core/actor";
import { type Place, readCursor, signCursor } from "@/lib/core/signed-cursor";
import type { CommentBody } from "@/lib/content/comment-body";

export const queues = { held: "Needs decision", reported: "Reported", unreviewed: "Unreviewed", approved: "Published", hidden: "Hidden", rejected: "Rejected", spam: "Spam", gone: "Withdrawn, purged" } as const;
export type Queue = keyof typeof queues;
export const queueNames = Object.keys(queues) as Queue[];

/** One report that waits, without who sent it: what she says counts, and how well the paper knows her. */
export type QueueReport = { id: string; reason: ReasonCode; law: string; text: string; weight: number; counts: boolean; account: boolean; at: string; ofFormerText: boolean };

export type QueueCard = {
  id: string;
  revisionId: string;
  status: CommentStatus;
  name: string;
  who: "guest" | "reader" | "staff";
  at: string;
  body: CommentBody;
  signals: Signal[];
  reason: string | null;
  story: { id: string; headline: string; path: string | null; accent: Accent | null };
  parent: { name: string; body: CommentBody } | null;
  /** `by` is null where its author did it, or the program. */
  decided: { by: string | null; at: string } | null;
  picked: boolean;
  reports: QueueReport[];
  /** What it said before its author changed it, oldest first. */
  before: { at: string; body: CommentBody }[];
  can: Record<Decision | "purge" | "pick" | "unpick", boolean>;
};

export type RecentDecision = { eventId: string; commentId: string; name: string; to: CommentStatus; at: string };
/** `counts` go up to `mostCounted`; one more stands for all above it. The pages beside this one: after which signed place each begins, "first" for the head of the list. */
export type QueuePage = { cards: QueueCard[]; counts: Record<Queue, number>; recent: RecentDecision[]; oldest: string | null; previous: { after: string } | "first" | null; next: string | null };

const cardsAPage = 40;
/** Up to so many comments are counted in a queue; nobody needs to know whether it is spam for the fortieth or the fiftieth thousandth time. */
export const mostCounted = 1000;
const parent = alias(comments, "parent");
const parentRevision = alias(commentRevisions, "parent_revision");
const decider = alias(people, "decider");

const statusesOf: Record<Queue, readonly CommentStatus[]> = { held: ["held"], reported: ["held", "published", "approved", "hidden"], ...(Object.fromEntries(decidedQueues) as Record<(typeof decidedQueues)[number][0], readonly CommentStatus[]>) };

/** Which comments stand in a queue; said in words of its index, which PostgreSQL would not find behind parameters. */
export const within = (queue: Queue): SQL => sql`${comments.status} in (${sql.raw(statusesOf[queue].map((status) => `'${status}'`).join(", "))})${queue === "reported" ? sql` and ${comments.reportCount} > 0` : sql.empty()}`;

/** Queues of what waits: from the oldest on. */
const waits = (queue: Queue) => queue === "held" || queue === "reported";

/** What each queue is sorted by: waiting ones from the oldest on, decided ones from the last decision back. */
const sortedBy = (queue: Queue) => (waits(queue) ? sql`${comments.createdAt}` : sql`coalesce(${comments.decidedAt}, ${comments.createdAt})`);

const placeOf = (queue: Queue, row: { id: string; createdAt: Date; decidedAt: Date | null }): Place => ({ at: waits(queue) ? row.createdAt : (row.decidedAt ?? row.createdAt), id: row.id });

/**
 * One page of a queue with everything a decision needs; nothing for those who do not moderate. A page is named by the place it begins
 * after, so that what others decide meanwhile neither repeats nor hides a comment.
 */
export async function moderationQueue(actor: Actor, queue: Queue, after?: string): Promise<QueuePage | null> {
  if (!commentModerate.check(actor, null)) return null;
  const db = appDatabase();
  const list = `moderation:${queue}`;
  const place = readCursor(list, after);
  const [rows, previous, [oldest], counts, recent] = await Promise.all([
    db
      .select({ comment: comments, articleId: articles.id, body: commentRevisions.body, signals: commentRevisions.signals, headline: revisions.headline, draftHeadline: articles.draftHeadline, slug: articles.slug, section: sections.slug, accent: sections.accent, parentName: parent.nameSnapshot, parentBody: parentRevision.body, decidedBy: decider.name, authorRole: people.role })
      .from(comments)
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .leftJoin(sections, eq(sections.id, articles.sectionId))
      .leftJoin(parent, eq(parent.id, comments.parentId))
      .leftJoin(parentRevision, eq(parentRevision.id, parent.currentRevisionId))
      .leftJoin(decider, eq(decider.id, comments.decidedBy))
      .leftJoin(people, eq(people.id, comments.authorId))
      .where(and(within(queue), place ? besides(queue, place, "after") : undefined))
      .orderBy(...inOrder(queue, "forwards"))
      .limit(cardsAPage + 1),
    place ? previousPage(queue, list, place) : null,
    db.select({ at: min(comments.createdAt) }).from(comments).where(within("held")),
    countQueues(),
    recentDecisions(actor),
  ]);
  const shown = rows.slice(0, cardsAPage);
  const [reports, former] = await Promise.all([reportsOf(shown.map((row) => row.comment)), formerTextsOf(shown.map((row) => row.comment))]);
  const last = rows[cardsAPage - 1]?.comment;
  return {
    cards: shown.map((row) => ({
      id: row.comment.id,
      revisionId: row.comment.currentRevisionId,
      status: row.comment.status,
      name: row.comment.nameSnapshot,
      who: whoWrote(row.comment, row.authorRole),
      at: row.comment.createdAt.toISOString(),
      body: row.body,
      signals: row.signals,
      reason: row.comment.statusReason,
      story: { id: row.articleId, headline: row.headline ?? row.draftHeadline, path: row.headline && row.section && row.slug ? articlePath(row.section, row.slug) : null, accent: row.accent },
      parent: row.parentName && row.parentBody ? { name: row.parentName, body: row.parentBody } : null,
      decided: row.comment.decidedAt ? { by: row.decidedBy, at: row.comment.decidedAt.toISOString() } : null,
      picked: row.comment.pickedAt !== null && isVisible(row.comment.status),
      reports: reports.get(row.comment.id) ?? [],
      before: former.get(row.comment.id) ?? [],
      can: canOf(actor, row.comment),
    })),
    counts,
    recent,
    oldest: queue === "held" ? (oldest?.at?.toISOString() ?? null) : null,
    previous,
    next: rows.length > cardsAPage && last ? signCursor(list, placeOf(queue, last)) : null,
  };
}

/** Whoever had her account deleted and left her words here was a reader. */
function whoWrote({ guestId, authorId }: typeof comments.$inferSelect, role: Role | null): QueueCard["who"] {
  if (guestId) return "guest";
  return authorId === null || role === "reader" ? "reader" : "staff";
}

/** How many comments stand in each queue: as many as there are up to `mostCounted`, one more where there are more. */
async function countQueues(): Promise<Record<Queue, number>> {
  const parts = queueNames.map((queue) => sql`select ${sql.raw(`'${queue}'`)} as queue, count(*)::integer as number from (select from ${comments} where ${within(queue)} limit ${sql.raw(String(mostCounted + 1))}) as counted`);
  const rows = await appDatabase().execute<{ queue: Queue; number: number }>(sql.join(parts, sql` union all `));
  return Object.fromEntries(rows.map(({ queue, number }) => [queue, number])) as Record<Queue, number>;
}

/** The reports of these comments that wait, by comment, oldest first. */
async function reportsOf(of: readonly (typeof comments.$inferSelect)[]): Promise<Map<string, QueueReport[]>> {
  const reported = of.filter(({ reportCount }) => reportCount > 0);
  if (reported.length === 0) return new Map();
  const rows = await appDatabase()
    .select()
    .from(commentReports)
    .where(and(inArray(commentReports.commentId, reported.map(({ id }) => id)), eq(commentReports.outcome, "pending")))
    .orderBy(asc(commentReports.createdAt), asc(commentReports.id));
  const current = new Map(reported.map((comment) => [comment.id, comment.currentRevisionId]));
  const shown = ({ id, reason, law, text, weight, counts, reporterId, createdAt, commentId, revisionId }: (typeof rows)[number]): QueueReport => ({ id, reason, law, text, weight, counts, account: reporterId !== null, at: createdAt.toISOString(), ofFormerText: current.get(commentId) !== revisionId });
  return new Map(reported.map(({ id }) => [id, rows.filter((row) => row.commentId === id).map(shown)]));
}

/** What these comments said before they were edited, by comment, oldest first. */
async function formerTextsOf(of: readonly (typeof comments.$inferSelect)[]): Promise<Map<string, QueueCard["before"]>> {
  const edited = of.filter(({ editedAt, status }) => editedAt !== null && status !== "purged");
  if (edited.length === 0) return new Map();
  const newer = alias(commentRevisions, "newer");
  const rows = await appDatabase()
    .select({ commentId: commentRevisions.commentId, at: commentRevisions.createdAt, body: commentRevisions.body })
    .from(commentRevisions)
    .where(and(inArray(commentRevisions.commentId, edited.map(({ id }) => id)), sql`exists (${appDatabase().select({ one: sql`1` }).from(newer).where(and(eq(newer.commentId, commentRevisions.commentId), eq(newer.seq, sql`${commentRevisions.seq} + 1`), ne(newer.source, commentRevisions.source)))})`))
    .orderBy(asc(commentRevisions.seq));
  return new Map(edited.map(({ id }) => [id, rows.filter((row) => row.commentId === id).map(({ at, body }) => ({ at: at.toISOString(), body }))]));
}

function canOf(actor: Actor, { status, reportCount, pickedAt }: typeof comments.$inferSelect): QueueCard["can"] {
  const may = Object.fromEntries(decisions.map((decision) => [decision, mayDecide(decision, status)])) as Record<Decision, boolean>;
  const pickable = isVisible(status) && commentPick.check(actor, null);
  return { ...may, approve: may.approve || mayApproveAgain(status, reportCount), pick: pickable && pickedAt === null, unpick: pickable && pickedAt !== null, purge: status !== "purged" && commentPurge.check(actor, null) };
}

/** What a queue is sorted by, from its head on or back to it. */
export function inOrder(queue: Queue, direction: "forwards" | "backwards"): SQL[] {
  const way = waits(queue) === (direction === "forwards") ? asc : desc;
  return [way(sortedBy(queue)), way(comments.id)];
}

/** Comments that come after a place of the queue, or those up to it. */
function besides(queue: Queue, place: Place, side: "after" | "up to"): SQL {
  const than = side === "after" ? (waits(queue) ? ">" : "<") : waits(queue) ? "<=" : ">=";
  return sql`(${sortedBy(queue)}, ${comments.id}) ${sql.raw(than)} (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;
}

/** The page that ends where this one begins: its place, or "first" where the queue begins on it. */
async function previousPage(queue: Queue, list: string, place: Place): Promise<QueuePage["previous"]> {
  const [before] = await appDatabase()
    .select({ createdAt: comments.createdAt, decidedAt: comments.decidedAt, id: comments.id })
    .from(comments)
    .where(and(within(queue), besides(queue, place, "up to")))
    .orderBy(...inOrder(queue, "backwards"))
    .offset(cardsAPage)
    .limit(1);
  return before ? { after: signCursor(list, placeOf(queue, before)) } : "first";
}

/** One's own decisions of the last minutes that can still be taken back. */
async function recentDecisions(actor: Actor): Promise<RecentDecision[]> {
  if (actor.kind !== "person") return [];
  const later = alias(moderationEvents, "later");
  const rows = await appDatabase()
    .select({ eventId: moderationEvents.id, commentId: moderationEvents.commentId, name: comments.nameSnapshot, to: moderationEvents.toStatus, at: moderationEvents.createdAt })
    .from(moderationEvents)
    .innerJoin(comments, eq(comments.id, moderationEvents.commentId))
    .leftJoin(later, and(eq(later.commentId, moderationEvents.commentId), gt(later.createdAt, moderationEvents.createdAt)))
    .where(and(eq(moderationEvents.actorId, actor.personId), isNotNull(moderationEvents.fromStatus), isNull(moderationEvents.undoes), ne(moderationEvents.toStatus, "purged"), isNull(later.id), gt(moderationEvents.createdAt, sql`now() - interval '10 minutes'`)))
    .orderBy(desc(moderationEvents.createdAt))
    .limit(5);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** How many comments wait, for the desk's navigation: held ones, and those that readers reported. */
export async function waitingComments(): Promise<number> {
  const [row] = await appDatabase().select({ number: count() }).from(comments).where(or(within("held"), within("reported")));
  return row?.number ?? 0;
}
