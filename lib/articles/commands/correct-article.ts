import { articleChanges, corrections } from "@/db/schema";
import { storyAnnouncements } from "@/lib/announcing/announcement";
import { articlePublish } from "@/lib/articles/abilities";
import { hindrance } from "@/lib/articles/article";
import { lockArticle, staleVersion } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { CorrectInput } from "@/lib/articles/inputs";
import { jobsOnceOut, listsTouched, makePublic, readyForReaders } from "@/lib/articles/make-public";
import { mergeIntoLog } from "@/lib/articles/merge-into-log";
import { noteOf } from "@/lib/articles/recorded-corrections";
import { committedContent } from "@/lib/articles/update-log";
import { withNotes } from "@/lib/content/correction-notes";
import { parseBody } from "@/lib/content/body";
import { mergeBodyIntoWorkingCopy } from "@/lib/content/working-copy";
import { command } from "@/lib/core/command";
import { invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";

const noRoom = invalid("no_room_for_note", "The story is too long to take the correction as well. Shorten it a little and correct it again.");

/**
 * Publishes the working copy with a correction that names the revision that was wrong: in the text, in feeds, in structured data. The note
 * goes to the end of the text, for readers and, merged under whoever is typing, in the working copy.
 */
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
    const content = await committedContent(tx, article.id);
    const ready = await readyForReaders(tx, article, content);
    if ("failure" in ready) return fail(ready.failure);
    const correction = { id: newId(), kind: input.kind, note: singleLine(input.note), createdAt: now };
    const noted = parseBody(withNotes(content.body, [noteOf(correction)]));
    if (!noted) return fail(noRoom);
    const updateId = await mergeIntoLog(tx, actor, now, article.id, { ...content, body: noted }, mergeBodyIntoWorkingCopy);
    const revision = await cutRevision(tx, actor, now, article.id, { ...ready.content, body: withNotes(ready.content.body, [noteOf(correction)]) }, { kind: "correct", reason: correction.note });
    if (!revision) throw new Error("Correcting cut no revision.");
    const lists = await listsTouched(tx, article, revision);
    const taken = await makePublic(tx, article, revision, now, { updatedAt: now });
    if (taken) return fail(taken);
    await tx.insert(corrections).values({ ...correction, articleId: article.id, wrongRevisionId, rightRevisionId: revision.id, createdBy: revision.createdBy });
    await tx.insert(articleChanges).values({ articleId: article.id, kind: input.kind, note: correction.note, createdAt: now });
    await record({ name: "article.corrected", subjectId: article.id, data: { ...lists, revisionId: revision.id, wrongRevisionId, kind: input.kind, updateId }, jobs: [...jobsOnceOut(revision), ...(await storyAnnouncements(tx, article.id, lists, revision.bylines))] });
    return ok({ revisionId: revision.id, seq: revision.seq });
  },
});
