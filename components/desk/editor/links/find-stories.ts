import type { StoryChoice } from "@/lib/articles/desk-views";

export type StoryAtAddress = { address: string; story: string; path: string };

/** The stories that stand at these addresses of ours, by address; none where they cannot be had now. */
export async function storiesAtAddresses(addresses: readonly string[]): Promise<Map<string, StoryAtAddress>> {
  try {
    const response = await fetch(`/api/v1/articles?${addresses.map((address) => `at=${encodeURIComponent(address)}`).join("&")}`);
    const answer = (await response.json()) as { value?: StoryAtAddress[] };
    return new Map((answer.value ?? []).map((one) => [one.address, one]));
  } catch {
    // No connection, or a page in place of JSON: the links stay as they are, and the checks speak of them.
    return new Map();
  }
}

/** Stories for what is typed; null where they cannot be had now. Throws where the question was withdrawn. */
export async function findStories(typed: string, signal: AbortSignal): Promise<StoryChoice[] | null> {
  try {
    const response = await fetch(`/api/v1/articles?q=${encodeURIComponent(typed)}`, { signal });
    const answer = (await response.json()) as { value?: StoryChoice[] };
    return answer.value ?? null;
  } catch (error) {
    signal.throwIfAborted();
    // No connection, or a page in place of JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
