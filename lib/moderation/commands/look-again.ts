import { z } from "zod";
import { qualityChecks } from "@/db/schema";
import { reasonCodes } from "@/db/vocabulary";
import { commentModerate } from "@/lib/comments/abilities";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { waitsForSecondLook } from "@/lib/moderation/reads/second-look";

const LookInput = z.strictObject({ eventId: z.uuid("There is nothing to look at."), /** Null: she would have approved it, too. */ reason: z.enum(reasonCodes, "Choose a reason.").nullable() });

/** Says what a second moderator would have decided about what another approved. The comment stays as it is: what comes of it is talked over. Once for each. */
export const lookAgain = command({
  name: "lookAgain",
  input: LookInput,
  ability: commentModerate,
  load: noSubject,
  async run({ tx, actor, now, record }, _, { eventId, reason }) {
    const me = personIdOf(actor);
    const commentId = await waitsForSecondLook(tx, eventId, me);
    const gone = conflict("looked_at", "Somebody has looked at this meanwhile, or it changed.");
    if (!commentId) return fail(gone);
    const [written] = await tx.insert(qualityChecks).values({ eventId, checkedBy: me, agrees: reason === null, reason, createdAt: now }).onConflictDoNothing().returning({ eventId: qualityChecks.eventId });
    if (!written) return fail(gone);
    await record({ name: "comment.quality_checked", subjectId: commentId, data: { eventId, agrees: reason === null, reason } });
    return ok({ agrees: reason === null });
  },
});
