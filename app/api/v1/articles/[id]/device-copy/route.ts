import { DeviceCopyInput } from "@/lib/articles/device-copy";
import { deviceCopy } from "@/lib/articles/reads/device-copy";
import { ofAnother } from "@/lib/core/acting-as";
import { parseInput } from "@/lib/core/parse-input";
import { notFound, unauthenticated } from "@/lib/kernel/failure";
import { surprise } from "@/lib/web/action";
import { answer, readJson, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Whether a browser may keep this story, and with what key. A POST, so that neither a cache nor a link of another site gets at a key; it changes nothing. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    const read = await readJson(request);
    if ("failure" in read) return refuse(read.failure);
    const input = parseInput(DeviceCopyInput, read.body);
    if (!input.ok) return refuse(input.failure);
    const actor = await currentActor();
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    const found = await deviceCopy(actor, id, input.value);
    return found ? answer(found) : refuse(notFound("not_found", "There is no such thing, or it is not yours to see."));
  } catch (error) {
    return refuse(surprise(error, "device-copy"));
  }
}
