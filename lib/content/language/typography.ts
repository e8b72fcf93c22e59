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

const opensAfter = /(?:^|[\s([{«„“‘‚—–-])$/u;

/** So much of what stands before a key decides how it is set. */
export const lookBack = 4;

/** Languages that set a space before the sign of a percentage or a currency. */
const spacedSigns: ReadonlySet<Language> = new Set(["de", "es", "fr"]);

/** What one typed key becomes: so many characters before it go, and this stands in their place. */
export type Setting = { back: number; text: string };

/**
 * How the key is set, given the text before it in the paragraph; null where it stays as typed. Quotation marks by language and place,
 * the apostrophe, -- as a dash, ... as an ellipsis, and spaces at which no line may end: the narrow one that French puts before its tall
 * signs, the one before a percentage or a currency, the one within a German "z. B.".
 */
export function settingOf(typed: string, before: string, language: Language): Setting | null {
  const { double, single } = quotes[language];
  const opens = opensAfter.test(before);
  if (typed === '"') return { back: 0, text: opens ? double[0] : double[1] };
  if (typed === "'") return { back: 0, text: opens ? single[0] : /[\p{L}\p{N}]$/u.test(before) ? "’" : single[1] };
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
