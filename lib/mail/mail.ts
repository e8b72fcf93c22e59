import type { MailState } from "@/db/vocabulary";

/** Days for which it is known what a mail said, and for which it is known that there was one. */
export const keptDays = { letter: 30, mail: 365 } as const;

type Past = { state: MailState; hasLetter: boolean; goodUntil: Date | null };

/** Why a mail cannot be sent again, in a sentence, or null where it can. */
export function whyNotAgain({ state, hasLetter, goodUntil }: Past, { hasServer, now }: { hasServer: boolean; now: Date }): string | null {
  if (state === "waiting" || state === "sent") return "This mail is on its way, or has gone out already.";
  if (!hasServer) return "No mail server is set.";
  if (!hasLetter) return "What it said has been forgotten.";
  return isOver(goodUntil, now) ? "The link in it does not work any more." : null;
}

export const isOver = (goodUntil: Date | null, now: Date) => goodUntil !== null && goodUntil <= now;
