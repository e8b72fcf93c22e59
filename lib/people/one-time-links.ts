import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { oneTimeLinks } from "@/db/schema";
import type { LinkPurpose } from "@/db/vocabulary";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";

/** How long a link may be used that an administrator has made, and one that somebody asked for by mail, in hours. */
export const linkHours = 72;
export const askedLinkHours = 1;

export type OneTimeLink = { id: string; token: string; purpose: "invitation" | "reset"; hours: number; expiresAt: Date };

type NewLink = { id?: string; purpose: LinkPurpose & OneTimeLink["purpose"]; personId: string; createdBy: string | null; now: Date; hours?: number };

/** Makes a link that works once; only its hash is kept. */
export async function makeLink(tx: Transaction, { id = newId(), purpose, personId, createdBy, now, hours = linkHours }: NewLink): Promise<OneTimeLink> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  await tx.insert(oneTimeLinks).values({ id, tokenHash: tokenHash(token), purpose, personId, createdBy, createdAt: now, expiresAt });
  return { id, token, purpose, hours, expiresAt };
}

/** Ends the unused links of somebody, all or those of one purpose. */
export async function endLinksOf(tx: Transaction, personId: string, now: Date, purpose?: LinkPurpose): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(and(eq(oneTimeLinks.personId, personId), isNull(oneTimeLinks.usedAt), purpose ? eq(oneTimeLinks.purpose, purpose) : undefined));
}

/** Where a link leads. */
export const linkAddress = ({ purpose, token }: Pick<OneTimeLink, "purpose" | "token">) => `${fromProcess("env").appUrl}/${purpose}/${token}`;
