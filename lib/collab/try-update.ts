import * as Y from "yjs";
import { isSound } from "@/lib/content/sound-copy";
import { readAsWritten, settleWorkingCopy } from "@/lib/content/working-copy";

/** What an update would do to a working copy: nothing, harm, lean on others that have not come, or something, with what has to be written behind it to keep the story sound. */
export type Tried = "nothing new" | "refused" | "incomplete" | { settled: Uint8Array | null };

/**
 * Applies an update to a scratch copy and says what became of it. After `refused` or `incomplete` the copy is no longer what it was. What an honest
 * browser made of a sound story is never refused, whatever others did to it meanwhile.
 */
export function tryUpdate(scratch: Y.Doc, bytes: Uint8Array): Tried {
  let changed = false;
  const note = () => {
    changed = true;
  };
  scratch.on("update", note);
  try {
    Y.applyUpdate(scratch, bytes);
  } catch {
    return "refused";
  } finally {
    scratch.off("update", note);
  }
  if (scratch.store.pendingStructs !== null || scratch.store.pendingDs !== null) return "incomplete";
  if (!changed) return "nothing new";
  if (isSound(scratch)) return { settled: null };
  const settled = settleWorkingCopy(scratch);
  return readAsWritten(scratch) ? { settled } : "refused";
}
