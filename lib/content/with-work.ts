import * as Y from "yjs";
import type { StoryFormat } from "@/db/vocabulary";
import type { StoryContent } from "@/lib/content/document";
import { readMended } from "@/lib/content/sound-copy";

/**
 * What a story says with work in it that lay aside on a device: an update of its document, or `whole`, a document of its own (the story's was
 * rebuilt since). The given document stays as it is. `incomplete` where part of what the work leans on is missing, `unreadable` where this is no story.
 */
export function withWork(doc: Y.Doc, update: Uint8Array, whole: boolean, before?: StoryFormat): StoryContent | "incomplete" | "unreadable" {
  const other = new Y.Doc();
  try {
    if (!whole) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(other, update);
    // Yjs puts by what leans on letters that are missing, and shows nothing of it.
    if (other.store.pendingStructs || other.store.pendingDs) return "incomplete";
    return readMended(other, before) ?? "unreadable";
  } catch {
    // Not an update of Yjs at all.
    return "unreadable";
  } finally {
    other.destroy();
  }
}
