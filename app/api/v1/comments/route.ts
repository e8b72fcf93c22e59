import { z } from "zod";
import { receiveComment } from "@/lib/comments/receive";
import { invalid } from "@/lib/kernel/failure";
import { surprise } from "@/lib/web/action";
import { answerResult, readJson, refuse } from "@/lib/web/route";
import { currentActor, visitor } from "@/lib/web/session";

const Body = z.strictObject({ articleId: z.string(), parentId: z.string().nullable(), name: z.string(), email: z.string(), comment: z.string(), token: z.string(), website: z.string() });

/** Takes a comment from the form on the story's page. */
export async function POST(request: Request): Promise<Response> {
  try {
    const read = await readJson(request);
    if ("failure" in read) return refuse(read.failure);
    const parsed = Body.safeParse(read.body);
    if (!parsed.success) return refuse(invalid("invalid_input", "Something in the form is not right."));
    const { comment, ...rest } = parsed.data;
    return answerResult(await receiveComment({ ...rest, text: comment }, await currentActor(), (await visitor()).network));
  } catch (error) {
    return refuse(surprise(error, "comment"));
  }
}
