import type { SanctionKind } from "@/db/vocabulary";
import { commentSettings } from "@/lib/comments/settings";

/** How somebody stands with the moderators now: by the strongest sanction that holds. */
export type Standing = "ok" | "warned" | "premod" | "suspended" | "banned";

export const sanctionLimits = {
  /** A suspension lasts so many days at most; what is longer is a ban. */
  suspendDays: 30,
  /** The longest that can be said with a day on which it ends: ten years. */
  mostDays: 3650,
  message: 1000,
  note: 2000,
} as const;

/** What is kept of a sanction, as far as it says whether it holds. */
export type Sanction = { kind: SanctionKind; endsAt: Date | null; liftedAt: Date | null; unconfirmed: boolean };

/** Whether a sanction holds now. */
export function holds({ endsAt, liftedAt }: Pick<Sanction, "endsAt" | "liftedAt">, now: Date): boolean {
  return liftedAt === null && (endsAt === null || endsAt > now);
}

/** What one sanction makes of somebody's standing; a ban that nobody confirmed yet is a suspension. */
export function standingFrom({ kind, unconfirmed }: Pick<Sanction, "kind" | "unconfirmed">): Standing {
  const made = { warn: "warned", premod: "premod", suspend: "suspended", ban: unconfirmed ? "suspended" : "banned" } as const;
  return made[kind];
}

const order: readonly Standing[] = ["ok", "warned", "premod", "suspended", "banned"];

/** How somebody stands by all that was ever imposed, and until when she may not take part; null: nobody knows. Of several the strongest counts, and of equal ones that which lasts longest. */
export function standingBy(all: readonly Sanction[], now: Date): { standing: Standing; until: Date | null; /** Whether all that she writes is read first. */ premod: boolean } {
  const held = all.filter((one) => holds(one, now));
  const standing = held.map(standingFrom).reduce((worst, one) => (order.indexOf(one) > order.indexOf(worst) ? one : worst), "ok" as Standing);
  const ends = held.filter((one) => standingFrom(one) === standing).map(({ endsAt }) => endsAt);
  const until = ends.includes(null) ? null : ends.reduce((last, end) => (last === null || (end !== null && end > last) ? end : last), null);
  return { standing, until, premod: held.some((one) => standingFrom(one) === "premod") };
}

/** What is wrong with how long a sanction shall last, or null. `days` null: until somebody lifts it. */
export function wrongDays(kind: SanctionKind, days: number | null): string | null {
  const { suspendDays, mostDays } = sanctionLimits;
  if (kind === "warn") return null;
  if (days !== null && (days < 1 || days > mostDays)) return `Between 1 and ${mostDays} days, or until it is lifted.`;
  if (kind === "suspend" && (days === null || days > suspendDays)) return `A suspension lasts ${suspendDays} days at most. Choose fewer, or a ban.`;
  if (kind === "ban" && days !== null && days <= suspendDays) return `Up to ${suspendDays} days is a suspension. Choose more, or suspend.`;
  return null;
}

const dayMs = 24 * 3_600_000;

/** When a sanction ends. A warning stands for good; an address is blocked as long as its key is kept; a ban that waits for confirmation holds as long as a suspension may. */
export function endOf(kind: SanctionKind, { days, guest, unconfirmed, from }: { days: number | null; guest: boolean; unconfirmed: boolean; from: Date }): Date | null {
  const lasts = kind === "warn" ? null : unconfirmed ? sanctionLimits.suspendDays : days;
  const most = guest ? Math.min(lasts ?? commentSettings.guestAddressDays, commentSettings.guestAddressDays) : lasts;
  return most === null ? null : new Date(from.getTime() + most * dayMs);
}
