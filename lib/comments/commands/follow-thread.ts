import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { threadFollows } from "@/db/schema";
import { threadFollow } from "@/lib/comments/abilities";
import { publicCommentWithStory } from "@/lib/comments/move-comment";
import { refusal, sentenceOf } from "@/lib/comments/refusals/refusal";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

const unreadable = sentenceOf({ reason: "form_unreadable" });

/** Follows the thread in which a comment stands, or no longer; said twice it is done once. Nobody else learns of it. */
export const followThread = command({
  name: "followThread",
  input: z.strictObject({ commentId: z.uuid(unreadable), followed: z.boolean(unreadable) }),
  ability: threadFollow,
  load: publicCommentWithStory,
  async run({ tx, actor, now }, { comment: { rootId } }, { followed }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(refusal("unauthenticated", "sign_in"));
    if (followed) await tx.insert(threadFollows).values({ personId, rootId, createdAt: now }).onConflictDoNothing();
    else await tx.delete(threadFollows).where(and(eq(threadFollows.personId, personId), eq(threadFollows.rootId, rootId)));
    return ok({ followed });
  },
});
