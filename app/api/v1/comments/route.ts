import { z } from "zod";
import { commentTooLarge } from "@/lib/comments/gate";
import { receiveComment } from "@/lib/comments/receive";
import { inLanguage } from "@/lib/comments/refusals/refusal";
import { invalid } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";
import { surprise } from "@/lib/web/action";
import { askedLanguage } from "@/lib/web/asked-language";
import { answer, readJson, refuse } from "@/lib/web/route";
import { currentActor, whence } from "@/lib/web/session";

const Body = z.strictObject({ articleId: z.string(), parentId: z.string().nullable(), name: z.string(), email: z.string(), comment: z.string(), token: z.string(), website: z.string(), secondsToWrite: z.number().nullable().optional(), nudged: z.boolean().optional() });

/** Takes a comment from the form on the story's page; says no in the language that the page asks for. */
export async function POST(request: Request): Promise<Response> {
  const taken = await take(request).catch((error) => fail(surprise(error, "comment")));
  return taken.ok ? answer(taken.value) : refuse(inLanguage(taken.failure, askedLanguage(request.headers)));
}

async function take(request: Request): Promise<Result<unknown>> {
  const read = await readJson(request, commentTooLarge);
  if ("failure" in read) return fail(read.failure);
  const parsed = Body.safeParse(read.body);
  if (!parsed.success) return fail(invalid("invalid_input", "This is not what the form of the story sends."));
  const { comment, ...rest } = parsed.data;
  const from = await whence();
  return receiveComment({ ...rest, text: comment }, await currentActor(), from.network, from);
}
