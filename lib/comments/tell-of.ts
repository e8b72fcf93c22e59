import type { NewJob } from "@/lib/core/jobs";

type What = { /** Readers see it now, who did not before. */ shown?: boolean; /** A moderator decided: the event of that decision. */ decided?: string | null; picked?: boolean };

/** The job that tells whom a comment concerns of what happened to it; none where nothing did. */
export function tellOf(commentId: string, { shown = false, decided = null, picked = false }: What): NewJob[] {
  return shown || decided || picked ? [{ name: "tell-of-comment", data: { commentId, shown, decided, picked } }] : [];
}
