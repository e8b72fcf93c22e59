import type { Language } from "@/db/vocabulary";

/** Locales that print a number and a date as papers of that language do: in Persian of the solar calendar, in Arabic of the Gregorian one. */
export const locales = { en: "en-GB", fa: "fa-IR-u-ca-persian", ar: "ar-EG-u-ca-gregory", de: "de-DE", fr: "fr-FR", es: "es-ES" } satisfies Record<Language, string>;

/** The forms that a language has for a number of things; the compiler asks for each. */
type Forms = {
  en: "one" | "other"; de: "one" | "other"; fa: "one" | "other";
  fr: "one" | "many" | "other"; es: "one" | "many" | "other";
  ar: "zero" | "one" | "two" | "few" | "many" | "other";
};

const numbers = new Map<Language, Intl.NumberFormat>();
const plurals = new Map<Language, Intl.PluralRules>();

function rulesOf(language: Language): Intl.PluralRules {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return rules;
}

/** A number in the digits of a language; years, and other numbers of four digits, stay whole. */
export function digits(language: Language, count: number): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(locales[language], { useGrouping: "min2" });
  numbers.set(language, format);
  return format.format(count);
}

/** A sentence about a number of things, by the language's own rules; `#` stands for the number. */
export function counted<L extends Language>(language: L, forms: Record<Forms[L], string>): (count: number) => string {
  const rules = rulesOf(language);
  const said: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
  return (count) => (said[rules.select(count)] ?? "").replace("#", digits(language, count));
}
