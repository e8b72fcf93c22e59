import { and, eq } from "drizzle-orm";
import { type articles, outsideReaders, outsideRemarks, outsideReviews, revisions } from "@/db/schema";
import type { Transaction } from "@/db/client";
import { lockArticle } from "@/lib/articles/article-row";
import { contentOf } from "@/lib/articles/cut-revision";
import { committedContent } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { conflict, forbidden, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { reviewRead } from "@/lib/outside-reviews/abilities";
import { SettleRemarkInput } from "@/lib/outside-reviews/inputs";
import { placeTitle } from "@/lib/outside-reviews/place-title";
import { proposedWords } from "@/lib/outside-reviews/proposed-words";
import { withHunks } from "@/lib/proposals/hunks";
import { mergeMade } from "@/lib/proposals/merge-made";

type Loaded = { articleId: string; article: typeof articles.$inferSelect; remark: typeof outsideRemarks.$inferSelect; reader: string; revision: typeof revisions.$inferSelect };

/** A remark with its story, which is locked for the rest of the transaction. */
async function lockRemark(tx: Transaction, { articleId, remarkId }: { articleId: string; remarkId: string }): Promise<(Loaded & typeof articles.$inferSelect) | null> {
  const article = await lockArticle(tx, { articleId });
  if (!article) return null;
  const [row] = await tx
    .select({ remark: outsideRemarks, reader: outsideReaders.name, revision: revisions })
    .from(outsideRemarks)
    .innerJoin(outsideReviews, eq(outsideReviews.id, outsideRemarks.reviewId))
    .innerJoin(outsideReaders, eq(outsideReaders.id, outsideRemarks.readerId))
    .innerJoin(revisions, eq(revisions.id, outsideReviews.revisionId))
    .where(and(eq(outsideRemarks.id, remarkId), eq(outsideReviews.articleId, articleId)));
  return row ? { ...article, ...row, article, articleId } : null;
}

/**
 * Answers a remark from outside: seen to, declined, or its words taken into the story as it stands, under whoever is typing, as writing of
 * whoever takes them. Refused where somebody was faster, and where the story at that place is not what the person saw.
 */
export const settleRemark = command({
  name: "settleRemark",
  input: SettleRemarkInput,
  ability: reviewRead,
  load: lockRemark,
  async run({ tx, actor, now, record }, { articleId, remark, reader, revision }, { verdict, seen }) {
    if (actor.kind !== "person") return fail(forbidden("nobody", "Only people answer remarks."));
    if (remark.verdict) return fail(conflict("settled_already", `Somebody was faster: it is ${remark.verdict} already.`));
    let updateId: number | null = null;
    if (verdict === "taken") {
      const base = contentOf(revision);
      const proposed = remark.instead === null ? null : proposedWords(base, await committedContent(tx, articleId), remark.part, remark.instead);
      if (!proposed) return fail(invalid("no_words", "This remark proposes no other words."));
      const { texts, comparison, hunk } = proposed;
      if (hunk.standing === "moot") return fail(conflict("gone", "This place is not in the story any more. Decline it, or see to it by hand."));
      if (hunk.standing !== "there") {
        if (hunk.seen !== seen) return fail(conflict("changed_meanwhile", "The story was changed there while you read. Look at it as it stands now, and decide again."));
        const made = withHunks(texts, new Set([remark.part]), comparison);
        updateId = made.idle.has(remark.part) ? null : await mergeMade(tx, actor, now, articleId, { before: texts.now, made, authorId: actor.personId, label: `${reader}, from outside: ${placeTitle(base, remark.part)}`, reason: remark.said });
        if (updateId === null) return fail(conflict("changes_nothing", "By itself this would change nothing in the story as it stands, so it was not taken."));
      }
    }
    await tx.update(outsideRemarks).set({ verdict, settledAt: now, settledBy: actor.personId }).where(eq(outsideRemarks.id, remark.id));
    await record({ name: "article.remark_settled", subjectId: articleId, data: { reviewId: remark.reviewId, remarkId: remark.id, verdict, ...(updateId === null ? {} : { updateId }) } });
    return ok({ verdict });
  },
});
