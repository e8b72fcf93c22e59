import { articleChanges, corrections } from "@/db/schema";
import { articlePublish } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { CorrectInput } from "@/lib/articles/inputs";
import { cropJobs, listsTouched, makePublic, readyForReaders } from "@/lib/articles/make-public";
import { committedContent } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

/** Publishes the working copy with a correction that names the revision that was wrong: on the page, in feeds, in structured data. */
export const correctArticle = command({
  name: "correctArticle",
  input: CorrectInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("correct", article, now);
    if (refusal) return fail(refusal);
    const wrongRevisionId = article.publishedRevisionId;
    if (!wrongRevisionId) throw new Error("A live story has no published revision.");
    const ready = await readyForReaders(tx, article, await committedContent(tx, article.id));
    if ("failure" in ready) return fail(ready.failure);
    const revision = await cutRevision(tx, actor, now, article.id, ready.content, { kind: "correct", reason: input.note });
    if (!revision) throw new Error("Correcting cut no revision.");
    const lists = await listsTouched(tx, article, revision);
    const taken = await makePublic(tx, article, revision, now, { updatedAt: now });
    if (taken) return fail(taken);
    await tx.insert(corrections).values({ articleId: article.id, kind: input.kind, note: input.note, wrongRevisionId, rightRevisionId: revision.id, createdBy: revision.createdBy, createdAt: now });
    await tx.insert(articleChanges).values({ articleId: article.id, kind: input.kind, note: input.note, createdAt: now });
    await record({ name: "article.corrected", subjectId: article.id, data: { ...lists, revisionId: revision.id, wrongRevisionId, kind: input.kind }, jobs: cropJobs(revision) });
    return ok({ revisionId: revision.id, seq: revision.seq });
  },
});
