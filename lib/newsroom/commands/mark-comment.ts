import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { commentUses } from "@/db/schema";
import { useKindNames, useKinds } from "@/db/vocabulary";
import { commentWithStory } from "@/lib/comments/move-comment";
import { command } from "@/lib/core/command";
import { conflict, forbidden } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { useMark } from "@/lib/newsroom/abilities";
import { settleReportNote, tellDesk } from "@/lib/newsroom/report-note";
import { isMarkable } from "@/lib/newsroom/use";
import { changedUse, changeUse, consentsOf, lockUse, notNow, seenUse } from "@/lib/newsroom/use-row";

const MarkInput = z.strictObject({ commentId: z.uuid("There is no such comment."), revisionId: z.uuid("Reload the page and read the comment again."), kind: z.enum(useKinds, "Choose what it is.") });

/**
 * Marks what was read for the newsroom: as a letter that might be printed, a lead, or a report of an error. Nothing is printed and nobody is
 * written to by that. A report of an error is told to the story's desk by a note, without the reader's words: these stay with the comment.
 * What was closed is opened again. Nobody marks her own.
 */
export const markComment = command({
  name: "markComment",
  input: MarkInput,
  ability: useMark,
  load: commentWithStory,
  async run({ tx, actor, now, record }, { comment, articleId }, { revisionId, kind }) {
    if (actor.kind !== "person") return fail(forbidden("nobody_marks", "Only people mark comments."));
    if (comment.authorId === actor.personId) return fail(forbidden("own_comment", "You wrote this comment: somebody else decides."));
    if (comment.currentRevisionId !== revisionId) return fail(conflict("edited", "The author edited this comment meanwhile. Read it again."));
    if (!isMarkable(comment.status)) return fail(conflict("not_markable", "This comment is not there for the newsroom any more."));
    const [before] = await tx.select().from(commentUses).where(and(eq(commentUses.commentId, comment.id), eq(commentUses.kind, kind)));
    if (before && before.state !== "closed") return fail(conflict("marked_already", `It is marked already: ${useKindNames[kind].toLowerCase()}.`));
    const id = before?.id ?? newId();
    const noteId = kind === "correction" ? await tellDesk(tx, { noteId: before?.noteId ?? null, articleId, useId: id, by: actor.personId, now }) : null;
    if (before) await changeUse(tx, before, { state: "noted", settledAt: null, closingNote: "", correctionId: null, noteId, markedBy: actor.personId, markedAt: now, takenBy: null, takenAt: null, usedIn: null, usedAt: null });
    else await tx.insert(commentUses).values({ id, commentId: comment.id, kind, markedBy: actor.personId, markedAt: now, noteId });
    if (noteId) await record({ name: "article.note_added", subjectId: articleId, data: { noteId, blocking: false } });
    await record({ name: "comment.marked_for_newsroom", subjectId: comment.id, data: { articleId, useId: id, kind } });
    return ok({ useId: id, version: before ? before.version + 1 : 1 });
  },
});

/** Takes a mark back while nothing has come of it. Where its author was asked once, it is closed instead: that she was asked, and what she said, is not forgotten by it. */
export const unmarkComment = command({
  name: "unmarkComment",
  input: z.strictObject(seenUse),
  ability: useMark,
  load: lockUse,
  async run({ tx, actor, now, record }, { use, article }, { version }) {
    const changed = await changedUse(tx, use, version);
    if (changed) return fail(changed);
    if (use.state !== "noted") return fail(notNow(use));
    if ((await consentsOf(tx, use.id)).length > 0) return fail(conflict("was_asked", "Its author was asked about this before. Close it instead."));
    await tx.delete(commentUses).where(eq(commentUses.id, use.id));
    if (use.noteId) await settleReportNote(tx, use.noteId, actor.kind === "person" ? actor.personId : null, now);
    await record({ name: "comment.unmarked_for_newsroom", subjectId: use.commentId, data: { articleId: article.id, useId: use.id, kind: use.kind } });
    return ok({ useId: use.id });
  },
});
