import { z } from "zod";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";
import { mailMentions, toBeTold } from "@/lib/notes/commands/mail-mentions";

/** So many people a run; the next one takes the rest. */
const most = 200;

/** Tells people by mail that they are named in notes which they have not seen. */
export const mailMentionsJob = job({
  input: z.object({}).nullable(),
  async run(_, signal) {
    for (const personId of await toBeTold(most)) {
      if (signal.aborted) return;
      await mailMentions.execute({ personId }, { actor: systemActor("the program") });
    }
  },
});
