import type { Words } from "@/components/reader/words";
import { counted, digits } from "@/components/reader/words/counted";
import { correctionNames } from "@/lib/articles/correction-names";

export const fr: Words = {
  skip: "Aller au texte", sections: "Rubriques", search: "Recherche", signIn: "Se connecter", theme: "Clair ou sombre",
  bylines: { by: "Par", translated: "Traduit par", photographs: "Images de", reporting: "Avec" }, and: "et",
  updated: "Mis à jour", share: "Partager", comments: (count) => (count === 0 ? "Commenter" : counted("fr", { one: "# commentaire", many: "# de commentaires", other: "# commentaires" })(count)),
  copy: "Copier le lien", copied: "Le lien est copié.", save: "Garder pour plus tard", kept: "Gardé sur cet appareil.", letGo: "N’est plus gardé.", textSize: "Taille du texte", sizes: { usual: "Texte habituel", large: "Grand texte", largest: "Très grand texte" },
  listen: "Écouter", pause: "Mettre en pause", resume: "Reprendre", stop: "Arrêter", enlarge: "Agrandir l’image", close: "Fermer", voiceless: "Cet appareil n’a pas de voix pour la langue de cet article.",
  corrections: correctionNames.fr,
  changes: (count) => `Tous les changements de cet article (${digits("fr", count)})`,
  changed: { published: "Publié.", withdrawn: "Retiré.", published_again: "Publié à nouveau.", fix: "Coquille corrigée.", correction: "Correction.", clarification: "Précision.", update: "Mise à jour.", editors_note: "Note de la rédaction." },
  tags: "Mots-clés", allStories: "Tous les articles", aboutAuthors: () => "À propos", related: "À lire aussi", minutes: counted("fr", { one: "# minute", many: "# de minutes", other: "# minutes" }),
  lead: "À la une", latest: "Dernières nouvelles", archiveLink: "Les archives", allColumns: "Toutes les chroniques", allOf: (section) => `Toute la rubrique ${section}`,
  nothingYet: "Rien n’a encore été publié. Le premier article paraîtra ici.", nothingInSection: "Rien n’a encore été publié dans cette rubrique.",
  earlier: "Plus tôt", stories: "Les articles", pages: "Pagination", newer: "Articles plus récents", older: "Articles plus anciens", today: "Aujourd’hui", yesterday: "Hier",
  archive: { title: "Les archives", about: "Tous les jours où quelque chose a paru.", nothing: "Rien n’a encore été publié.", allDays: "Tous les jours",
    storiesOf: counted("fr", { one: "# article", many: "# d’articles", other: "# articles" }), years: "Années", otherDays: "Autres jours", nothingInYear: "Rien n’a été publié cette année-là." },
  otherLanguages: "Autres langues",
  series: { name: "Série", part: (number, all) => `Partie ${digits("fr", number)} sur ${digits("fr", all)} de la série`, one: (number) => `Partie ${digits("fr", number)}`, parts: counted("fr", { one: "# partie", many: "# de parties", other: "# parties" }), previous: "Partie précédente", next: "Partie suivante" },
  mostRead: { title: "Les plus lus", day: "ces dernières 24 heures", week: "ces sept derniers jours" },
  wayHere: "Vous êtes ici",
  aboutTag: "Ce que nous en avons écrit, du plus récent au plus ancien.",
  correctionsPage: { title: "Rectificatifs", about: "Nos erreurs, et quand nous les avons corrigées.", nothing: "Aucun rectificatif à ce jour." },
  saved: { title: "Articles gardés", about: "Ce que vous avez mis de côté pour plus tard. La liste reste sur cet appareil ; personne d’autre ne la voit.", needsScript: "Garder des articles demande JavaScript, qui est désactivé dans ce navigateur.", nothing: "Rien n’est gardé sur cet appareil. « Garder pour plus tard » se trouve sous le titre de chaque article.", refused: "Ce navigateur ne conserve rien pour le journal : rien ne peut être gardé ici.", remove: "Retirer", removed: "Retiré", undo: "Annuler" },
  searchField: "Chercher dans le journal",
  foot: { paper: "Le journal", more: "Et aussi", newsroom: "La rédaction", reading: "Lire", made: "Fait avec Standfirst", follow: "Nous suivre" },
  notFound: "Page introuvable",
  lost: {
    missing: { title: "Cette page a rompu ses amarres", text: "Il n’y a rien à cette adresse. C’est peut-être une faute de frappe, ou un lien qui n’a jamais été bon. Les articles que nous avons déplacés vous emmènent d’eux-mêmes ; ceux que nous avons retirés le disent." },
    gone: { title: "Cet article a été retiré", text: "Il se trouvait à cette adresse et la rédaction l’a retiré. Ce que nous corrigeons est listé ouvertement, et un article qui revient dit dans ses changements qu’il était absent ; la recherche trouvera peut-être ce qui l’a suivi." },
    pageGone: { title: "Cette page a été retirée", text: "Elle se trouvait à cette adresse et le journal l’a retirée. Ce qui vaut à présent se lit sur les pages nommées en bas." },
    tooLong: { title: "C’était trop long", text: "Votre envoi dépasse ce qu’un de nos formulaires peut contenir, et il n’a pas été lu. Revenez en arrière : votre texte est encore dans le formulaire. Raccourcissez-le et envoyez-le de nouveau." },
    elsewhere: { title: "Ce formulaire venait d’un autre site", text: "Il n’a pas été accepté. Ouvrez la page ici et envoyez-le de nouveau." },
  },
};
