import { z } from "zod";
import { commenterNotes } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { commenterSee } from "@/lib/sanctions/abilities";
import { lockCommenter, WhoInput } from "@/lib/sanctions/commenter";
import { sanctionLimits } from "@/lib/sanctions/sanction";

const NoteInput = z.strictObject({
  who: WhoInput,
  text: z
    .string("A note must be text.")
    .max(sanctionLimits.note, `Say it in ${sanctionLimits.note} characters.`)
    .refine(isPlainText, "This text holds characters that cannot be stored.")
    .transform((text) => text.trim())
    .refine((text) => text.length > 0, "Write something first."),
});

/** Notes something about a commenter for the other moderators. Nobody changes or removes it afterwards; she has it in the copy of her data. */
export const noteCommenter = command({
  name: "noteCommenter",
  input: NoteInput,
  ability: commenterSee,
  load: (tx, { who }) => lockCommenter(tx, who),
  async run({ tx, actor, now, record }, { personId, guestId }, { text }) {
    const id = newId();
    await tx.insert(commenterNotes).values({ id, personId, guestId, text, writtenBy: personIdOf(actor), createdAt: now });
    await record({ name: "commenter.noted", subjectId: id, data: personId ? { personId } : { guestId } });
    return ok({ noteId: id });
  },
});
