import { and, count, desc, eq, gt, isNotNull, isNull, min, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase, commandDatabase } from "@/db/client";
import { atMost } from "@/db/prepared";
import { articles, commentRevisions, comments, discussions, legalHolds, moderationEvents, people, revisions, sections } from "@/db/schema";
import type { Signal } from "@/db/schema/comments";
import type { Accent, CommentStatus, Role, UseKind, UseState } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { commentLegalHold, commentModerate, commentPick, commentPurge } from "@/lib/comments/abilities";
import { type Decision, decisions, isOver, isVisible, mayApproveAgain, mayDecide } from "@/lib/comments/comment";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Place, readCursor, signCursor } from "@/lib/core/signed-cursor";
import type { CommentBody } from "@/lib/content/comment-body";
import { type ChangedWords, changedWords } from "@/lib/moderation/changed-words";
import { matchedWords } from "@/lib/moderation/matched-words";
import { type Queue, type QueueFilters, queueNames } from "@/lib/moderation/queue-address";
import { type AuthorStrip, type Cluster, clustersOf, formerTextsOf, noticesOf, type QueueNotice, type QueueReport, reportsOf, stripsOf } from "@/lib/moderation/reads/card-details";
import { narrowed } from "@/lib/moderation/reads/narrowed";
import { useMark } from "@/lib/newsroom/abilities";
import { usesOf } from "@/lib/newsroom/reads/newsroom-list";
import { isMarkable } from "@/lib/newsroom/use";
import { besides, inOrder, placeOf, waits, within } from "@/lib/moderation/reads/queue-list";

export type QueueCard = {
  id: string;
  revisionId: string;
  status: CommentStatus;
  name: string;
  who: "guest" | "reader" | "staff";
  at: string;
  body: CommentBody;
  signals: Signal[];
  /** What the signals found in the text, as it stands there. */
  matched: string[];
  reason: string | null;
  story: { id: string; headline: string; path: string | null; accent: Accent | null };
  parent: { name: string; body: CommentBody } | null;
  /** `by` is null where its author did it, or the program. */
  decided: { by: string | null; at: string } | null;
  picked: boolean;
  /** What was said to break the law, and waits for an answer: it comes before all else. */
  notices: QueueNotice[];
  reports: QueueReport[];
  /** What it said before its author changed it, oldest first, with what became of the words. */
  before: { at: string; changes: ChangedWords }[];
  /** Null where nobody is known behind it any more. */
  author: AuthorStrip | null;
  cluster: Cluster | null;
  escalated: { by: string | null; at: string; note: string } | null;
  /** What the newsroom makes of it. */
  uses: { kind: UseKind; state: UseState }[];
  /** A legal matter needs it: nothing of it is erased. */
  underHold: boolean;
  /** Whoever looks wrote it: somebody else decides. */
  own: boolean;
  can: Record<Decision | "purge" | "pick" | "unpick" | "escalate" | "keep" | "mark", boolean>;
};

/** One decision of one's own, or, with `batchId`, as many as were taken in one step. */
export type RecentDecision = { eventId: string; batchId: string | null; commentId: string; name: string; to: CommentStatus; at: string; number: number };
/** `counts` go up to `mostCounted`; one more stands for all above it; of all comments none is told. `oldest`: since when what waits here has waited. The pages beside this one: after which signed place each begins, "first" for the head of the list. */
export type QueuePage = { cards: QueueCard[]; counts: Record<Exclude<Queue, "all">, number>; recent: RecentDecision[]; oldest: string | null; previous: { after: string } | "first" | null; next: string | null };

const cardsAPage = 40;
/** Up to so many comments are counted in a queue; nobody needs to know whether it is spam for the fortieth or the fiftieth thousandth time. */
export const mostCounted = 1000;
/** Such a number as people read it: "1000+" where there are more. */
export const asCounted = (number: number): number | string => (number > mostCounted ? `${mostCounted}+` : number);
const parent = alias(comments, "parent");
const parentRevision = alias(commentRevisions, "parent_revision");
const decider = alias(people, "decider");
const escalator = alias(people, "escalator");

/**
 * One page of a queue with everything a decision needs; nothing for those who do not moderate. A page is named by the place it begins
 * after, so that what others decide meanwhile neither repeats nor hides a comment.
 */
