import { noteExport } from "@/lib/commenters/commands/note-export";
import { commentsAsTable, ownData } from "@/lib/commenters/reads/own-data";
import { limits } from "@/lib/core/limits";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { countAgainst, giveBack } from "@/lib/core/rate-limit";
import { forbidden, unauthenticated } from "@/lib/kernel/failure";
import { surprise } from "@/lib/web/action";
import { readLimited, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** Sends a person the copy of her data, each kind of file once in seven days; sooner it leads back to the page, which says when. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPages(request.headers)) return refuse(forbidden("foreign_origin", "This request came from another site and was not accepted."));
  const actor = await currentActor();
  if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
  const as = new URLSearchParams((await readLimited(request, 200))?.toString("utf8")).get("as") === "csv" ? "csv" : "json";
  const key = `${actor.personId}:${as}`;
  const counted = await countAgainst(limits.ownExport, key);
  if (!counted.ok) return new Response(null, { status: 303, headers: { Location: `/account/data?later=${counted.failure.retryAfter ?? 0}`, "Cache-Control": "private, no-store" } });
  try {
    const data = await ownData(actor);
    await noteExport.execute({}, { actor });
    const body = data && as === "csv" ? commentsAsTable(data) : `${JSON.stringify(data, null, 2)}\n`;
    const type = as === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
    return new Response(body, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="my-${as === "csv" ? "comments.csv" : "data.json"}"`, "Cache-Control": "private, no-store" } });
  } catch (error) {
    // Whoever got nothing may ask again at once.
    await giveBack(limits.ownExport, key);
    return refuse(surprise(error, "copy of own data"));
  }
}
