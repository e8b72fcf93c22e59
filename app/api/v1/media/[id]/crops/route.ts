import { cropPictureSoon } from "@/lib/media/commands/crop-picture-soon";
import { route } from "@/lib/web/route";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return route(cropPictureSoon, request, { assetId: id });
}
