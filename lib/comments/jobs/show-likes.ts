import { z } from "zod";
import { showLikes } from "@/lib/comments/commands/show-likes";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";

/** Lets cached pages show the likes of the last minute. */
export const showLikesJob = job({
  input: z.object({}).nullable(),
  async run() {
    await showLikes.execute({}, { actor: systemActor("the program") });
  },
});
