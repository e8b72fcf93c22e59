import type { Answer } from "@/components/desk/editor/api";
import type { EmbedProvider } from "@/lib/content/blocks/embed";
import type { EmbedSnapshot } from "@/lib/embeds/views";
import type { Failure } from "@/lib/kernel/failure";

const unreachable: Failure = { code: "unavailable", reason: "offline", message: "The server cannot be reached. Please try again." };

async function ask<Value>(path: string, body?: unknown): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    return (await response.json()) as Answer<Value>;
  } catch {
    // No connection, or not our answer.
    return { failure: unreachable };
  }
}

/** An embed as it enters a story. */
export type Embedded = { id: string; provider: EmbedProvider; url: string };

/** Embeds an address: answers at once; its provider is asked behind the answer. */
export const embedAddress = (address: string) => ask<Embedded>("/api/v1/embeds", { address });

/** What is known of an embed by now. */
export const askSnapshot = (id: string) => ask<EmbedSnapshot>(`/api/v1/embeds/${id}`);

/** Has the provider asked once more. */
export const retrySnapshot = (id: string) => ask<Pick<EmbedSnapshot, "id" | "state">>(`/api/v1/embeds/${id}/retry`, {});
