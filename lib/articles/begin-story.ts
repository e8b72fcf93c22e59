import * as Y from "yjs";
import type { Transaction } from "@/db/client";
import { articles } from "@/db/schema";
import { appendUpdate, projectDraft } from "@/lib/articles/update-log";
import type { StoryContent } from "@/lib/content/document";
import { seedWorkingCopy } from "@/lib/content/working-copy";
import { newId } from "@/lib/kernel/ids";

/**
 * Writes a new story with its content and returns its id; says `isNew: false`, and writes nothing, where there is one with the id that was
 * given. Its document is seeded here, once, inside the transaction: seeding twice would double the text. The caller records that it began.
 */
export async function beginStory(tx: Transaction, { id = newId(), content, by, now }: { id?: string; content: StoryContent; by: string; now: Date }): Promise<{ id: string; isNew: boolean }> {
  const [begun] = await tx.insert(articles).values({ id, createdBy: by, createdAt: now, draftEditedAt: now, draftEditedBy: by }).onConflictDoNothing().returning({ id: articles.id });
  if (!begun) return { id, isNew: false };
  const doc = new Y.Doc();
  seedWorkingCopy(doc, content);
  await appendUpdate(tx, { articleId: id, epoch: 1, bytes: Y.encodeStateAsUpdate(doc), authorId: by, at: now });
  doc.destroy();
  await projectDraft(tx, id, content, { by, at: now });
  return { id, isNew: true };
}
