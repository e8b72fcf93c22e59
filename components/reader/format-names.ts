import type { Language, StoryFormat } from "@/db/vocabulary";
import { type ClaimWords, claimWords } from "@/lib/articles/claim-words";

/** The words that a story's format brings with it, in the story's own language. */
type FormatWords = { names: Record<StoryFormat, string>; contents: string; from: string; notOurs: string; pictures: (count: number) => string };

const en: FormatWords = {
  names: { news: "News", analysis: "Analysis", opinion: "Opinion", feature: "The long read", interview: "Interview", explainer: "Explained", fact_check: "Fact check", gallery: "In pictures", obituary: "Obituary", press_release: "Press release" },
  contents: "In this story", from: "Sent by", notOurs: "The sender is answerable for this text; our newsroom did not write it.", pictures: (count) => (count === 1 ? "1 picture" : `${count} pictures`),
};

const fa: FormatWords = {
  names: { news: "خبر", analysis: "تحلیل", opinion: "دیدگاه", feature: "گزارش بلند", interview: "گفت‌وگو", explainer: "به زبان ساده", fact_check: "راستی‌آزمایی", gallery: "به روایت تصویر", obituary: "یادنامه", press_release: "اطلاعیهٔ مطبوعاتی" },
  contents: "در این نوشته", from: "فرستنده:", notOurs: "مسئولیت این متن با فرستنده است؛ تحریریهٔ ما آن را ننوشته است.", pictures: (count) => `${count.toLocaleString("fa")} تصویر`,
};

const ar: FormatWords = {
  names: { news: "خبر", analysis: "تحليل", opinion: "رأي", feature: "قراءة مطوّلة", interview: "حوار", explainer: "شرح", fact_check: "تحقّق من المعلومات", gallery: "بالصور", obituary: "رحيل", press_release: "بيان صحفي" },
  contents: "في هذا النص", from: "الجهة المرسلة:", notOurs: "الجهة المرسلة مسؤولة عن هذا النص، ولم تكتبه هيئة تحريرنا.", pictures: (count) => `عدد الصور: ${count.toLocaleString("ar-EG")}`,
};

const de: FormatWords = {
  names: { news: "Nachricht", analysis: "Analyse", opinion: "Meinung", feature: "Die lange Geschichte", interview: "Interview", explainer: "Erklärt", fact_check: "Faktencheck", gallery: "In Bildern", obituary: "Nachruf", press_release: "Pressemitteilung" },
  contents: "In diesem Text", from: "Eingesandt von", notOurs: "Für diesen Text steht der Absender ein; unsere Redaktion hat ihn nicht geschrieben.", pictures: (count) => (count === 1 ? "1 Bild" : `${count} Bilder`),
};

const fr: FormatWords = {
  names: { news: "Actualité", analysis: "Analyse", opinion: "Opinion", feature: "Grand format", interview: "Entretien", explainer: "Décryptage", fact_check: "Vérification", gallery: "En images", obituary: "Nécrologie", press_release: "Communiqué" },
  contents: "Dans cet article", from: "Envoyé par", notOurs: "Ce texte n’engage que son émetteur ; notre rédaction ne l’a pas écrit.", pictures: (count) => (count === 1 ? "1 image" : `${count} images`),
};

const es: FormatWords = {
  names: { news: "Noticia", analysis: "Análisis", opinion: "Opinión", feature: "Gran reportaje", interview: "Entrevista", explainer: "Explicado", fact_check: "Verificación", gallery: "En imágenes", obituary: "Obituario", press_release: "Nota de prensa" },
  contents: "En este artículo", from: "Enviado por", notOurs: "De este texto responde quien lo envía; nuestra redacción no lo escribió.", pictures: (count) => (count === 1 ? "1 imagen" : `${count} imágenes`),
};

const ofFormats = { en, fa, ar, de, fr, es } satisfies Record<Language, FormatWords>;

/** The words of formats, and those in which a fact check is told. */
export const formatWords = Object.fromEntries(Object.entries(ofFormats).map(([language, words]) => [language, { ...words, ...claimWords[language as Language] }])) as Record<Language, FormatWords & ClaimWords>;

/** Formats that a page tells its readers above the headline. */
const toldOnPage: ReadonlySet<StoryFormat> = new Set(["analysis", "opinion", "interview", "explainer", "fact_check", "gallery", "obituary", "press_release"]);

/** Formats that a card tells of: all but the usual one. */
const toldInLists: ReadonlySet<StoryFormat> = new Set(["analysis", "opinion", "feature", "interview", "explainer", "fact_check", "gallery", "obituary", "press_release"]);

type Told = { format: StoryFormat; language: Language; kicker: string };

/** The mark above a story's headline on its own page; null where the kicker says it already, or nobody needs it. */
export const markOnPage = (story: Told): string | null => markAmong(toldOnPage, story);

/** The mark of a story in a list; null where the kicker says it already, or nobody needs it. */
export const markInList = (story: Told): string | null => markAmong(toldInLists, story);

function markAmong(told: ReadonlySet<StoryFormat>, { format, language, kicker }: Told): string | null {
  const name = formatWords[language].names[format];
  return told.has(format) && kicker.trim().toLocaleLowerCase(language) !== name.toLocaleLowerCase(language) ? name : null;
}
