import type { DiscussionWords } from "@/components/reader/comments/words/words";

export const es: DiscussionWords = {
  heading: "Deje un comentario",
  count: (count) => (count === 1 ? "1 comentario" : `${count.toLocaleString("es")} comentarios`),
  openUntil: (day) => `abierto hasta el ${day}`,
  reviewed: "los comentarios de invitados y de nuevos lectores se revisan antes de aparecer",
  closed: (day) => `Este debate se cerró el ${day}.`,
  off: "Este artículo no admite comentarios.",
  nobody: "Aún no hay comentarios. El primero marca el tono.",
  rules: "Diga lo que sabe, o lo que piensa y por qué. Discuta la idea, no a la persona.",
  name: "Nombre", email: "Correo electrónico", emailHint: "No se muestra nunca.", comment: "Comentario", hint: "Hasta 5000 caracteres.", post: "Enviar comentario",
  reply: "Responder", replyTo: (name) => `Responder a ${name}`, replyingTo: (name) => `Su respuesta a ${name}`, cancel: "Cancelar", repliesTo: (name) => `Respuestas a ${name}`, inReplyTo: "En respuesta a",
  gone: { hidden: "Oculto mientras lo revisamos.", withdrawn: "Un comentario que estaba aquí fue retirado por su autor.", removed: "Un comentario que estaba aquí fue eliminado." },
  script: { as: "Comenta como …", posting: "Enviando…", unreachable: "No se pudo llegar al periódico. Su comentario queda guardado en este dispositivo; inténtelo de nuevo.", ownPage: "Su propia página", ownPageShows: "muestra qué es de él; guarde la dirección." },
  author: "Autor", staff: "Redacción", more: "Comentarios anteriores", moreReplies: (count) => (count === 1 ? "Mostrar 1 respuesta más" : `Mostrar ${count} respuestas más`), newest: "Comentarios más recientes",
  compose: { on: "Sobre", notYet: "Aún no se ha enviado.", readAgain: "Léalo una vez más y envíelo.", readAgainGuest: "Léalo una vez más. Cuando lo envíe, se revisará.", storyGone: "Este artículo no está aquí", notPosted: "No se ha enviado.", kept: "Su comentario" },
  own: {
    heading: "Su comentario", storyGone: "un artículo que fue retirado", where: "En qué estado está", by: (name) => `Comentario de ${name}`, keep: "Guarde esta dirección para volver y ver qué ha sido de él.",
    states: {
      unverified: { title: "Mire su correo", text: "Su comentario se revisará cuando haya confirmado su dirección." },
      waiting: { title: "Su comentario está pendiente de revisión", text: "Solo usted lo ve aquí. La mayoría se lee en menos de una hora durante el día; no tiene que hacer nada más." },
      published: { title: "Su comentario está publicado", text: "Está debajo del artículo." },
      hidden: { title: "Su comentario está oculto mientras lo revisamos", text: "Los lectores ven que algo está oculto, pero no qué. La moderación decidirá si vuelve a mostrarse." },
      rejected: { title: "Su comentario no se ha publicado", text: "La moderación lo leyó y decidió no publicarlo." },
      withdrawn: { title: "Usted retiró este comentario", text: "Ya nadie puede verlo." },
      purged: { title: "Este comentario fue eliminado", text: "Ya no se conservan su texto ni su nombre." },
    },
    reasons: {
      abuse: "Ataca a alguien.", hate: "Es hostil a un grupo de personas.", threat: "Amenaza a alguien.", harassment: "Acosa a alguien.", spam_ad: "Es un anuncio.", off_topic: "No trata del artículo.", misinformation: "Da por cierto lo que no lo es.",
      personal_data: "Contiene datos personales de alguien.", copyright: "Contiene un texto que pertenece a otra persona.", illegal: "Puede infringir la ley.", impersonation: "Habla en nombre de otra persona.", banned_word: "Usa palabras que no imprimimos.", other: "La moderación dio otro motivo.",
    },
    withdraw: { ask: "Retirar este comentario", warning: "Desaparece de la página para siempre y nadie puede recuperarlo. Las respuestas se quedan.", confirm: "Retirar para siempre", refused: "No se ha retirado.", signIn: "Entrar" },
  },
};
