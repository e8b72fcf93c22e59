import type { Transaction } from "@/db/client";
import type { CommittedCopy } from "@/lib/articles/update-log";
import type { WorkingLog } from "@/lib/collab/working-log";
import { mendWorkingCopy } from "@/lib/content/sound-copy";

/**
 * The committed copy in the present format and sound, and what had to be mended for it written down. The caller holds the row of the log, so that
 * it is mended once. As with `mendWorkingCopy`, it need not be a story afterwards.
 */
export async function soundCopy(tx: Transaction, log: WorkingLog): Promise<CommittedCopy> {
  const copy = await log.read(tx);
  const bytes = mendWorkingCopy(copy.doc);
  if (!bytes) return copy;
  const id = await log.append(tx, { epoch: copy.epoch, bytes, authorId: null });
  return id === null ? copy : { ...copy, throughUpdate: id };
}
