import { embedSnapshot } from "@/lib/embeds/reads/snapshot";
import { readRoute } from "@/lib/web/route";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return readRoute((actor) => embedSnapshot(actor, id));
}
