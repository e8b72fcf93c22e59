import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { corrections } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { useHandle } from "@/lib/newsroom/abilities";
import { goesOutWith, stillInStory, stillScheduled } from "@/lib/newsroom/out-of-story";
import { settleReportNote } from "@/lib/newsroom/report-note";
import { newsroomSettings } from "@/lib/newsroom/settings";
import { mayStep } from "@/lib/newsroom/use";
import { changedUse, changeUse, lockUse, notNow, overtakeConsents, seenUse } from "@/lib/newsroom/use-row";

const CloseInput = z.strictObject({
  ...seenUse,
  outcome: z.enum(["used", "closed"], "Choose what came of it."),
  /** Of a report that was right: the correction that answers it; null where the error needed none. */
  correctionId: z.uuid("Choose the correction.").nullable(),
  note: z.string("A note must be text.").max(newsroomSettings.closingNote, `Say it in ${newsroomSettings.closingNote} characters.`).refine(isPlainText, "This text holds characters that cannot be stored.").transform((text) => text.trim()),
});

/**
 * Says what came of a report or a lead, or that nothing comes of it. A letter is used by being put into a story alone. What is closed asks
 * nobody any more, what somebody agreed to is not made use of, and where she may be reached is forgotten at once. What she took back before it was
 * printed is closed only once it is out of the story.
 */
export const closeUse = command({
  name: "closeUse",
  input: CloseInput,
  ability: useHandle,
  load: lockUse,
  async run({ tx, actor, now, record }, { use, comment, article, kind }, { version, outcome, correctionId, note }) {
    const changed = await changedUse(tx, use, version);
    if (changed) return fail(changed);
    if (outcome === "used" && kind === "letter") return fail(invalid("letter_is_placed", "A letter is used by putting it into a story."));
    if (!mayStep(outcome === "used" ? "use" : "close", use)) return fail(notNow(use));
    const [answer] = correctionId && kind === "correction" && outcome === "used" ? await tx.select({ id: corrections.id }).from(corrections).where(and(eq(corrections.id, correctionId), eq(corrections.articleId, article.id))) : [];
    if (correctionId && !answer) return fail(invalid("no_correction", "This story has no such correction.", { fields: { correctionId: "This story has no such correction." } }));
    if (kind === "letter" && use.state === "withdrawn" && (await goesOutWith(tx, use))) return fail(stillScheduled);
    const stands = kind === "letter" && use.state === "withdrawn" && use.usedIn ? await stillInStory(tx, use) : null;
    if (stands?.reason === "still_there") return fail(stands);
    if (outcome === "closed") await overtakeConsents(tx, use.id, now);
    const done = await changeUse(tx, use, { state: outcome, settledAt: now, closingNote: note, correctionId: answer?.id ?? null, ...(outcome === "used" ? { usedAt: now } : { contact: null }) });
    if (use.noteId) await settleReportNote(tx, use.noteId, personIdOf(actor), now);
    if (use.noteId) await record({ name: "article.note_resolved", subjectId: article.id, data: { noteId: use.noteId, blocking: false } });
    await record({ name: outcome === "used" ? "comment.used" : "comment.use_closed", subjectId: comment.id, data: { articleId: article.id, useId: use.id, kind, ...(answer ? { correctionId: answer.id } : {}) } });
    return ok(done);
  },
});

/**
 * Opens again what was closed, or a report that was called right: it stands as when it was marked, and whoever would have to agree is asked anew.
 * A letter that was put into a story and taken out of it before readers saw it may be put into another, or its author asked about other words.
 */
export const reopenUse = command({
  name: "reopenUse",
  input: z.strictObject(seenUse),
  ability: useHandle,
  load: lockUse,
  async run({ tx, record }, { use, comment, article, kind }, { version }) {
    const changed = await changedUse(tx, use, version);
    if (changed) return fail(changed);
    if (!mayStep("reopen", use)) return fail(notNow(use));
    const takenOut = kind === "letter" && use.state === "used";
    const hindrance = takenOut ? await stillInStory(tx, use) : null;
    if (hindrance) return fail(hindrance);
    const done = await changeUse(tx, use, { state: takenOut ? "agreed" : "noted", settledAt: null, closingNote: "", correctionId: null, usedAt: null, usedIn: null });
    if (use.noteId) await settleReportNote(tx, use.noteId, null, null);
    if (use.noteId) await record({ name: "article.note_reopened", subjectId: article.id, data: { noteId: use.noteId, blocking: false } });
    await record({ name: "comment.use_reopened", subjectId: comment.id, data: { articleId: article.id, useId: use.id, kind, ...(takenOut && use.usedIn ? { outOf: use.usedIn } : {}) } });
    return ok(done);
  },
});
