import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import { locales } from "@/components/reader/words/counted";
import type { Language } from "@/db/vocabulary";

const shapes = {
  date: { day: "numeric", month: "long", year: "numeric" },
  dateOfWeek: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  dayAndMonth: { day: "numeric", month: "long" },
  weekday: { weekday: "long" },
  month: { month: "long" },
  monthAndYear: { month: "long", year: "numeric" },
  year: { year: "numeric" },
  clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  clockInZone: { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" },
  hourByLand: { hour: "2-digit", timeZoneName: "shortGeneric" },
  calendarDay: { year: "numeric", month: "2-digit", day: "2-digit" },
  offset: { timeZoneName: "longOffset" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does, and a paper needs a handful. */
function shaped(shape: keyof typeof shapes, timeZone: string, locale: string): Intl.DateTimeFormat {
  const key = `${shape} ${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { timeZone, ...shapes[shape] });
  formats.set(key, format);
  return format;
}

/** "12 November 2026, 07:42 CET", in the paper's zone and the story's language. */
export function printedTime(at: Date, timeZone: string, language: Language = "en"): string {
  const locale = locales[language];
  const day = shaped("date", timeZone, locale).format(at);
  return `${day}${comma(language)}${clockTime(at, timeZone, language)}`;
}

/** Languages whose papers call a zone by its land, where it has one: the word that such a name begins with, and what is said before it. */
const byLand: Partial<Record<Language, { word: string; before: string }>> = { fa: { word: "وقت", before: "به " }, ar: { word: "توقيت", before: "ب" } };

/** "07:42 CET", and where a zone is called by its land "۰۷:۴۲ به وقت دانمارک". */
export function clockTime(at: Date, timeZone: string, language: Language = "en"): string {
  const spoken = byLand[language];
  const land = spoken && shaped("hourByLand", timeZone, locales[language]).formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
  if (spoken && land?.startsWith(spoken.word)) return `${shortTime(at, timeZone, language)} ${spoken.before}${land}`;
  return shaped("clockInZone", timeZone, locales[language]).format(at);
}

/** When something happened to what is dated with `day`: the clock alone on that day, with its date on any other. */
export function timeBeside(at: Date, day: Date, timeZone: string, language: Language): string {
  return calendarDay(at, timeZone) === calendarDay(day, timeZone) ? clockTime(at, timeZone, language) : printedTime(at, timeZone, language);
}

/** "07:42", for tables where every time is of today. */
export function shortTime(at: Date, timeZone: string, language: Language): string {
  return shaped("clock", timeZone, locales[language]).format(at);
}

/** "12 November", in the story's language. */
export function dayAndMonth(at: Date, timeZone: string, language: Language): string {
  return shaped("dayAndMonth", timeZone, locales[language]).format(at);
}

/** "Thursday 12 November 2026", as the top of a paper of that language prints it. */
export function longDay(at: Date, timeZone: string, language: Language): string {
  const format = (shape: keyof typeof shapes) => shaped(shape, timeZone, locales[language]).format(at);
  // For Persian, Intl would put the year first and the weekday last.
  return language === "en" || language === "fa" ? `${format("weekday")} ${format("date")}` : format("dateOfWeek");
}

/** "2026", of the language's own calendar and in its digits. */
export function printedYear(at: Date, timeZone: string, language: Language): string {
  return shaped("year", timeZone, locales[language]).format(at);
}

/** "November 2026", of the language's own calendar. */
export function monthAndYear(at: Date, timeZone: string, language: Language): string {
  const format = (shape: keyof typeof shapes) => shaped(shape, timeZone, locales[language]).format(at);
  // For Persian, Intl would put the year first.
  return language === "fa" ? `${format("month")} ${format("year")}` : format("monthAndYear");
}

/** "2026", a year of the common calendar as the language's own calendar names it: "۱۴۰۴–۱۴۰۵" where it reaches over two. */
export function yearName(year: number, language: Language): string {
  const [first, last] = ["01-01", "12-31"].map((day) => printedYear(new Date(`${year}-${day}T12:00:00Z`), "UTC", language));
  return first === last ? `${first}` : `${first}–${last}`;
}

/** "2026-11-12" where the paper is. */
export function calendarDay(at: Date, timeZone: string): string {
  return shaped("calendarDay", timeZone, "en-CA").format(at);
}

/** ISO 8601 with the zone's offset then and there: "2026-11-12T07:42:00+01:00". */
export function isoWithOffset(at: Date, timeZone: string): string {
  const offset = /GMT([+-]\d\d:\d\d)/.exec(shaped("offset", timeZone, "en-US").format(at))?.[1] ?? "+00:00";
  const shifted = new Date(at.getTime() + offsetMs(offset));
  return `${shifted.toISOString().slice(0, 19)}${offset}`;
}

function offsetMs(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** A day on which things appeared, said as near as it is: "Today", "Yesterday", "Monday", "3 October". */
export function nearDay(at: Date, now: Date, timeZone: string, language: Language): string {
  const days = Math.round((Date.parse(calendarDay(now, timeZone)) - Date.parse(calendarDay(at, timeZone))) / 86_400_000);
  if (days === 0) return words[language].today;
  if (days === 1) return words[language].yesterday;
  if (days > 1 && days < 7) return shaped("weekday", timeZone, locales[language]).format(at);
  return shaped(days > 330 ? "date" : "dayAndMonth", timeZone, locales[language]).format(at);
}
