import { z } from "zod";
import { noteAudienceCodes, suggestionVerdicts } from "@/db/vocabulary";
import { fieldNamesInOrder } from "@/lib/comparison/bring-back";
import { plainText } from "@/lib/kernel/text";
import { noteLimits } from "@/lib/notes/note";

const reload = "Reload the page and try again.";
const articleId = z.uuid("There is no such story.");
const noteId = z.uuid("There is no such note.");
const personId = z.uuid("There is no such person.");
const blockId = z.string(reload).regex(/^[a-z0-9]{10}$/, reload);
const place = z.number(reload).int(reload).min(0, reload).max(1_000_000, reload);

const body = z
  .string("A note must be text.")
  .max(noteLimits.letters * 2, `A note may have ${noteLimits.letters.toLocaleString("en")} characters at most.`)
  .transform((text) => plainText(text).trim())
  .refine((text) => text !== "", "Write what the note should say.")
  .refine((text) => text.length <= noteLimits.letters, `A note may have ${noteLimits.letters.toLocaleString("en")} characters at most.`);

/** Who is named in it; each name must stand in the text behind an @. */
const mentions = z.array(personId).max(20, "At most 20 people can be named in one note.").default([]);

/** What a note is about. Of words where they stand, and what they say, so that nothing else is marked where they changed meanwhile. */
const anchor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), pieces: z.array(z.strictObject({ blockId, from: place, to: place })).min(1, reload).max(noteLimits.pieces, `A note can be about ${noteLimits.pieces} blocks at most.`), quote: z.string(reload).max(noteLimits.quote, reload) }),
  z.strictObject({ kind: z.literal("block"), blockId }),
  z.strictObject({ kind: z.literal("field"), field: z.enum(fieldNamesInOrder, reload) }),
  z.strictObject({ kind: z.literal("story") }),
]);
export type NoteAnchorInput = z.infer<typeof anchor>;

const audience = z.enum(noteAudienceCodes, "Choose who may read it.");

/** Other words in place of those that the note is about; none to take them out. A break in them is a space: they stand within one paragraph. */
const suggestion = z
  .string("What is suggested must be text.")
  .max(noteLimits.suggestion, `A suggestion may have ${noteLimits.suggestion.toLocaleString("en")} characters at most.`)
  .transform((text) => plainText(text).replace(/\s*\n\s*/g, " "))
  .nullable()
  .default(null);

export const AddNoteInput = z
  .strictObject({ articleId, anchor, body, mentions, blocking: z.boolean().default(false), audience: audience.default("newsroom"), assigneeId: personId.nullable().default(null), suggestion })
  .refine((note) => note.suggestion === null || (note.anchor.kind === "text" && note.anchor.pieces.length === 1 && note.anchor.quote.length < noteLimits.quote), { path: ["suggestion"], error: `Other words can be suggested for less than ${noteLimits.quote} characters of one paragraph.` })
  .refine((note) => note.anchor.kind !== "text" || note.suggestion !== note.anchor.quote, { path: ["suggestion"], error: "What is suggested says the same as the text." });
export const SettleSuggestionInput = z.strictObject({ articleId, noteId, verdict: z.enum(suggestionVerdicts, reload) });
export const AnswerNoteInput = z.strictObject({ articleId, noteId, body, mentions });
export const EditNoteInput = z.strictObject({ articleId, noteId, messageId: z.uuid("There is no such message."), body, mentions });
/** What is left out stays as it is. */
export const ChangeNoteInput = z.strictObject({ articleId, noteId, blocking: z.boolean().optional(), audience: audience.optional(), assigneeId: personId.nullable().optional() });
export const SettleNoteInput = z.strictObject({ articleId, noteId });
/** Without a place it is put back where its words stand now. */
export const MoveNoteInput = z.strictObject({ articleId, noteId, anchor: anchor.optional() });
export const SeeNotesInput = z.strictObject({ articleId, noteIds: z.array(noteId).min(1).max(noteLimits.threads) });
