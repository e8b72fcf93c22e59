import type { CommentStatus, Language, NoticeKind } from "@/db/vocabulary";

/** One thing to tell: who wrote it, under which story, what it says, and where it stands. */
export type NoticeLine = { kind: NoticeKind; status: CommentStatus; /** Of a rejection: she asked for another look, and it stays. */ kept?: boolean; name: string; headline: string; excerpt: string; link: string | null };

type Decided = "approved" | "rejected" | "kept" | "hidden";
type Words = {
  subject(of: { paper: string; count: number }): string;
  hello(name: string): string;
  answer(name: string, headline: string): string;
  thread(name: string, headline: string): string;
  question(name: string, headline: string): string;
  picked(headline: string): string;
  decided: Record<Decided, (headline: string) => string>;
  /** Before the address at which such mails are ended. */
  stop: string;
  choose: string;
};

const words: Record<Language, Words> = {
  en: {
    subject: ({ paper, count }) => (count === 1 ? `News of your comments at ${paper}` : `${count} pieces of news of your comments at ${paper}`),
    hello: (name) => `Dear ${name},`,
    answer: (name, headline) => `${name} answered you under “${headline}”:`,
    thread: (name, headline) => `${name} wrote in a thread you follow under “${headline}”:`,
    question: (name, headline) => `${name} asks you under “${headline}”:`,
    picked: (headline) => `The editors picked your comment under “${headline}”:`,
    decided: {
      approved: (headline) => `Your comment under “${headline}” is published:`,
      rejected: (headline) => `Your comment under “${headline}” was not published. The reason stands on its own page, where you can ask for another look:`,
      kept: (headline) => `Somebody else looked at your comment under “${headline}” once more, and the decision stays. The answer stands on its own page:`,
      hidden: (headline) => `Your comment under “${headline}” is hidden while it is reviewed:`,
    },
    stop: "No more of these mails:",
    choose: "Choose of what you are told:",
  },
  de: {
    subject: ({ paper, count }) => (count === 1 ? `Neues zu Ihren Kommentaren bei ${paper}` : `${count} Neuigkeiten zu Ihren Kommentaren bei ${paper}`),
    hello: (name) => `Guten Tag ${name},`,
    answer: (name, headline) => `${name} hat Ihnen unter „${headline}“ geantwortet:`,
    thread: (name, headline) => `${name} hat in einem Gespräch geschrieben, dem Sie folgen, unter „${headline}“:`,
    question: (name, headline) => `${name} fragt Sie unter „${headline}“:`,
    picked: (headline) => `Die Redaktion hat Ihren Kommentar unter „${headline}“ ausgewählt:`,
    decided: {
      approved: (headline) => `Ihr Kommentar unter „${headline}“ ist veröffentlicht:`,
      rejected: (headline) => `Ihr Kommentar unter „${headline}“ wurde nicht veröffentlicht. Der Grund steht auf seiner Seite, dort können Sie um eine zweite Prüfung bitten:`,
      kept: (headline) => `Jemand anders hat Ihren Kommentar unter „${headline}“ noch einmal geprüft, und es bleibt bei der Entscheidung. Die Antwort steht auf seiner Seite:`,
      hidden: (headline) => `Ihr Kommentar unter „${headline}“ ist verborgen, während er geprüft wird:`,
    },
    stop: "Keine solchen Nachrichten mehr:",
    choose: "Wählen Sie, wovon Sie erfahren:",
  },
  fr: {
    subject: ({ paper, count }) => (count === 1 ? `Du nouveau pour vos commentaires dans ${paper}` : `${count} nouvelles de vos commentaires dans ${paper}`),
    hello: (name) => `Bonjour ${name},`,
    answer: (name, headline) => `${name} vous a répondu sous « ${headline} » :`,
    thread: (name, headline) => `${name} a écrit dans un fil que vous suivez, sous « ${headline} » :`,
    question: (name, headline) => `${name} vous pose une question sous « ${headline} » :`,
    picked: (headline) => `La rédaction a choisi votre commentaire sous « ${headline} » :`,
    decided: {
      approved: (headline) => `Votre commentaire sous « ${headline} » est publié :`,
      rejected: (headline) => `Votre commentaire sous « ${headline} » n’a pas été publié. La raison figure sur sa page, où vous pouvez demander un second examen :`,
      kept: (headline) => `Quelqu’un d’autre a réexaminé votre commentaire sous « ${headline} », et la décision reste la même. La réponse figure sur sa page :`,
      hidden: (headline) => `Votre commentaire sous « ${headline} » est masqué le temps d’un examen :`,
    },
    stop: "Ne plus recevoir ces messages :",
    choose: "Choisissez ce dont vous êtes averti :",
  },
  es: {
    subject: ({ paper, count }) => (count === 1 ? `Novedades de sus comentarios en ${paper}` : `${count} novedades de sus comentarios en ${paper}`),
    hello: (name) => `Hola, ${name}:`,
    answer: (name, headline) => `${name} le ha respondido en «${headline}»:`,
    thread: (name, headline) => `${name} ha escrito en un hilo que usted sigue, en «${headline}»:`,
    question: (name, headline) => `${name} le pregunta bajo «${headline}»:`,
    picked: (headline) => `La redacción ha destacado su comentario en «${headline}»:`,
    decided: {
      approved: (headline) => `Su comentario en «${headline}» está publicado:`,
      rejected: (headline) => `Su comentario en «${headline}» no se ha publicado. El motivo está en su página, donde puede pedir otra revisión:`,
      kept: (headline) => `Otra persona ha revisado de nuevo su comentario en «${headline}», y la decisión se mantiene. La respuesta está en su página:`,
      hidden: (headline) => `Su comentario en «${headline}» está oculto mientras se revisa:`,
    },
    stop: "No recibir más mensajes como este:",
    choose: "Elija de qué se le avisa:",
  },
  fa: {
    subject: ({ paper, count }) => (count === 1 ? `تازه‌ای دربارهٔ نظرهای شما در ${paper}` : `${count.toLocaleString("fa-IR")} تازه دربارهٔ نظرهای شما در ${paper}`),
    hello: (name) => `${name} گرامی،`,
    answer: (name, headline) => `${name} زیر «${headline}» به شما پاسخ داد:`,
    thread: (name, headline) => `${name} در گفت‌وگویی که دنبال می‌کنید زیر «${headline}» نوشت:`,
    question: (name, headline) => `${name} زیر «${headline}» از شما می‌پرسد:`,
    picked: (headline) => `سردبیران نظر شما زیر «${headline}» را برگزیدند:`,
    decided: {
      approved: (headline) => `نظر شما زیر «${headline}» منتشر شد:`,
      rejected: (headline) => `نظر شما زیر «${headline}» منتشر نشد. دلیل آن در صفحهٔ خودش آمده است و آنجا می‌توانید بررسی دوباره بخواهید:`,
      kept: (headline) => `شخص دیگری نظر شما زیر «${headline}» را دوباره بررسی کرد و تصمیم همان است. پاسخ در صفحهٔ خودش آمده است:`,
      hidden: (headline) => `نظر شما زیر «${headline}» تا بررسی پنهان است:`,
    },
    stop: "دیگر چنین نامه‌هایی نفرستید:",
    choose: "برگزینید که از چه باخبر شوید:",
  },
  ar: {
    subject: ({ paper, count }) => (count === 1 ? `جديد تعليقاتك في ${paper}` : `جديد تعليقاتك في ${paper}: ${count.toLocaleString("ar-EG")}`),
    hello: (name) => `مرحبًا ${name}،`,
    answer: (name, headline) => `ردّ ${name} عليك تحت «${headline}»:`,
    thread: (name, headline) => `كتب ${name} في نقاش تتابعه تحت «${headline}»:`,
    question: (name, headline) => `يسألك ${name} تحت «${headline}»:`,
    picked: (headline) => `اختار المحررون تعليقك تحت «${headline}»:`,
    decided: {
      approved: (headline) => `نُشر تعليقك تحت «${headline}»:`,
      rejected: (headline) => `لم يُنشر تعليقك تحت «${headline}». السبب في صفحته، وهناك يمكنك أن تطلب نظرة أخرى:`,
      kept: (headline) => `نظر شخص آخر مرة ثانية في تعليقك تحت «${headline}»، والقرار باقٍ. الجواب في صفحته:`,
      hidden: (headline) => `تعليقك تحت «${headline}» مخفي ريثما يُراجع:`,
    },
    stop: "لا مزيد من هذه الرسائل:",
    choose: "اختر ما تُخبَر به:",
  },
};

type Of = { paper: string; name: string; lines: readonly NoticeLine[]; /** Where such mails are ended. */ stop: string; /** Where one chooses; null for a guest. */ choose: string | null };

/** All that is new for one commenter, in one mail. */
export function noticesLetter({ paper, name, lines, stop, choose }: Of, language: Language): { subject: string; text: string } {
  const say = words[language];
  const parts = lines.map(({ kind, status, kept, name: who, headline, excerpt, link }) => {
    const about = kind === "answer" || kind === "thread" || kind === "question" ? say[kind](who, headline) : kind === "picked" ? say.picked(headline) : say.decided[status === "rejected" && kept ? "kept" : status === "rejected" || status === "hidden" ? status : "approved"](headline);
    return [about, excerpt, link].filter(Boolean).join("\n");
  });
  return { subject: say.subject({ paper, count: lines.length }), text: `${[say.hello(name), ...parts, paper, ...(choose ? [`${say.choose}\n${choose}`] : []), `${say.stop}\n${stop}`].join("\n\n")}\n` };
}
