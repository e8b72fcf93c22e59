import { z } from "zod";
import { openValue, sealValue } from "@/lib/core/sealed-value";

/** What a mail says, and where whoever gets it says "no more of these". */
export type Letter = { text: string; unsubscribe: string | null };

const purpose = "mail";
const StoredLetter = z.object({ text: z.string(), unsubscribe: z.string().nullable() });

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
