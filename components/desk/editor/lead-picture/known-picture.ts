import type { DeskPicture } from "@/lib/media/reads/desk-picture";

/** What the paper knows of a picture; null where it cannot be asked, or has none of that name. */
export async function knownPicture(id: string): Promise<Pick<DeskPicture, "alt" | "caption" | "credit"> | null> {
  try {
    const answer = (await (await fetch(`/api/v1/media/${id}`)).json()) as { value?: DeskPicture };
    return answer.value ?? null;
  } catch {
    // No connection: whoever asked does without.
    return null;
  }
}
