import type { CorrectionNoteNode } from "@/lib/content/stored/correction-note";
import type { StoredDocument } from "@/lib/content/document";

/** The corrections that stand in a text, by their ids. */
export function notedIn(body: StoredDocument): Set<string> {
  return new Set(body.content.flatMap((block) => (block.type === "correctionNote" ? [block.attrs.correctionId] : [])));
}

/** The body with these notes in it, word for word: where they stand already they stay, the others come to its end. */
export function withNotes(body: StoredDocument, notes: readonly CorrectionNoteNode[]): StoredDocument {
  const present = notedIn(body);
  const kept = body.content.map((block) => {
    const note = block.type === "correctionNote" && notes.find((one) => one.attrs.correctionId === block.attrs.correctionId);
    return note ? { ...note, attrs: { ...note.attrs, id: block.attrs.id } } : block;
  });
  return { ...body, content: [...kept, ...notes.filter((note) => !present.has(note.attrs.correctionId))] };
}

/** The body without the notes of these corrections, for where all of them stand together. */
export function withoutNotes(body: StoredDocument, corrections: readonly { id: string }[]): StoredDocument {
  return { ...body, content: body.content.filter((block) => block.type !== "correctionNote" || !corrections.some(({ id }) => id === block.attrs.correctionId)) };
}
