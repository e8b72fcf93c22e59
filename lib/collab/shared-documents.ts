import { appDatabase } from "@/db/client";
import { editableArticle } from "@/lib/articles/reads/desk";
import { articleLog, proposalLog, type WorkingLog } from "@/lib/collab/working-log";
import type { Actor } from "@/lib/core/actor";
import { schemaVersion } from "@/lib/content/schema";
import { isUuid } from "@/lib/kernel/uuid";
import { proposalEpoch, storeProposal } from "@/lib/proposals/proposal-log";
import { writableProposal } from "@/lib/proposals/reads/proposals";

/** What people write in together: a story's working copy, or a copy of one that is sent back as a proposal. */
export type SharedDocument = { kind: "article" | "proposal"; id: string };

/** Which document a browser asks for; null where the name is none. */
export function sharedDocument(documentName: string): SharedDocument | null {
  const [kind, id = ""] = documentName.split(/:(.*)/s);
  return (kind === "article" || kind === "proposal") && isUuid(id) ? { kind, id } : null;
}

/** Its log. */
export const logOf = ({ kind, id }: SharedDocument): WorkingLog => (kind === "article" ? articleLog(id) : proposalLog(id));

/** The format and the epoch that a browser must know to write in it; null where this person may not, or there is none. */
export async function admission(actor: Actor, { kind, id }: SharedDocument): Promise<{ schemaVersion: number; epoch: number } | null> {
  if (kind === "article") return editableArticle(actor, id);
  return (await writableProposal(actor, id)) && { schemaVersion, epoch: proposalEpoch };
}

/** Refreshes what hangs on a copy's log. */
export const storeCopy = (proposalId: string): Promise<void> => storeProposal(appDatabase(), proposalId);
