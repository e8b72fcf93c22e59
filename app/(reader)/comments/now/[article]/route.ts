import { discussionNow } from "@/lib/comments/reads/discussion";
import { noteTags } from "@/lib/web/reader-request";

export const dynamic = "force-dynamic";

/** How a discussion stands now: what open pages ask for every half minute. The same few bytes for everybody, from the page cache. */
export async function GET(_request: Request, { params }: { params: Promise<{ article: string }> }): Promise<Response> {
  const { article } = await params;
  noteTags(`discussion:${article}`, `article:${article}`);
  return Response.json(await discussionNow(article));
}
