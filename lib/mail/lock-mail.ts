import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { mails } from "@/db/schema";

export type MailRow = typeof mails.$inferSelect;

export async function lockMail(tx: Transaction, { mailId }: { mailId: string }): Promise<MailRow | null> {
  const [row] = await tx.select().from(mails).where(eq(mails.id, mailId)).for(rowLock);
  return row ?? null;
}
