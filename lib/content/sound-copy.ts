import * as Y from "yjs";
import type { StoryFormat } from "@/db/vocabulary";
import type { StoryContent } from "@/lib/content/document";
import { isUnsettled } from "@/lib/content/settle-together";
import { migrateWorkingCopy, readAsWritten, readWorkingCopy, settleWorkingCopy } from "@/lib/content/working-copy";

/** Whether a browser may open the document as it stands: a story in the present format, in which nothing is to be settled. */
export function isSound(doc: Y.Doc): boolean {
  const read = readAsWritten(doc);
  return read !== null && !isUnsettled(read.body);
}

/**
 * Brings a document into the present format and settles what two processes took that does not go together. Returns what that changed, to be written
 * down; null where it is as it was. What is wrong beyond that stays wrong: whoever goes on with it must still ask whether it is a story.
 */
export function mendWorkingCopy(doc: Y.Doc): Uint8Array | null {
  const before = Y.encodeStateVector(doc);
  const changes = [migrateWorkingCopy(doc), isSound(doc) ? null : settleWorkingCopy(doc)];
  return changes.some((change) => change !== null) ? Y.encodeStateAsUpdate(doc, before) : null;
}

/** The story that a document holds, which is mended for it where something in it is to be settled; null where it is not a story. `before` as for `readWorkingCopy`. */
export function readMended(doc: Y.Doc, before?: StoryFormat): StoryContent | null {
  const read = readWorkingCopy(doc, before);
  if (read && !isUnsettled(read.body)) return read;
  mendWorkingCopy(doc);
  return readWorkingCopy(doc, before);
}
