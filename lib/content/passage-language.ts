/** A language tag as a passage may carry it (BCP 47, in the small form that stories use): a language, and at most two further parts. */
export const passageLanguagePattern = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/;

/** Languages that are offered by name; any other is typed as its tag. */
export const offeredLanguages = ["ar", "cy", "da", "de", "en", "es", "fa", "fr", "ga", "he", "it", "la", "nl", "no", "pl", "pt", "ru", "sv", "tr", "uk", "zh"] as const;

/** The tag in its usual spelling ("pt-br" → "pt-BR"); null where it is none, or none that anybody speaks. */
export function passageLanguage(typed: string): string | null {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(typed.trim().replaceAll("_", "-"));
    return passageLanguagePattern.test(tag) && passageLanguageName(tag) !== tag ? tag : null;
  } catch {
    // Not a tag at all.
    return null;
  }
}

/** What a language is called in the desk's own; the tag itself where it has no name. */
export function passageLanguageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}
