import { limits } from "@/lib/core/limits";
import { embedAddress } from "@/lib/embeds/commands/embed-address";
import { route } from "@/lib/web/route";

export async function POST(request: Request): Promise<Response> {
  return route(embedAddress, request, {}, limits.embed);
}
