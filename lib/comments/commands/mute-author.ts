import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type comments, mutes } from "@/db/schema";
import { authorMute } from "@/lib/comments/abilities";
import { isVisible } from "@/lib/comments/comment";
import { publicCommentWithStory } from "@/lib/comments/move-comment";
import { refusal, sentenceOf } from "@/lib/comments/refusals/refusal";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";

const unreadable = sentenceOf({ reason: "form_unreadable" });

/**
 * Wants to hear nothing of whoever wrote a comment, or to hear again; said twice it is done once. Her answers are told no more, and scripts hide what she says. Nobody else learns
 * of it, and whoever mutes learns no name but the one that stands there: refused where readers do not see the comment (`comment_gone`), nobody is known behind it any more
 * (`mute_nobody`), or it is her own (`mute_own`).
 */
export const muteAuthor = command({
  name: "muteAuthor",
  input: z.strictObject({ commentId: z.uuid(unreadable), muted: z.boolean(unreadable) }),
  ability: authorMute,
  load: publicCommentWithStory,
  async run({ tx, actor, now }, { comment: { authorId, guestId, nameSnapshot, status } }, { muted }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(refusal("unauthenticated", "sign_in"));
    if (authorId === personId) return fail(refusal("conflict", "mute_own"));
    if (muted && !isVisible(status)) return fail(refusal("not_found", "comment_gone"));
    if (muted && !authorId && !guestId) return fail(refusal("conflict", "mute_nobody"));
    if (muted) await tx.insert(mutes).values({ personId, ...(authorId ? { authorId } : { guestId }), name: nameSnapshot, createdAt: now }).onConflictDoNothing();
    else await tx.delete(mutes).where(and(eq(mutes.personId, personId), isOf({ authorId, guestId })));
    return ok({ muted });
  },
});

/** Hears again of somebody, by the mute itself: also of whom nothing can be seen any more. */
export const unmute = command({
  name: "unmute",
  input: z.strictObject({ muteId: z.uuid() }),
  ability: authorMute,
  load: noSubject,
  async run({ tx, actor }, _, { muteId }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(refusal("unauthenticated", "sign_in"));
    await tx.delete(mutes).where(and(eq(mutes.id, muteId), eq(mutes.personId, personId)));
    return ok({});
  },
});

/** Mutes of whoever wrote a comment. */
function isOf({ authorId, guestId }: Pick<typeof comments.$inferSelect, "authorId" | "guestId">): SQL | undefined {
  return authorId ? eq(mutes.authorId, authorId) : guestId ? eq(mutes.guestId, guestId) : sql`false`;
}
