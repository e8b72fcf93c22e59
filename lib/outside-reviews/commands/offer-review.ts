import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { outsideReviews } from "@/db/schema";
import { lockArticle } from "@/lib/articles/article-row";
import { presentVersion } from "@/lib/articles/present-version";
import { command } from "@/lib/core/command";
import { conflict, forbidden, notFound } from "@/lib/kernel/failure";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { reviewOffer } from "@/lib/outside-reviews/abilities";
import { OfferReviewInput, RevokeReviewInput } from "@/lib/outside-reviews/inputs";
import { reviewMost } from "@/lib/outside-reviews/limits";

/**
 * Makes a link by which somebody without an account reads the story as it stands now, and no later version of it. The token comes back once:
 * only its hash is kept.
 */
export const offerReview = command({
  name: "offerReview",
  input: OfferReviewInput,
  ability: reviewOffer,
  load: lockArticle,
  async run(context, article, { forWhom, word, days }) {
    const { tx, actor, now, record } = context;
    if (actor.kind !== "person") return fail(forbidden("nobody", "Only people make links."));
    const [open] = await tx.select({ count: count() }).from(outsideReviews).where(and(eq(outsideReviews.articleId, article.id), isNull(outsideReviews.revokedAt), gt(outsideReviews.expiresAt, sql`now()`)));
    if ((open?.count ?? 0) >= reviewMost.links) return fail(conflict("too_many_links", `${reviewMost.links} links of this story stand open. End one of them first.`));
    const version = await presentVersion(tx, actor, now, article.id);
    const [id, token] = [newId(), newToken()];
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    await tx.insert(outsideReviews).values({ id, articleId: article.id, revisionId: version.id, forWhom, word, tokenHash: tokenHash(token), createdBy: actor.personId, createdAt: now, expiresAt });
    await record({ name: "article.review_offered", subjectId: article.id, data: { reviewId: id, seq: version.seq, days } });
    return ok({ id, token, expiresAt: expiresAt.toISOString() });
  },
});

/** Ends a link at once: whoever has it sees nothing any more. What was said by it stays. */
export const revokeReview = command({
  name: "revokeReview",
  input: RevokeReviewInput,
  ability: reviewOffer,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, { reviewId }) {
    if (actor.kind !== "person") return fail(forbidden("nobody", "Only people end links."));
    const ended = await tx.update(outsideReviews).set({ revokedAt: now, revokedBy: actor.personId }).where(and(eq(outsideReviews.id, reviewId), eq(outsideReviews.articleId, article.id), isNull(outsideReviews.revokedAt))).returning({ id: outsideReviews.id });
    if (ended.length === 0) return fail(notFound("no_link", "This story has no such link, or it is ended already."));
    await record({ name: "article.review_revoked", subjectId: article.id, data: { reviewId } });
    return ok({ id: reviewId });
  },
});
