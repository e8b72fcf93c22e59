import { createArticle } from "@/lib/articles/commands/create-article";
import { linkedStory, storyPicker } from "@/lib/articles/reads/story-picker";
import { readRoute, route } from "@/lib/web/route";

/** Stories to link to, as `?q=` is typed, or the one that `?story=` names. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const story = asked.get("story");
  if (story !== null) return readRoute((actor) => linkedStory(actor, story));
  const typed = asked.get("q") ?? "";
  return readRoute((actor) => storyPicker(actor, typed.slice(0, 500)));
}

export async function POST(request: Request): Promise<Response> {
  return route(createArticle, request);
}
