import type { Language } from "@/db/vocabulary";

/** How a language sets its quotation marks, with the space that French puts inside them. */
type Quotes = { double: readonly [string, string]; single: readonly [string, string] };

const quotes = {
  en: { double: ["“", "”"], single: ["‘", "’"] },
  de: { double: ["„", "“"], single: ["‚", "‘"] },
  fr: { double: ["«\u202f", "\u202f»"], single: ["“", "”"] },
  es: { double: ["«", "»"], single: ["“", "”"] },
  fa: { double: ["«", "»"], single: ["‹", "›"] },
  ar: { double: ["«", "»"], single: ["‹", "›"] },
} satisfies Record<Language, Quotes>;

/** The marks that open and close a quotation in a language. */
export const quotationMarks = (language: Language): readonly [string, string] => quotes[language].double;

const opensAfter = /(?:^|[\s([{—–-])$/u;

/** Whether a mark opens a quotation there. What opens one in one language closes it in another: German ends with the marks with which English begins. */
const isOpening = (before: string, { double, single }: Quotes): boolean => opensAfter.test(before) || [double[0], single[0]].some((mark) => before.endsWith(mark.trim()));

/** So much of what stands before a key decides how it is set: within it an inner quotation was opened, if one was. */
export const lookBack = 240;

/** Languages that set a space before the sign of a percentage or a currency. */
const spacedSigns: ReadonlySet<Language> = new Set(["de", "es", "fr"]);

/** English words that begin with an apostrophe; those that are words without it, too ("cause", "round"), may open a quotation and are not among them. */
const elided = /(?:^|[\s([“—–-])‘(tis|twas|twere|twould|em|til)$/iu;
/** A decade: the apostrophe stands for its century. */
const decade = /(?:^|[\s([“—–-])‘(\d0)$/u;

/** The mark that was taken for an opening one, set as the apostrophe that the key behind it shows it to be. */
function elision(typed: string, before: string, closing: string): Setting | null {
  if (typed === "'") return /(?:^|\s)‘[nN]$/u.test(before) ? { back: 2, text: `’${before.slice(-1)}’` } : null;
  const word = typed === "s" ? decade.exec(before)?.[1] : /^[\s.,;:!?)"]$/u.test(typed) ? elided.exec(before)?.[1] : undefined;
  return word === undefined ? null : { back: word.length + 1, text: `’${word}${typed === '"' ? closing : typed}` };
}

/** Whether an inner quotation was opened and not yet closed. */
const isOpen = (before: string, [opening, closing]: readonly [string, string]): boolean => closing !== "’" && before.lastIndexOf(opening) > before.lastIndexOf(closing);

/** What one typed key becomes: so many characters before it go, and this stands in their place. */
export type Setting = { back: number; text: string };

/**
 * How the key is set, given the text before it in the paragraph; null where it stays as typed. Quotation marks by language and place,
 * the apostrophe (in English also where it begins a word or a decade), -- as a dash, ... as an ellipsis, and spaces at which no line may end: the narrow one that French puts before its tall
 * signs, the one before a percentage or a currency, the one within a German "z. B.".
 */
export function settingOf(typed: string, wholly: string, language: Language): Setting | null {
  const before = wholly.slice(-8);
  const { double, single } = quotes[language];
  const elides = language === "en" ? elision(typed, before, double[1]) : null;
  if (elides) return elides;
  const opens = isOpening(before, quotes[language]);
  if (typed === '"') return { back: 0, text: opens ? double[0] : double[1] };
  if (typed === "'") return { back: 0, text: opens ? single[0] : /[\p{L}\p{N}]$/u.test(before) && !isOpen(wholly, single) ? "’" : single[1] };
  // A letter behind it shows that the mark closed nothing: „Sie sagt ‚wie geht’s‘“.
  if (single[1] !== "’" && before.endsWith(single[1]) && /^\p{Ll}$/u.test(typed) && /\p{L}.$/u.test(before)) return { back: 1, text: `’${typed}` };
  if (typed === "-" && before.endsWith("-") && !before.endsWith("--")) return { back: 1, text: "–" };
  if (typed === "-" && before.endsWith("–")) return { back: 1, text: "—" };
  if (typed === "." && before.endsWith("..") && !before.endsWith("...")) return { back: 2, text: "…" };
  if (language === "fr" && /^[;!?]$/.test(typed)) {
    if (/[\p{L}\p{N})»]$/u.test(before)) return { back: 0, text: `\u202f${typed}` };
    if (before.endsWith(" ")) return { back: 1, text: `\u202f${typed}` };
  }
  if (language === "fr" && typed === ":" && before.endsWith(" ")) return { back: 1, text: "\u00a0:" };
  if (/^[%€]$/.test(typed) && spacedSigns.has(language) && /\d $/.test(before)) return { back: 1, text: `\u00a0${typed}` };
  const abbreviated = language === "de" && { B: "z", h: "d", a: "u" }[typed];
  if (abbreviated && new RegExp(`(?:^|[\\s(])${abbreviated}\\. $`).test(before)) return { back: 1, text: `\u00a0${typed}` };
  return null;
}
