import { z } from "zod";
import { forgetComments, forgetGuestAddresses } from "@/lib/comments/commands/forget-comments";
import { job } from "@/lib/core/jobs";
import { foldHits } from "@/lib/moderation/word-rules/hits";
import { tallyDecisions } from "@/lib/moderation/tally-decisions";
import { foldReads } from "@/lib/readership/fold-reads";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { forgetDecisions } from "@/lib/moderation/forget-decisions";
import { forgetUses } from "@/lib/newsroom/commands/forget-uses";
import { forgetLetters } from "@/lib/mail/forget-letters";

/** Folds old counts of readers and of the moderators’ rules, tallies what moderators decided, and forgets counts of windows that are over, answers that nobody asks for again, forms that are too old to be sent, comments whose time is over, guests’ addresses, decisions of years ago, what the newsroom made of comments, and what mails said. */
export const forgetWhatIsOver = job({
  input: z.object({}).nullable(),
  async run() {
    await forgetExpired();
    await forgetLetters();
    await forgetComments();
    await forgetGuestAddresses();
    await forgetDecisions();
    await forgetUses();
    await foldReads();
    await foldHits();
    await tallyDecisions();
  },
});
