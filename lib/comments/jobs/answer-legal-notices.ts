import { z } from "zod";
import { answerLegalNotice, noticesToAnswer } from "@/lib/comments/commands/answer-legal-notice";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";

/** So many a run; the next one takes the rest. */
const most = 200;

/** Answers notices of unlawful content once the decision about them stands. */
export const answerLegalNoticesJob = job({
  input: z.object({}).nullable(),
  async run(_, signal) {
    for (const noticeId of await noticesToAnswer(most)) {
      if (signal.aborted) return;
      await answerLegalNotice.execute({ noticeId }, { actor: systemActor("the program") });
    }
  },
});
