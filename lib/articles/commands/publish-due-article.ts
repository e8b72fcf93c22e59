import { and, eq, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { rowLock } from "@/db/row-lock";
import { articles, revisions } from "@/db/schema";
import { storyAnnouncements } from "@/lib/announcing/announcement";
import type { ArticleRow } from "@/lib/articles/article-row";
import { barredPicture } from "@/lib/articles/barred-picture";
import { logComingOut, updatedOnReturn } from "@/lib/articles/coming-out";
import { jobsOnceOut, listsTouched, makePublic } from "@/lib/articles/make-public";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { barInWords } from "@/lib/media/rights";
import { lettersInStory } from "@/lib/newsroom/reads/letters-in-story";
import { blockingNotes } from "@/lib/notes/reads/blocking-notes";
import type { Ability } from "@/lib/policy/ability";
import { nothing } from "@/lib/policy/ability";

const bySweep: Ability<ArticleRow> = { name: "article.publish_due", check: (actor) => actor.kind === "system", where: (actor) => (actor.kind === "system" ? undefined : nothing) };

/**
 * Publishes one story's pinned revision when its time has come by the database's clock. Run by the sweep, perhaps twice and in two
 * processes at once: the row lock and `due` make it happen once. A revision that cannot go out any more takes the schedule off and says why.
 */
export const publishDueArticle = command({
  name: "publishDueArticle",
  input: z.strictObject({ articleId: z.uuid() }),
  ability: bySweep,
  async load(tx, { articleId }) {
    const due = and(eq(articles.id, articleId), lte(articles.scheduledFor, sql`clock_timestamp()`));
    const [row] = await tx.select().from(articles).where(due).for(rowLock, { skipLocked: true });
    return row ?? null;
  },
  async run({ tx, now, record }, article) {
    const [revision] = article.scheduledRevisionId ? await tx.select().from(revisions).where(eq(revisions.id, article.scheduledRevisionId)) : [];
    const embargoed = article.embargoUntil !== null && article.embargoUntil > now;
    const lists = await listsTouched(tx, article, revision);
    const bar = revision ? await barredPicture(tx, revision, now) : null;
    const [note] = await blockingNotes(tx, article.id);
    const takenBack = revision ? (await lettersInStory(tx, article.id, revision.createdAt)).some((letter) => letter.takenBack) : false;
    const failure = !revision ? "the pinned version is gone" : embargoed ? "the embargo had not ended" : bar ? `a picture in it says “${barInWords(bar)}”` : note ? `a note of ${note.by} stops publishing` : takenBack ? "a reader took back her consent to a letter in it" : ((await makePublic(tx, article, revision, now, await updatedOnReturn(tx, article, revision, now)))?.message ?? null);
    if (failure || !revision) {
      await tx.update(articles).set({ scheduledFor: null, scheduledRevisionId: null, scheduleFailure: `It could not be published on time: ${failure}`, version: sql`${articles.version} + 1` }).where(eq(articles.id, article.id));
      await record({ name: "article.schedule_cancelled", subjectId: article.id, data: { failure } });
      return ok({ published: false });
    }
    await logComingOut(tx, article, now);
    await record({ name: "article.published", subjectId: article.id, data: { ...lists, revisionId: revision.id, seq: revision.seq, scheduled: true }, jobs: [...jobsOnceOut(revision), ...(await storyAnnouncements(tx, article.id, lists, revision.bylines))] });
    return ok({ published: true });
  },
});
