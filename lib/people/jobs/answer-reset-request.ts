import { z } from "zod";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";
import { answerReset } from "@/lib/people/commands/forgotten-password";
import { openRequest } from "@/lib/people/reset-request";

/** Finds out whose address was typed at "Forgot your password?", and mails a link to whoever that is; to nobody where it is nobody's. */
export const answerResetRequest = job({
  input: z.strictObject({ requestId: z.uuid(), sealed: z.string() }),
  async run({ requestId, sealed }) {
    const email = openRequest(requestId, sealed);
    if (email) await answerReset.execute({ requestId, email }, { actor: systemActor("The newsroom") });
  },
});
