import { z } from "zod";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";
import { answerSignUp } from "@/lib/people/commands/sign-up";
import { openSignUp } from "@/lib/people/sign-up-request";

/** Finds out whether the address that was typed at "Sign up" has an account, and mails it what it may know. */
export const answerSignUpJob = job({
  input: z.strictObject({ requestId: z.uuid(), sealed: z.string() }),
  async run({ requestId, sealed }) {
    const request = openSignUp(requestId, sealed);
    if (request) await answerSignUp.execute({ requestId, request }, { actor: systemActor("The newsroom") });
  },
});
