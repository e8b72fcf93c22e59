import { z } from "zod";
import { ownData } from "@/lib/commenters/abilities";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { unauthenticated } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/** Leaves a trace that somebody had a copy of her data: whoever stole a session cannot do so unseen. */
export const noteExport = command({
  name: "noteExport",
  input: z.strictObject({}),
  ability: ownData,
  load: noSubject,
  async run({ actor, record }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(unauthenticated("signed_out", "Please sign in."));
    await record({ name: "person.exported", subjectId: personId, data: { personId } });
    return ok({});
  },
});
