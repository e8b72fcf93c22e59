import type { ThreadSort } from "@/lib/comments/discussion-view";

/** In which order threads stand at first, in the words of the desk. */
export const sortNames = { newest: "Newest first", oldest: "Oldest first", liked: "Most liked first" } as const satisfies Record<ThreadSort, string>;
