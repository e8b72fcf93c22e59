import { documentBytes, frameBytes } from "@/lib/collab/limits";
import { ofAnother } from "@/lib/core/acting-as";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { forbidden, invalid, unauthenticated } from "@/lib/kernel/failure";
import { proposeWork } from "@/lib/proposals/commands/propose-work";
import { surprise } from "@/lib/web/action";
import { answerResult, readLimited, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Largest piece of work, in bytes: the document it was written in may go along. */
const mostBytes = documentBytes + frameBytes;

/** Makes a proposal of work that lies aside on a device; what is known about it stands in the address, the work itself is the body. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    if (!isFromOwnPages(request.headers)) return refuse(forbidden("foreign_origin", "This request came from another site and was not accepted."));
    if (request.headers.get("content-type") !== "application/octet-stream") return refuse(invalid("not_an_update", "The request must be an update of the document."));
    const actor = await currentActor();
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    const update = await readLimited(request, mostBytes);
    if (update === null) return refuse(invalid("too_large", "This is more than can be proposed at once."));
    const about = Object.fromEntries(new URL(request.url).searchParams);
    return answerResult(await proposeWork.execute({ ...about, articleId: id, update: new Uint8Array(update), whole: about.whole === "1" }, { actor }));
  } catch (error) {
    return refuse(surprise(error, "propose-work"));
  }
}
