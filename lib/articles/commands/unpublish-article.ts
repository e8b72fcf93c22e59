import { articleChanges } from "@/db/schema";
import { storyAnnouncements } from "@/lib/announcing/announcement";
import { articlePublish } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { UnpublishInput } from "@/lib/articles/inputs";
import { listsTouched, makePrivate } from "@/lib/articles/make-public";
import { committedContent } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

/** Takes a live story back: from the commit on its address answers 410 and it is on no public surface. */
export const unpublishArticle = command({
  name: "unpublishArticle",
  input: UnpublishInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("unpublish", article, now);
    if (refusal) return fail(refusal);
    const revision = await cutRevision(tx, actor, now, article.id, await committedContent(tx, article.id), { kind: "unpublish", reason: input.reason });
    const lists = await listsTouched(tx, article);
    await makePrivate(tx, article, input.reason, now);
    // Without the reason: that is for the desk.
    await tx.insert(articleChanges).values({ articleId: article.id, kind: "withdrawn", createdAt: now });
    await record({ name: "article.unpublished", subjectId: article.id, data: { ...lists, reason: input.reason, revisionId: revision?.id, slug: article.slug }, jobs: await storyAnnouncements(tx, article.id, lists, revision?.bylines ?? []) });
    return ok({ unpublishedAt: now.toISOString() });
  },
});
