import { presentByAddress } from "@/lib/articles/reads/present-by-address";
import { processStore } from "@/lib/kernel/process-store";
import { may } from "@/lib/policy/ability";
import { readRoute } from "@/lib/web/route";

/** Who is in which story now: by the stories' ids for the desk's list, with `?by=address` by the addresses of those that readers see, for fronts. */
export async function GET(request: Request): Promise<Response> {
  const byAddress = new URL(request.url).searchParams.get("by") === "address";
  return readRoute(async (actor) => {
    if (!may(actor, "desk.enter")) return null;
    const present = processStore().presence?.inStories() ?? {};
    return byAddress ? presentByAddress(present) : present;
  });
}
