import { commentSettings } from "@/lib/comments/settings";
import { dropped, earnedLevel, grantedLevels, type TrustFacts } from "@/lib/comments/trust";

const days = (number: number) => (number === 1 ? "1 day" : `${number} days`);
const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;

/** Why somebody with an account is known so well and no better, for moderators: what counts, what was granted or taken off, and what the next level asks for. */
export function whyTrusted(facts: TrustFacts, now: Date): string {
  if (facts.staff) return "Works here.";
  const { levels, dropsAt } = commentSettings.trust;
  const { confirmed, since, shown, last, rejected, granted } = facts;
  const earned = earnedLevel(facts, now);
  const next = grantedLevels.find((level) => level > earned);
  const most = levels[3].shown;
  const has = [`${shown >= most ? `${most} comments or more` : shown === 1 ? "1 comment" : `${shown} comments`} shown for a day or longer`, `an account for ${days(Math.max(0, Math.floor((now.getTime() - since.getTime()) / 86_400_000)))}`, `${last.rejected} of the last ${last.settled} rejected`];
  const sentences = [`${has.join(", ")}.`, ...(confirmed ? [] : ["The address was never confirmed."])];
  if (granted !== null) sentences.push(`A moderator granted ${granted}.`);
  if (dropped(facts)) sentences.push(`One lower: ${rejected} of the last ${dropsAt.of} decided were rejected.`);
  if (next && next > (granted ?? 0)) {
    const asks = levels[next];
    sentences.push(`${next} asks for ${asks.shown} comments${asks.days > 0 ? `, ${asks.days} days` : ""}${Number.isFinite(asks.rejectedBelow) ? ` and less than ${percent(asks.rejectedBelow)} rejected` : ""}.`);
  }
  return sentences.join(" ");
}

/** As `whyTrusted`, of a guest. */
export function whyGuestTrusted({ confirmed, approved }: { confirmed: boolean; approved: number }): string {
  const { approvedBeforeGuestTrust: needed } = commentSettings;
  if (!confirmed) return "Never confirmed the address: anybody may have typed it, and all of it is read first.";
  return approved >= needed ? `${approved} approved from a confirmed address: no longer read first.` : `${approved} of ${needed} approved from a confirmed address: still read first.`;
}
