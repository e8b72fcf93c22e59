import type { CorrectionKind, Language } from "@/db/vocabulary";

/** What each kind of correction is called, in the language of the story that it stands in. */
export const correctionNames = {
  en: { correction: "Correction", clarification: "Clarification", update: "Update", editors_note: "Editor’s note" },
  fa: { correction: "تصحیح", clarification: "توضیح", update: "به‌روزرسانی", editors_note: "یادداشت سردبیر" },
  ar: { correction: "تصحيح", clarification: "توضيح", update: "تحديث", editors_note: "ملاحظة المحرر" },
  de: { correction: "Korrektur", clarification: "Klarstellung", update: "Ergänzung", editors_note: "Anmerkung der Redaktion" },
  fr: { correction: "Correction", clarification: "Précision", update: "Mise à jour", editors_note: "Note de la rédaction" },
  es: { correction: "Corrección", clarification: "Aclaración", update: "Actualización", editors_note: "Nota de la redacción" },
} satisfies Record<Language, Record<CorrectionKind, string>>;
