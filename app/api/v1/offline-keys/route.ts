import { OfflineKeysInput } from "@/lib/articles/offline-keys";
import { offlineKeys } from "@/lib/articles/reads/offline-keys";
import { parseInput } from "@/lib/core/parse-input";
import { forbidden, unauthenticated } from "@/lib/kernel/failure";
import { surprise } from "@/lib/web/action";
import { answer, readJson, refuse } from "@/lib/web/route";
import { currentActor } from "@/lib/web/session";

/** The keys for what is written without the server. A POST, so that neither a cache nor a link of another site gets at one; it changes nothing. */
export async function POST(request: Request): Promise<Response> {
  try {
    const read = await readJson(request);
    if ("failure" in read) return refuse(read.failure);
    const input = parseInput(OfflineKeysInput, read.body);
    if (!input.ok) return refuse(input.failure);
    const actor = await currentActor();
    if (actor.kind !== "person") return refuse(unauthenticated("signed_out", "Please sign in."));
    const keys = await offlineKeys(actor, input.value);
    return keys ? answer(keys) : refuse(forbidden("not_allowed", "You may not do this."));
  } catch (error) {
    return refuse(surprise(error, "offline-keys"));
  }
}
