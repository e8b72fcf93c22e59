import { eq, sql } from "drizzle-orm";
import { articles } from "@/db/schema";
import { articleEdit, articleSendBack } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { HandInInput, SendBackInput } from "@/lib/articles/inputs";
import { committedContent } from "@/lib/articles/update-log";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

/** Gives the story to the desk. */
export const handInArticle = command({
  name: "handInArticle",
  input: HandInInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("hand_in", article, now);
    if (refusal) return fail(refusal);
    const revision = await cutRevision(tx, actor, now, article.id, await committedContent(tx, article.id), { kind: "hand_in", reason: input.note });
    await tx
      .update(articles)
      .set({ handedInAt: now, handedInBy: personIdOf(actor), sentBackAt: null, sentBackReason: null, version: sql`${articles.version} + 1` })
      .where(eq(articles.id, article.id));
    await record({ name: "article.handed_in", subjectId: article.id, data: { revisionId: revision?.id, note: input.note } });
    return ok({ seq: revision?.seq });
  },
});

/** Returns a handed-in story to its writer, with a word why. */
export const sendBackArticle = command({
  name: "sendBackArticle",
  input: SendBackInput,
  ability: articleSendBack,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("send_back", article, now);
    if (refusal) return fail(refusal);
    const revision = await cutRevision(tx, actor, now, article.id, await committedContent(tx, article.id), { kind: "send_back", reason: input.reason });
    await tx
      .update(articles)
      .set({ handedInAt: null, handedInBy: null, sentBackAt: now, sentBackReason: input.reason, version: sql`${articles.version} + 1` })
      .where(eq(articles.id, article.id));
    await record({ name: "article.sent_back", subjectId: article.id, data: { revisionId: revision?.id, reason: input.reason } });
    return ok({ seq: revision?.seq });
  },
});
