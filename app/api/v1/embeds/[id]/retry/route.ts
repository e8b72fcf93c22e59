import { limits } from "@/lib/core/limits";
import { retryEmbed } from "@/lib/embeds/commands/retry-embed";
import { route } from "@/lib/web/route";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return route(retryEmbed, request, { embedId: id }, limits.embed);
}
