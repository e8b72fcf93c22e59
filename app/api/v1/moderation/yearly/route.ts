import { notFound } from "@/lib/kernel/failure";
import { countedYears, countsAsTable, yearlyCounts } from "@/lib/moderation/reads/yearly-counts";
import { refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** The counts of one year as a table. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  const year = (await countedYears(actor))?.find((one) => String(one) === new URL(request.url).searchParams.get("year"));
  const counts = year === undefined ? null : await yearlyCounts(actor, year);
  if (!counts) return refuse(notFound("not_found", "There is no such thing, or it is not yours to see."));
  return new Response(countsAsTable(counts), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="comments-${counts.year}.csv"`, "Cache-Control": "private, no-store" } });
}
