import { createHmac } from "node:crypto";
import { z } from "zod";
import { fromProcess } from "@/lib/kernel/process-store";
import { openValue, sealValue } from "@/lib/core/sealed-value";

/** What a mail says, and where whoever gets it says "no more of these". */
export type Letter = { text: string; unsubscribe: string | null };

const purpose = "mail";
const StoredLetter = z.object({ text: z.string(), unsubscribe: z.string().nullable() });

/** By what mails to one address are found; the address itself cannot be read from it. */
export const recipientHash = (address: string) => createHmac("sha256", fromProcess("env").secret).update(`mail-to:${address.trim().toLowerCase()}`).digest("base64url");

export const sealRecipient = (mailId: string, address: string) => sealValue(purpose, `${mailId}:to`, address);
export const sealLetter = (mailId: string, letter: Letter) => sealValue(purpose, `${mailId}:letter`, letter);

/** The address, or null where the paper's secret is another one now. */
export function openRecipient(mailId: string, sealed: string): string | null {
  const opened = z.string().safeParse(openValue(purpose, `${mailId}:to`, sealed)?.value);
  return opened.success ? opened.data : null;
}

/** The letter, or null where it was forgotten or the paper's secret is another one now. */
export function openLetter(mailId: string, sealed: string | null): Letter | null {
  const opened = StoredLetter.safeParse(sealed === null ? null : openValue(purpose, `${mailId}:letter`, sealed)?.value);
  return opened.success ? opened.data : null;
}
