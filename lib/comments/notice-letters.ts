import type { CommentStatus, Language, ReasonCode, ReportOutcome } from "@/db/vocabulary";
import type { Statement } from "@/lib/comments/statement";
import { filledIn, momentIn, sanctionWords } from "@/lib/sanctions/words";

type Words = {
  hello: string;
  received: { subject: string; says: string; next: string };
  answered: { subject: string; says: string };
  /** What was decided, by what it means for readers. */
  outcome: { gone: string; kept: string; byItself: string };
  /** Before the reason of what was taken away. */
  reason: string;
  /** The reason where the decision names none: it marked the comment as spam, or hid it. */
  because: Record<"spam" | "hidden", string>;
  /** That a person decided, and whether a program had a part. */
  who: Record<"person" | "pointed", string>;
  /** Whom to turn to. */
  redress: string;
  number: string;
};

const words: Record<Language, Words> = {
  en: {
    hello: "Good day,",
    received: { subject: "We received your notice about a comment at {paper}", says: "On {at} you told {paper} that a comment breaks the law. It stands here:", next: "A moderator reads your notice before other reports. We write to this address what is decided and why." },
    answered: { subject: "Your notice about a comment at {paper}: the decision", says: "On {at} you told {paper} that a comment breaks the law. It stood or stands here:" },
    outcome: { gone: "We took the comment from the page: readers do not see it any more.", kept: "The comment stays. A moderator read your notice and the comment, and found that what you say does not show that it is unlawful, and that it keeps our rules.", byItself: "The comment had left the page before we decided: its author withdrew it, or it was erased. There is nothing left to decide." },
    reason: "The reason:",
    because: { spam: "it is advertising or other spam.", hidden: "it stays out of sight while we look into it further." },
    who: { person: "A person decided this. No program took part in the decision.", pointed: "A person decided this. A program had kept the comment back, or hidden it, for a person to read." },
    redress: "If you think that it is wrong, send a notice once more, by the form under the comment, and say what was overlooked. You may also turn to a certified body for out-of-court dispute settlement, complain to the Digital Services Coordinator of your country, or go to court.",
    number: "Number of the notice: {number}",
  },
  de: {
    hello: "Guten Tag,",
    received: { subject: "Ihre Meldung zu einem Kommentar bei {paper} ist angekommen", says: "Sie haben {paper} am {at} mitgeteilt, dass ein Kommentar gegen das Gesetz verstößt. Er steht hier:", next: "Die Moderation liest Ihre Meldung vor allen anderen. Was entschieden wird und warum, schreiben wir an diese Adresse." },
    answered: { subject: "Ihre Meldung zu einem Kommentar bei {paper}: die Entscheidung", says: "Sie haben {paper} am {at} mitgeteilt, dass ein Kommentar gegen das Gesetz verstößt. Er stand oder steht hier:" },
    outcome: { gone: "Wir haben den Kommentar von der Seite genommen: Leser sehen ihn nicht mehr.", kept: "Der Kommentar bleibt. Die Moderation hat Ihre Meldung und den Kommentar gelesen; aus dem, was Sie schreiben, ergibt sich für sie nicht, dass er rechtswidrig ist, und gegen unsere Regeln verstößt er nicht.", byItself: "Der Kommentar war schon fort, bevor wir entschieden haben: Er wurde zurückgezogen oder gelöscht. Zu entscheiden ist nichts mehr." },
    reason: "Der Grund:",
    because: { spam: "Er ist Werbung oder anderer Spam.", hidden: "Er bleibt verborgen, während wir ihn weiter prüfen." },
    who: { person: "Das hat ein Mensch entschieden. An der Entscheidung war kein Programm beteiligt.", pointed: "Das hat ein Mensch entschieden. Ein Programm hatte den Kommentar dafür zurückgehalten oder verborgen." },
    redress: "Wenn Sie das für falsch halten, melden Sie den Kommentar noch einmal mit dem Formular unter ihm und sagen Sie, was übersehen wurde. Sie können sich auch an eine zugelassene Stelle für die außergerichtliche Streitbeilegung wenden, sich beim Koordinator für digitale Dienste Ihres Landes beschweren oder vor Gericht gehen.",
    number: "Nummer der Meldung: {number}",
  },
  fr: {
    hello: "Bonjour,",
    received: { subject: "Nous avons reçu votre notification sur un commentaire dans {paper}", says: "Le {at}, vous avez signalé à {paper} qu’un commentaire enfreint la loi. Il se trouve ici :", next: "La modération lit votre notification avant les autres signalements. Nous écrirons à cette adresse ce qui est décidé et pourquoi." },
    answered: { subject: "Votre notification sur un commentaire dans {paper} : la décision", says: "Le {at}, vous avez signalé à {paper} qu’un commentaire enfreint la loi. Il se trouvait ou se trouve ici :" },
    outcome: { gone: "Nous avons retiré le commentaire de la page : les lecteurs ne le voient plus.", kept: "Le commentaire reste. La modération a lu votre notification et le commentaire ; ce que vous écrivez ne montre pas, selon elle, qu’il est illicite, et il respecte nos règles.", byItself: "Le commentaire avait disparu avant notre décision : il a été retiré par son auteur, ou effacé. Il ne reste rien à décider." },
    reason: "La raison :",
    because: { spam: "c’est de la publicité ou un autre contenu indésirable.", hidden: "il reste masqué pendant que nous l’examinons plus avant." },
    who: { person: "C’est une personne qui l’a décidé. Aucun programme n’a pris part à la décision.", pointed: "C’est une personne qui l’a décidé. Un programme avait retenu ou masqué le commentaire pour qu’elle le lise." },
    redress: "Si vous pensez que c’est une erreur, envoyez une nouvelle notification par le formulaire sous le commentaire et dites ce qui a été négligé. Vous pouvez aussi vous adresser à un organe certifié de règlement extrajudiciaire des litiges, saisir le coordinateur pour les services numériques de votre pays, ou aller en justice.",
    number: "Numéro de la notification : {number}",
  },
  es: {
    hello: "Hola:",
    received: { subject: "Hemos recibido su notificación sobre un comentario en {paper}", says: "El {at} comunicó a {paper} que un comentario infringe la ley. Está aquí:", next: "La moderación lee su notificación antes que las demás denuncias. Le escribiremos a esta dirección qué se decide y por qué." },
    answered: { subject: "Su notificación sobre un comentario en {paper}: la decisión", says: "El {at} comunicó a {paper} que un comentario infringe la ley. Estaba o está aquí:" },
    outcome: { gone: "Hemos retirado el comentario de la página: los lectores ya no lo ven.", kept: "El comentario se queda. La moderación leyó su notificación y el comentario; de lo que usted escribe no se desprende, a su juicio, que sea ilícito, y cumple nuestras normas.", byItself: "El comentario ya no estaba antes de que decidiéramos: su autor lo retiró o se borró. No queda nada por decidir." },
    reason: "El motivo:",
    because: { spam: "es publicidad u otro contenido no deseado.", hidden: "permanece oculto mientras lo examinamos más a fondo." },
    who: { person: "Lo ha decidido una persona. Ningún programa ha tomado parte en la decisión.", pointed: "Lo ha decidido una persona. Un programa había retenido u ocultado el comentario para que lo leyera." },
    redress: "Si cree que es un error, envíe otra notificación con el formulario bajo el comentario y diga qué se pasó por alto. También puede dirigirse a un órgano certificado de resolución extrajudicial de litigios, reclamar ante el coordinador de servicios digitales de su país o acudir a un tribunal.",
    number: "Número de la notificación: {number}",
  },
  fa: {
    hello: "درود بر شما،",
    received: { subject: "اعلام شما دربارهٔ نظری در {paper} به دست ما رسید", says: "شما در {at} به {paper} گفتید که نظری خلاف قانون است. جای آن اینجاست:", next: "یکی از ناظران اعلام شما را پیش از گزارش‌های دیگر می‌خواند. آنچه تصمیم گرفته شود و دلیلش را به همین نشانی می‌نویسیم." },
    answered: { subject: "اعلام شما دربارهٔ نظری در {paper}: تصمیم", says: "شما در {at} به {paper} گفتید که نظری خلاف قانون است. جای آن اینجا بود یا هست:" },
    outcome: { gone: "نظر را از صفحه برداشتیم: خوانندگان دیگر آن را نمی‌بینند.", kept: "نظر می‌ماند. یکی از ناظران اعلام شما و نظر را خواند؛ از آنچه نوشته‌اید برنمی‌آید که خلاف قانون باشد، و قاعده‌های ما را نیز رعایت کرده است.", byItself: "نظر پیش از تصمیم ما از صفحه رفته بود: نویسنده‌اش آن را پس گرفته یا پاک شده است. چیزی برای تصمیم نمانده است." },
    reason: "دلیل:",
    because: { spam: "تبلیغ یا هرزنامه است.", hidden: "تا بررسی بیشتر پنهان می‌ماند." },
    who: { person: "این را انسانی تصمیم گرفته است. هیچ برنامه‌ای در تصمیم دخالت نداشت.", pointed: "این را انسانی تصمیم گرفته است. برنامه‌ای نظر را نگه داشته یا پنهان کرده بود تا انسانی آن را بخواند." },
    redress: "اگر آن را نادرست می‌دانید، با فرم زیر نظر بار دیگر اعلام کنید و بگویید چه چیزی نادیده مانده است. همچنین می‌توانید به نهاد دارای گواهی برای حل اختلاف بیرون از دادگاه، به هماهنگ‌کنندهٔ خدمات دیجیتال کشورتان یا به دادگاه روی آورید.",
    number: "شمارهٔ اعلام: {number}",
  },
  ar: {
    hello: "تحية طيبة،",
    received: { subject: "وصل إخطارك بشأن تعليق في {paper}", says: "في {at} أبلغت {paper} بأن تعليقًا يخالف القانون. موضعه هنا:", next: "يقرأ أحد المشرفين إخطارك قبل سائر البلاغات. وسنكتب إلى هذا العنوان ما يتقرر وسببه." },
    answered: { subject: "إخطارك بشأن تعليق في {paper}: القرار", says: "في {at} أبلغت {paper} بأن تعليقًا يخالف القانون. كان موضعه هنا أو ما زال:" },
    outcome: { gone: "أزلنا التعليق من الصفحة: لم يعد القراء يرونه.", kept: "يبقى التعليق. قرأ أحد المشرفين إخطارك والتعليق، ولم يجد فيما كتبته ما يبيّن أنه غير قانوني، وهو لا يخالف قواعدنا.", byItself: "غاب التعليق قبل أن نقرر: سحبه صاحبه أو مُحي. لم يبقَ ما يُقرَّر." },
    reason: "السبب:",
    because: { spam: "هو إعلان أو محتوى مزعج آخر.", hidden: "يبقى مخفيًا إلى أن نتفحصه أكثر." },
    who: { person: "قرر هذا إنسان. لم يشارك أي برنامج في القرار.", pointed: "قرر هذا إنسان. وكان برنامج قد أوقف التعليق أو أخفاه ليقرأه إنسان." },
    redress: "إن رأيت القرار خطأ فأرسل إخطارًا مرة أخرى بالاستمارة التي تحت التعليق وقل ما الذي أُغفل. ويمكنك أيضًا أن تلجأ إلى جهة معتمدة لتسوية المنازعات خارج القضاء، أو أن تشكو إلى منسق الخدمات الرقمية في بلدك، أو أن تذهب إلى القضاء.",
    number: "رقم الإخطار: {number}",
  },
};

