import { z } from "zod";
import { job } from "@/lib/core/jobs";
import { learnFromDecisions } from "@/lib/moderation/spam-filter/learn";

/** Lets the spam filter learn from what moderators decided since the last time. */
export const learnSpamJob = job({
  input: z.object({}).nullable(),
  async run(_, signal) {
    while (!signal.aborted && (await learnFromDecisions()) > 0);
  },
});
