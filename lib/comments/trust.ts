import { commentSettings } from "@/lib/comments/settings";

/** How well the paper knows somebody, from 0 (not at all) to 3. Never shown to readers. */
export type TrustLevel = 0 | 1 | 2 | 3;
/** What a moderator can grant. */
export const grantedLevels = [1, 2, 3] as const satisfies readonly TrustLevel[];

/** All by which somebody with an account is known. */
export type TrustFacts = {
  /** Works here. */
  staff: boolean;
  /** Whether the address is hers as far as the paper can tell: a mailed link was used, or no mail can be sent. */
  confirmed: boolean;
  /** Since when she has the account. */
  since: Date;
  /** Her comments that readers have seen for a day or longer, counted up to what the highest level asks for. */
  shown: number;
  /** Of her last fifty that readers see or moderators took away: how many there are, and how many were taken away. */
  last: { settled: number; rejected: number };
  /** Of the last twenty that moderators decided about, how many they rejected. */
  rejected: number;
  /** What a moderator granted, as long as nobody withdraws it. */
  granted: TrustLevel | null;
};

const dayMs = 24 * 3_600_000;

/** The one rule by which people are known: staff at once; readers by what they wrote, for how long, and how much of it was rejected, or by a moderator's word. Whoever is rejected again and again stands one lower, whatever she earned or was granted. */
export function trustLevel(facts: TrustFacts, now: Date): TrustLevel {
  if (facts.staff) return 3;
  const level = Math.max(earnedLevel(facts, now), facts.granted ?? 0);
  return (level - (dropped(facts) ? Math.min(1, level) : 0)) as TrustLevel;
}

/** What she has by herself, before anything is taken off. */
export function earnedLevel({ confirmed, since, shown, last }: TrustFacts, now: Date): TrustLevel {
  if (!confirmed) return 0;
  const days = (now.getTime() - since.getTime()) / dayMs;
  const share = last.settled === 0 ? 0 : last.rejected / last.settled;
  return grantedLevels.findLast((level) => {
    const needs = commentSettings.trust.levels[level];
    return shown >= needs.shown && days >= needs.days && share < needs.rejectedBelow;
  }) ?? 0;
}

/** Whether so many of her last were rejected that she stands one level lower. */
export const dropped = ({ rejected }: Pick<TrustFacts, "rejected">): boolean => rejected >= commentSettings.trust.dropsAt.rejected;

/** How well a guest is known: a little, once enough was approved from an address that a mailed link confirmed; never better. */
export function guestTrust({ confirmed, approved }: { confirmed: boolean; approved: number }): 0 | 1 {
  return confirmed && approved >= commentSettings.approvedBeforeGuestTrust ? 1 : 0;
}
