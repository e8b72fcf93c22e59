import { monthAndYear } from "@/components/reader/dates";
import { locales } from "@/components/reader/words/counted";
import type { Language } from "@/db/vocabulary";

/** A day of a month: its ISO date, its number as the language writes it, and how many stories appeared. */
type Day = { iso: string; number: string; stories: number };
/** A month of the language's own calendar; each week has seven places, those of other months empty. */
export type Month = { name: string; weeks: (Day | null)[][] };

/** On which day a week begins, Sunday being 0 (CLDR, weekData, for the locales that the paper prints in). */
const weekBegins = { en: 1, de: 1, fr: 1, es: 1, fa: 6, ar: 6 } satisfies Record<Language, number>;

const aDay = 86_400_000;
const isoOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The seven days in their order, as a calendar heads its columns. */
export function weekdays(language: Language): { short: string; long: string }[] {
  const said = (weekday: "short" | "long") => new Intl.DateTimeFormat(locales[language], { weekday, timeZone: "UTC" });
  const [short, long] = [said("short"), said("long")];
  // The 4th of January 1970 was a Sunday.
  return Array.from({ length: 7 }, (_, place) => (3 + weekBegins[language] + place) * aDay).map((at) => ({ short: short.format(at), long: long.format(at) }));
}

/** The months in which these days of one year lie, newest first, each whole, with the stories of every day that is given. */
export function monthsOf(year: number, days: readonly { day: string; number: number }[], language: Language): Month[] {
  const nameOf = (at: number) => monthAndYear(new Date(at), "UTC", language);
  const number = new Intl.DateTimeFormat(locales[language], { day: "numeric", timeZone: "UTC" });
  const stories = new Map(days.map((one) => [one.day, one.number]));
  const months = new Map<string, Month>();
  for (const { day } of days) {
    const at = Date.parse(day);
    const name = nameOf(at);
    if (day.startsWith(`${year}-`) && !months.has(name)) months.set(name, { name, weeks: weeksAround(at) });
  }
  return [...months.values()].reverse();

  function weeksAround(at: number): Month["weeks"] {
    const isSame = (other: number) => nameOf(other) === nameOf(at);
    let first = at;
    while (isSame(first - aDay)) first -= aDay;
    const places: (Day | null)[] = Array.from({ length: (new Date(first).getUTCDay() - weekBegins[language] + 7) % 7 }, () => null);
    for (let day = first; isSame(day); day += aDay) places.push({ iso: isoOf(day), number: number.format(day), stories: stories.get(isoOf(day)) ?? 0 });
    while (places.length % 7 !== 0) places.push(null);
    return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
  }
}
