import { storyAnnouncements } from "@/lib/announcing/announcement";
import { articlePublish } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { logComingOut, updatedOnReturn } from "@/lib/articles/coming-out";
import { cutRevision } from "@/lib/articles/cut-revision";
import { PublishInput } from "@/lib/articles/inputs";
import { jobsOnceOut, listsTouched, makePublic, readyForReaders } from "@/lib/articles/make-public";
import { committedContent, projectionOf } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Puts the committed working copy before readers: gate, revision, pointer, address and audit row in one transaction.
 * Fails with `checks_failed` (422), `embargoed`, `already_live` or `changed_meanwhile` (409, with who and when).
 */
export const publishArticle = command({
  name: "publishArticle",
  input: PublishInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const refusal = (await staleVersion(tx, article, input.version)) ?? hindrance("publish", article, now);
    if (refusal) return fail(refusal);
    const content = await committedContent(tx, article.id);
    const ready = await readyForReaders(tx, article, content);
    if ("failure" in ready) return fail(ready.failure);
    const revision = await cutRevision(tx, actor, now, article.id, ready.content, { kind: "publish" });
    if (!revision) throw new Error("Publishing cut no revision.");
    const changes = { ...(await updatedOnReturn(tx, article, revision, now)), ...projectionOf(content, revision.slug) };
    const lists = listsTouched(tx, article, revision);
    const announcements = lists.then((touched) => storyAnnouncements(tx, article.id, touched, revision.bylines));
    const [touched, taken, telling] = await Promise.all([lists, makePublic(tx, article, revision, now, changes), announcements, logComingOut(tx, article, now)]);
    if (taken) return fail(taken);
    await record({ name: "article.published", subjectId: article.id, data: { ...touched, revisionId: revision.id, seq: revision.seq }, jobs: [...jobsOnceOut(revision), ...telling] });
    return ok({ revisionId: revision.id, seq: revision.seq });
  },
});
