import { eq, sql } from "drizzle-orm";
import { articles } from "@/db/schema";
import { articlePublish } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { EmbargoInput, LiftEmbargoInput } from "@/lib/articles/inputs";
import { committedContent } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { conflict, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/** Until then nothing of the story may show anywhere public, and publishing is refused. */
export const embargoArticle = command({
  name: "embargoArticle",
  input: EmbargoInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("embargo", article, now);
    if (refusal) return fail(refusal);
    if (input.until <= now) return fail(invalid("in_the_past", "This time has passed.", { fields: { until: "Choose a time that is still to come." } }));
    if (article.scheduledFor && article.scheduledFor < input.until) return fail(conflict("scheduled_earlier", "The story is scheduled for an earlier time. Move the schedule first."));
    await tx.update(articles).set({ embargoUntil: input.until, version: sql`${articles.version} + 1` }).where(eq(articles.id, article.id));
    const until = input.until.toISOString();
    await cutRevision(tx, actor, now, article.id, await committedContent(tx, article.id), { kind: "embargo", reason: `Until ${inWords(input.until)}` });
    await record({ name: "article.embargoed", subjectId: article.id, data: { until } });
    return ok({ embargoUntil: until });
  },
});

export const liftEmbargo = command({
  name: "liftEmbargo",
  input: LiftEmbargoInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("lift_embargo", article, now);
    if (refusal) return fail(refusal);
    await tx.update(articles).set({ embargoUntil: null, version: sql`${articles.version} + 1` }).where(eq(articles.id, article.id));
    await record({ name: "article.embargo_lifted", subjectId: article.id });
    return ok({});
  },
});

const inWords = (instant: Date) => `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(instant)} UTC`;
