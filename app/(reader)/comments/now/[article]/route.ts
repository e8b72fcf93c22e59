import { discussionNow } from "@/lib/comments/reads/discussion";
import { answerWith, noteTags } from "@/lib/web/reader-request";

export const dynamic = "force-dynamic";

/** How a discussion stands now: what open pages ask for every half minute. The same few bytes for everybody, from the page cache. */
export async function GET(_request: Request, { params }: { params: Promise<{ article: string }> }): Promise<Response> {
  const { article } = await params;
  const now = await discussionNow(article);
  if (!now) {
    noteTags("articles");
    answerWith(404);
    return Response.json({ version: 0, visible: 0 }, { status: 404 });
  }
  noteTags(`discussion:${article}`, `article:${article}`);
  return Response.json(now);
}
