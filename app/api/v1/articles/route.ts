import { createArticle } from "@/lib/articles/commands/create-article";
import { route } from "@/lib/web/route";

export async function POST(request: Request): Promise<Response> {
  return route(createArticle, request);
}
