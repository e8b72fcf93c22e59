import type { StoryChoice } from "@/lib/articles/desk-views";

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
