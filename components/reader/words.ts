import type { BylineRole, ChangeKind, CorrectionKind, Language } from "@/db/vocabulary";
import { correctionNames } from "@/lib/articles/correction-names";

/** The words around a story, in the story's own language. */
export type Words = {
  skip: string; sections: string; search: string; signIn: string; theme: string;
  bylines: Record<BylineRole, string>; and: string;
  updated: string; share: string; comments: (count: number) => string;
  corrections: Record<CorrectionKind, string>; changes: (count: number) => string; changed: Record<ChangeKind, string>;
  tags: string; allStories: string; aboutAuthor: string; related: string; minutes: (minutes: number) => string;
};

const en: Words = {
  skip: "Go to the story", sections: "Sections", search: "Search", signIn: "Sign in", theme: "Light or dark",
  bylines: { by: "By", translated: "Translated by", photographs: "Pictures by", reporting: "Additional reporting by" }, and: "and",
  updated: "Updated", share: "Share", comments: (count) => (count === 0 ? "Comment" : count === 1 ? "1 comment" : `${count} comments`),
  corrections: correctionNames.en,
  changes: (count) => `Every change to this story (${count})`,
  changed: { published: "Published.", withdrawn: "Withdrawn.", published_again: "Published again.", fix: "Typing slip mended.", correction: "Correction.", clarification: "Clarification.", update: "Update.", editors_note: "Editor’s note." },
  tags: "Tags", allStories: "All stories", aboutAuthor: "About the author", related: "Read on", minutes: (minutes) => `${minutes} minutes`,
};

const fa: Words = {
  skip: "رفتن به متن", sections: "بخش‌ها", search: "جست‌وجو", signIn: "ورود", theme: "روشن یا تیره",
  bylines: { by: "نوشتهٔ", translated: "برگردان", photographs: "عکس‌ها از", reporting: "با همکاری" }, and: "و",
  updated: "به‌روز شد", share: "هم‌رسانی", comments: (count) => (count === 0 ? "نظر دهید" : `${count.toLocaleString("fa")} نظر`),
  corrections: correctionNames.fa,
  changes: (count) => `همهٔ تغییرهای این گزارش (${count.toLocaleString("fa")})`,
  changed: { published: "منتشر شد.", withdrawn: "پس گرفته شد.", published_again: "دوباره منتشر شد.", fix: "لغزش نوشتاری اصلاح شد.", correction: "تصحیح.", clarification: "توضیح.", update: "به‌روزرسانی.", editors_note: "یادداشت سردبیر." },
  tags: "برچسب‌ها", allStories: "همهٔ نوشته‌ها", aboutAuthor: "دربارهٔ نویسنده", related: "بیشتر بخوانید", minutes: (minutes) => `${minutes.toLocaleString("fa")} دقیقه`,
};

const ar: Words = {
  skip: "انتقل إلى النص", sections: "الأقسام", search: "بحث", signIn: "تسجيل الدخول", theme: "فاتح أو داكن",
  bylines: { by: "بقلم", translated: "ترجمة", photographs: "تصوير", reporting: "بمشاركة" }, and: "و",
  updated: "حُدّث", share: "مشاركة", comments: (count) => (count === 0 ? "علّق" : `التعليقات: ${count.toLocaleString("ar-EG")}`),
  corrections: correctionNames.ar,
  changes: (count) => `كل التغييرات في هذا النص (${count.toLocaleString("ar-EG")})`,
  changed: { published: "نُشر.", withdrawn: "سُحب.", published_again: "نُشر من جديد.", fix: "أُصلح خطأ طباعي.", correction: "تصحيح.", clarification: "توضيح.", update: "تحديث.", editors_note: "ملاحظة المحرر." },
  tags: "وسوم", allStories: "كل المقالات", aboutAuthor: "عن الكاتب", related: "اقرأ أيضًا", minutes: (minutes) => `${minutes.toLocaleString("ar-EG")} دقيقة`,
};

const de: Words = {
  ...en, skip: "Zum Text", sections: "Ressorts", search: "Suche", signIn: "Anmelden", theme: "Hell oder dunkel",
  bylines: { by: "Von", translated: "Übersetzt von", photographs: "Bilder von", reporting: "Mitarbeit" }, and: "und",
  updated: "Aktualisiert", share: "Teilen", comments: (count) => (count === 0 ? "Kommentieren" : count === 1 ? "1 Kommentar" : `${count} Kommentare`),
  corrections: correctionNames.de,
  changes: (count) => `Alle Änderungen an diesem Text (${count})`,
  changed: { published: "Veröffentlicht.", withdrawn: "Zurückgezogen.", published_again: "Wieder veröffentlicht.", fix: "Schreibfehler behoben.", correction: "Korrektur.", clarification: "Klarstellung.", update: "Ergänzung.", editors_note: "Anmerkung der Redaktion." },
  tags: "Schlagwörter", allStories: "Alle Texte", aboutAuthor: "Zur Person", related: "Weiterlesen", minutes: (minutes) => `${minutes} Minuten`,
};

const fr: Words = {
  ...en, skip: "Aller au texte", sections: "Rubriques", search: "Recherche", signIn: "Se connecter", theme: "Clair ou sombre",
  bylines: { by: "Par", translated: "Traduit par", photographs: "Images de", reporting: "Avec" }, and: "et",
  updated: "Mis à jour", share: "Partager", comments: (count) => (count === 0 ? "Commenter" : count === 1 ? "1 commentaire" : `${count} commentaires`),
  corrections: correctionNames.fr,
  changes: (count) => `Tous les changements de cet article (${count})`,
  changed: { published: "Publié.", withdrawn: "Retiré.", published_again: "Publié à nouveau.", fix: "Coquille corrigée.", correction: "Correction.", clarification: "Précision.", update: "Mise à jour.", editors_note: "Note de la rédaction." },
  tags: "Mots-clés", allStories: "Tous les articles", aboutAuthor: "À propos", related: "À lire aussi", minutes: (minutes) => `${minutes} minutes`,
};

const es: Words = {
  ...en, skip: "Ir al texto", sections: "Secciones", search: "Buscar", signIn: "Entrar", theme: "Claro u oscuro",
  bylines: { by: "Por", translated: "Traducido por", photographs: "Imágenes de", reporting: "Con" }, and: "y",
  updated: "Actualizado", share: "Compartir", comments: (count) => (count === 0 ? "Comentar" : count === 1 ? "1 comentario" : `${count} comentarios`),
  corrections: correctionNames.es,
  changes: (count) => `Todos los cambios de este artículo (${count})`,
  changed: { published: "Publicado.", withdrawn: "Retirado.", published_again: "Publicado de nuevo.", fix: "Errata corregida.", correction: "Corrección.", clarification: "Aclaración.", update: "Actualización.", editors_note: "Nota de la redacción." },
  tags: "Temas", allStories: "Todos los artículos", aboutAuthor: "Quién firma", related: "Siga leyendo", minutes: (minutes) => `${minutes} minutos`,
};

export const words = { en, fa, ar, de, fr, es } satisfies Record<Language, Words>;
