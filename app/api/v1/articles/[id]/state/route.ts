import { storyState } from "@/lib/articles/reads/desk";
import { copyState } from "@/lib/proposals/reads/copy-state";
import { readRoute } from "@/lib/web/route";

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const copy = new URL(request.url).searchParams.get("copy");
  return readRoute((actor) => (copy ? copyState(actor, id, copy) : storyState(actor, id)));
}
