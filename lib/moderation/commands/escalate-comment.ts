import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { comments } from "@/db/schema";
import { commentModerate } from "@/lib/comments/abilities";
import { isOver } from "@/lib/comments/comment";
import { commentWithStory, fasterSomebody } from "@/lib/comments/move-comment";
import { commentSettings } from "@/lib/comments/settings";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { seenComment } from "@/lib/moderation/commands/decide";

const longest = commentSettings.escalationNote;
const EscalateInput = z.strictObject({
  ...seenComment,
  note: z.string("A note must be text.").max(longest, `Say it in ${longest} characters.`).refine(isPlainText, "This text holds characters that cannot be stored.").transform((text) => text.trim()),
});

/** Asks for somebody else, more senior, to decide about what was seen, with a note for colleagues. It stays where it is until a person decides. Asked again, the newer note stands. */
export const escalateComment = command({
  name: "escalateComment",
  input: EscalateInput,
  ability: commentModerate,
  load: commentWithStory,
  async run({ tx, actor, now, record }, { comment, articleId }, { revisionId, status, note }) {
    if (isOver(status)) return fail(conflict("already", `This comment is ${status} already.`));
    const asked = await tx
      .update(comments)
      .set({ escalatedAt: now, escalatedBy: personIdOf(actor), escalationNote: note })
      .where(and(eq(comments.id, comment.id), eq(comments.currentRevisionId, revisionId), eq(comments.status, status)))
      .returning({ id: comments.id });
    if (asked.length === 0) return fail(await fasterSomebody({ tx, now }, comment.id, revisionId));
    await record({ name: "comment.escalated", subjectId: comment.id, data: { articleId } });
    return ok({ status });
  },
});
