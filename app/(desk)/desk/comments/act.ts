import type { Failure } from "@/lib/kernel/failure";
import type { Result } from "@/lib/kernel/result";

/** What a moderator's act is called in its address (app/api/v1/moderation). */
export type Act = "decide" | "undo" | "pick" | "purge" | "escalate" | "mark" | "look" | "decide-many" | "undo-batch";

const unreachable: Failure = { code: "unavailable", reason: "unreachable", message: "The desk cannot be reached. Nothing was changed; try again." };

/** Sends one act and says what came of it; where nothing answers, that. */
export async function act<Value>(name: Act, input: unknown): Promise<Result<Value>> {
  return answerOf<Value>(fetch(`/api/v1/moderation/${name}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(input), keepalive: true }));
}

/** Reads something of the desk; null where it cannot be had. */
export async function read<Value>(path: string): Promise<Value | null> {
  const answer = await answerOf<Value>(fetch(path));
  return answer.ok ? answer.value : null;
}

async function answerOf<Value>(asked: Promise<Response>): Promise<Result<Value>> {
  try {
    const body = (await (await asked).json()) as { value?: Value; failure?: Failure };
    return body.failure ? { ok: false, failure: body.failure } : { ok: true, value: body.value as Value };
  } catch {
    // Offline, or an answer of something between here and the desk: nobody knows more than that.
    return { ok: false, failure: unreachable };
  }
}
