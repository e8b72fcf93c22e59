import { type Language, languageCodes } from "@/db/vocabulary";

/** The language in which a page wants to be answered: the first that Accept-Language names, where a story may be written in it; else English. */
export function askedLanguage(headers: Headers): Language {
  const first = headers.get("accept-language")?.split(/[,;-]/)[0]?.trim().toLowerCase();
  return languageCodes.find((code) => code === first) ?? "en";
}
