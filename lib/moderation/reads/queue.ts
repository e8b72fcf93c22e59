import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, min, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, commentRevisions, comments, discussions, moderationEvents, people, revisions, sections } from "@/db/schema";
import type { Signal } from "@/db/schema/comments";
import type { Accent, CommentStatus } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { commentModerate, commentPurge } from "@/lib/comments/abilities";
import { type Decision, decisions, mayDecide } from "@/lib/comments/comment";
import type { Actor } from "@/lib/core/actor";
import { type Place, readCursor, signCursor } from "@/lib/core/signed-cursor";
import type { CommentBody } from "@/lib/content/comment-body";

export const queues = { held: "Needs decision", approved: "Published", hidden: "Hidden", rejected: "Rejected", spam: "Spam", gone: "Withdrawn, purged" } as const;
export type Queue = keyof typeof queues;
export const queueNames = Object.keys(queues) as Queue[];

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
  can: Record<Decision | "purge", boolean>;
};

export type RecentDecision = { eventId: string; commentId: string; name: string; to: CommentStatus; at: string };
/** The pages beside this one: after which signed place each begins, "first" for the head of the list. */
export type QueuePage = { cards: QueueCard[]; counts: Record<Queue, number>; recent: RecentDecision[]; oldest: string | null; previous: { after: string } | "first" | null; next: string | null };

const cardsAPage = 40;
const parent = alias(comments, "parent");
const parentRevision = alias(commentRevisions, "parent_revision");
const decider = alias(people, "decider");

const statusesOf = { held: ["held"], approved: ["approved", "published"], hidden: ["hidden"], rejected: ["rejected"], spam: ["spam"], gone: ["withdrawn", "purged"] } satisfies Record<Queue, CommentStatus[]>;

/** What each queue is sorted by: waiting ones from the oldest on, decided ones from the last decision back. */
const sortedBy = (queue: Queue) => (queue === "held" ? sql`${comments.createdAt}` : sql`coalesce(${comments.decidedAt}, ${comments.createdAt})`);

const placeOf = (queue: Queue, row: { id: string; createdAt: Date; decidedAt: Date | null }): Place => ({ at: queue === "held" ? row.createdAt : (row.decidedAt ?? row.createdAt), id: row.id });

/**
 * One page of a queue with everything a decision needs; nothing for those who do not moderate. A page is named by the place it begins
 * after, so that what others decide meanwhile neither repeats nor hides a comment.
 */
export async function moderationQueue(actor: Actor, queue: Queue, after?: string): Promise<QueuePage | null> {
  if (!commentModerate.check(actor, null)) return null;
  const db = appDatabase();
  const list = `moderation:${queue}`;
  const place = readCursor(list, after);
  const [rows, previous, [oldest], counted, recent] = await Promise.all([
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
      .where(and(inArray(comments.status, statusesOf[queue]), place ? besides(queue, place, "after") : undefined))
      .orderBy(...inOrder(queue, "forwards"))
      .limit(cardsAPage + 1),
    place ? previousPage(queue, list, place) : null,
    db.select({ at: min(comments.createdAt) }).from(comments).where(inArray(comments.status, statusesOf.held)),
    db.select({ status: comments.status, number: count() }).from(comments).groupBy(comments.status),
    recentDecisions(actor),
  ]);
  const number = (...wanted: CommentStatus[]) => counted.filter((row) => wanted.includes(row.status)).reduce((sum, row) => sum + row.number, 0);
  const last = rows[cardsAPage - 1]?.comment;
  return {
    cards: rows.slice(0, cardsAPage).map((row) => ({
      id: row.comment.id,
      revisionId: row.comment.currentRevisionId,
      status: row.comment.status,
      name: row.comment.nameSnapshot,
      who: row.comment.guestId ? ("guest" as const) : row.authorRole === "reader" ? ("reader" as const) : ("staff" as const),
      at: row.comment.createdAt.toISOString(),
      body: row.body,
      signals: row.signals,
      reason: row.comment.statusReason,
      story: { id: row.articleId, headline: row.headline ?? row.draftHeadline, path: row.headline && row.section && row.slug ? articlePath(row.section, row.slug) : null, accent: row.accent },
      parent: row.parentName && row.parentBody ? { name: row.parentName, body: row.parentBody } : null,
      decided: row.comment.decidedAt ? { by: row.decidedBy, at: row.comment.decidedAt.toISOString() } : null,
      can: canOf(actor, row.comment.status),
    })),
    counts: Object.fromEntries(queueNames.map((one) => [one, number(...statusesOf[one])])) as Record<Queue, number>,
    recent,
    oldest: queue === "held" ? (oldest?.at?.toISOString() ?? null) : null,
    previous,
    next: rows.length > cardsAPage && last ? signCursor(list, placeOf(queue, last)) : null,
  };
}

function canOf(actor: Actor, status: CommentStatus): QueueCard["can"] {
  const may = Object.fromEntries(decisions.map((decision) => [decision, mayDecide(decision, status)])) as Record<Decision, boolean>;
  return { ...may, purge: status !== "purged" && commentPurge.check(actor, null) };
}

function inOrder(queue: Queue, direction: "forwards" | "backwards"): SQL[] {
  const way = (queue === "held") === (direction === "forwards") ? asc : desc;
  return [way(sortedBy(queue)), way(comments.id)];
}

/** Comments that come after a place of the queue, or those up to it. */
function besides(queue: Queue, place: Place, side: "after" | "up to"): SQL {
  const than = side === "after" ? (queue === "held" ? ">" : "<") : queue === "held" ? "<=" : ">=";
  return sql`(${sortedBy(queue)}, ${comments.id}) ${sql.raw(than)} (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;
}

/** The page that ends where this one begins: its place, or "first" where the queue begins on it. */
async function previousPage(queue: Queue, list: string, place: Place): Promise<QueuePage["previous"]> {
  const [before] = await appDatabase()
    .select({ createdAt: comments.createdAt, decidedAt: comments.decidedAt, id: comments.id })
    .from(comments)
    .where(and(inArray(comments.status, statusesOf[queue]), besides(queue, place, "up to")))
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

/** How many comments wait, for the desk's navigation. */
export async function waitingComments(): Promise<number> {
  const [row] = await appDatabase().select({ number: count() }).from(comments).where(inArray(comments.status, statusesOf.held));
  return row?.number ?? 0;
}
