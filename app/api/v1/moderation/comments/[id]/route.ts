import { isUuid } from "@/lib/kernel/uuid";
import { commentToDecide } from "@/lib/moderation/reads/comment-to-decide";
import { readRoute } from "@/lib/web/route";

/** How a comment stands, for a decision about it from its own page. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return readRoute(async (actor) => (isUuid(id) ? commentToDecide(actor, id) : null));
}
