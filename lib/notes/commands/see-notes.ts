import { and, eq, exists, inArray, isNull } from "drizzle-orm";
import { noteMentions, noteMessages, noteThreads } from "@/db/schema";
import { lockArticle } from "@/lib/articles/article-row";
import { command } from "@/lib/core/command";
import { forbidden } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { noteAdd } from "@/lib/notes/abilities";
import { SeeNotesInput } from "@/lib/notes/inputs";
import { readUpTo } from "@/lib/notes/write-message";

/** Remembers that somebody has read threads of a story, and knows where she was named in them. No event: who read what is her own business. */
export const seeNotes = command({
  name: "seeNotes",
  input: SeeNotesInput,
  ability: noteAdd,
  load: lockArticle,
  async run({ tx, actor, now }, article, { noteIds }) {
    if (actor.kind !== "person") return fail(forbidden("nobody_reads", "Only people read notes."));
    const own = await tx.select({ id: noteThreads.id }).from(noteThreads).where(and(eq(noteThreads.articleId, article.id), inArray(noteThreads.id, noteIds)));
    const ids = own.map(({ id }) => id);
    await readUpTo(tx, ids, actor.personId, now);
    const inThem = tx.select({ id: noteMessages.id }).from(noteMessages).where(and(eq(noteMessages.id, noteMentions.messageId), inArray(noteMessages.threadId, ids)));
    if (ids.length > 0) await tx.update(noteMentions).set({ seenAt: now }).where(and(eq(noteMentions.personId, actor.personId), isNull(noteMentions.seenAt), exists(inThem)));
    return ok({});
  },
});
