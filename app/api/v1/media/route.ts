import { ofAnother } from "@/lib/core/acting-as";
import { limits } from "@/lib/core/limits";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { countAgainst } from "@/lib/core/rate-limit";
import { forbidden, invalid, unauthenticated } from "@/lib/kernel/failure";
import { mediaUpload } from "@/lib/media/abilities";
import { addPicture } from "@/lib/media/commands/add-picture";
import { pictureLimits } from "@/lib/media/limits";
import { pictureTooLarge } from "@/lib/media/picture";
import { pictureLibrary } from "@/lib/media/reads/library";
import { surprise } from "@/lib/web/action";
import { answerResult, readLimited, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** The largest picture with what a form writes around it, in bytes. */
const bodyLimit = pictureLimits.bytes + 4096;
const choose = "There is no picture in this form. Choose a picture and send it again.";
const noPicture = invalid("no_file", choose, { fields: { file: choose } });

/** The pictures that are here already, newest first: those that `?q=` asks for, the page behind the picture that `?before=` names. */
export async function GET(request: Request): Promise<Response> {
  try {
    return answerResult(await pictureLibrary(await currentActor(), Object.fromEntries(new URL(request.url).searchParams)));
  } catch (error) {
    return refuse(surprise(error, "picture-library"));
  }
}

/** Takes one picture, as the multipart field `file`. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isFromOwnPages(request.headers)) return refuse(forbidden("foreign_origin", "This request came from another site and was not accepted."));
    const actor = await currentActor();
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    if (!mediaUpload.check(actor, null)) return refuse(forbidden("not_allowed", "You may not do this."));
    if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return refuse(pictureTooLarge);
    const counted = await countAgainst(limits.upload, actor.personId);
    if (!counted.ok) return refuse(counted.failure);
    const body = await readLimited(request, bodyLimit);
    if (!body) return refuse(pictureTooLarge);
    const file = await pictureIn(body, request.headers.get("content-type") ?? "");
    if (!file) return refuse(noPicture);
    return answerResult(await addPicture({ bytes: new Uint8Array(await file.arrayBuffer()), originalName: file.name }, { actor }));
  } catch (error) {
    return refuse(surprise(error, "upload"));
  }
}

/** The picture in a form's body; null where the body is no form or holds none. */
async function pictureIn(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<File | null> {
  try {
    const file = (await new Response(body, { headers: { "Content-Type": contentType } }).formData()).get("file");
    return file instanceof File ? file : null;
  } catch {
    // What came is not written as a form is; the parser's words would help nobody.
    return null;
  }
}
