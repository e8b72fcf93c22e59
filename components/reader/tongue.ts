import { preload } from "react-dom";
import { asFace, faceAmong } from "@/components/reader/faces-ahead";
import { type Language, languages } from "@/db/vocabulary";

/** Language and direction, where words of one language stand among words of another. Faces that the document does not fetch ahead are. */
export function tongue(own: { language: Language }, around: Language): { lang?: string; dir?: "ltr" | "rtl" } {
  if (own.language === around) return {};
  const face = faceAmong(own.language, around);
  if (face) preload(face, asFace);
  return { lang: own.language, dir: languages[own.language].direction };
}
