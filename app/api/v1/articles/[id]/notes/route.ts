import { storyNotes } from "@/lib/notes/reads/story-notes";
import { readRoute } from "@/lib/web/route";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return readRoute((actor) => storyNotes(actor, id));
}
