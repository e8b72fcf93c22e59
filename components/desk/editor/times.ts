/** "24 Nov, 09:42" in the paper's zone. */
export function deskTime(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** "09:42" on the clock of the person at the desk. */
export function clock(at: Date): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
}

/**
 * The instant of a wall-clock time ("2026-11-25T09:00") in a zone, as ISO 8601 in UTC. In the hour that a clock change repeats, the
 * first one; in the hour it skips, the same distance after it.
 */
export function fromWallTime(wall: string, timeZone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return "";
  const asUtc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(asUtc)) return "";
  const offsetAt = (instant: number) => {
    const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(new Date(instant)).replace(" ", "T");
    return Date.parse(`${shown}Z`) - instant;
  };
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first)).toISOString();
}
