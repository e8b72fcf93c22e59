import { processStore } from "@/lib/kernel/process-store";
import { may } from "@/lib/policy/ability";
import { readRoute } from "@/lib/web/route";

/** Who is in which story now, for the desk's list. */
export async function GET(): Promise<Response> {
  return readRoute(async (actor) => (may(actor, "desk.enter") ? (processStore().presence?.inStories() ?? {}) : null));
}
