import { z } from "zod";
import { job } from "@/lib/core/jobs";
import { foldReads } from "@/lib/readership/fold-reads";
import { forgetExpired } from "@/lib/jobs/forget-expired";

/** Folds old counts of readers, and forgets counts of windows that are over, answers that nobody asks for again, and forms that are too old to be sent. */
export const forgetWhatIsOver = job({
  input: z.object({}).nullable(),
  async run() {
    await forgetExpired();
    await foldReads();
  },
});
