import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { threadFollows } from "@/db/schema";
import { threadFollow } from "@/lib/comments/abilities";
import { publicCommentWithStory } from "@/lib/comments/move-comment";
import { refusal, sentenceOf } from "@/lib/comments/refusals/refusal";
import { threadChoices } from "@/lib/comments/thread-choice";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

const unreadable = sentenceOf({ reason: "form_unreadable" });

/** Chooses what one hears of the thread in which a comment stands; said twice it is done once. Nobody else learns of it. */
export const followThread = command({
  name: "followThread",
  input: z.strictObject({ commentId: z.uuid(unreadable), hear: z.enum(threadChoices, unreadable) }),
  ability: threadFollow,
  load: publicCommentWithStory,
  async run({ tx, actor, now }, { comment: { rootId } }, { hear }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(refusal("unauthenticated", "sign_in"));
    const quiet = hear === "nothing";
    if (hear === "own") await tx.delete(threadFollows).where(and(eq(threadFollows.personId, personId), eq(threadFollows.rootId, rootId)));
    else await tx.insert(threadFollows).values({ personId, rootId, quiet, createdAt: now }).onConflictDoUpdate({ target: [threadFollows.personId, threadFollows.rootId], set: { quiet, createdAt: now }, setWhere: ne(threadFollows.quiet, quiet) });
    return ok({ hear });
  },
});
