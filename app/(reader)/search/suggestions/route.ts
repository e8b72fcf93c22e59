import { suggestionsFor } from "@/lib/search/suggestions";
import { noteTags } from "@/lib/web/reader-request";

export const dynamic = "force-dynamic";

/** /search/suggestions?q=: what to go to at once, as JSON, for the search box while one types. Kept with the pages until a story changes. */
export async function GET(request: Request): Promise<Response> {
  noteTags("articles", "sections");
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestionsFor(typed));
}
