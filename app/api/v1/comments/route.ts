import { z } from "zod";
import { textTooLong } from "@/lib/comments/gate";
import { receiveComment } from "@/lib/comments/receive";
import { type Failure, invalid } from "@/lib/kernel/failure";
import { surprise } from "@/lib/web/action";
import { answerResult, readJson, refuse } from "@/lib/web/route";
import { currentActor, visitor } from "@/lib/web/session";

const Body = z.strictObject({ articleId: z.string(), parentId: z.string().nullable(), name: z.string(), email: z.string(), comment: z.string(), token: z.string(), website: z.string() });

const tooLarge = invalid("too_large", textTooLong, { fields: { comment: textTooLong } });

/** Takes a comment from the form on the story's page. */
export async function POST(request: Request): Promise<Response> {
  try {
    const read = await readJson(request, tooLarge);
    if ("failure" in read) return refuse(read.failure);
    const parsed = Body.safeParse(read.body);
    if (!parsed.success) return refuse(notThisForm(parsed.error));
    const { comment, ...rest } = parsed.data;
    return answerResult(await receiveComment({ ...rest, text: comment }, await currentActor(), (await visitor()).network));
  } catch (error) {
    return refuse(surprise(error, "comment"));
  }
}

function notThisForm(error: z.ZodError): Failure {
  const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join(".") || "form", "Missing, or not what the form of the story sends."]));
  return invalid("invalid_input", `Something in the form is not right: ${Object.keys(fields).join(", ")}. Reload the story and post again.`, { fields });
}
