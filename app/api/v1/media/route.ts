import { limits } from "@/lib/core/limits";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { countAgainst } from "@/lib/core/rate-limit";
import { forbidden, invalid, unauthenticated } from "@/lib/kernel/failure";
import { mediaUpload } from "@/lib/media/abilities";
import { addPicture } from "@/lib/media/commands/add-picture";
import { pictureLimits, tooLarge } from "@/lib/media/limits";
import { surprise } from "@/lib/web/action";
import { answerResult, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Takes one picture, as the multipart field `file`. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isFromOwnPages(request.headers)) return refuse(forbidden("foreign_origin", "This request came from another site and was not accepted."));
    const actor = await currentActor();
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    if (!mediaUpload.check(actor, null)) return refuse(forbidden("not_allowed", "You may not do this."));
    if (Number(request.headers.get("content-length") ?? 0) > pictureLimits.bytes + 4096) return refuse(invalid("too_large", tooLarge));
    const counted = await countAgainst(limits.upload, actor.personId);
    if (!counted.ok) return refuse(counted.failure);
    const file = (await request.formData()).get("file");
    if (!(file instanceof File)) return refuse(invalid("no_file", "Choose a picture."));
    return answerResult(await addPicture({ bytes: new Uint8Array(await file.arrayBuffer()), originalName: file.name }, { actor }));
  } catch (error) {
    return refuse(surprise(error, "upload"));
  }
}
