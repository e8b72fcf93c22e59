import type { Words } from "@/components/reader/words";
import { counted, digits } from "@/components/reader/words/counted";
import { correctionNames } from "@/lib/articles/correction-names";

export const en: Words = {
  skip: "Go to the story", sections: "Sections", search: "Search", signIn: "Sign in", theme: "Light or dark",
  bylines: { by: "By", translated: "Translated by", photographs: "Pictures by", reporting: "Additional reporting by" }, and: "and",
  updated: "Updated", share: "Share", comments: (count) => (count === 0 ? "Comment" : counted("en", { one: "# comment", other: "# comments" })(count)),
  copy: "Copy link", copied: "The link is copied.", save: "Save for later", kept: "Kept on this device.", letGo: "No longer kept.", textSize: "Text size", sizes: { usual: "Usual text", large: "Large text", largest: "Largest text" },
  listen: "Listen", pause: "Pause", resume: "Go on", stop: "Stop", enlarge: "Enlarge picture", close: "Close", voiceless: "This device has no voice for the language of this story.",
  corrections: correctionNames.en,
  changes: (count) => `Every change to this story (${digits("en", count)})`,
  changed: { published: "Published.", withdrawn: "Withdrawn.", published_again: "Published again.", fix: "Typing slip mended.", correction: "Correction.", clarification: "Clarification.", update: "Update.", editors_note: "Editor’s note." },
  tags: "Tags", allStories: "All stories", aboutAuthors: (count) => (count === 1 ? "About the author" : "About the authors"), related: "Read on", minutes: counted("en", { one: "# minute", other: "# minutes" }),
  lead: "Lead story", latest: "Latest", archiveLink: "The archive", allColumns: "All columns", allOf: (section) => `All of ${section}`,
  nothingYet: "Nothing has been published yet. The first story will stand here.", nothingInSection: "Nothing has been published in this section yet.",
  earlier: "Earlier", stories: "Stories", pages: "Pages", newer: "Newer stories", older: "Older stories", today: "Today", yesterday: "Yesterday",
  archive: { title: "Archive", about: "Every day on which something appeared.", nothing: "Nothing has been published yet.", allDays: "All days",
    storiesOf: counted("en", { one: "# story", other: "# stories" }), years: "Years", otherDays: "Other days", nothingInYear: "Nothing was published in this year." },
  otherLanguages: "Other languages",
  series: { name: "Series", part: (number, all) => `Part ${digits("en", number)} of ${digits("en", all)} of`, one: (number) => `Part ${digits("en", number)}`, parts: counted("en", { one: "# part", other: "# parts" }), previous: "Previous part", next: "Next part" },
  mostRead: { title: "Most read", day: "in the last 24 hours", week: "in the last seven days" },
  wayHere: "You are here",
  aboutTag: "What we have written about it, newest first.",
  correctionsPage: { title: "Corrections", about: "What we got wrong, and when we put it right.", nothing: "No corrections so far." },
  saved: { title: "Saved stories", about: "What you put aside to read later. The list is kept on this device alone; nobody else sees it.", needsScript: "Saving stories needs JavaScript, which is switched off in this browser.", nothing: "Nothing is saved on this device. “Save for later” stands under the headline of every story.", refused: "This browser keeps nothing for the paper, so that nothing can be saved here.", remove: "Remove", removed: "Removed", undo: "Undo" },
  searchField: "Search the paper",
  foot: { paper: "The paper", more: "More", newsroom: "The newsroom", reading: "Reading", made: "Made with Standfirst", follow: "Follow us" },
  notFound: "Not found",
  lost: {
    missing: { title: "This page has slipped its mooring", text: "There is nothing at this address. It may be a typing slip, or a link that was never right. Stories that we moved bring you along by themselves; stories that we withdrew say so." },
    gone: { title: "This story was withdrawn", text: "It stood at this address and was taken back by the newsroom. What we correct is listed openly, and a story that returns says in its change log that it was away; the search may find what came after it." },
    pageGone: { title: "This page was withdrawn", text: "It stood at this address and the paper took it back. What holds now stands on the pages named at the foot." },
    tooLong: { title: "That was too long", text: "What you sent is longer than any form of ours may be, and it was not read. Go back: what you typed is still in the form. Shorten it and send it again." },
    elsewhere: { title: "This form came from another site", text: "It was not accepted. Open the page here and send it again." },
  },
};
