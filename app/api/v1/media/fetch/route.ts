import { ofAnother } from "@/lib/core/acting-as";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { forbidden, unauthenticated } from "@/lib/kernel/failure";
import { mediaUpload } from "@/lib/media/abilities";
import { fetchPicture } from "@/lib/media/commands/fetch-picture";
import { surprise } from "@/lib/web/action";
import { answerResult, readJson, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Fetches a picture that a paste named, because somebody pressed the button. */
export async function POST(request: Request): Promise<Response> {
  try {
    const read = await readJson(request);
    if ("failure" in read) return refuse(read.failure);
    const actor = await currentActor();
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    if (!mediaUpload.check(actor, null)) return refuse(forbidden("not_allowed", "You may not do this."));
    const counted = await countAgainst(limits.upload, actor.personId);
    if (!counted.ok) return refuse(counted.failure);
    return answerResult(await fetchPicture(read.body, { actor }));
  } catch (error) {
    return refuse(surprise(error, "fetch-picture"));
  }
}
