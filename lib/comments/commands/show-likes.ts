import { eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { rowLock } from "@/db/row-lock";
import { discussions } from "@/db/schema";
import { commentShowLikes } from "@/lib/comments/abilities";
import { command, noSubject } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";

/** So many discussions at a time; the next run takes the rest. */
const most = 200;

/** Tells the cached pages of all likes since the last time: once for a discussion, however many there were, and without a name. */
export const showLikes = command({
  name: "showLikes",
  input: z.strictObject({}),
  ability: commentShowLikes,
  load: noSubject,
  async run({ tx, record }) {
    const changed = await tx.select({ id: discussions.id, articleId: discussions.articleId }).from(discussions).where(isNotNull(discussions.likesChangedAt)).limit(most).for(rowLock, { skipLocked: true });
    for (const { id, articleId } of changed) {
      await tx.update(discussions).set({ likesChangedAt: null }).where(eq(discussions.id, id));
      await record({ name: "discussion.likes_counted", subjectId: id, data: { articleId } });
    }
    return ok({ discussions: changed.length });
  },
});
