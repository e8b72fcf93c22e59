import { z } from "zod";
import { dueDeletions, eraseAccount } from "@/lib/commenters/commands/erase-account";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";

/** Erases the accounts whose owners wanted that a day ago. */
export const eraseAccountsJob = job({
  input: z.object({}).nullable(),
  async run(_, signal) {
    for (const personId of await dueDeletions()) {
      if (signal.aborted) return;
      await eraseAccount(personId, { actor: systemActor("the program") });
    }
  },
});
