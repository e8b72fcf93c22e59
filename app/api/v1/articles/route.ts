import { createArticle } from "@/lib/articles/commands/create-article";
import { linkableStories } from "@/lib/articles/reads/stories-at";
import { linkedStory, storyPicker } from "@/lib/articles/reads/story-picker";
import { readRoute, route } from "@/lib/web/route";

/** Most addresses in one question, and letters in one of them. */
const most = { addresses: 20, letters: 2000 } as const;

/** Stories to link to, as `?q=` is typed, or the one that `?story=` names; or those that stand at addresses of ours, `?at=` each. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const story = asked.get("story");
  if (story !== null) return readRoute((actor) => linkedStory(actor, story));
  const at = asked.getAll("at");
  if (at.length > 0) return readRoute((actor) => linkableStories(actor, at.slice(0, most.addresses).filter((address) => address.length <= most.letters)));
  const typed = asked.get("q") ?? "";
  return readRoute((actor) => storyPicker(actor, typed.slice(0, 500)));
}

export async function POST(request: Request): Promise<Response> {
  return route(createArticle, request);
}