export async function moderationQueue(actor: Actor, queue: Queue, after?: string, { filters = {}, timeZone = "UTC" }: { filters?: QueueFilters; timeZone?: string } = {}): Promise<QueuePage | null> {
  if (!commentModerate.check(actor, null)) return null;
  const list = `moderation:${queue}`;
  const place = readCursor(list, after);
  // The head of a queue is the same question each time, and planning it costs more than answering it: there it is planned once.
  const isHead = place === null && Object.values(filters).every((one) => one === undefined);
  const db = isHead ? commandDatabase() : appDatabase();
  const condition = and(within(queue), ...(await narrowed(filters, timeZone)));
  const [rows, previous, [oldest], counts, recent] = await Promise.all([
    db
      .select({ comment: comments, articleId: articles.id, body: commentRevisions.body, signals: commentRevisions.signals, source: commentRevisions.source, headline: revisions.headline, draftHeadline: articles.draftHeadline, slug: articles.slug, section: sections.slug, accent: sections.accent, parentName: parent.nameSnapshot, parentBody: parentRevision.body, decidedBy: decider.name, escalatedBy: escalator.name, authorRole: people.role, heldFor: legalHolds.commentId })
      .from(comments)
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .leftJoin(sections, eq(sections.id, articles.sectionId))
      .leftJoin(parent, eq(parent.id, comments.parentId))
      .leftJoin(parentRevision, eq(parentRevision.id, parent.currentRevisionId))
      .leftJoin(decider, eq(decider.id, comments.decidedBy))
      .leftJoin(escalator, eq(escalator.id, comments.escalatedBy))
      .leftJoin(people, eq(people.id, comments.authorId))
      .leftJoin(legalHolds, eq(legalHolds.commentId, comments.id))
      .where(and(condition, place ? besides(queue, place, "after") : undefined))
      .orderBy(...inOrder(queue, "forwards"))
      .limit(atMost(cardsAPage + 1)),
    place ? previousPage(queue, list, place, condition) : null,
    waits(queue) ? db.select({ at: min(comments.createdAt) }).from(comments).where(within(queue)) : [],
    countQueues(),
    recentDecisions(actor),
  ]);
  const shown = rows.slice(0, cardsAPage);
  const own = shown.map((row) => row.comment);
  const [reports, notices, former, strips, clusters, uses] = await Promise.all([reportsOf(own), noticesOf(own), formerTextsOf(own), stripsOf(own), clustersOf(own), usesOf(own.map(({ id }) => id))]);
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
      matched: matchedWords(row.signals, row.source),
      reason: row.comment.statusReason,
      story: { id: row.articleId, headline: row.headline ?? row.draftHeadline, path: row.headline && row.section && row.slug ? articlePath(row.section, row.slug) : null, accent: row.accent },
      parent: row.parentName && row.parentBody ? { name: row.parentName, body: row.parentBody } : null,
      decided: row.comment.decidedAt ? { by: row.decidedBy, at: row.comment.decidedAt.toISOString() } : null,
      picked: row.comment.pickedAt !== null && isVisible(row.comment.status),
      reports: reports.get(row.comment.id) ?? [],
      before: (former.get(row.comment.id) ?? []).map(({ at, source }, place, all) => ({ at, changes: changedWords(source, all[place + 1]?.source ?? row.source) })),
      author: strips.get(row.comment.authorId ?? row.comment.guestId ?? "") ?? null,
      cluster: clusters.get(row.comment.clusterId ?? row.comment.id) ?? null,
      escalated: row.comment.escalatedAt ? { by: row.escalatedBy, at: row.comment.escalatedAt.toISOString(), note: row.comment.escalationNote ?? "" } : null,
      notices: notices.get(row.comment.id) ?? [],
      uses: uses.get(row.comment.id) ?? [],
      underHold: row.heldFor !== null,
      own: isOwn(actor, row.comment),
      can: canOf(actor, row.comment),
    })),
    counts,
    recent,
    oldest: oldest?.at?.toISOString() ?? null,
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
async function countQueues(): Promise<QueuePage["counts"]> {
  const parts = queueNames.filter((queue) => queue !== "all").map((queue) => sql`select ${sql.raw(`'${queue}'`)} as queue, count(*)::integer as number from (select from ${comments} where ${within(queue)} limit ${sql.raw(String(mostCounted + 1))}) as counted`);
  const rows = await appDatabase().execute<{ queue: Queue; number: number }>(sql.join(parts, sql` union all `));
  return Object.fromEntries(rows.map(({ queue, number }) => [queue, number])) as QueuePage["counts"];
}

