import { asc, desc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, outsideReaders, outsideRemarks, outsideReviews, people, revisions } from "@/db/schema";
import { contentOf, type RevisionRow } from "@/lib/articles/cut-revision";
import { committedContent } from "@/lib/articles/update-log";
import { compareText } from "@/lib/comparison/running-text";
import type { StoryContent } from "@/lib/content/document";
import type { Actor } from "@/lib/core/actor";
import { isUuid } from "@/lib/kernel/uuid";
import { reviewOffer, reviewRead } from "@/lib/outside-reviews/abilities";
import { placeTitle } from "@/lib/outside-reviews/place-title";
import { placeIn, withInstead } from "@/lib/outside-reviews/review";
import type { DeskRemark, DeskReview } from "@/lib/outside-reviews/views";
import { hunksOf } from "@/lib/proposals/hunks";

const [maker, ender, settler] = [alias(people, "maker"), alias(people, "ender"), alias(people, "settler")];
/** So many links of a story are shown; older ones are of no use any more. */
const mostShown = 40;

/** The links of a story for people outside, newest first, with who read by them and what was said; null where this person may not write in it. */
export async function deskReviews(actor: Actor, articleId: string): Promise<{ headline: string; canOffer: boolean; reviews: DeskReview[] } | null> {
  if (!isUuid(articleId)) return null;
  const db = appDatabase();
  const [article] = await db.select().from(articles).where(eq(articles.id, articleId));
  if (!article || !reviewRead.check(actor, article)) return null;
  const rows = await db
    .select({ review: outsideReviews, by: maker.name, endedBy: ender.name, revision: revisions })
    .from(outsideReviews)
    .innerJoin(maker, eq(maker.id, outsideReviews.createdBy))
    .innerJoin(revisions, eq(revisions.id, outsideReviews.revisionId))
    .leftJoin(ender, eq(ender.id, outsideReviews.revokedBy))
    .where(eq(outsideReviews.articleId, articleId))
    .orderBy(desc(outsideReviews.createdAt), desc(outsideReviews.id))
    .limit(mostShown);
  const ids = rows.map(({ review }) => review.id);
  const [readers, remarks, now] = ids.length === 0 ? [[], [], null] : await Promise.all([
    db.select().from(outsideReaders).where(inArray(outsideReaders.reviewId, ids)).orderBy(asc(outsideReaders.openedAt)),
    db.select({ remark: outsideRemarks, by: outsideReaders.name, settledBy: settler.name }).from(outsideRemarks).innerJoin(outsideReaders, eq(outsideReaders.id, outsideRemarks.readerId)).leftJoin(settler, eq(settler.id, outsideRemarks.settledBy)).where(inArray(outsideRemarks.reviewId, ids)).orderBy(asc(outsideRemarks.createdAt), asc(outsideRemarks.id)),
    committedContent(db, articleId),
  ]);
  return {
    headline: article.draftHeadline,
    canOffer: reviewOffer.check(actor, article),
    reviews: rows.map(({ review, by, endedBy, revision }) => ({
      id: review.id,
      forWhom: review.forWhom,
      word: review.word,
      seq: revision.seq,
      revisionId: revision.id,
      by,
      createdAt: review.createdAt.toISOString(),
      expiresAt: review.expiresAt.toISOString(),
      state: review.revokedAt ? "ended" : review.expiresAt <= new Date() ? "over" : "open",
      ended: review.revokedAt ? { by: endedBy ?? "somebody", at: review.revokedAt.toISOString() } : null,
      readers: readers.filter((reader) => reader.reviewId === review.id).map(({ id, name, openedAt, lastSeenAt, times }) => ({ id, name, openedAt: openedAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), times })),
      remarks: now === null ? [] : remarks.filter(({ remark }) => remark.reviewId === review.id).map((row) => shown(row, revision, now)),
    })),
  };
}

type RemarkRow = { remark: typeof outsideRemarks.$inferSelect; by: string; settledBy: string | null };

function shown({ remark, by, settledBy }: RemarkRow, revision: RevisionRow, now: StoryContent): DeskRemark {
  const base = contentOf(revision);
  const proposal = remark.instead === null || remark.verdict ? null : withInstead(base, remark.part, remark.instead);
  const hunk = proposal && hunksOf({ base, proposal, now }).find(({ part }) => part === remark.part);
  const was = placeIn(base, remark.part)?.text ?? null;
  const asText = (text: string | null) => (text ? [{ type: "text" as const, text }] : []);
  return {
    id: remark.id,
    part: remark.part,
    said: remark.said,
    instead: remark.instead,
    at: remark.createdAt.toISOString(),
    by,
    title: placeTitle(base, remark.part),
    was,
    changed: remark.instead === null ? [] : compareText(asText(was), asText(remark.instead), base.language),
    language: base.language,
    standing: hunk?.standing ?? null,
    seen: hunk?.seen ?? "",
    settled: remark.verdict && remark.settledAt ? { verdict: remark.verdict, by: settledBy ?? "somebody", at: remark.settledAt.toISOString() } : null,
  };
}
