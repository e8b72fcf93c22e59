import { ar } from "@/components/reader/words/ar";
import { de } from "@/components/reader/words/de";
import { en } from "@/components/reader/words/en";
import { es } from "@/components/reader/words/es";
import { fa } from "@/components/reader/words/fa";
import { fr } from "@/components/reader/words/fr";
import type { BylineRole, ChangeKind, CorrectionKind, Language } from "@/db/vocabulary";

type Said = { title: string; text: string };

/** The words of the paper's pages: in the story's language on a story, in the paper's on fronts and lists. */
export type Words = {
  skip: string; sections: string; search: string; signIn: string; theme: string;
  bylines: Record<BylineRole, string>; and: string;
  updated: string; share: string; comments: (count: number) => string;
  corrections: Record<CorrectionKind, string>; changes: (count: number) => string; changed: Record<ChangeKind, string>;
  /* A story's tools. */
  copy: string; copied: string; save: string; kept: string; letGo: string; textSize: string; sizes: { usual: string; large: string; largest: string };
  listen: string; pause: string; resume: string; stop: string; enlarge: string; close: string; voiceless: string;
  tags: string; allStories: string; aboutAuthors: (count: number) => string; related: string; minutes: (minutes: number) => string;
  /* Fronts and lists. */
  lead: string; latest: string; archiveLink: string; allColumns: string; allOf: (section: string) => string;
  nothingYet: string; nothingInSection: string;
  earlier: string; stories: string; pages: string; newer: string; older: string; today: string; yesterday: string;
  archive: { title: string; about: string; nothing: string; allDays: string; storiesOf: (count: number) => string; years: string; otherDays: string; nothingInYear: string };
  /** Before the languages in which the same story stands. */
  otherLanguages: string;
  /** `part` stands before the title of the series. */
  series: { name: string; part: (number: number, all: number) => string; one: (number: number) => string; parts: (count: number) => string; previous: string; next: string };
  mostRead: { title: string; day: string; week: string };
  /** The breadcrumb. */
  wayHere: string;
  aboutTag: string;
  correctionsPage: { title: string; about: string; nothing: string };
  saved: { title: string; about: string; needsScript: string; nothing: string; refused: string; remove: string; removed: string; undo: string };
  searchField: string;
  foot: { paper: string; more: string; newsroom: string; reading: string; made: string; follow: string };
  notFound: string; lost: { missing: Said; gone: Said; pageGone: Said; tooLong: Said; elsewhere: Said };
};

export const words = { en, fa, ar, de, fr, es } satisfies Record<Language, Words>;
