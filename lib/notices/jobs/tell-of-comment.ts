import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";
import { TellInput, tellOfComment } from "@/lib/notices/commands/tell-of-comment";

/** Tells whom a comment concerns of what happened to it, once that is committed. */
export const tellOfCommentJob = job({
  input: TellInput,
  async run(input) {
    await tellOfComment.execute(input, { actor: systemActor("the program") });
  },
});
