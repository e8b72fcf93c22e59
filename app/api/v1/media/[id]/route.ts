import { describePicture } from "@/lib/media/commands/describe-picture";
import { deskPicture } from "@/lib/media/reads/desk-picture";
import { readRoute, route } from "@/lib/web/route";

type Place = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Place): Promise<Response> {
  const { id } = await params;
  return readRoute((actor) => deskPicture(actor, id));
}

export async function POST(request: Request, { params }: Place): Promise<Response> {
  const { id } = await params;
  return route(describePicture, request, { assetId: id });
}
