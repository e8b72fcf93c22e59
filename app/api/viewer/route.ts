import { may } from "@/lib/policy/ability";
import { answer } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Who is signed in, for the header of cached reader pages, and for an open story that waits for its writer to sign in again. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  return answer(actor.kind === "person" ? { id: actor.personId, name: actor.name, staff: may(actor, "desk.enter"), moderates: may(actor, "comment.moderate") } : null);
}
