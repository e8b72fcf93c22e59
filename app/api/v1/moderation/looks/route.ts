import { whoLooks } from "@/lib/moderation/reads/who-looks";
import { readRoute } from "@/lib/web/route";

/** Which comments colleagues have before them now. */
export async function GET(): Promise<Response> {
  return readRoute(whoLooks);
}