type Of = { paper: string; timeZone: string; /** The comment's address. */ place: string; number: string; /** When it came. */ at: Date };
type Letter = { subject: string; text: string };

const toText = (parts: readonly string[]) => `${parts.join("\n\n")}\n`;

/** Acknowledges a notice of unlawful content (Article 16 (4) of the Digital Services Act). Nothing that was typed into the form stands in it, nor the name: the address may be a stranger’s. */
export function noticeReceivedLetter({ paper, timeZone, place, number, at }: Of, language: Language): Letter {
  const say = words[language];
  const fill = (sentence: string) => filledIn(sentence, { paper, number, at: momentIn(at, timeZone, language) });
  return { subject: fill(say.received.subject), text: toText([say.hello, `${fill(say.received.says)}\n${place}`, say.received.next, fill(say.number), paper]) };
}

/** Tells what was decided about a notice and why, that a person did and whether a program had a part, and whom to turn to (Article 16 (5) and (6)). */
export function noticeAnswerLetter({ paper, timeZone, place, number, at, outcome, to, reason, by }: Of & { outcome: Exclude<ReportOutcome, "pending">; /** What the comment became. */ to: CommentStatus | null; reason: ReasonCode | null; by: Statement["by"] }, language: Language): Letter {
  const say = words[language];
  const fill = (sentence: string) => filledIn(sentence, { paper, number, at: momentIn(at, timeZone, language) });
  const decided = outcome === "agreed" ? say.outcome.gone : outcome === "disagreed" ? say.outcome.kept : say.outcome.byItself;
  const because = outcome !== "agreed" ? [] : reason ? [`${say.reason} ${sanctionWords[language].reasons[reason]}`] : to === "spam" || to === "hidden" ? [`${say.reason} ${say.because[to]}`] : [];
  const judged = outcome === "ignored" ? [] : [say.who[by === "person" ? "person" : "pointed"], say.redress];
  return { subject: fill(say.answered.subject), text: toText([say.hello, `${fill(say.answered.says)}\n${place}`, decided, ...because, ...judged, fill(say.number), paper]) };
}
