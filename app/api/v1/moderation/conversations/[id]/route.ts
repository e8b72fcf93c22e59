import { conversationOf } from "@/lib/moderation/reads/conversation";
import { isUuid } from "@/lib/kernel/uuid";
import { readRoute } from "@/lib/web/route";

/** The conversation around a comment. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return readRoute(async (actor) => (isUuid(id) ? conversationOf(actor, id) : null));
}
