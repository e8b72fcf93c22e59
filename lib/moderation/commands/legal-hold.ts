import { eq } from "drizzle-orm";
import { z } from "zod";
import { legalHolds, releasedHolds } from "@/db/schema";
import { commentLegalHold } from "@/lib/comments/abilities";
import { commentWithStory } from "@/lib/comments/move-comment";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";

export const legalMatter = { least: 3, most: 500 } as const;

const words = (missing: string) => z.string(missing).trim().min(legalMatter.least, missing).max(legalMatter.most, `Say it in ${legalMatter.most} characters.`).refine(isPlainText, "This text holds characters that cannot be stored.");

/** Keeps a comment as it is, with all that is known of it, until the hold is lifted. Fails with `already` (409) where it is kept, and with `purged` where there is nothing left to keep. */
export const placeLegalHold = command({
  name: "placeLegalHold",
  input: z.strictObject({ commentId: z.uuid("There is no such comment."), matter: words("Say which matter it is.") }),
  ability: commentLegalHold,
  load: commentWithStory,
  async run({ tx, actor, now, record }, { comment, articleId }, { matter }) {
    if (comment.status === "purged") return fail(conflict("purged", "Nothing of this comment is left to be kept."));
    const by = personIdOf(actor);
    if (!by) throw new Error("Nobody places this hold.");
    const placed = await tx.insert(legalHolds).values({ commentId: comment.id, matter, placedBy: by, placedAt: now }).onConflictDoNothing().returning({ id: legalHolds.commentId });
    if (placed.length === 0) return fail(conflict("already", "This comment is kept already."));
    await record({ name: "comment.legal_hold_placed", subjectId: comment.id, data: { articleId, matter } });
    return ok({});
  },
});

/** Lets a comment go, for a reason that is kept with who put it under hold: from now on it is erased when its time is over, as any other. Fails with `not_held` (409). */
export const liftLegalHold = command({
  name: "liftLegalHold",
  input: z.strictObject({ commentId: z.uuid("There is no such comment."), reason: words("Say why it is released.") }),
  ability: commentLegalHold,
  load: commentWithStory,
  async run({ tx, actor, now, record }, { comment, articleId }, { reason }) {
    const by = personIdOf(actor);
    if (!by) throw new Error("Nobody releases this hold.");
    const [lifted] = await tx.delete(legalHolds).where(eq(legalHolds.commentId, comment.id)).returning();
    if (!lifted) return fail(conflict("not_held", "This comment is not kept any more."));
    await tx.insert(releasedHolds).values({ ...lifted, reason, releasedBy: by, releasedAt: now });
    await record({ name: "comment.legal_hold_lifted", subjectId: comment.id, data: { articleId, matter: lifted.matter, reason } });
    return ok({});
  },
});
