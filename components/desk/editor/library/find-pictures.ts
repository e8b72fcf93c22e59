import type { LibraryPage } from "@/lib/media/reads/library";

/** A page of the library for what is typed, from the newest on or behind a picture; null where it cannot be had now. Throws where the question was withdrawn. */
export async function findPictures(typed: string, behind: string | null, signal: AbortSignal): Promise<LibraryPage | null> {
  try {
    const response = await fetch(`/api/v1/media?q=${encodeURIComponent(typed)}${behind ? `&before=${behind}` : ""}`, { signal });
    const answer = (await response.json()) as { value?: LibraryPage };
    return answer.value ?? null;
  } catch (error) {
    signal.throwIfAborted();
    // No connection, or a page in place of JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
