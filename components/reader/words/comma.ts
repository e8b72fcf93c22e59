import { type Language, languages } from "@/db/vocabulary";

/** The comma of a language's script, as it stands between names and in dates. */
export const comma = (language: Language): string => (languages[language].direction === "rtl" ? "، " : ", ");
