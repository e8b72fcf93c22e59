import type { Transaction } from "@/db/client";
import { commentFingerprints } from "@/db/schema";

/** Keeps by what a text is known again; nothing where the text is too short for that. */
export async function keepFingerprint(tx: Transaction, { fingerprint, ...of }: { revisionId: string; commentId: string; fingerprint: bigint | null; createdAt: Date }): Promise<void> {
  if (fingerprint !== null) await tx.insert(commentFingerprints).values({ ...of, fingerprint });
}
