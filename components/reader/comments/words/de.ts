import type { DiscussionWords } from "@/components/reader/comments/words/words";

export const de: DiscussionWords = {
  heading: "Kommentar schreiben",
  count: (count) => (count === 1 ? "1 Kommentar" : `${count.toLocaleString("de")} Kommentare`),
  openUntil: (day) => `offen bis ${day}`,
  reviewed: "Kommentare von Gästen und neuen Lesern werden gelesen, bevor sie erscheinen",
  closed: (day) => `Diese Diskussion wurde am ${day} geschlossen.`,
  off: "Zu diesem Artikel gibt es keine Kommentare.",
  nobody: "Noch keine Kommentare. Der erste gibt den Ton an.",
  rules: "Schreiben Sie, was Sie wissen, oder was Sie denken und warum. Streiten Sie mit dem Argument, nicht mit dem Menschen.",
  name: "Name", email: "E-Mail", emailHint: "Wird nie gezeigt.", comment: "Kommentar", hint: "Bis zu 5.000 Zeichen.", post: "Kommentar senden",
  reply: "Antworten", replyTo: (name) => `Antwort an ${name}`, replyingTo: (name) => `Ihre Antwort an ${name}`, cancel: "Abbrechen", repliesTo: (name) => `Antworten an ${name}`, inReplyTo: "Antwort an",
  gone: { hidden: "Verborgen, während wir es prüfen.", withdrawn: "Ein Kommentar, der hier stand, wurde von seinem Verfasser zurückgezogen.", removed: "Ein Kommentar, der hier stand, wurde entfernt." },
  script: { as: "Sie kommentieren als …", posting: "Wird gesendet …", unreachable: "Die Zeitung ist nicht zu erreichen. Ihr Kommentar ist auf diesem Gerät gesichert; bitte versuchen Sie es noch einmal.", ownPage: "Seine eigene Seite", ownPageShows: "zeigt, was aus ihm wird; bewahren Sie ihre Adresse auf." },
  author: "Autor", staff: "Redaktion", more: "Ältere Kommentare", moreReplies: (count) => (count === 1 ? "1 weitere Antwort zeigen" : `${count} weitere Antworten zeigen`), newest: "Neueste Kommentare",
  compose: { on: "Zu", notYet: "Noch nicht gesendet.", readAgain: "Lesen Sie ihn noch einmal und senden Sie ihn dann.", readAgainGuest: "Lesen Sie ihn noch einmal. Nach dem Senden wird er geprüft.", storyGone: "Dieser Artikel ist nicht hier", notPosted: "Nicht gesendet.", kept: "Ihr Kommentar" },
  own: {
    heading: "Ihr Kommentar", storyGone: "einem Artikel, der zurückgezogen wurde", where: "Wie es um ihn steht", by: (name) => `Kommentar von ${name}`, keep: "Bewahren Sie diese Adresse auf, um zu sehen, was aus ihm geworden ist.",
    states: {
      unverified: { title: "Sehen Sie in Ihre E-Mails", text: "Ihr Kommentar wird geprüft, sobald Sie Ihre Adresse bestätigt haben." },
      waiting: { title: "Ihr Kommentar wartet auf die Prüfung", text: "Nur Sie sehen ihn hier. Die meisten werden tagsüber innerhalb einer Stunde gelesen; mehr müssen Sie nicht tun." },
      published: { title: "Ihr Kommentar ist veröffentlicht", text: "Er steht unter dem Artikel." },
      hidden: { title: "Ihr Kommentar ist verborgen, während wir ihn prüfen", text: "Leser sehen, dass etwas verborgen ist, aber nicht was. Die Moderation entscheidet, ob er wieder gezeigt wird." },
      rejected: { title: "Ihr Kommentar wurde nicht veröffentlicht", text: "Die Moderation hat ihn gelesen und sich dagegen entschieden." },
      withdrawn: { title: "Sie haben diesen Kommentar zurückgezogen", text: "Niemand kann ihn mehr sehen." },
      purged: { title: "Dieser Kommentar wurde entfernt", text: "Sein Text und Ihr Name sind nicht mehr gespeichert." },
    },
    reasons: {
      abuse: "Er greift jemanden an.", hate: "Er ist feindselig gegen eine Gruppe von Menschen.", threat: "Er droht jemandem.", harassment: "Er belästigt jemanden.", spam_ad: "Er ist Werbung.", off_topic: "Er handelt nicht vom Artikel.", misinformation: "Er stellt Falsches als Tatsache hin.",
      personal_data: "Er enthält persönliche Daten von jemandem.", copyright: "Er enthält Text, der jemand anderem gehört.", illegal: "Er verstößt möglicherweise gegen das Gesetz.", impersonation: "Er spricht im Namen eines anderen.", banned_word: "Er enthält Wörter, die wir nicht drucken.", other: "Die Moderation hatte einen anderen Grund.",
    },
    withdraw: { ask: "Diesen Kommentar zurückziehen", warning: "Er verschwindet endgültig von der Seite, und niemand kann ihn zurückholen. Antworten darauf bleiben.", confirm: "Endgültig zurückziehen", refused: "Nicht zurückgezogen.", signIn: "Anmelden" },
  },
};
