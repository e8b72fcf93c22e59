import { notFound } from "@/lib/kernel/failure";
import { articleVerbs } from "@/lib/web/article-verbs";
import { refuse, route } from "@/lib/web/route";

export async function POST(request: Request, { params }: { params: Promise<{ id: string; verb: string }> }): Promise<Response> {
  const { id, verb } = await params;
  const command = Object.hasOwn(articleVerbs, verb) ? articleVerbs[verb] : undefined;
  return command ? route(command, request, { articleId: id }) : refuse(notFound("no_verb", "There is no such verb."));
}
