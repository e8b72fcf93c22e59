import { documentBytes, frameBytes } from "@/lib/collab/limits";
import { workBesideStory } from "@/lib/comparison/reads/work-beside-story";
import { ofAnother } from "@/lib/core/acting-as";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { forbidden, invalid, notFound, unauthenticated } from "@/lib/kernel/failure";
import { surprise } from "@/lib/web/action";
import { answerResult, readLimited, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Largest piece of work that is compared, in bytes: the document it was written in may go along. */
const mostBytes = documentBytes + frameBytes;

/** What would change if work that lies aside on a device came in. A POST, since the work comes with it; nothing is kept. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    if (!isFromOwnPages(request.headers)) return refuse(forbidden("foreign_origin", "This request came from another site and was not accepted."));
    if (request.headers.get("content-type") !== "application/octet-stream") return refuse(invalid("not_an_update", "The request must be an update of the document."));
    const actor = await currentActor();
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    const bytes = await readLimited(request, mostBytes);
    if (bytes === null) return refuse(invalid("too_large", "This is more than can be compared at once."));
    const compared = await workBesideStory(actor, id, bytes, new URL(request.url).searchParams.get("whole") === "1");
    return compared ? answerResult(compared) : refuse(notFound("not_found", "There is no such thing, or it is not yours to see."));
  } catch (error) {
    return refuse(surprise(error, "compare-copy"));
  }
}
