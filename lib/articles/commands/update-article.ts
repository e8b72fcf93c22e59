import { articleChanges } from "@/db/schema";
import { storyAnnouncements } from "@/lib/announcing/announcement";
import { articlePublish } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { UpdateInput } from "@/lib/articles/inputs";
import { jobsOnceOut, listsTouched, makePublic, readyForReaders } from "@/lib/articles/make-public";
import { committedContent } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Brings the working copy to readers of a live story. `update` says there are new facts: the page then says when. `fix` mends a
 * typo: logged, without an "Updated" line.
 */
export const updateArticle = command({
  name: "updateArticle",
  input: UpdateInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("update", article, now);
    if (refusal) return fail(refusal);
    const ready = await readyForReaders(tx, article, await committedContent(tx, article.id));
    if ("failure" in ready) return fail(ready.failure);
    const revision = await cutRevision(tx, actor, now, article.id, ready.content, { kind: "update", reason: input.note });
    if (!revision) throw new Error("Updating cut no revision.");
    const lists = await listsTouched(tx, article, revision);
    const taken = await makePublic(tx, article, revision, now, input.kind === "update" ? { updatedAt: now } : {});
    if (taken) return fail(taken);
    await tx.insert(articleChanges).values({ articleId: article.id, kind: input.kind, note: input.note, createdAt: now });
    await record({ name: "article.updated", subjectId: article.id, data: { ...lists, revisionId: revision.id, kind: input.kind }, jobs: [...jobsOnceOut(revision), ...(await storyAnnouncements(tx, article.id, lists, revision.bylines))] });
    return ok({ revisionId: revision.id, seq: revision.seq });
  },
});
