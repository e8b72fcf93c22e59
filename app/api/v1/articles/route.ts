import { createArticle } from "@/lib/articles/commands/create-article";
import { storyPicker } from "@/lib/articles/reads/story-picker";
import { readRoute, route } from "@/lib/web/route";

/** Stories to link to, as `?q=` is typed. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return readRoute((actor) => storyPicker(actor, typed.slice(0, 500)));
}

export async function POST(request: Request): Promise<Response> {
  return route(createArticle, request);
}
