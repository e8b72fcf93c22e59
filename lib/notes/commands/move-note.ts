import { eq } from "drizzle-orm";
import { noteThreads } from "@/db/schema";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { noteRead } from "@/lib/notes/abilities";
import { MoveNoteInput } from "@/lib/notes/inputs";
import { lockNote } from "@/lib/notes/note-row";
import { placeNote, placeOfQuote } from "@/lib/notes/place-note";

/** Attaches a note that lost its place: where one says, or where its words stand now. Refused where these stand nowhere, or more than once (`quote_nowhere`). */
export const moveNote = command({
  name: "moveNote",
  input: MoveNoteInput,
  ability: noteRead,
  load: lockNote,
  async run({ tx, record }, thread, { anchor }) {
    if (!anchor && thread.anchorKind !== "text") return fail(conflict("quote_nowhere", "Select where the note belongs, and attach it there."));
    if (anchor && anchor.kind !== "text" && !thread.orphanedAt) return fail(conflict("still_there", "What this note is about is still in the story."));
    const wanted = anchor ?? (await placeOfQuote(tx, thread.articleId, thread));
    if ("failure" in wanted) return fail(wanted.failure);
    const placed = await placeNote(tx, thread.articleId, thread.id, wanted);
    if ("failure" in placed) return fail(placed.failure);
    await tx.update(noteThreads).set({ ...placed.columns, orphanedAt: null }).where(eq(noteThreads.id, thread.id));
    await record({ name: "article.note_changed", subjectId: thread.articleId, data: { noteId: thread.id, ...(placed.updateId === null ? {} : { updateId: placed.updateId }) } });
    return ok({});
  },
});
