import { eq } from "drizzle-orm";
import { noteThreads } from "@/db/schema";
import { command } from "@/lib/core/command";
import { conflict, forbidden } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { noteRead, noteResolve } from "@/lib/notes/abilities";
import { colleaguesOf, wrongPeople } from "@/lib/notes/colleagues";
import { ChangeNoteInput, SettleNoteInput } from "@/lib/notes/inputs";
import { lockNote } from "@/lib/notes/note-row";

/** Says that a note is seen to. Nothing is written into the document: its words lose their colour, not their mark. Where somebody was faster, nothing happens. */
export const resolveNote = command({
  name: "resolveNote",
  input: SettleNoteInput,
  ability: noteResolve,
  load: lockNote,
  async run({ tx, actor, now, record }, thread) {
    if (actor.kind !== "person") return fail(forbidden("nobody_resolves", "Only people resolve notes."));
    if (thread.resolvedAt) return ok({});
    await tx.update(noteThreads).set({ resolvedAt: now, resolvedBy: actor.personId }).where(eq(noteThreads.id, thread.id));
    await record({ name: "article.note_resolved", subjectId: thread.articleId, data: { noteId: thread.id, blocking: thread.blocking } });
    return ok({});
  },
});

/** Takes that back: whoever may read a note may say that it is not seen to. A blocking one stops publishing again. */
export const reopenNote = command({
  name: "reopenNote",
  input: SettleNoteInput,
  ability: noteRead,
  load: lockNote,
  async run({ tx, record }, thread) {
    if (!thread.resolvedAt) return ok({});
    await tx.update(noteThreads).set({ resolvedAt: null, resolvedBy: null }).where(eq(noteThreads.id, thread.id));
    await record({ name: "article.note_reopened", subjectId: thread.articleId, data: { noteId: thread.id, blocking: thread.blocking } });
    return ok({});
  },
});

/**
 * Gives a note to somebody, makes it stop publishing or not, or says who may read it. What it stops, only those may let go who may resolve
 * it; so it is with its readers. A note that is resolved is reopened first.
 */
export const changeNote = command({
  name: "changeNote",
  input: ChangeNoteInput,
  ability: noteRead,
  load: lockNote,
  async run({ tx, actor, record }, thread, { blocking = thread.blocking, audience = thread.audience, assigneeId = thread.assigneeId }) {
    if (thread.resolvedAt) return fail(conflict("resolved", "This note is resolved. Reopen it first."));
    const frees = (thread.blocking && !blocking) || audience !== thread.audience;
    if (frees && !noteResolve.check(actor, thread)) return fail(forbidden("not_allowed", "Only whoever wrote this note or was given it, or the desk, can do that."));
    // Who was given a blocking note may resolve it: so nobody gives herself one that she could not resolve.
    if (assigneeId !== thread.assigneeId && thread.blocking && !noteResolve.check(actor, thread)) return fail(forbidden("not_allowed", "Only whoever wrote this note or was given it, or the desk, can give it to somebody."));
    const wrong = assigneeId === thread.assigneeId ? null : wrongPeople(await colleaguesOf(tx, thread.article), { assigneeId });
    if (wrong) return fail(wrong);
    if (blocking === thread.blocking && audience === thread.audience && assigneeId === thread.assigneeId) return ok({});
    await tx.update(noteThreads).set({ blocking, audience, assigneeId }).where(eq(noteThreads.id, thread.id));
    await record({ name: "article.note_changed", subjectId: thread.articleId, data: { noteId: thread.id, blocking, audience, assigneeId } });
    return ok({});
  },
});
