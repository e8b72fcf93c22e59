import { storyFormats } from "@/db/vocabulary";

/** What narrows a search: a section (with its parts) and a person by their parts of an address, what a story is, and days of the paper's calendar. */
export type Filters = { section: string; author: string; format: string; from: string; to: string };

export const noFilters: Filters = { section: "", author: "", format: "", from: "", to: "" };

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the declared parameters of `/search`. What is no slug, no format or no day narrows nothing. */
export function filtersOf(given: Given): Filters {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" ? value.slice(0, 200) : "";
  };
  return { section: text("section"), author: text("author"), format: storyFormats.find((one) => one === given.format) ?? "", from: dayOf(text("from")), to: dayOf(text("to")) };
}

function dayOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return "";
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text || day.getUTCFullYear() < 1000 ? "" : text;
}

/** The address of a search. */
export function searchAddress(question: string, filters: Filters, before = ""): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: question, ...filters, before })) if (value) parameters.set(name, value);
  return `/search?${parameters}`;
}

/** The first and last day of a year. */
export const daysOfYear = (year: string): Pick<Filters, "from" | "to"> => ({ from: `${year}-01-01`, to: `${year}-12-31` });
