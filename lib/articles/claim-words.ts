import type { Language, Verdict } from "@/db/vocabulary";

/** The words in which a fact check is told, in the story's own language. */
export type ClaimWords = { claim: string; claimedBy: string; verdict: string; verdicts: Record<Verdict, string> };

/** What stands over a claim, over whoever made it and over what was found, and what can be found; on pages, in feeds and for search engines. */
export const claimWords = {
  en: { claim: "The claim", claimedBy: "Claimed by", verdict: "Our finding", verdicts: { true: "True", mostly_true: "Mostly true", half_true: "Half true", mostly_false: "Mostly false", false: "False", unproven: "Unproven" } },
  fa: { claim: "ادعا", claimedBy: "گویندهٔ ادعا", verdict: "یافتهٔ ما", verdicts: { true: "درست", mostly_true: "بیشتر درست", half_true: "نیمه‌درست", mostly_false: "بیشتر نادرست", false: "نادرست", unproven: "اثبات‌نشده" } },
  ar: { claim: "الادّعاء", claimedBy: "صاحب الادّعاء", verdict: "خلاصة تحقّقنا", verdicts: { true: "صحيح", mostly_true: "صحيح في معظمه", half_true: "نصف صحيح", mostly_false: "غير صحيح في معظمه", false: "غير صحيح", unproven: "غير مثبت" } },
  de: { claim: "Die Behauptung", claimedBy: "Behauptet von", verdict: "Unser Befund", verdicts: { true: "Richtig", mostly_true: "Größtenteils richtig", half_true: "Halb richtig", mostly_false: "Größtenteils falsch", false: "Falsch", unproven: "Unbelegt" } },
  fr: { claim: "L’affirmation", claimedBy: "Affirmé par", verdict: "Notre verdict", verdicts: { true: "Vrai", mostly_true: "Plutôt vrai", half_true: "À moitié vrai", mostly_false: "Plutôt faux", false: "Faux", unproven: "Non prouvé" } },
  es: { claim: "La afirmación", claimedBy: "Lo afirma", verdict: "Nuestra conclusión", verdicts: { true: "Verdadero", mostly_true: "Mayormente verdadero", half_true: "Verdadero a medias", mostly_false: "Mayormente falso", false: "Falso", unproven: "Sin pruebas" } },
} satisfies Record<Language, ClaimWords>;
