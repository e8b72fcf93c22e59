/** On which days a picture may be used, as 2026-11-26, both included; null where nothing is said. */
export type UsableDays = { usableFrom: string | null; usableUntil: string | null };

/** Why a picture may not be used on a day: not yet, or no more; and the first or the last day on which it may. */
export type Bar = { why: "not_yet" | "over"; day: string };

/** What stands in the way of using a picture on that day; null where nothing does. */
export function barOn(today: string, { usableFrom, usableUntil }: UsableDays): Bar | null {
  if (usableUntil !== null && today > usableUntil) return { why: "over", day: usableUntil };
  return usableFrom !== null && today < usableFrom ? { why: "not_yet", day: usableFrom } : null;
}

/** The day in that time zone, as 2026-11-26. */
export function dayIn(timeZone: string, at: Date): string {
  const part = Object.fromEntries(new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** "May not be used before 3 December 2026", for signs and checks. */
export function barInWords({ why, day }: Bar): string {
  const spoken = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(new Date(`${day}T00:00:00Z`));
  return why === "not_yet" ? `May not be used before ${spoken}` : `May not be used after ${spoken}`;
}
