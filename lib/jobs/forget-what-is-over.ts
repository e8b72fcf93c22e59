import { z } from "zod";
import { job } from "@/lib/core/jobs";
import { forgetExpired } from "@/lib/jobs/forget-expired";

/** Forgets counts of windows that are over, answers that nobody asks for again, and forms that are too old to be sent. */
export const forgetWhatIsOver = job({
  input: z.object({}).nullable(),
  async run() {
    await forgetExpired();
  },
});
