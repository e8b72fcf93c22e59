import { yoursUnder } from "@/lib/comments/reads/comment-and-you";
import { answer } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** What whoever is signed in has to do with the comments under a story: never in the cached page, which is the same for everybody. */
export async function GET(request: Request): Promise<Response> {
  return answer(await yoursUnder(await currentActor(), new URL(request.url).searchParams.get("article") ?? ""));
}
