import type { Language } from "@/db/vocabulary";
import type { Failure } from "@/lib/kernel/failure";

/** What a reviewer from outside reads around the version that she is shown, in the language of the paper. */
export type ReviewWords = {
  title: string; dead: string; deadWhy: string;
  asks: (from: string, paper: string) => string; name: string; nameHelp: string; open: string;
  recorded: (name: string, until: string) => string; recordedFirst: string;
  leadPicture: string; picture: string; remark: string; remarkWhole: string; said: string; instead: string; insteadHelp: string; send: string; thanks: string;
  yours: string; yourWords: string; yourRemark: string; hasRemarks: (count: number) => string; goOn: string; notDone: string;
  refusals: { name: string; nothing: string; notInWords: string; full: string; often: string; other: string };
};

export const reviewWords: Record<Language, ReviewWords> = {
  en: {
    title: "For review", dead: "This link does not lead anywhere", deadWhy: "It is over, was ended, or is not complete. Ask whoever sent it for another one.",
    asks: (from, paper) => `${from} of ${paper} asks you to read a story before it comes out.`, name: "Your name", nameHelp: "The newsroom sees it beside what you say.", open: "Open the story",
    recorded: (name, until) => `Shown to ${name} alone, until ${until}. When you read it and what you say here is recorded. Please pass neither the link nor the text on.`, recordedFirst: "When you read it and what you say is recorded under your name, which stands across the page.",
    leadPicture: "Opening picture", picture: "Picture", remark: "Remark on this", remarkWhole: "Remark on the story as a whole", said: "Your remark", instead: "Other words, if you propose some", insteadHelp: "Change what stands there. Left as it is, nothing is proposed.", send: "Send to the newsroom", thanks: "Thank you. The newsroom has it now.",
    yours: "What you have said", yourWords: "You propose", yourRemark: "You say", hasRemarks: (count) => (count === 1 ? "1 remark of yours" : `${count} remarks of yours`), goOn: "Go to the story", notDone: "This was not sent.",
    refusals: { name: "Say who you are, in up to 80 characters.", nothing: "Write a remark, or change the words.", notInWords: "This cannot be put in these words here. Say in a remark what you would change.", full: "This link takes no more. Ask whoever sent it for another one.", often: "That was often enough for now. Please try again later.", other: "That did not work. Look through the form and try once more." },
  },
  de: {
    title: "Zur Durchsicht", dead: "Dieser Link führt nirgendwohin", deadWhy: "Er ist abgelaufen, wurde beendet oder ist nicht vollständig. Bitten Sie um einen neuen, wo Sie ihn herhaben.",
    asks: (from, paper) => `${from} von ${paper} bittet Sie, einen Text zu lesen, bevor er erscheint.`, name: "Ihr Name", nameHelp: "Die Redaktion sieht ihn neben dem, was Sie sagen.", open: "Text öffnen",
    recorded: (name, until) => `Nur für ${name}, bis ${until}. Wann Sie lesen und was Sie hier sagen, wird festgehalten. Geben Sie bitte weder den Link noch den Text weiter.`, recordedFirst: "Wann Sie lesen und was Sie sagen, wird unter Ihrem Namen festgehalten; er steht quer über der Seite.",
    leadPicture: "Aufmacherbild", picture: "Bild", remark: "Dazu etwas anmerken", remarkWhole: "Zum ganzen Text etwas anmerken", said: "Ihre Anmerkung", instead: "Andere Worte, falls Sie welche vorschlagen", insteadHelp: "Ändern Sie, was dasteht. Bleibt es, wie es ist, wird nichts vorgeschlagen.", send: "An die Redaktion senden", thanks: "Danke. Die Redaktion hat es jetzt.",
    yours: "Was Sie gesagt haben", yourWords: "Ihr Vorschlag", yourRemark: "Ihre Anmerkung", hasRemarks: (count) => (count === 1 ? "1 Anmerkung von Ihnen" : `${count} Anmerkungen von Ihnen`), goOn: "Zum Text", notDone: "Das wurde nicht gesendet.",
    refusals: { name: "Sagen Sie in höchstens 80 Zeichen, wer Sie sind.", nothing: "Schreiben Sie eine Anmerkung, oder ändern Sie die Worte.", notInWords: "So lässt sich das hier nicht ändern. Sagen Sie in einer Anmerkung, was Sie ändern würden.", full: "Dieser Link nimmt nichts mehr auf. Bitten Sie um einen neuen, wo Sie ihn herhaben.", often: "Das war für jetzt oft genug. Versuchen Sie es später noch einmal.", other: "Das hat nicht geklappt. Prüfen Sie, was im Formular steht, und versuchen Sie es noch einmal." },
  },
  fr: {
    title: "À relire", dead: "Ce lien ne mène nulle part", deadWhy: "Il a expiré, a été supprimé ou n’est pas complet. Demandez-en un autre à la personne qui vous l’a envoyé.",
    asks: (from, paper) => `${from}, de ${paper}, vous demande de lire un article avant sa parution.`, name: "Votre nom", nameHelp: "La rédaction le voit à côté de ce que vous dites.", open: "Ouvrir l’article",
    recorded: (name, until) => `Montré à ${name} uniquement, jusqu’au ${until}. Le moment de votre lecture et ce que vous dites ici sont consignés. Merci de ne transmettre ni le lien ni le texte.`, recordedFirst: "Le moment de votre lecture et ce que vous dites sont consignés sous votre nom, qui figure en travers de la page.",
    leadPicture: "Photo d’ouverture", picture: "Photo", remark: "Faire une remarque ici", remarkWhole: "Faire une remarque sur l’ensemble", said: "Votre remarque", instead: "D’autres mots, si vous en proposez", insteadHelp: "Modifiez ce qui est écrit. Laissé tel quel, rien n’est proposé.", send: "Envoyer à la rédaction", thanks: "Merci. La rédaction l’a reçue.",
    yours: "Ce que vous avez dit", yourWords: "Vous proposez", yourRemark: "Vous dites", hasRemarks: (count) => (count === 1 ? "1 remarque de vous" : `${count} remarques de vous`), goOn: "Aller à l’article", notDone: "Cela n’a pas été envoyé.",
    refusals: { name: "Dites qui vous êtes, en 80 caractères au plus.", nothing: "Écrivez une remarque, ou modifiez les mots.", notInWords: "On ne peut pas l’écrire ainsi ici. Dites dans une remarque ce que vous changeriez.", full: "Ce lien n’accepte plus rien. Demandez-en un autre à la personne qui vous l’a envoyé.", often: "C’était assez pour l’instant. Réessayez plus tard.", other: "Cela n’a pas fonctionné. Relisez le formulaire et réessayez." },
  },
  es: {
    title: "Para revisar", dead: "Este enlace no lleva a ninguna parte", deadWhy: "Ha caducado, se ha anulado o no está completo. Pida otro a quien se lo envió.",
    asks: (from, paper) => `${from}, de ${paper}, le pide que lea un artículo antes de que se publique.`, name: "Su nombre", nameHelp: "La redacción lo ve junto a lo que usted dice.", open: "Abrir el artículo",
    recorded: (name, until) => `Se muestra solo a ${name}, hasta el ${until}. Queda constancia de cuándo lo lee y de lo que dice aquí. No difunda ni el enlace ni el texto, por favor.`, recordedFirst: "Queda constancia, con su nombre, de cuándo lo lee y de lo que dice; su nombre cruza la página.",
    leadPicture: "Foto de apertura", picture: "Foto", remark: "Comentar esto", remarkWhole: "Comentar el artículo entero", said: "Su comentario", instead: "Otras palabras, si propone alguna", insteadHelp: "Cambie lo que está escrito. Si lo deja igual, no se propone nada.", send: "Enviar a la redacción", thanks: "Gracias. La redacción ya lo tiene.",
    yours: "Lo que ha dicho", yourWords: "Usted propone", yourRemark: "Usted dice", hasRemarks: (count) => (count === 1 ? "1 comentario suyo" : `${count} comentarios suyos`), goOn: "Ir al artículo", notDone: "No se ha enviado.",
    refusals: { name: "Diga quién es, en 80 caracteres como mucho.", nothing: "Escriba un comentario o cambie las palabras.", notInWords: "Aquí no puede ponerse con esas palabras. Diga en un comentario qué cambiaría.", full: "Este enlace ya no admite más. Pida otro a quien se lo envió.", often: "Por ahora ya son bastantes intentos. Vuelva a probar más tarde.", other: "No ha funcionado. Revise el formulario e inténtelo otra vez." },
  },
  fa: {
    title: "برای بازبینی", dead: "این پیوند به جایی نمی‌رسد", deadWhy: "مهلتش گذشته، بسته شده یا کامل نیست. از کسی که آن را فرستاده پیوند دیگری بخواهید.",
    asks: (from, paper) => `${from} از ${paper} از شما می‌خواهد مطلبی را پیش از انتشار بخوانید.`, name: "نام شما", nameHelp: "تحریریه آن را کنار گفته‌های شما می‌بیند.", open: "باز کردن مطلب",
    recorded: (name, until) => `فقط برای ${name}، تا ${until}. زمان خواندن شما و آنچه اینجا می‌گویید ثبت می‌شود. لطفاً نه پیوند را به دیگری بدهید و نه متن را.`, recordedFirst: "زمان خواندن و گفته‌های شما به نام شما ثبت می‌شود و نامتان روی صفحه دیده می‌شود.",
    leadPicture: "تصویر آغازین", picture: "تصویر", remark: "نظر دادن دربارهٔ این بخش", remarkWhole: "نظر دادن دربارهٔ کل مطلب", said: "نظر شما", instead: "اگر جایگزینی پیشنهاد می‌کنید", insteadHelp: "متن را تغییر دهید. اگر دست نزنید، چیزی پیشنهاد نمی‌شود.", send: "فرستادن به تحریریه", thanks: "سپاس. به دست تحریریه رسید.",
    yours: "آنچه گفته‌اید", yourWords: "پیشنهاد شما", yourRemark: "نظر شما", hasRemarks: (count) => `${count.toLocaleString("fa")} نظر از شما`, goOn: "رفتن به مطلب", notDone: "این فرستاده نشد.",
    refusals: { name: "بگویید که هستید؛ حداکثر ۸۰ نویسه.", nothing: "نظری بنویسید یا متن را تغییر دهید.", notInWords: "اینجا نمی‌توان این‌گونه نوشت. در نظرتان بگویید چه چیزی را تغییر می‌دادید.", full: "این پیوند دیگر چیزی نمی‌پذیرد. از فرستنده پیوند دیگری بخواهید.", often: "فعلاً به اندازهٔ کافی تلاش شد. بعداً دوباره امتحان کنید.", other: "نشد. فرم را بازبینی کنید و دوباره بفرستید." },
  },
  ar: {
    title: "للمراجعة", dead: "هذا الرابط لا يؤدي إلى شيء", deadWhy: "انتهت مدته أو أُلغي أو أنه غير مكتمل. اطلب رابطاً آخر ممن أرسله إليك.",
    asks: (from, paper) => `${from} من ${paper} يطلب منك قراءة مقال قبل نشره.`, name: "اسمك", nameHelp: "تراه هيئة التحرير بجانب ما تقوله.", open: "افتح المقال",
    recorded: (name, until) => `معروض على ${name} وحده، حتى ${until}. يُسجَّل وقت قراءتك وما تقوله هنا. نرجو ألا تمرر الرابط ولا النص إلى أحد.`, recordedFirst: "يُسجَّل وقت قراءتك وما تقوله باسمك، ويظهر اسمك على امتداد الصفحة.",
    leadPicture: "صورة الافتتاح", picture: "صورة", remark: "علّق على هذا", remarkWhole: "علّق على المقال كله", said: "تعليقك", instead: "صياغة أخرى، إن كنت تقترحها", insteadHelp: "غيّر المكتوب. إن تركته كما هو فلن يُقترح شيء.", send: "أرسل إلى هيئة التحرير", thanks: "شكراً. وصل إلى هيئة التحرير.",
    yours: "ما قلته", yourWords: "اقتراحك", yourRemark: "تعليقك", hasRemarks: (count) => `${count.toLocaleString("ar-EG")} من تعليقاتك`, goOn: "إلى المقال", notDone: "لم يُرسَل هذا.",
    refusals: { name: "قل من أنت، في 80 حرفاً على الأكثر.", nothing: "اكتب تعليقاً أو غيّر الكلمات.", notInWords: "لا يمكن صياغته هكذا هنا. قل في تعليق ما الذي كنت ستغيّره.", full: "لم يعد هذا الرابط يقبل المزيد. اطلب رابطاً آخر ممن أرسله.", often: "حاولت بما يكفي الآن. حاول مرة أخرى لاحقاً.", other: "لم ينجح ذلك. راجع النموذج وحاول مرة أخرى." },
  },
};

const refusalOf: Readonly<Record<string, keyof ReviewWords["refusals"]>> = { nothing_said: "nothing", not_in_words: "notInWords", too_many_readers: "full", too_many_remarks: "full", too_often: "often" };

/** Why a form was not taken, in the language of the paper. */
export function refusalInWords(failure: Failure, language: Language): string {
  const said = reviewWords[language].refusals;
  return said[failure.fields?.name ? "name" : (refusalOf[failure.reason] ?? "other")];
}
