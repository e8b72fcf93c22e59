import { eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "@/db/client";
import { noteThreads } from "@/db/schema";
import { appendUpdate, committedCopy, projectDraft } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { readMended } from "@/lib/content/sound-copy";
import { replaceNotedWords } from "@/lib/content/working-copy";
import { conflict, forbidden } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { noteRead, noteResolve } from "@/lib/notes/abilities";
import { SettleSuggestionInput } from "@/lib/notes/inputs";
import { lockNote } from "@/lib/notes/note-row";
import { settleAnchors } from "@/lib/notes/settle-anchors";

/**
 * Puts the words that a note suggests in the place of those it is about, as the writing of whoever suggested them, or dismisses them. Refused with
 * `text_changed` where the note stands on other words by now, or on none. Either way the note is resolved, but for a blocking one that this
 * person may not resolve: her answer stands in it, and it goes on stopping the story.
 */
export const settleSuggestion = command({
  name: "settleSuggestion",
  input: SettleSuggestionInput,
  ability: noteRead,
  load: lockNote,
  async run({ tx, actor, now, record }, thread, { verdict }) {
    if (actor.kind !== "person") return fail(forbidden("nobody", "Only people answer suggestions."));
    const { suggestion: words, suggestedFor: quote } = thread;
    if (words === null || quote === null) return fail(conflict("no_suggestion", "This note suggests no other words."));
    if (thread.suggestionSettled) return fail(conflict("settled_already", `Somebody was faster: it has been ${thread.suggestionSettled} already.`));
    if (thread.resolvedAt) return fail(conflict("resolved", "This note is resolved. Reopen it first."));
    const updateId = verdict === "applied" ? await putIn(tx, now, { articleId: thread.articleId, thread: thread.id, authorId: thread.createdBy, quote, words }) : null;
    if (verdict === "applied" && updateId === null) return fail(conflict("text_changed", "The text has changed there, so that the suggestion does not fit any more. Change it by hand, or dismiss it."));
    const resolved = noteResolve.check(actor, thread) ? { resolvedAt: now, resolvedBy: actor.personId } : {};
    await tx.update(noteThreads).set({ suggestionSettled: verdict, ...resolved }).where(eq(noteThreads.id, thread.id));
    await record({ name: verdict === "applied" ? "article.suggestion_applied" : "article.suggestion_dismissed", subjectId: thread.articleId, data: { noteId: thread.id, authorId: thread.createdBy, ...(updateId === null ? {} : { updateId }) } });
    return ok({});
  },
});

type Words = { articleId: string; thread: string; authorId: string; quote: string; words: string };

/** Writes them into the committed copy, by the road that other edits of the server take; null, and nothing is written, where the note does not stand on those words. */
async function putIn(tx: Transaction, now: Date, { articleId, thread, authorId, quote, words }: Words): Promise<number | null> {
  const { doc, epoch, formatBefore } = await committedCopy(tx, articleId);
  try {
    const before = Y.encodeStateVector(doc);
    if (!replaceNotedWords(doc, thread, { quote, words })) return null;
    const content = readMended(doc, formatBefore);
    if (!content) return null;
    await settleAnchors(tx, articleId, doc, now);
    const updateId = await appendUpdate(tx, { articleId, epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId, at: now });
    await projectDraft(tx, articleId, content, { by: authorId, at: now });
    return updateId;
  } finally {
    doc.destroy();
  }
}
