import type { Language } from "@/db/vocabulary";

type Said = { title: string; text: string };

/** The words of a discussion, in the language of its story. */
export type DiscussionWords = {
  heading: string; count: (count: number) => string; openUntil: (day: string) => string; reviewed: string; closed: (day: string) => string; off: string; nobody: string; rules: string;
  name: string; email: string; emailHint: string; comment: string; hint: string; post: string; reply: string; replyTo: (name: string) => string; replyingTo: (name: string) => string; cancel: string; repliesTo: (name: string) => string; inReplyTo: string; gone: string;
  /** What the story's script says; `as` names whoever is signed in. */
  script: { as: string; posting: string; unreachable: string; ownPage: string; waiting: Said; published: Said };
  author: string; staff: string; more: string; moreReplies: (count: number) => string; newest: string;
};

const en: DiscussionWords = {
  heading: "Leave a Comment",
  count: (count) => (count === 1 ? "1 comment" : `${count} comments`),
  openUntil: (day) => `open until ${day}`,
  reviewed: "comments of guests and new readers are reviewed before they appear",
  closed: (day) => `This discussion closed on ${day}.`,
  off: "There are no comments on this story.",
  nobody: "No comments yet. The first one sets the tone.",
  rules: "Say what you know, or what you think and why. Argue with the point, not the person.",
  name: "Name", email: "Email", emailHint: "Never shown.", comment: "Comment", hint: "Up to 5,000 characters.", post: "Post comment",
  reply: "Reply", replyTo: (name) => `Reply to ${name}`, replyingTo: (name) => `Replying to ${name}`, cancel: "Cancel", repliesTo: (name) => `Replies to ${name}`, inReplyTo: "In reply to", gone: "A comment that stood here was removed.",
  script: {
    as: "Commenting as …", posting: "Posting…", unreachable: "We could not reach the paper. Your comment is kept on this device; please try again.", ownPage: "Its own page",
    waiting: { title: "Your comment is waiting for review", text: "Only you can see it here. Most are read within the hour in the daytime; nothing more is needed from you." },
    published: { title: "Your comment is published", text: "It stands under the story." },
  },
  author: "Author", staff: "Staff", more: "Older comments", moreReplies: (count) => (count === 1 ? "Show 1 more reply" : `Show ${count} more replies`), newest: "Newest comments",
};

/** Names that tests and assistive technology know stay English where the interface is; the Persian and Arabic pages speak their own. */
const fa: DiscussionWords = {
  ...en, heading: "نظر خود را بنویسید", count: (count) => `${count.toLocaleString("fa")} نظر`, openUntil: (day) => `تا ${day} باز است`, reviewed: "نظر مهمانان و خوانندگان تازه پیش از انتشار بررسی می‌شود", closed: (day) => `این گفت‌وگو در ${day} بسته شد.`,
  off: "برای این گزارش نظر پذیرفته نمی‌شود.", nobody: "هنوز نظری نیست.", rules: "آنچه می‌دانید یا می‌اندیشید و دلیلش را بنویسید. با سخن بحث کنید، نه با گوینده.",
  name: "نام", email: "رایانامه", emailHint: "نشان داده نمی‌شود.", comment: "نظر", hint: "تا ۵٬۰۰۰ نویسه.", post: "فرستادن", reply: "پاسخ", replyTo: (name) => `پاسخ به ${name}`, replyingTo: (name) => `در حال پاسخ به ${name}`, cancel: "لغو", repliesTo: (name) => `پاسخ‌ها به ${name}`, inReplyTo: "در پاسخ به",
  script: {
    as: "نظر با نام …", posting: "در حال فرستادن", unreachable: "به روزنامه دسترسی نیست. نظر شما در این دستگاه نگه داشته شده است؛ لطفاً دوباره بفرستید.", ownPage: "صفحهٔ این نظر",
    waiting: { title: "نظر شما در انتظار بررسی است", text: "اینجا تنها شما آن را می‌بینید. بیشتر نظرها در روز ظرف یک ساعت خوانده می‌شود و کار دیگری لازم نیست." },
    published: { title: "نظر شما منتشر شد", text: "زیر گزارش دیده می‌شود." },
  },
  gone: "نظری که اینجا بود برداشته شد.", author: "نویسنده", staff: "تحریریه", more: "نظرهای قدیمی‌تر", moreReplies: (count) => `${count.toLocaleString("fa")} پاسخ دیگر`, newest: "تازه‌ترین نظرها",
};

const ar: DiscussionWords = {
  ...en, heading: "اترك تعليقًا", count: (count) => `التعليقات: ${count.toLocaleString("ar-EG")}`, openUntil: (day) => `مفتوح حتى ${day}`, reviewed: "تُراجع تعليقات الزوار والقراء الجدد قبل نشرها", closed: (day) => `أُغلق هذا النقاش في ${day}.`,
  off: "لا تعليقات على هذا النص.", nobody: "لا تعليقات بعد.", rules: "اكتب ما تعرفه أو ما تراه ولماذا. ناقش الفكرة لا صاحبها.",
  name: "الاسم", email: "البريد الإلكتروني", emailHint: "لا يُنشر.", comment: "التعليق", hint: "حتى ٥٠٠٠ حرف.", post: "أرسل", reply: "رد", replyTo: (name) => `رد على ${name}`, replyingTo: (name) => `تردّ على ${name}`, cancel: "إلغاء", repliesTo: (name) => `ردود على ${name}`, inReplyTo: "ردًّا على",
  script: {
    as: "التعليق باسم …", posting: "جارٍ الإرسال", unreachable: "تعذّر الوصول إلى الصحيفة. تعليقك محفوظ على هذا الجهاز؛ حاول مرة أخرى من فضلك.", ownPage: "صفحة هذا التعليق",
    waiting: { title: "تعليقك في انتظار المراجعة", text: "أنت وحدك من يراه هنا. تُقرأ معظم التعليقات خلال ساعة في النهار، ولا يلزمك شيء آخر." },
    published: { title: "نُشر تعليقك", text: "تجده تحت النص." },
  },
  gone: "أُزيل تعليق كان هنا.", author: "الكاتب", staff: "هيئة التحرير", more: "تعليقات أقدم", moreReplies: (count) => `اعرض ${count.toLocaleString("ar-EG")} ردود أخرى`, newest: "أحدث التعليقات",
};

export const discussionWords = { en, fa, ar, de: en, fr: en, es: en } satisfies Record<Language, DiscussionWords>;
