import { z } from "zod";
import { checkOutwardLinks } from "@/lib/articles/check-outward-links";
import { ofAnother } from "@/lib/core/acting-as";
import { limits } from "@/lib/core/limits";
import { parseInput } from "@/lib/core/parse-input";
import { countAgainst } from "@/lib/core/rate-limit";
import { notFound, unauthenticated } from "@/lib/kernel/failure";
import { surprise } from "@/lib/web/action";
import { answer, readJson, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Asks the outside addresses of a story, because somebody pressed the button. A POST, since it makes us ask others; it keeps nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    const read = await readJson(request);
    if ("failure" in read) return refuse(read.failure);
    const input = parseInput(z.strictObject({}), read.body);
    if (!input.ok) return refuse(input.failure);
    const actor = await currentActor();
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    const counted = await countAgainst(limits.linkCheck, actor.personId);
    if (!counted.ok) return refuse(counted.failure);
    const found = await checkOutwardLinks(actor, id);
    if (!found) return refuse(notFound("not_found", "There is no such thing, or it is not yours to see."));
    return found.ok ? answer(found.value) : refuse(found.failure);
  } catch (error) {
    return refuse(surprise(error, "check-links"));
  }
}
