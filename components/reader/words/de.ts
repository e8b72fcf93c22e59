import type { Words } from "@/components/reader/words";
import { counted, digits } from "@/components/reader/words/counted";
import { correctionNames } from "@/lib/articles/correction-names";

export const de: Words = {
  skip: "Zum Text", sections: "Ressorts", search: "Suche", signIn: "Anmelden", theme: "Hell oder dunkel",
  bylines: { by: "Von", translated: "Übersetzt von", photographs: "Bilder von", reporting: "Mitarbeit" }, and: "und",
  updated: "Aktualisiert", share: "Teilen", comments: (count) => (count === 0 ? "Kommentieren" : counted("de", { one: "# Kommentar", other: "# Kommentare" })(count)),
  copy: "Link kopieren", copied: "Der Link ist kopiert.", save: "Für später merken", kept: "Auf diesem Gerät gemerkt.", letGo: "Nicht mehr gemerkt.", textSize: "Schriftgröße", sizes: { usual: "Übliche Schrift", large: "Große Schrift", largest: "Größte Schrift" },
  listen: "Anhören", pause: "Anhalten", resume: "Weiter", stop: "Beenden", enlarge: "Bild vergrößern", close: "Schließen", voiceless: "Dieses Gerät hat keine Stimme für die Sprache dieses Textes.",
  corrections: correctionNames.de,
  changes: (count) => `Alle Änderungen an diesem Text (${digits("de", count)})`,
  changed: { published: "Veröffentlicht.", withdrawn: "Zurückgezogen.", published_again: "Wieder veröffentlicht.", fix: "Schreibfehler behoben.", correction: "Korrektur.", clarification: "Klarstellung.", update: "Ergänzung.", editors_note: "Anmerkung der Redaktion." },
  tags: "Schlagwörter", allStories: "Alle Texte", aboutAuthors: (count) => (count === 1 ? "Zur Person" : "Zu den Personen"), related: "Weiterlesen", minutes: counted("de", { one: "# Minute", other: "# Minuten" }),
  lead: "Aufmacher", latest: "Das Neueste", archiveLink: "Zum Archiv", allColumns: "Alle Kolumnen", allOf: (section) => `Alles aus ${section}`,
  nothingYet: "Noch ist nichts erschienen. Der erste Text wird hier stehen.", nothingInSection: "In diesem Ressort ist noch nichts erschienen.",
  earlier: "Zuvor", stories: "Texte", pages: "Seiten", newer: "Neuere Texte", older: "Ältere Texte", today: "Heute", yesterday: "Gestern",
  archive: { title: "Archiv", about: "Jeder Tag, an dem etwas erschienen ist.", nothing: "Noch ist nichts erschienen.", allDays: "Alle Tage",
    storiesOf: counted("de", { one: "# Text", other: "# Texte" }), years: "Jahre", otherDays: "Andere Tage", nothingInYear: "In diesem Jahr ist nichts erschienen." },
  otherLanguages: "Andere Sprachen",
  series: { name: "Serie", part: (number, all) => `Teil ${digits("de", number)} von ${digits("de", all)} der Serie`, one: (number) => `Teil ${digits("de", number)}`, parts: counted("de", { one: "# Teil", other: "# Teile" }), previous: "Voriger Teil", next: "Nächster Teil" },
  mostRead: { title: "Meistgelesen", day: "in den letzten 24 Stunden", week: "in den letzten sieben Tagen" },
  wayHere: "Sie sind hier",
  aboutTag: "Was wir darüber geschrieben haben, das Neueste zuerst.",
  correctionsPage: { title: "Korrekturen", about: "Was wir falsch gemacht haben und wann wir es berichtigt haben.", nothing: "Bisher keine Korrekturen." },
  saved: { title: "Gemerkte Texte", about: "Was Sie sich für später aufgehoben haben. Die Liste liegt nur auf diesem Gerät; niemand sonst sieht sie.", needsScript: "Texte zu merken braucht JavaScript, das in diesem Browser ausgeschaltet ist.", nothing: "Auf diesem Gerät ist nichts gemerkt. „Für später merken“ steht unter der Überschrift jedes Textes.", refused: "Dieser Browser bewahrt für die Zeitung nichts auf, deshalb lässt sich hier nichts merken.", remove: "Entfernen", removed: "Entfernt", undo: "Rückgängig" },
  searchField: "Die Zeitung durchsuchen",
  foot: { paper: "Die Zeitung", more: "Mehr", newsroom: "Die Redaktion", reading: "Lesen", made: "Gemacht mit Standfirst", follow: "Folgen Sie uns" },
  notFound: "Nicht gefunden",
  lost: {
    missing: { title: "Diese Seite hat sich losgerissen", text: "Unter dieser Adresse steht nichts. Vielleicht ein Tippfehler oder ein Link, der nie gestimmt hat. Texte, die wir verlegt haben, nehmen Sie von selbst mit; Texte, die wir zurückgezogen haben, sagen es." },
    gone: { title: "Dieser Text wurde zurückgezogen", text: "Er stand unter dieser Adresse, und die Redaktion hat ihn zurückgezogen. Was wir korrigieren, steht offen auf einer Liste, und ein Text, der wiederkommt, sagt in seinen Änderungen, dass er weg war; die Suche findet vielleicht, was danach kam." },
    pageGone: { title: "Diese Seite wurde zurückgezogen", text: "Sie stand unter dieser Adresse, und die Zeitung hat sie zurückgezogen. Was jetzt gilt, steht auf den Seiten, die unten genannt sind." },
    tooLong: { title: "Das war zu lang", text: "Was Sie gesendet haben, ist länger, als ein Formular von uns sein darf, und wurde nicht gelesen. Gehen Sie zurück: Was Sie geschrieben haben, steht noch im Formular. Kürzen Sie es und senden Sie es noch einmal." },
    elsewhere: { title: "Dieses Formular kam von einer anderen Website", text: "Es wurde nicht angenommen. Öffnen Sie die Seite hier und senden Sie es noch einmal." },
  },
};
