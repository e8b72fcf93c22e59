import { z } from "zod";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";
import { dueRecipients, mailNotices } from "@/lib/notices/commands/mail-notices";

/** So many recipients a run; the next one takes the rest. */
const most = 500;

/** Mails what was gathered long enough. */
export const mailNoticesJob = job({
  input: z.object({}).nullable(),
  async run(_, signal) {
    for (const recipient of await dueRecipients(most)) {
      if (signal.aborted) return;
      await mailNotices.execute(recipient, { actor: systemActor("the program") });
    }
  },
});
