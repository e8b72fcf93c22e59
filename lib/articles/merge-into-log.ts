import * as Y from "yjs";
import type { Transaction } from "@/db/client";
import { appendUpdate, committedCopy, projectDraft } from "@/lib/articles/update-log";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { contentHash } from "@/lib/content/content-hash";
import type { StoryContent } from "@/lib/content/document";
import { mergeIntoWorkingCopy, readWorkingCopy } from "@/lib/content/working-copy";
import { settleAnchors } from "@/lib/notes/settle-anchors";

/**
 * A server-side edit: merges `content` into the committed copy and appends the difference to the log. Open editors get it when the
 * event arrives (its `updateId` says up to where the log must be read). `merge` says what of it is merged; all of it where it is left out.
 * `authorId` is whose words they are, where that is not whoever brings them. Returns the update's number, or null where nothing differed.
 */
export async function mergeIntoLog(tx: Transaction, actor: Actor, now: Date, articleId: string, content: StoryContent, merge = mergeIntoWorkingCopy, authorId = personIdOf(actor)): Promise<number | null> {
  const { doc, epoch, formatBefore } = await committedCopy(tx, articleId);
  const present = readWorkingCopy(doc, formatBefore);
  if (present && contentHash(present) === contentHash(content)) return null;
  const before = Y.encodeStateVector(doc);
  merge(doc, content, "restore");
  const bytes = Y.encodeStateAsUpdate(doc, before);
  const merged = readWorkingCopy(doc, formatBefore) ?? content;
  await settleAnchors(tx, articleId, doc, now);
  doc.destroy();
  const updateId = await appendUpdate(tx, { articleId, epoch, bytes, authorId, at: now });
  await projectDraft(tx, articleId, merged, { by: authorId, at: now });
  return updateId;
}
