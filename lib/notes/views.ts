import type { NoteAnchorKind, NoteAudience, SuggestionVerdict } from "@/db/vocabulary";
import type { NoteStatus } from "@/lib/notes/note";

export type NotePerson = { id: string; name: string };

export type NoteMessageView = { id: string; by: NotePerson; at: string; edited: boolean; body: string; mentions: NotePerson[]; /** Whether it is one's own, and young enough to be changed. */ canEdit: boolean };

/** A thread as somebody who may read it sees it. */
export type NoteView = {
  id: string;
  kind: NoteAnchorKind;
  blockId: string | null;
  field: string | null;
  quote: string;
  status: NoteStatus;
  blocking: boolean;
  audience: NoteAudience;
  assignee: NotePerson | null;
  resolved: { by: string; at: string } | null;
  /** Other words that it suggests in place of those it is about, and what became of that. */
  suggestion: { from: string; to: string; settled: SuggestionVerdict | null } | null;
  messages: NoteMessageView[];
  /** Whether somebody else said something in it since one looked. */
  fresh: boolean;
  /** Whether it is one's own to see to: given to one, or naming one, or written by oneself. */
  mine: boolean;
  can: { resolve: boolean; change: boolean };
};

/** A story's notes, oldest first, and who may be named in them. */
export type StoryNotes = { notes: NoteView[]; colleagues: NotePerson[] };

/** How many notes of a story are not resolved, as far as one may read them, and whether it has any at all, whoever may read them. */
export type NoteCounts = { open: number; hasAny: boolean };
