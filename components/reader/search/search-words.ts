import { counted, digits } from "@/components/reader/words/counted";
import type { Language } from "@/db/vocabulary";

/** What stands before and after a word of the reader's own. */
type Around = readonly [string, string];

/** The words of the search, in the paper's language. */
export type SearchWords = {
  /** What a suggestion is, beside its name. */ kinds: { section: string; author: string }; narrow: string; toFacets: string; section: string; author: string; format: string; year: string; more: string; takeBack: string;
  from: string; to: string; between: string; anyDay: string;
  /** How many were found, and of what; `moreThan` where nobody counted to the end. */
  stories: (count: number) => string; moreThan: (stories: string) => string; about: Around;
  nothing: string; nothingFor: Around; instead: Around; meant: Around;
  nothingLeft: string; fewer: string; firstPage: string; moreStories: string; best: (shown: number) => string; bestOfNewest: (shown: number, newest: number) => string;
  beginning: string; ways: string; or: string; archive: string; suggestions: string;
};

export const searchWords: Record<Language, SearchWords> = {
  en: {
    kinds: { section: "Section", author: "Author" }, narrow: "Narrow the search", toFacets: "Section, author, kind, date", section: "In", author: "By", format: "Kind", year: "Year", more: "More", takeBack: "take back",
    from: "From", to: "To", between: "Between these days", anyDay: "Any day",
    stories: counted("en", { one: "# story", other: "# stories" }), moreThan: (stories) => `More than ${stories}`, about: [" for “", "”."],
    nothing: "Nothing found", nothingFor: ["Nothing found for “", "”."], instead: [" for ", ":"], meant: ["Did you mean ", "?"],
    nothingLeft: "Nothing is left. Take one of the choices back.", fewer: "Fewer words find more. Words in quotation marks are found only as they stand.", firstPage: "First page", moreStories: "More stories",
    best: (shown) => `These were the ${digits("en", shown)} best. A section, an author or days show the others.`, bestOfNewest: (shown, newest) => `These were the ${digits("en", shown)} best of the newest ${digits("en", newest)}. A section, an author or days show the others.`,
    beginning: "Every story we have published, by any word in it. Other forms of a word are found too; put words in quotation marks to find them as they stand: “night ferry”.", ways: "Or look through", or: "or", archive: "the archive, day by day", suggestions: "Suggestions",
  },
  fa: {
    kinds: { section: "بخش", author: "نویسنده" }, narrow: "محدود کردن جست‌وجو", toFacets: "بخش، نویسنده، گونه، تاریخ", section: "در بخش", author: "نوشتهٔ", format: "گونه", year: "سال", more: "بیشتر", takeBack: "برداشتن",
    from: "از", to: "تا", between: "میان این روزها", anyDay: "هر روزی",
    stories: counted("fa", { one: "# نوشته", other: "# نوشته" }), moreThan: (stories) => `بیش از ${stories}`, about: [" برای «", "»."],
    nothing: "چیزی پیدا نشد", nothingFor: ["برای «", "» چیزی پیدا نشد."], instead: [" برای ", ":"], meant: ["منظورتان این بود: ", "؟"],
    nothingLeft: "چیزی نماند. یکی از گزینه‌ها را بردارید.", fewer: "با واژه‌های کمتر بیشتر پیدا می‌شود. واژه‌های درون گیومه فقط همان‌گونه که هستند پیدا می‌شوند.", firstPage: "صفحهٔ نخست", moreStories: "نوشته‌های بیشتر",
    best: (shown) => `این‌ها ${digits("fa", shown)} نوشتهٔ نزدیک‌تر بودند. بقیه با بخش، نویسنده یا روزها پیدا می‌شوند.`, bestOfNewest: (shown, newest) => `این‌ها ${digits("fa", shown)} نوشتهٔ نزدیک‌تر از ${digits("fa", newest)} نوشتهٔ تازه‌تر بودند. بقیه با بخش، نویسنده یا روزها پیدا می‌شوند.`,
    beginning: "همهٔ نوشته‌هایی که منتشر کرده‌ایم، با هر واژه‌ای که در آن‌هاست. شکل‌های دیگر واژه هم پیدا می‌شود؛ برای یافتن عین عبارت آن را درون گیومه بگذارید: «کشتی شبانه».", ways: "یا بگردید در", or: "یا", archive: "بایگانی، روز به روز", suggestions: "پیشنهادها",
  },
  ar: {
    kinds: { section: "قسم", author: "كاتب" }, narrow: "تضييق البحث", toFacets: "القسم والكاتب والنوع والتاريخ", section: "في قسم", author: "بقلم", format: "النوع", year: "السنة", more: "المزيد", takeBack: "إلغاء",
    from: "من", to: "إلى", between: "بين هذين اليومين", anyDay: "أي يوم",
    stories: counted("ar", { zero: "لا مقالات", one: "مقال واحد", two: "مقالان", few: "# مقالات", many: "# مقالًا", other: "# مقال" }), moreThan: (stories) => `أكثر من ${stories}`, about: [" عن «", "»."],
    nothing: "لا نتائج", nothingFor: ["لا نتائج عن «", "»."], instead: [" عن ", ":"], meant: ["هل تقصد ", "؟"],
    nothingLeft: "لم يبقَ شيء. ألغِ أحد الاختيارات.", fewer: "كلمات أقل تجد أكثر. الكلمات بين علامتي تنصيص لا توجد إلا كما هي.", firstPage: "الصفحة الأولى", moreStories: "مقالات أخرى",
    best: (shown) => `هذه أقرب النتائج: ${digits("ar", shown)}. القسم أو الكاتب أو الأيام تُظهر البقية.`, bestOfNewest: (shown, newest) => `هذه أقرب النتائج (${digits("ar", shown)}) من بين أحدث المقالات (${digits("ar", newest)}). القسم أو الكاتب أو الأيام تُظهر البقية.`,
    beginning: "كل مقال نشرناه، بأي كلمة فيه. تُوجد صيغ الكلمة الأخرى أيضًا؛ ضع الكلمات بين علامتي تنصيص لتجدها كما هي: «عبّارة الليل».", ways: "أو تصفّح", or: "أو", archive: "الأرشيف، يومًا بيوم", suggestions: "اقتراحات",
  },
  de: {
    kinds: { section: "Ressort", author: "Autor" }, narrow: "Suche eingrenzen", toFacets: "Ressort, Name, Form, Datum", section: "Im Ressort", author: "Text von", format: "Form", year: "Jahr", more: "Mehr", takeBack: "zurücknehmen",
    from: "Von", to: "Bis", between: "Zwischen diesen Tagen", anyDay: "An jedem Tag",
    stories: counted("de", { one: "# Text", other: "# Texte" }), moreThan: (stories) => `Mehr als ${stories}`, about: [" zu „", "“."],
    nothing: "Nichts gefunden", nothingFor: ["Nichts gefunden zu „", "“."], instead: [" zu ", ":"], meant: ["Meinten Sie ", "?"],
    nothingLeft: "Nichts bleibt übrig. Nehmen Sie eine Auswahl zurück.", fewer: "Weniger Wörter finden mehr. Wörter in Anführungszeichen werden nur gefunden, wie sie dastehen.", firstPage: "Erste Seite", moreStories: "Weitere Texte",
    best: (shown) => `Das waren die ${digits("de", shown)} besten. Ein Ressort, ein Name oder Tage zeigen die übrigen.`, bestOfNewest: (shown, newest) => `Das waren die ${digits("de", shown)} besten der neuesten ${digits("de", newest)}. Ein Ressort, ein Name oder Tage zeigen die übrigen.`,
    beginning: "Jeder Text, den wir veröffentlicht haben, nach jedem Wort darin. Andere Formen eines Wortes werden mitgefunden; in Anführungszeichen werden Wörter gefunden, wie sie dastehen: „letzte Fähre“.", ways: "Oder sehen Sie durch:", or: "oder", archive: "das Archiv, Tag für Tag", suggestions: "Vorschläge",
  },
  fr: {
    kinds: { section: "Rubrique", author: "Auteur" }, narrow: "Affiner la recherche", toFacets: "Rubrique, auteur, genre, date", section: "Rubrique", author: "Par", format: "Genre", year: "Année", more: "Plus", takeBack: "retirer",
    from: "Du", to: "Au", between: "Entre ces jours", anyDay: "Tous les jours",
    stories: counted("fr", { one: "# article", many: "# d’articles", other: "# articles" }), moreThan: (stories) => `Plus de ${stories}`, about: [" pour « ", " »."],
    nothing: "Rien trouvé", nothingFor: ["Rien trouvé pour « ", " »."], instead: [" pour ", " :"], meant: ["Vouliez-vous dire ", " ?"],
    nothingLeft: "Il ne reste rien. Retirez l’un des choix.", fewer: "Moins de mots trouvent davantage. Les mots entre guillemets ne sont trouvés que tels quels.", firstPage: "Première page", moreStories: "Plus d’articles",
    best: (shown) => `C’étaient les ${digits("fr", shown)} meilleurs. Une rubrique, un auteur ou des jours montrent les autres.`, bestOfNewest: (shown, newest) => `C’étaient les ${digits("fr", shown)} meilleurs des ${digits("fr", newest)} plus récents. Une rubrique, un auteur ou des jours montrent les autres.`,
    beginning: "Tous les articles que nous avons publiés, par chacun de leurs mots. Les autres formes d’un mot sont trouvées aussi ; entre guillemets, les mots sont trouvés tels quels : « dernier bateau ».", ways: "Ou parcourez", or: "ou", archive: "les archives, jour par jour", suggestions: "Suggestions",
  },
  es: {
    kinds: { section: "Sección", author: "Autor" }, narrow: "Acotar la búsqueda", toFacets: "Sección, autor, género, fecha", section: "En la sección", author: "De", format: "Género", year: "Año", more: "Más", takeBack: "quitar",
    from: "Desde", to: "Hasta", between: "Entre estos días", anyDay: "Cualquier día",
    stories: counted("es", { one: "# artículo", many: "# de artículos", other: "# artículos" }), moreThan: (stories) => `Más de ${stories}`, about: [" para «", "»."],
    nothing: "Nada encontrado", nothingFor: ["Nada encontrado para «", "»."], instead: [" para ", ":"], meant: ["¿Quiso decir ", "?"],
    nothingLeft: "No queda nada. Quite una de las opciones.", fewer: "Con menos palabras se encuentra más. Las palabras entre comillas solo se encuentran tal como están.", firstPage: "Primera página", moreStories: "Más artículos",
    best: (shown) => `Estos eran los ${digits("es", shown)} mejores. Una sección, un autor o unos días muestran los demás.`, bestOfNewest: (shown, newest) => `Estos eran los ${digits("es", shown)} mejores de los ${digits("es", newest)} más recientes. Una sección, un autor o unos días muestran los demás.`,
    beginning: "Todos los artículos que hemos publicado, por cualquiera de sus palabras. También se encuentran otras formas de una palabra; entre comillas se encuentran tal como están: «último barco».", ways: "O recorra", or: "o", archive: "el archivo, día a día", suggestions: "Sugerencias",
  },
};
