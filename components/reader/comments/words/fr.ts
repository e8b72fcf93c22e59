import type { DiscussionWords } from "@/components/reader/comments/words/words";

export const fr: DiscussionWords = {
  heading: "Laisser un commentaire",
  count: (count) => (count === 1 ? "1 commentaire" : `${count.toLocaleString("fr")} commentaires`),
  openUntil: (day) => `ouvert jusqu’au ${day}`,
  reviewed: "les commentaires des invités et des nouveaux lecteurs sont relus avant de paraître",
  closed: (day) => `Cette discussion a été close le ${day}.`,
  off: "Cet article n’est pas ouvert aux commentaires.",
  nobody: "Pas encore de commentaire. Le premier donne le ton.",
  rules: "Dites ce que vous savez, ou ce que vous pensez et pourquoi. Discutez l’idée, pas la personne.",
  name: "Nom", email: "Adresse électronique", emailHint: "Jamais affichée.", comment: "Commentaire", hint: "Jusqu’à 5 000 caractères.", post: "Envoyer le commentaire",
  reply: "Répondre", replyTo: (name) => `Répondre à ${name}`, replyingTo: (name) => `Votre réponse à ${name}`, cancel: "Annuler", repliesTo: (name) => `Réponses à ${name}`, inReplyTo: "En réponse à",
  gone: { hidden: "Masqué le temps de l’examiner.", withdrawn: "Un commentaire qui se trouvait ici a été retiré par son auteur.", removed: "Un commentaire qui se trouvait ici a été supprimé." },
  script: { as: "Vous commentez en tant que …", posting: "Envoi en cours…", unreachable: "Impossible de joindre le journal. Votre commentaire est gardé sur cet appareil ; réessayez.", ownPage: "Sa propre page", ownPageShows: "montre ce qu’il devient ; gardez-en l’adresse." },
  author: "Auteur", staff: "Rédaction", more: "Commentaires plus anciens", moreReplies: (count) => (count === 1 ? "Afficher 1 autre réponse" : `Afficher ${count} autres réponses`), newest: "Commentaires les plus récents",
  compose: { on: "Sur", notYet: "Pas encore envoyé.", readAgain: "Relisez-le, puis envoyez-le.", readAgainGuest: "Relisez-le. Une fois envoyé, il sera examiné.", storyGone: "Cet article n’est pas ici", notPosted: "Non envoyé.", kept: "Votre commentaire" },
  own: {
    heading: "Votre commentaire", storyGone: "un article qui a été retiré", where: "Où il en est", by: (name) => `Commentaire de ${name}`, keep: "Gardez cette adresse pour revenir voir ce qu’il est devenu.",
    states: {
      unverified: { title: "Consultez votre messagerie", text: "Votre commentaire sera examiné quand vous aurez confirmé votre adresse." },
      waiting: { title: "Votre commentaire attend d’être examiné", text: "Vous seul le voyez ici. La plupart sont lus dans l’heure en journée ; vous n’avez rien d’autre à faire." },
      published: { title: "Votre commentaire est publié", text: "Il se trouve sous l’article." },
      hidden: { title: "Votre commentaire est masqué le temps de l’examiner", text: "Les lecteurs voient que quelque chose est masqué, mais pas quoi. La modération décidera s’il reparaît." },
      rejected: { title: "Votre commentaire n’a pas été publié", text: "La modération l’a lu et ne l’a pas retenu." },
      withdrawn: { title: "Vous avez retiré ce commentaire", text: "Personne ne peut plus le voir." },
      purged: { title: "Ce commentaire a été supprimé", text: "Son texte et votre nom ne sont plus conservés." },
    },
    reasons: {
      abuse: "Il attaque quelqu’un.", hate: "Il est hostile à un groupe de personnes.", threat: "Il menace quelqu’un.", harassment: "Il harcèle quelqu’un.", spam_ad: "C’est une publicité.", off_topic: "Il ne parle pas de l’article.", misinformation: "Il donne pour vrai ce qui ne l’est pas.",
      personal_data: "Il contient des données personnelles.", copyright: "Il contient un texte qui appartient à autrui.", illegal: "Il enfreint peut-être la loi.", impersonation: "Il parle au nom d’une autre personne.", banned_word: "Il emploie des mots que nous n’imprimons pas.", other: "La modération a donné une autre raison.",
    },
    withdraw: { ask: "Retirer ce commentaire", warning: "Il disparaît de la page pour de bon et personne ne peut le rétablir. Les réponses restent.", confirm: "Retirer pour de bon", refused: "Non retiré.", signIn: "Se connecter" },
  },
};
