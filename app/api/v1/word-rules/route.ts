import { forbidden, unauthenticated } from "@/lib/kernel/failure";
import { wordRulesTable } from "@/lib/moderation/word-rules/reads/word-rules";
import { refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** All rules of the moderators as a table, for whoever may change them. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
  const table = await wordRulesTable(actor);
  if (table === null) return refuse(forbidden("not_allowed", "You may not do this."));
  return new Response(table, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="comment-rules.csv"', "Cache-Control": "private, no-store" } });
}
