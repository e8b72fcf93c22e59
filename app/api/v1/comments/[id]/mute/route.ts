import { z } from "zod";
import { receiveMute } from "@/lib/comments/receive-act";
import { inLanguage } from "@/lib/comments/refusals/refusal";
import { invalid } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";
import { surprise } from "@/lib/web/action";
import { askedLanguage } from "@/lib/web/asked-language";
import { answer, readJson, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

const Body = z.strictObject({ muted: z.boolean() });

/** Mutes whoever wrote a comment for the account that is signed in, or hears of her again. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const taken = await take(request, id).catch((error) => fail(surprise(error, "mute")));
  return taken.ok ? answer(taken.value) : refuse(inLanguage(taken.failure, askedLanguage(request.headers)));
}

async function take(request: Request, commentId: string): Promise<Result<{ muted: boolean }>> {
  const read = await readJson(request);
  if ("failure" in read) return fail(read.failure);
  const parsed = Body.safeParse(read.body);
  return parsed.success ? receiveMute({ commentId, muted: parsed.data.muted }, await currentActor()) : fail(invalid("invalid_input", "This is not what the page sends."));
}
