import { machineNow } from "@/lib/kernel/clock";

/** "24 Nov, 09:42" in the paper's zone; with its year where that is not the year now. */
export function deskTime(iso: string, timeZone: string, now: Date = machineNow()): string {
  const at = new Date(iso);
  return new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", ...otherYear(at, timeZone, now), hour: "2-digit", minute: "2-digit" }).format(at);
}

/** "Thursday 26 November" in the paper's zone; with its year where that is not the year now. */
export function deskDay(iso: string, timeZone: string, now: Date = machineNow()): string {
  const at = new Date(iso);
  return new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long", day: "numeric", month: "long", ...otherYear(at, timeZone, now) }).format(at).replace(",", "");
}

function otherYear(at: Date, timeZone: string, now: Date): { year?: "numeric" } {
  const yearOf = (instant: Date) => new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric" }).format(instant);
  return yearOf(at) === yearOf(now) ? {} : { year: "numeric" };
}

/** "at 09:42", or "on 24 Nov, 09:42" where that was not today in the paper's zone. */
export function spokenTime(iso: string, timeZone: string, now: Date = machineNow()): string {
  const [day, time] = deskTime(iso, timeZone, now).split(", ");
  return day === deskTime(now.toISOString(), timeZone, now).split(", ")[0] ? `at ${time}` : `on ${day}, ${time}`;
}

/** "09:42" in the paper's zone, wherever the person at the desk is. */
export function clock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
}

const day = 24 * 60 * 60 * 1000;

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(new Date(instant)).replace(" ", "T");
  return Date.parse(`${shown}Z`) - instant;
}

/** The day of an instant in a zone, as a date field has it: "2026-11-25". */
export function toWallDay(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(iso));
}

/**
 * The instant of a wall-clock time ("2026-11-25T09:00") in a zone, as ISO 8601 in UTC. In the hour that a clock change repeats, the
 * first one; in the hour it skips, as long after the change as the wall time is after it. Empty where it is no time.
 */
export function fromWallTime(wall: string, timeZone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return "";
  const asUtc = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(asUtc)) return "";
  // A zone changes its clock at most once in two days, so one of the offsets around is the right one.
  const [before, after] = [asUtc - day, asUtc + day].map((near) => asUtc - offsetAt(near, timeZone)) as [number, number];
  const [first = before] = [before, after].filter((instant) => instant + offsetAt(instant, timeZone) === asUtc).sort((left, right) => left - right);
  return new Date(first).toISOString();
}
