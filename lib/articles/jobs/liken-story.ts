import { z } from "zod";
import { keepLikeness } from "@/lib/articles/commands/keep-likeness";
import { storiesLike } from "@/lib/articles/likeness";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";

/** Finds what a story that has just come out, or changed, is about the same as. Pages read what this keeps: comparing texts is no work for them. */
export const likenStory = job({
  input: z.strictObject({ articleId: z.uuid() }),
  async run({ articleId }) {
    const others = await storiesLike(articleId);
    const kept = await keepLikeness.execute({ articleId, others: others.map(({ id, likeness }) => ({ id, likeness })) }, { actor: systemActor("Related stories") });
    if (!kept.ok) throw new Error(kept.failure.message);
  },
});
