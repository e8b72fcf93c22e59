import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { comments } from "@/db/schema";
import { commentForget } from "@/lib/comments/abilities";
import { movedData } from "@/lib/comments/comment";
import { eraseComment } from "@/lib/comments/erase-comment";
import { commentWithStory, moveComment } from "@/lib/comments/move-comment";
import { commentSettings } from "@/lib/comments/settings";
import { systemActor } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";

/** So many at a time; the next run takes the rest. */
const most = 500;

const forgetUnconfirmedComment = command({
  name: "forgetUnconfirmedComment",
  input: z.strictObject({ commentId: z.uuid() }),
  ability: commentForget,
  load: commentWithStory,
  async run(context, subject) {
    const { comment, articleId } = subject;
    // Whoever confirmed it meanwhile was faster.
    const moved = await moveComment(context, subject, { revisionId: comment.currentRevisionId, status: "unverified" }, { to: "purged", by: null });
    if (typeof moved !== "string") return ok({ erased: false });
    await eraseComment(context.tx, comment);
    await context.record({ name: "comment.purged", subjectId: comment.id, data: { articleId, ...movedData(comment, "purged") } });
    return ok({ erased: true });
  },
});

/** Erases comments of guests that nobody confirmed in time, and says how many. */
export async function forgetUnconfirmed(): Promise<number> {
  const over = await appDatabase()
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.status, "unverified"), lt(comments.createdAt, sql`now() - make_interval(hours => ${commentSettings.confirmHours})`)))
    .limit(most);
  let erased = 0;
  for (const { id } of over) {
    const result = await forgetUnconfirmedComment.execute({ commentId: id }, { actor: systemActor("the program") });
    if (result.ok && result.value.erased) erased += 1;
  }
  return erased;
}
