import { and, asc, count, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, outsideReaders, outsideRemarks, outsideReviews, people, revisions } from "@/db/schema";
import { contentOf } from "@/lib/articles/cut-revision";
import { committedContent } from "@/lib/articles/update-log";
import { compareText } from "@/lib/comparison/running-text";
import { comparisonBudget } from "@/lib/comparison/compare-stories";
import type { Budget } from "@/lib/content/common-subsequence";
import type { StoryContent } from "@/lib/content/document";
import type { Actor } from "@/lib/core/actor";
import { isUuid } from "@/lib/kernel/uuid";
import { reviewOffer, reviewRead } from "@/lib/outside-reviews/abilities";
import { placeTitle } from "@/lib/outside-reviews/place-title";
import { type PairsNow, pairsNow, proposedWords } from "@/lib/outside-reviews/proposed-words";
import { placeIn } from "@/lib/outside-reviews/review";
import type { DeskRemark, DeskReviews } from "@/lib/outside-reviews/views";

const [maker, ender, settler] = [alias(people, "maker"), alias(people, "ender"), alias(people, "settler")];
/** So many of the newest links of a story are shown whether or not something was said by them; older ones are of no use any more. */
const mostShown = 40;
/** So many remarks are shown on a page. */
export const remarksPerPage = 40;

/**
 * A page of the links of a story for people outside, newest first, with who read by them and what was said; null where this person may not write in
 * it. What waits for an answer comes on the first pages, oldest first, by whatever link it was said.
 */
export async function deskReviews(actor: Actor, articleId: string, wanted = 1): Promise<DeskReviews | null> {
  if (!isUuid(articleId)) return null;
  const db = appDatabase();
  const [article] = await db.select().from(articles).where(eq(articles.id, articleId));
  if (!article || !reviewRead.check(actor, article)) return null;
  const ofStory = eq(outsideReviews.articleId, articleId);
  const said = await db.select({ reviewId: outsideRemarks.reviewId, count: count() }).from(outsideRemarks).innerJoin(outsideReviews, eq(outsideReviews.id, outsideRemarks.reviewId)).where(ofStory).groupBy(outsideRemarks.reviewId);
  const pages = Math.max(1, Math.ceil(said.reduce((all, one) => all + one.count, 0) / remarksPerPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const remarks = await db
    .select({ remark: outsideRemarks, by: outsideReaders.name, settledBy: settler.name, revisionId: outsideReviews.revisionId })
    .from(outsideRemarks)
    .innerJoin(outsideReviews, eq(outsideReviews.id, outsideRemarks.reviewId))
    .innerJoin(outsideReaders, eq(outsideReaders.id, outsideRemarks.readerId))
    .leftJoin(settler, eq(settler.id, outsideRemarks.settledBy))
    .where(ofStory)
    .orderBy(desc(isNull(outsideRemarks.verdict)), asc(outsideRemarks.createdAt), asc(outsideRemarks.id))
    .limit(remarksPerPage)
    .offset((page - 1) * remarksPerPage);
  const newest = db.select({ id: outsideReviews.id }).from(outsideReviews).where(ofStory).orderBy(desc(outsideReviews.createdAt), desc(outsideReviews.id)).limit(mostShown);
  const rows = await db
    .select({ review: outsideReviews, by: maker.name, maker: { personId: maker.id, name: maker.name, role: maker.role, disabledAt: maker.disabledAt }, endedBy: ender.name, seq: revisions.seq })
    .from(outsideReviews)
    .innerJoin(maker, eq(maker.id, outsideReviews.createdBy))
    .innerJoin(revisions, eq(revisions.id, outsideReviews.revisionId))
    .leftJoin(ender, eq(ender.id, outsideReviews.revokedBy))
    .where(and(ofStory, or(page === 1 ? inArray(outsideReviews.id, newest) : sql`false`, inArray(outsideReviews.id, remarks.map(({ remark }) => remark.reviewId)))))
    .orderBy(desc(outsideReviews.createdAt), desc(outsideReviews.id));
  const [readers, versions, now] = await Promise.all([
    db.select().from(outsideReaders).where(inArray(outsideReaders.reviewId, rows.map(({ review }) => review.id))).orderBy(asc(outsideReaders.openedAt)),
    db.select().from(revisions).where(inArray(revisions.id, remarks.map(({ revisionId }) => revisionId))),
    remarks.length > 0 ? committedContent(db, articleId) : null,
  ]);
  const texts = new Map(now === null ? [] : versions.map((version) => {
    const base = contentOf(version);
    return [version.id, { base, now, pairs: pairsNow(base, now) }];
  }));
  const budget = comparisonBudget();
  return {
    headline: article.draftHeadline,
    canOffer: reviewOffer.check(actor, article),
    page,
    pages,
    reviews: rows.map(({ review, by, maker: { disabledAt, ...person }, endedBy, seq }) => {
      const [own, held] = [remarks.filter(({ remark }) => remark.reviewId === review.id), texts.get(review.revisionId)];
      return {
        id: review.id,
        forWhom: review.forWhom,
        word: review.word,
        seq,
        revisionId: review.revisionId,
        by,
        createdAt: review.createdAt.toISOString(),
        expiresAt: review.expiresAt.toISOString(),
        state: review.revokedAt ? "ended" : review.expiresAt <= new Date() ? "over" : disabledAt || !reviewOffer.check({ kind: "person", sessionId: "", ...person }, article) ? "shut" : "open",
        ended: review.revokedAt ? { by: endedBy ?? "somebody", at: review.revokedAt.toISOString() } : null,
        readers: readers.filter((reader) => reader.reviewId === review.id).map(({ id, name, openedAt, lastSeenAt, times }) => ({ id, name, openedAt: openedAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), times })),
        remarks: held ? own.map((row) => shown(row, held, budget)) : [],
        elsewhere: (said.find(({ reviewId }) => reviewId === review.id)?.count ?? 0) - own.length,
      };
    }),
  };
}

type RemarkRow = { remark: typeof outsideRemarks.$inferSelect; by: string; settledBy: string | null };
/** A version, the story as it stands, and which blocks are the same in both. */
type Held = { base: StoryContent; now: StoryContent; pairs: PairsNow };

function shown({ remark, by, settledBy }: RemarkRow, { base, now, pairs }: Held, budget: Budget): DeskRemark {
  const proposed = remark.instead === null ? null : proposedWords(base, now, remark.part, remark.instead, pairs);
  const hunk = remark.verdict ? null : proposed?.hunk;
  const isOvertaken = hunk?.standing === "conflict" || hunk?.standing === "moot";
  return {
    id: remark.id,
    part: remark.part,
    said: remark.said,
    instead: remark.instead,
    at: remark.createdAt.toISOString(),
    by,
    title: placeTitle(base, remark.part),
    was: placeIn(base, remark.part)?.text ?? null,
    changed: proposed ? compareText(proposed.was, proposed.is, base.language, { budget }) : [],
    meanwhile: isOvertaken && proposed ? (proposed.stands ? compareText(proposed.was, proposed.stands, base.language, { budget }) : []) : null,
    language: base.language,
    standing: hunk?.standing ?? null,
    seen: hunk?.seen ?? "",
    settled: remark.verdict && remark.settledAt ? { verdict: remark.verdict, by: settledBy ?? "somebody", at: remark.settledAt.toISOString() } : null,
  };
}
