import { count, desc, eq } from "drizzle-orm";
import { noteThreads, revisions } from "@/db/schema";
import { lockArticle } from "@/lib/articles/article-row";
import { command } from "@/lib/core/command";
import { forbidden, invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { noteAdd } from "@/lib/notes/abilities";
import { colleaguesOf, wrongPeople } from "@/lib/notes/colleagues";
import { AddNoteInput } from "@/lib/notes/inputs";
import { noteLimits } from "@/lib/notes/note";
import { placeNote } from "@/lib/notes/place-note";
import { writeMessage } from "@/lib/notes/write-message";

/**
 * Opens a thread on words, a block, a field or the story: the row and the mark in the text in one transaction, so that neither is ever without
 * the other. Refused with `text_changed` where the words say something else by now.
 */
export const addNote = command({
  name: "addNote",
  input: AddNoteInput,
  ability: noteAdd,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, { anchor, body, mentions, blocking, audience, assigneeId, suggestion }) {
    if (actor.kind !== "person") return fail(forbidden("nobody_writes", "Only people write notes."));
    const [there] = await tx.select({ number: count() }).from(noteThreads).where(eq(noteThreads.articleId, article.id));
    if ((there?.number ?? 0) >= noteLimits.threads) return fail(invalid("too_many_notes", `A story can have ${noteLimits.threads} notes at most.`));
    const wrong = wrongPeople(await colleaguesOf(tx, article), { mentions, body, assigneeId });
    if (wrong) return fail(wrong);
    const id = newId();
    const placed = await placeNote(tx, article.id, id, anchor);
    if ("failure" in placed) return fail(placed.failure);
    const [base] = await tx.select({ id: revisions.id }).from(revisions).where(eq(revisions.articleId, article.id)).orderBy(desc(revisions.seq)).limit(1);
    await tx.insert(noteThreads).values({ id, articleId: article.id, ...placed.columns, baseRevisionId: base?.id ?? null, blocking, audience, assigneeId, suggestion, suggestedFor: suggestion === null || anchor.kind !== "text" ? null : anchor.quote, createdBy: actor.personId, createdAt: now });
    await writeMessage(tx, { threadId: id, authorId: actor.personId, body, mentions }, now);
    await record({ name: "article.note_added", subjectId: article.id, data: { noteId: id, blocking, ...(placed.updateId === null ? {} : { updateId: placed.updateId }) } });
    return ok({ id });
  },
});
