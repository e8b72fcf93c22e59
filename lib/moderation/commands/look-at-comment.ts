import { eq } from "drizzle-orm";
import { z } from "zod";
import { commentLooks, comments } from "@/db/schema";
import { commentModerate } from "@/lib/comments/abilities";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";

/** Notes that somebody has this comment before her now, in the place of the one before. A note for the others and no lock; good for three minutes. */
export const lookAtComment = command({
  name: "lookAtComment",
  input: z.strictObject({ commentId: z.uuid("There is no such comment.") }),
  ability: commentModerate,
  async load(tx, { commentId }) {
    const [row] = await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, commentId));
    return row ?? null;
  },
  async run({ tx, actor, now }, { id }) {
    const personId = personIdOf(actor);
    const look = { commentId: id, lookedAt: now };
    if (personId) await tx.insert(commentLooks).values({ personId, ...look }).onConflictDoUpdate({ target: commentLooks.personId, set: look });
    return ok({});
  },
});
