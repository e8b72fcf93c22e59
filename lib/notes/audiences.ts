import type { NoteAudience } from "@/db/vocabulary";

/** What each audience of notes is called, and who that is. Whoever wrote a note, was given it or is named in it always may read it. */
export const noteAudiences = {
  newsroom: { name: "Newsroom", who: "Everybody who may open the story" },
  desk: { name: "Desk", who: "Editors and administrators" },
  legal: { name: "Legal", who: "Administrators" },
} as const satisfies Record<NoteAudience, { name: string; who: string }>;
