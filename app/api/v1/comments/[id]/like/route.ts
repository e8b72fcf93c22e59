import { z } from "zod";
import { discussionWords } from "@/components/reader/comments/words/words";
import { receiveLike } from "@/lib/comments/receive-act";
import { inLanguage } from "@/lib/comments/refusals/refusal";
import { invalid } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";
import { surprise } from "@/lib/web/action";
import { askedLanguage } from "@/lib/web/asked-language";
import { answer, readJson, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

const Body = z.strictObject({ liked: z.boolean() });

/** Likes a comment, or takes the like back; says no in the language that the page asks for. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const taken = await take(request, id).catch((error) => fail(surprise(error, "like")));
  const language = askedLanguage(request.headers);
  if (!taken.ok) return refuse(inLanguage(taken.failure, language));
  return answer({ ...taken.value, says: taken.value.likes > 0 ? discussionWords[language].likes(taken.value.likes) : "" });
}

async function take(request: Request, commentId: string): Promise<Result<{ liked: boolean; likes: number }>> {
  const read = await readJson(request);
  if ("failure" in read) return fail(read.failure);
  const parsed = Body.safeParse(read.body);
  if (!parsed.success) return fail(invalid("invalid_input", "This is not what the page sends."));
  return receiveLike({ commentId, liked: parsed.data.liked }, await currentActor());
}
