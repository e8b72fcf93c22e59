import { count, eq, sql } from "drizzle-orm";
import { outsideReaders, outsideRemarks, revisions } from "@/db/schema";
import { contentOf } from "@/lib/articles/cut-revision";
import { storyContent } from "@/lib/content/document";
import { command } from "@/lib/core/command";
import { conflict, invalid, notFound } from "@/lib/kernel/failure";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { reviewEnter } from "@/lib/outside-reviews/abilities";
import { EnterReviewInput, RemarkInput, SeeReviewInput } from "@/lib/outside-reviews/inputs";
import { reviewMost } from "@/lib/outside-reviews/limits";
import { oneLine, placeIn, withInstead } from "@/lib/outside-reviews/review";
import { lockReview, openReview, readerOf } from "@/lib/outside-reviews/review-row";

const noReader = notFound("no_reader", "This browser has not said who reads. Open the link again.");

/** Notes under which name somebody reads by a link, in one browser; what that browser is to keep comes back. */
export const enterReview = command({
  name: "enterReview",
  input: EnterReviewInput,
  ability: reviewEnter,
  load: lockReview,
  async run({ tx, now, record }, review, { name }) {
    const [known] = await tx.select({ count: count() }).from(outsideReaders).where(eq(outsideReaders.reviewId, review.id));
    if ((known?.count ?? 0) >= reviewMost.readers) return fail(conflict("too_many_readers", "This link was opened in too many browsers. Ask whoever sent it for another one."));
    const [id, key] = [newId(), newToken()];
    await tx.insert(outsideReaders).values({ id, reviewId: review.id, name, keyHash: tokenHash(key), openedAt: now, lastSeenAt: now, times: 0 });
    await record({ name: "article.review_opened", subjectId: review.articleId, data: { reviewId: review.id, readerId: id } });
    return ok({ key, expiresAt: review.expiresAt.toISOString() });
  },
});

/** Notes that somebody who gave a name has the version before her. */
export const seeReview = command({
  name: "seeReview",
  input: SeeReviewInput,
  ability: reviewEnter,
  load: (tx, { token }) => openReview(tx, token),
  async run({ tx, now }, review, { key }) {
    const reader = await readerOf(tx, review, key);
    if (!reader) return fail(noReader);
    await tx.update(outsideReaders).set({ lastSeenAt: now, times: sql`${outsideReaders.times} + 1` }).where(eq(outsideReaders.id, reader.id));
    return ok({ id: reader.id });
  },
});

/** Says something to a place of the version, or proposes other words for it; nothing of the story changes. */
export const remarkInReview = command({
  name: "remarkInReview",
  input: RemarkInput,
  ability: reviewEnter,
  load: lockReview,
  async run({ tx, now, record }, review, { key, part, said, instead: typed }) {
    const reader = await readerOf(tx, review, key);
    if (!reader) return fail(noReader);
    const [version] = await tx.select().from(revisions).where(eq(revisions.id, review.revisionId));
    if (!version) throw new Error(`The version of review ${review.id} is gone.`);
    const content = contentOf(version);
    const place = placeIn(content, part);
    if (!place) return fail(notFound("no_place", "There is no such place in this version."));
    // A form that was only commented in brings the words that stood in it.
    const instead = typed !== "" && place.text !== null && typed !== oneLine(place.text) ? typed : null;
    if (typed !== "" && place.text === null) return fail(invalid("not_in_words", "This cannot be put in other words here. Say what you would change."));
    const changed = instead === null ? null : withInstead(content, part, instead);
    if (instead !== null && !(changed && storyContent.safeParse(changed).success)) return fail(invalid("not_in_words", "This cannot be put in these words here. Say what you would change."));
    if (said === "" && instead === null) return fail(invalid("nothing_said", "Write a remark, or other words."));
    const [kept] = await tx.select({ count: count() }).from(outsideRemarks).where(eq(outsideRemarks.reviewId, review.id));
    if ((kept?.count ?? 0) >= reviewMost.remarks) return fail(conflict("too_many_remarks", "As much was said by this link as it takes. Ask whoever sent it for another one."));
    const id = newId();
    await tx.insert(outsideRemarks).values({ id, reviewId: review.id, readerId: reader.id, createdAt: now, part, said, instead });
    await record({ name: "article.review_remarked", subjectId: review.articleId, data: { reviewId: review.id, readerId: reader.id, remarkId: id } });
    return ok({ id });
  },
});
