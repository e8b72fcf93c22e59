import type { DiscussionWords } from "@/components/reader/comments/words/words";

export const ar: DiscussionWords = {
  heading: "اترك تعليقًا", count: (count) => `التعليقات: ${count.toLocaleString("ar-EG")}`, openUntil: (day) => `يمكنك التعليق حتى ${day}`, reviewed: "تُراجع تعليقات الزوار والقراء الجدد قبل نشرها", reviewedAll: "يُراجع كل تعليق قبل نشره", staysOpen: "مفتوح", members: "التعليق لمن لديهم حساب.", signIn: "سجّل الدخول لتعلّق", fromNewsroom: "كلمة من هيئة التحرير", slow: (time) => `تعليق واحد كل ${time}`, closed: (day) => `أُغلق هذا النقاش في ${day}.`,
  off: "لا تعليقات على هذا النص.", nobody: "لا تعليقات بعد.", rules: "اكتب ما تعرفه أو ما تراه ولماذا. ناقش الفكرة لا صاحبها.",
  name: "الاسم", email: "البريد الإلكتروني", emailHint: "لا يُنشر.", comment: "التعليق", hint: "حتى ٥٠٠٠ حرف.", post: "أرسل", reply: "رد", replyTo: (name) => `رد على ${name}`, replyingTo: (name) => `تردّ على ${name}`, cancel: "إلغاء", repliesTo: (name) => `ردود على ${name}`, inReplyTo: "ردًّا على",
  gone: { hidden: "مخفي ريثما نراجعه.", withdrawn: "سحب الكاتب تعليقًا كان هنا.", removed: "أُزيل تعليق كان هنا." },
  script: { as: "التعليق باسم …", posting: "جارٍ الإرسال", unreachable: "تعذّر الوصول إلى الصحيفة. تعليقك محفوظ على هذا الجهاز؛ حاول مرة أخرى من فضلك.", ownPage: "تابعه في صفحته الخاصة", ownPageShows: "واحتفظ بعنوانها لتعود إليها." },
  author: "الكاتب", staff: "هيئة التحرير", more: "تعليقات أقدم", moreReplies: (count) => `اعرض ${count.toLocaleString("ar-EG")} ردود أخرى`, newest: "أحدث التعليقات",
  tabs: { label: "أي التعليقات", all: "الكل", picks: "مختارات التحرير", staff: "ردود هيئة التحرير" }, sorts: { label: "الترتيب", newest: "الأحدث", oldest: "الأقدم", liked: "الأكثر إعجابًا" },
  further: "مزيد من التعليقات", previous: "التعليقات السابقة", earlierReplies: "الردود السابقة", none: "لا شيء هنا.",
  picked: "اختارته هيئة التحرير", edited: (time) => `عُدّل ${time}`, likes: (count) => `الإعجاب: ${count.toLocaleString("ar-EG")}`,
  acts: { unreachable: "تعذّر الوصول إلى الصحيفة الآن. حاول مرة أخرى من فضلك.", more: "المزيد", about: (name) => `المزيد عن تعليق ${name}`, like: (name) => `أعجبني تعليق ${name}`, likeShort: "أعجبني", link: "نسخ الرابط", copied: "نُسخ الرابط.", quote: "اقتباس", report: "إبلاغ", edit: "تعديل", mute: (name) => `إخفاء تعليقات ${name}`, muted: (name) => `أخفيت تعليقات ${name} على هذا الجهاز.`, unmute: "إظهار من جديد", fresh: { one: "تعليق جديد واحد", many: "تعليقات جديدة: …" }, signIn: "سجّل الدخول لتبدي إعجابك بالتعليقات" },
  place: { of: (name) => `تعليق ${name}`, gone: "تعليق لم يعد هنا", all: "كل التعليقات", around: "التعليق وما حوله" },
  about: {
    heading: "هذا التعليق وأنت", back: "عودة إلى التعليق", likeYours: "أعجبك هذا التعليق.", like: "أعجبني هذا التعليق", unlike: "سحب الإعجاب", likes: "الإعجاب", answer: "رد عليه", answerQuoting: "رد مع اقتباس", signIn: "تسجيل الدخول",
    report: { heading: "الإبلاغ عن هذا التعليق", intro: "يقرأ أحد المشرفين كل بلاغ. لا تبلّغ عما لا توافق عليه فحسب، بل رد عليه.", why: "ما الخطأ فيه؟", other: "شيء آخر", law: "أي قانون يخالف؟", lawHint: "لازم إن كان يخالف القانون.", text: "ما ينبغي أن نعرفه", textHint: "لازم مع «شيء آخر».", send: "إرسال البلاغ", thanks: "شكرًا لك. سينظر فيه أحد المشرفين.", refused: "لم يُرسل." },
    edit: { heading: "تعديل تعليقك", hint: "ممكن خلال خمس دقائق. يُراجع من جديد ويرى القراء أنه عُدّل.", save: "حفظ التعديل", refused: "لم يُعدّل." },
  },
  compose: { on: "حول", notYet: "لم يُنشر بعد.", readAgain: "اقرأه مرة أخرى ثم أرسله.", readAgainGuest: "اقرأه مرة أخرى. سيُراجع بعد إرساله.", storyGone: "هذا النص ليس هنا", notPosted: "لم يُنشر.", kept: "تعليقك" },
  own: {
    heading: "تعليقك", storyGone: "نص سُحب", where: "حالة التعليق", by: (name) => `تعليق ${name}`, keep: "تُظهر هذه الصفحة ما آل إليه تعليقك. احتفظ بعنوانها لتعود إليها.",
    states: {
      unverified: { title: "تفقّد بريدك", text: "يُراجع تعليقك بعد أن تؤكد عنوانك." },
      waiting: { title: "تعليقك في انتظار المراجعة", text: "أنت وحدك من يراه هنا. تُقرأ معظم التعليقات خلال ساعة في النهار، ولا يلزمك شيء آخر." },
      published: { title: "نُشر تعليقك", text: "تجده تحت النص." },
      hidden: { title: "تعليقك مخفي ريثما نراجعه", text: "يرى القراء أن شيئًا أُخفي ولا يرون ما هو. سيقرر أحد المشرفين هل يُعرض من جديد." },
      rejected: { title: "لم يُنشر تعليقك", text: "قرأه أحد المشرفين ولم يقبله." },
      withdrawn: { title: "سحبت هذا التعليق", text: "لم يعد أحد يراه." },
      purged: { title: "أُزيل هذا التعليق", text: "لم نعد نحتفظ بنصه ولا باسمك." },
    },
    reasons: {
      abuse: "يهاجم شخصًا.", hate: "يعادي جماعة من الناس.", threat: "يهدد شخصًا.", harassment: "يضايق شخصًا.", spam_ad: "هو إعلان.", off_topic: "لا يتعلق بالنص.", misinformation: "يقدّم ما ليس صحيحًا على أنه حقيقة.",
      personal_data: "فيه بيانات شخصية لأحد.", copyright: "فيه نص يملكه غيرك.", illegal: "قد يخالف القانون.", impersonation: "يتحدث باسم شخص آخر.", banned_word: "فيه كلمات لا ننشرها.", other: "ذكر المشرف سببًا آخر.",
    },
    withdraw: { ask: "سحب هذا التعليق", warning: "يختفي من الصفحة نهائيًا ولا يمكن لأحد إعادته. تبقى الردود عليه.", confirm: "اسحبه نهائيًا", refused: "لم يُسحب.", signIn: "تسجيل الدخول" },
  },
};