/** Whether whoever looks wrote it. */
export const isOwn = (actor: Actor, { authorId }: typeof comments.$inferSelect) => authorId !== null && authorId === personIdOf(actor);

/** What somebody may do with a comment as it stands. */
export function canOf(actor: Actor, comment: typeof comments.$inferSelect): QueueCard["can"] {
  const { status, reportCount, pickedAt } = comment;
  const others = !isOwn(actor, comment);
  const may = Object.fromEntries(decisions.map((decision) => [decision, others && mayDecide(decision, status)])) as Record<Decision, boolean>;
  const pickable = others && isVisible(status) && commentPick.check(actor, null);
  return { ...may, approve: may.approve || (others && mayApproveAgain(status, reportCount)), escalate: !isOver(status) && comment.escalatedAt === null, pick: pickable && pickedAt === null, unpick: pickable && pickedAt !== null, purge: status !== "purged" && commentPurge.check(actor, null), keep: status !== "purged" && commentLegalHold.check(actor, null), mark: others && isMarkable(status) && useMark.check(actor, null) };
}

/** The page that ends where this one begins: its place, or "first" where the queue begins on it. */
async function previousPage(queue: Queue, list: string, place: Place, condition: SQL | undefined): Promise<QueuePage["previous"]> {
  const [before] = await appDatabase()
    .select({ createdAt: comments.createdAt, decidedAt: comments.decidedAt, id: comments.id })
    .from(comments)
    .where(and(condition, besides(queue, place, "up to")))
    .orderBy(...inOrder(queue, "backwards"))
    .offset(cardsAPage)
    .limit(1);
  return before ? { after: signCursor(list, placeOf(queue, before)) } : "first";
}

/** So many are looked at: a step of a hundred decisions is one of those that are shown. */
const recentEvents = 200;
const recentShown = 5;

/** One's own decisions of the last minutes that can still be taken back, those of one step as one. */
async function recentDecisions(actor: Actor): Promise<RecentDecision[]> {
  if (actor.kind !== "person") return [];
  const later = alias(moderationEvents, "later");
  const rows = await appDatabase()
    .select({ eventId: moderationEvents.id, batchId: moderationEvents.batchId, commentId: moderationEvents.commentId, name: comments.nameSnapshot, to: moderationEvents.toStatus, at: moderationEvents.createdAt })
    .from(moderationEvents)
    .innerJoin(comments, eq(comments.id, moderationEvents.commentId))
    .leftJoin(later, and(eq(later.commentId, moderationEvents.commentId), gt(later.createdAt, moderationEvents.createdAt)))
    .where(and(eq(moderationEvents.actorId, actor.personId), isNotNull(moderationEvents.fromStatus), isNull(moderationEvents.undoes), ne(moderationEvents.toStatus, "purged"), isNull(later.id), gt(moderationEvents.createdAt, sql`now() - interval '10 minutes'`)))
    .orderBy(desc(moderationEvents.createdAt))
    .limit(recentEvents);
  const steps = new Map<string, RecentDecision>();
  for (const row of rows) {
    const step = steps.get(row.batchId ?? row.eventId);
    steps.set(row.batchId ?? row.eventId, step ? { ...step, number: step.number + 1 } : { ...row, at: row.at.toISOString(), number: 1 });
  }
  return [...steps.values()].slice(0, recentShown);
}

/** How many comments wait, for the desk's navigation, which stands on each of its pages: held ones, and those that readers reported, among which are all with a notice. One more than `mostCounted` stands for all above it. */
export async function waitingComments(): Promise<number> {
  const db = appDatabase();
  const waiting = db.select({ id: comments.id }).from(comments).where(or(within("held"), within("reported"))).limit(mostCounted + 1).as("waiting");
  const [row] = await db.select({ number: count() }).from(waiting);
  return row?.number ?? 0;
}
