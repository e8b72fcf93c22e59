import { z } from "zod";
import { forgetUnconfirmed } from "@/lib/comments/commands/forget-unconfirmed";
import { job } from "@/lib/core/jobs";
import { tallyDecisions } from "@/lib/moderation/tally-decisions";
import { foldReads } from "@/lib/readership/fold-reads";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { forgetLetters } from "@/lib/mail/forget-letters";

/** Folds old counts of readers, tallies what moderators decided, and forgets counts of windows that are over, answers that nobody asks for again, forms that are too old to be sent, comments that no guest confirmed, and what mails said. */
export const forgetWhatIsOver = job({
  input: z.object({}).nullable(),
  async run() {
    await forgetExpired();
    await forgetLetters();
    await forgetUnconfirmed();
    await foldReads();
    await tallyDecisions();
  },
});
