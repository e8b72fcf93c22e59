import { z } from "zod";
import { command } from "@/lib/core/command";
import { forbidden } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { useHandle } from "@/lib/newsroom/abilities";
import { changedUse, changeUse, lockUse, seenUse } from "@/lib/newsroom/use-row";

/** Says that one sees to it, also in place of a colleague, or no longer. Whoever sees to a lead reads where its author may be reached: so each such step is on record. */
export const takeUse = command({
  name: "takeUse",
  input: z.strictObject({ ...seenUse, taken: z.boolean("Take it, or leave it.") }),
  ability: useHandle,
  load: lockUse,
  async run({ tx, actor, now, record }, { use, article }, { version, taken }) {
    if (actor.kind !== "person") return fail(forbidden("nobody_takes", "Only people see to things."));
    const changed = await changedUse(tx, use, version);
    if (changed) return fail(changed);
    const done = await changeUse(tx, use, { takenBy: taken ? actor.personId : null, takenAt: taken ? now : null });
    await record({ name: taken ? "comment.use_taken" : "comment.use_left", subjectId: use.commentId, data: { articleId: article.id, useId: use.id, kind: use.kind } });
    return ok(done);
  },
});
