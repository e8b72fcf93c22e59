import type { Language } from "@/db/vocabulary";

type Of = { paper: string; /** The link that confirms the comment. */ confirm: string; /** The comment's own page. */ own: string };

const words: Record<Language, (of: Of) => [subject: string, ...lines: string[]]> = {
  en: ({ paper, confirm, own }) => [`Confirm your comment at ${paper}`, `Somebody, we think you, left a comment at ${paper} with this address. Confirm it, and it goes to review:`, confirm, "The link works once, within 24 hours; a comment that is not confirmed is deleted. If it was not you, let this mail be.", "Here you see what becomes of it, and can take it back:", own, paper],
  de: ({ paper, confirm, own }) => [`Bestätigen Sie Ihren Kommentar bei ${paper}`, `Jemand, wir denken Sie, hat mit dieser Adresse einen Kommentar bei ${paper} geschrieben. Bestätigen Sie ihn, dann wird er geprüft:`, confirm, "Der Link funktioniert einmal, 24 Stunden lang; ein Kommentar, der nicht bestätigt wird, wird gelöscht. Wenn Sie das nicht waren, lassen Sie diese Nachricht liegen.", "Hier sehen Sie, was aus ihm wird, und können ihn zurückziehen:", own, paper],
  fr: ({ paper, confirm, own }) => [`Confirmez votre commentaire dans ${paper}`, `Quelqu’un, vous sans doute, a laissé un commentaire dans ${paper} avec cette adresse. Confirmez-le, et il sera examiné :`, confirm, "Le lien fonctionne une fois, pendant 24 heures ; un commentaire non confirmé est supprimé. Si ce n’était pas vous, laissez ce message.", "Ici, vous voyez ce qu’il devient et pouvez le retirer :", own, paper],
  es: ({ paper, confirm, own }) => [`Confirme su comentario en ${paper}`, `Alguien, creemos que usted, dejó un comentario en ${paper} con esta dirección. Confírmelo y pasará a revisión:`, confirm, "El enlace funciona una vez, durante 24 horas; un comentario sin confirmar se borra. Si no fue usted, deje este mensaje.", "Aquí ve qué ha sido de él y puede retirarlo:", own, paper],
  fa: ({ paper, confirm, own }) => [`نظر خود را در ${paper} تأیید کنید`, `کسی، به گمان ما شما، با این نشانی در ${paper} نظری نوشته است. آن را تأیید کنید تا برای بررسی برود:`, confirm, "این پیوند یک بار و تا ۲۴ ساعت کار می‌کند؛ نظری که تأیید نشود پاک می‌شود. اگر شما نبوده‌اید، این نامه را نادیده بگیرید.", "اینجا سرنوشت آن را می‌بینید و می‌توانید پسش بگیرید:", own, paper],
  ar: ({ paper, confirm, own }) => [`أكّد تعليقك في ${paper}`, `ترك أحدهم، ونظنه أنت، تعليقًا في ${paper} بهذا العنوان. أكّده ليُعرض على المراجعة:`, confirm, "يعمل الرابط مرة واحدة خلال ٢٤ ساعة، ويُحذف التعليق الذي لا يؤكَّد. إن لم تكن أنت فاترك هذه الرسالة.", "هنا ترى ما يؤول إليه ويمكنك سحبه:", own, paper],
};

/** To a guest: the link that confirms her comment, in the language of the story. */
export function confirmationLetter(of: Of, language: Language): { subject: string; text: string } {
  const [subject, ...lines] = words[language](of);
  return { subject, text: `${lines.join("\n\n")}\n` };
}
