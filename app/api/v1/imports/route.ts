import { z } from "zod";
import { languageCodes } from "@/db/vocabulary";
import { articleCreate } from "@/lib/articles/abilities";
import { ofAnother } from "@/lib/core/acting-as";
import { limits } from "@/lib/core/limits";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { countAgainst } from "@/lib/core/rate-limit";
import { documentLimits } from "@/lib/imports/documents/limits";
import { readDocument } from "@/lib/imports/documents/read-document";
import { forbidden, invalid, unauthenticated } from "@/lib/kernel/failure";
import { fromProcess } from "@/lib/kernel/process-store";
import { surprise } from "@/lib/web/action";
import { answerResult, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

const form = z.strictObject({ file: z.instanceof(File), language: z.enum(languageCodes) });

/** Reads a document, as the multipart field `file`, into blocks for the story that is open, set as its `language` sets them. Nothing of it is kept here. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isFromOwnPages(request.headers)) return refuse(forbidden("foreign_origin", "This request came from another site and was not accepted."));
    const actor = await currentActor();
    const another = ofAnother(request.headers, actor);
    if (another) return refuse(another);
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    if (!articleCreate.check(actor, null)) return refuse(forbidden("not_allowed", "You may not do this."));
    if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > documentLimits.bytes + 4096) return refuse(invalid("too_large", "This file is larger than 10 MB."));
    const counted = await countAgainst(limits.document, actor.personId);
    if (!counted.ok) return refuse(counted.failure);
    const sent = form.safeParse(Object.fromEntries(await request.formData()));
    if (!sent.success) return refuse(invalid("no_file", "Choose a document."));
    const { file, language } = sent.data;
    return answerResult(await readDocument({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, { ownOrigins: [new URL(fromProcess("env").appUrl).origin], language }));
  } catch (error) {
    return refuse(surprise(error, "import"));
  }
}
