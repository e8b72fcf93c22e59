import { eq, sql } from "drizzle-orm";
import { articles } from "@/db/schema";
import { articlePublish } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { CancelScheduleInput, ScheduleInput } from "@/lib/articles/inputs";
import { claimAddress, readyForReaders } from "@/lib/articles/make-public";
import { committedContent } from "@/lib/articles/update-log";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/** Pins the committed working copy to a time; scheduling again pins the newer one. The sweep publishes exactly that revision, once. */
export const scheduleArticle = command({
  name: "scheduleArticle",
  input: ScheduleInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("schedule", article, now);
    if (refusal) return fail(refusal);
    if (input.at <= now) return fail(invalid("in_the_past", "This time has passed.", { fields: { at: "Choose a time that is still to come." } }));
    if (article.embargoUntil && input.at < article.embargoUntil) return fail(conflict("embargoed", "The embargo ends later than that."));
    const ready = await readyForReaders(tx, article, await committedContent(tx, article.id), input.at);
    if ("failure" in ready) return fail(ready.failure);
    const revision = await cutRevision(tx, actor, now, article.id, ready.content, { kind: "schedule" });
    if (!revision) throw new Error("Scheduling cut no revision.");
    const taken = await claimAddress(tx, article.id, revision.slug, now);
    if (taken) return fail(taken);
    await tx
      .update(articles)
      .set({ scheduledFor: input.at, scheduledRevisionId: revision.id, scheduledBy: personIdOf(actor), scheduleFailure: null, version: sql`${articles.version} + 1` })
      .where(eq(articles.id, article.id));
    await record({ name: "article.scheduled", subjectId: article.id, data: { revisionId: revision.id, at: input.at.toISOString() } });
    return ok({ revisionId: revision.id, seq: revision.seq, scheduledFor: input.at.toISOString() });
  },
});

export const cancelSchedule = command({
  name: "cancelSchedule",
  input: CancelScheduleInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("cancel_schedule", article, now);
    if (refusal) return fail(refusal);
    await tx
      .update(articles)
      .set({ scheduledFor: null, scheduledRevisionId: null, scheduledBy: null, scheduleFailure: null, version: sql`${articles.version} + 1` })
      .where(eq(articles.id, article.id));
    await record({ name: "article.schedule_cancelled", subjectId: article.id });
    return ok({});
  },
});
