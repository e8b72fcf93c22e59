import { z } from "zod";
import { forgetOldAnswers } from "@/lib/core/idempotency";
import { job } from "@/lib/core/jobs";
import { forgetOldWindows } from "@/lib/core/rate-limit";

/** Forgets counts of windows that are over and answers that nobody asks for again. */
export const forgetWhatIsOver = job({
  input: z.object({}).nullable(),
  async run() {
    await forgetOldWindows();
    await forgetOldAnswers();
  },
});
