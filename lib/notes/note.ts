import type { NoteAnchorKind } from "@/db/vocabulary";

/** Where a thread stands. Resolved stays resolved wherever its words went; orphaned is one whose place is not in the story any more. */
export type NoteStatus = "open" | "orphaned" | "resolved";

type Settled = { resolvedAt: Date | null; orphanedAt: Date | null };

export function noteStatus({ resolvedAt, orphanedAt }: Settled): NoteStatus {
  return resolvedAt ? "resolved" : orphanedAt ? "orphaned" : "open";
}

/** How long a message may be edited by whoever wrote it, in milliseconds. */
export const editableFor = 15 * 60 * 1000;

/** Most threads on one story, messages in one thread, letters in one message, blocks under one note, as much of its words as tells them (`quoteLength` of the document), and letters suggested in place of them. */
export const noteLimits = { threads: 500, messages: 200, letters: 4000, pieces: 20, quote: 300, suggestion: 1000 } as const;

/** What kinds of place can go from the text. */
export const loosePlaces: readonly NoteAnchorKind[] = ["text", "block"];
