import type { Words } from "@/components/reader/words";
import { counted, digits } from "@/components/reader/words/counted";
import { correctionNames } from "@/lib/articles/correction-names";

export const ar: Words = {
  skip: "انتقل إلى النص", sections: "الأقسام", search: "بحث", signIn: "تسجيل الدخول", theme: "فاتح أو داكن",
  bylines: { by: "بقلم", translated: "ترجمة", photographs: "تصوير", reporting: "بمشاركة" }, and: "و",
  updated: "حُدّث", share: "مشاركة", comments: (count) => (count === 0 ? "علّق" : counted("ar", { zero: "علّق", one: "تعليق واحد", two: "تعليقان", few: "# تعليقات", many: "# تعليقًا", other: "# تعليق" })(count)),
  copy: "نسخ الرابط", copied: "نُسخ الرابط.", save: "احفظ لوقت لاحق", kept: "حُفظ في هذا الجهاز.", letGo: "لم يعد محفوظًا.", textSize: "حجم النص", sizes: { usual: "نص معتاد", large: "نص كبير", largest: "أكبر نص" },
  listen: "استمع", pause: "إيقاف مؤقت", resume: "متابعة", stop: "إنهاء", enlarge: "تكبير الصورة", close: "إغلاق", voiceless: "ليس في هذا الجهاز صوت للغة هذا المقال.",
  corrections: correctionNames.ar,
  changes: (count) => `كل التغييرات في هذا النص (${digits("ar", count)})`,
  changed: { published: "نُشر.", withdrawn: "سُحب.", published_again: "نُشر من جديد.", fix: "أُصلح خطأ طباعي.", correction: "تصحيح.", clarification: "توضيح.", update: "تحديث.", editors_note: "ملاحظة المحرر." },
  tags: "وسوم", allStories: "كل المقالات", aboutAuthors: (count) => (count === 1 ? "عن الكاتب" : "عن الكتّاب"), related: "اقرأ أيضًا", minutes: counted("ar", { zero: "أقل من دقيقة", one: "دقيقة واحدة", two: "دقيقتان", few: "# دقائق", many: "# دقيقة", other: "# دقيقة" }),
  lead: "المقال الرئيس", latest: "الأحدث", archiveLink: "الأرشيف", allColumns: "كل الأعمدة", allOf: (section) => `كل ما في ${section}`,
  nothingYet: "لم يُنشر شيء بعد. هنا سيظهر المقال الأول.", nothingInSection: "لم يُنشر شيء في هذا القسم بعد.",
  earlier: "ما سبق", stories: "المقالات", pages: "الصفحات", newer: "مقالات أحدث", older: "مقالات أقدم", today: "اليوم", yesterday: "أمس",
  archive: { title: "الأرشيف", about: "كل يوم نُشر فيه شيء.", nothing: "لم يُنشر شيء بعد.", allDays: "كل الأيام",
    storiesOf: counted("ar", { zero: "لا مقالات", one: "مقال واحد", two: "مقالان", few: "# مقالات", many: "# مقالًا", other: "# مقال" }), years: "السنوات", otherDays: "أيام أخرى", nothingInYear: "لم يُنشر شيء في هذه السنة." },
  otherLanguages: "بلغات أخرى",
  series: { name: "سلسلة", part: (number, all) => `الجزء ${digits("ar", number)} من ${digits("ar", all)} من سلسلة`, one: (number) => `الجزء ${digits("ar", number)}`, parts: counted("ar", { zero: "لا أجزاء", one: "جزء واحد", two: "جزءان", few: "# أجزاء", many: "# جزءًا", other: "# جزء" }), previous: "الجزء السابق", next: "الجزء التالي" },
  mostRead: { title: "الأكثر قراءة", day: "في آخر ٢٤ ساعة", week: "في آخر سبعة أيام" },
  wayHere: "أنت هنا",
  aboutTag: "ما كتبناه في هذا الموضوع، الأحدث أولًا.",
  correctionsPage: { title: "التصحيحات", about: "ما أخطأنا فيه، ومتى صحّحناه.", nothing: "لا تصحيحات حتى الآن." },
  saved: { title: "المقالات المحفوظة", about: "ما وضعته جانبًا لتقرأه لاحقًا. القائمة في هذا الجهاز وحده ولا يراها أحد سواك.", needsScript: "حفظ المقالات يحتاج إلى جافاسكريبت، وهي معطّلة في هذا المتصفح.", nothing: "لا شيء محفوظ في هذا الجهاز. تجد «احفظ لوقت لاحق» تحت عنوان كل مقال.", refused: "هذا المتصفح لا يحتفظ بشيء للصحيفة، فلا يمكن حفظ شيء هنا.", remove: "إزالة", removed: "أُزيل", undo: "تراجع" },
  searchField: "ابحث في الصحيفة",
  foot: { paper: "الصحيفة", more: "المزيد", newsroom: "هيئة التحرير", reading: "القراءة", made: "صُنعت بنظام Standfirst", follow: "تابعونا" },
  notFound: "غير موجود",
  lost: {
    missing: { title: "هذه الصفحة أفلتت من مرساها", text: "لا شيء في هذا العنوان. ربما وقع خطأ في كتابته، أو أن الرابط لم يكن صحيحًا قط. المقالات التي نقلناها تأخذكم إليها تلقائيًا، والمقالات التي سحبناها تقول ذلك." },
    gone: { title: "سُحب هذا المقال", text: "كان في هذا العنوان ثم سحبته هيئة التحرير. ما نصحّحه ندرجه علنًا، والمقال الذي يعود يذكر في سجل تغييراته أنه غاب؛ وقد يجد البحث ما جاء بعده." },
    pageGone: { title: "سُحبت هذه الصفحة", text: "كانت في هذا العنوان ثم سحبتها الصحيفة. ما يسري الآن تجدونه في الصفحات المذكورة في الأسفل." },
    tooLong: { title: "كان ذلك أطول مما ينبغي", text: "ما أرسلته أطول من أي استمارة من استماراتنا، ولم يُقرأ. ارجع إلى الوراء: ما كتبته ما زال في الاستمارة. اختصره وأرسله من جديد." },
    elsewhere: { title: "جاءت هذه الاستمارة من موقع آخر", text: "لم تُقبل. افتح الصفحة هنا وأرسلها من جديد." },
  },
};
