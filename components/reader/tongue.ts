import { type Language, languages } from "@/db/vocabulary";

/** Language and direction, where words of one language stand among words of another. */
export function tongue(own: { language: Language }, around: Language): { lang?: string; dir?: "ltr" | "rtl" } {
  return own.language === around ? {} : { lang: own.language, dir: languages[own.language].direction };
}
