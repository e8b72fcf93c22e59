import type { Words } from "@/components/reader/words";
import { counted, digits } from "@/components/reader/words/counted";
import { correctionNames } from "@/lib/articles/correction-names";

export const fa: Words = {
  skip: "رفتن به متن", sections: "بخش‌ها", search: "جست‌وجو", signIn: "ورود", theme: "روشن یا تیره",
  bylines: { by: "نوشتهٔ", translated: "برگردان", photographs: "عکس‌ها از", reporting: "با همکاری" }, and: "و",
  updated: "به‌روز شد", share: "هم‌رسانی", comments: (count) => (count === 0 ? "نظر دهید" : counted("fa", { one: "# نظر", other: "# نظر" })(count)),
  copy: "رونوشت پیوند", copied: "پیوند رونوشت شد.", save: "نگه‌داشتن برای بعد", kept: "در این دستگاه نگه داشته شد.", letGo: "دیگر نگه داشته نمی‌شود.", textSize: "اندازهٔ متن", sizes: { usual: "متن معمولی", large: "متن بزرگ", largest: "متن بزرگ‌تر" },
  listen: "گوش دهید", pause: "درنگ", resume: "ادامه", stop: "پایان", enlarge: "بزرگ‌نمایی تصویر", close: "بستن", voiceless: "این دستگاه برای زبان این نوشته صدایی ندارد.",
  corrections: correctionNames.fa,
  changes: (count) => `همهٔ تغییرهای این گزارش (${digits("fa", count)})`,
  changed: { published: "منتشر شد.", withdrawn: "پس گرفته شد.", published_again: "دوباره منتشر شد.", fix: "لغزش نوشتاری اصلاح شد.", correction: "تصحیح.", clarification: "توضیح.", update: "به‌روزرسانی.", editors_note: "یادداشت سردبیر." },
  tags: "برچسب‌ها", allStories: "همهٔ نوشته‌ها", aboutAuthors: (count) => (count === 1 ? "دربارهٔ نویسنده" : "دربارهٔ نویسندگان"), related: "بیشتر بخوانید", minutes: counted("fa", { one: "# دقیقه", other: "# دقیقه" }),
  lead: "گزارش نخست", latest: "تازه‌ترین‌ها", archiveLink: "بایگانی", allColumns: "همهٔ یادداشت‌ها", allOf: (section) => `همهٔ نوشته‌های ${section}`,
  nothingYet: "هنوز چیزی منتشر نشده است. نخستین گزارش همین‌جا می‌آید.", nothingInSection: "در این بخش هنوز چیزی منتشر نشده است.",
  earlier: "پیش‌تر", stories: "نوشته‌ها", pages: "صفحه‌ها", newer: "نوشته‌های تازه‌تر", older: "نوشته‌های قدیمی‌تر", today: "امروز", yesterday: "دیروز",
  archive: { title: "بایگانی", about: "همهٔ روزهایی که چیزی منتشر شده است.", nothing: "هنوز چیزی منتشر نشده است.", allDays: "همهٔ روزها",
    storiesOf: counted("fa", { one: "# نوشته", other: "# نوشته" }), years: "سال‌ها", otherDays: "روزهای دیگر", nothingInYear: "در این سال چیزی منتشر نشده است." },
  otherLanguages: "به زبان‌های دیگر",
  series: { name: "مجموعه", part: (number, all) => `بخش ${digits("fa", number)} از ${digits("fa", all)} بخشِ مجموعهٔ`, one: (number) => `بخش ${digits("fa", number)}`, parts: counted("fa", { one: "# بخش", other: "# بخش" }), previous: "بخش پیشین", next: "بخش بعدی" },
  mostRead: { title: "پرخواننده‌ترین‌ها", day: "در ۲۴ ساعت گذشته", week: "در هفت روز گذشته" },
  wayHere: "شما اینجا هستید",
  aboutTag: "آنچه در این باره نوشته‌ایم، از تازه به قدیم.",
  correctionsPage: { title: "تصحیح‌ها", about: "آنچه نادرست نوشتیم، و زمانی که درستش کردیم.", nothing: "تا کنون تصحیحی نبوده است." },
  saved: { title: "نوشته‌های نگه‌داشته", about: "آنچه برای بعد کنار گذاشته‌اید. این فهرست تنها در همین دستگاه است و کس دیگری آن را نمی‌بیند.", needsScript: "نگه‌داشتن نوشته‌ها به جاوااسکریپت نیاز دارد که در این مرورگر خاموش است.", nothing: "در این دستگاه چیزی نگه داشته نشده است. «نگه‌داشتن برای بعد» زیر عنوان هر نوشته است.", refused: "این مرورگر چیزی برای روزنامه نگه نمی‌دارد؛ پس اینجا نمی‌توان نوشته‌ای را نگه داشت.", remove: "برداشتن", removed: "برداشته شد", undo: "بازگرداندن" },
  searchField: "جست‌وجو در روزنامه",
  foot: { paper: "روزنامه", more: "بیشتر", newsroom: "تحریریه", reading: "خواندن", made: "ساخته‌شده با Standfirst", follow: "ما را دنبال کنید" },
  notFound: "پیدا نشد",
  lost: {
    missing: { title: "این صفحه از لنگر رها شده است", text: "در این نشانی چیزی نیست. شاید لغزشی در نوشتن نشانی باشد، یا پیوندی که هرگز درست نبوده است. نوشته‌هایی که جابه‌جا کرده‌ایم خودشان شما را می‌برند؛ نوشته‌هایی که پس گرفته‌ایم این را می‌گویند." },
    gone: { title: "این نوشته پس گرفته شد", text: "در این نشانی بود و تحریریه آن را پس گرفت. آنچه را تصحیح می‌کنیم آشکارا فهرست می‌کنیم، و نوشته‌ای که بازگردد در فهرست تغییرهایش می‌گوید که نبوده است؛ شاید جست‌وجو آنچه را پس از آن آمد پیدا کند." },
    pageGone: { title: "این صفحه پس گرفته شد", text: "در این نشانی بود و روزنامه آن را پس گرفت. آنچه اکنون درست است در صفحه‌هایی است که در پایین نام برده شده‌اند." },
    tooLong: { title: "بیش از اندازه بلند بود", text: "آنچه فرستادید از هر فرم ما بلندتر است و خوانده نشد. بازگردید: نوشتهٔ شما هنوز در فرم است. آن را کوتاه کنید و دوباره بفرستید." },
    elsewhere: { title: "این فرم از وبگاه دیگری آمده بود", text: "پذیرفته نشد. صفحه را همین‌جا باز کنید و دوباره بفرستید." },
  },
};
