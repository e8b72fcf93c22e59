import { searchWords } from "@/components/reader/search/search-words";
import { suggestionsFor } from "@/lib/search/suggestions";
import { noteTags } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

/** /search/suggestions?q=: what to go to at once, as JSON, for the search box while one types. Kept with the pages until a story changes. */
export async function GET(request: Request): Promise<Response> {
  noteTags("articles", "sections");
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const { language } = await thePaper();
  return Response.json(await suggestionsFor(typed, { language, kinds: searchWords[language].kinds }));
}
