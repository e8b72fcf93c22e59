import { and, asc, eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { corrections, revisions } from "@/db/schema";
import { withNotes } from "@/lib/content/correction-notes";
import type { StoryContent } from "@/lib/content/document";
import type { CorrectionNoteNode } from "@/lib/content/stored/correction-note";

type CorrectionRow = Pick<typeof corrections.$inferSelect, "id" | "kind" | "note" | "createdAt">;

/** A correction as the text shows it: word for word what is on record. Its name in the document follows from the record's, so that it is the same wherever it is made. */
export function noteOf({ id, kind, note, createdAt }: CorrectionRow): CorrectionNoteNode {
  return { type: "correctionNote", attrs: { id: id.replaceAll("-", "").slice(-10), correctionId: id, kind, at: createdAt.toISOString() }, content: [{ type: "text", text: note }] };
}

/**
 * The corrections on record, oldest first. `inText`: its note went out in the text with it, and stays there. Those of before there were
 * notes stand under the story alone.
 */
export async function recordedCorrections(tx: Database | Transaction, articleId: string): Promise<(CorrectionRow & { inText: boolean })[]> {
  const note = sql`jsonb_build_object('content', jsonb_build_array(jsonb_build_object('type', 'correctionNote', 'attrs', jsonb_build_object('correctionId', ${corrections.id}::text))))`;
  return tx
    .select({ id: corrections.id, kind: corrections.kind, note: corrections.note, createdAt: corrections.createdAt, inText: sql<boolean>`${revisions.body} @> ${note}` })
    .from(corrections)
    .innerJoin(revisions, and(eq(revisions.id, corrections.rightRevisionId), eq(revisions.articleId, articleId)))
    .where(eq(corrections.articleId, articleId))
    .orderBy(asc(corrections.createdAt));
}

/** The notes that a story's text has to keep. */
export async function standingNotes(tx: Database | Transaction, articleId: string): Promise<CorrectionNoteNode[]> {
  return (await recordedCorrections(tx, articleId)).filter((one) => one.inText).map(noteOf);
}

/** Content that is to be written over the text by the server, with the notes that the text has to keep. */
export async function keepingNotes(tx: Transaction, articleId: string, content: StoryContent): Promise<StoryContent> {
  return { ...content, body: withNotes(content.body, await standingNotes(tx, articleId)) };
}
