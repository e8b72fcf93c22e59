import { and, count, eq } from "drizzle-orm";
import { noteMentions, noteMessages } from "@/db/schema";
import { command } from "@/lib/core/command";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { noteRead } from "@/lib/notes/abilities";
import { colleaguesOf, wrongPeople } from "@/lib/notes/colleagues";
import { AnswerNoteInput, EditNoteInput } from "@/lib/notes/inputs";
import { editableFor, noteLimits } from "@/lib/notes/note";
import { lockNote } from "@/lib/notes/note-row";
import { nameIn, writeMessage } from "@/lib/notes/write-message";

/** Says something more in a thread. */
export const answerNote = command({
  name: "answerNote",
  input: AnswerNoteInput,
  ability: noteRead,
  load: lockNote,
  async run({ tx, actor, now, record }, thread, { body, mentions }) {
    if (actor.kind !== "person") return fail(forbidden("nobody_writes", "Only people write notes."));
    const [there] = await tx.select({ number: count() }).from(noteMessages).where(eq(noteMessages.threadId, thread.id));
    if ((there?.number ?? 0) >= noteLimits.messages) return fail(invalid("too_many_messages", `A note can have ${noteLimits.messages} answers at most. Begin another one.`));
    const wrong = wrongPeople(await colleaguesOf(tx, thread.article), { mentions, body });
    if (wrong) return fail(wrong);
    const messageId = await writeMessage(tx, { threadId: thread.id, authorId: actor.personId, body, mentions }, now);
    await record({ name: "article.note_answered", subjectId: thread.articleId, data: { noteId: thread.id } });
    return ok({ id: messageId });
  },
});

/** Says one's own words otherwise, for a quarter of an hour. Refused afterwards (`too_late`), and to everybody else. */
export const editNote = command({
  name: "editNote",
  input: EditNoteInput,
  ability: noteRead,
  load: lockNote,
  async run({ tx, actor, now, record }, thread, { messageId, body, mentions }) {
    const [message] = await tx.select().from(noteMessages).where(and(eq(noteMessages.id, messageId), eq(noteMessages.threadId, thread.id)));
    if (!message) return fail(notFound("no_message", "There is no such message."));
    if (actor.kind !== "person" || message.authorId !== actor.personId) return fail(forbidden("not_yours", "Only whoever wrote it can change it."));
    if (now.getTime() - message.createdAt.getTime() > editableFor) return fail(conflict("too_late", "It can be changed for a quarter of an hour. Answer it instead."));
    const wrong = wrongPeople(await colleaguesOf(tx, thread.article), { mentions, body });
    if (wrong) return fail(wrong);
    await tx.update(noteMessages).set({ body, editedAt: now }).where(eq(noteMessages.id, messageId));
    const named = await tx.select({ id: noteMentions.personId }).from(noteMentions).where(eq(noteMentions.messageId, messageId));
    for (const { id } of named.filter((one) => !mentions.includes(one.id))) await tx.delete(noteMentions).where(and(eq(noteMentions.messageId, messageId), eq(noteMentions.personId, id)));
    await nameIn(tx, messageId, mentions, now);
    await record({ name: "article.note_changed", subjectId: thread.articleId, data: { noteId: thread.id } });
    return ok({ id: messageId });
  },
});
