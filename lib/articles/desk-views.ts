import type { Language, RevisionKind, StoryFormat } from "@/db/vocabulary";
import type { ArticleStatus } from "@/lib/articles/article";
import type { Check } from "@/lib/articles/checks";
import type { NoteCounts } from "@/lib/notes/views";

/** What this person may do with this story now; buttons show exactly these, and the commands ask again. */
export type StoryPermissions = {
  edit: boolean;
  publish: boolean;
  update: boolean;
  correct: boolean;
  unpublish: boolean;
  schedule: boolean;
  cancelSchedule: boolean;
  embargo: boolean;
  handIn: boolean;
  sendBack: boolean;
  /** Into a series or out of it. */
  place: boolean;
};

/** Where a story stands, for the editor's bar and the publish panel. Instants are ISO 8601 in UTC. */
export type StoryState = {
  id: string;
  /** Null for the story itself; else the copy of it that is worked on, which is sent back as a proposal and not published. */
  copy: string | null;
  version: number;
  epoch: number;
  status: ArticleStatus;
  /** Format and headline of the working copy. */
  format: StoryFormat;
  headline: string;
  /** Path of the public page while the story is live. */
  path: string | null;
  /** Path it would get, or has. */
  futurePath: string | null;
  firstPublishedAt: string | null;
  updatedAt: string | null;
  scheduledFor: string | null;
  /** Number of the revision that a schedule will publish, and of the newest. */
  scheduledRevision: number | null;
  scheduleFailure: string | null;
  embargoUntil: string | null;
  /** Whether browsers keep no copy of it. */
  keptOffDevices: boolean;
  handedIn: { at: string; by: string; note: string } | null;
  sentBack: { at: string; by: string; reason: string } | null;
  unpublished: { at: string; reason: string } | null;
  /** Where somebody else brought an earlier version back in the last two minutes, or a part of one, by its name: whoever has the story open sees words go. */
  restored: { at: string; by: string; part: string | null } | null;
  /** The last thing that happened to the story and who did it. */
  lastEvent: { what: string; who: string; at: string } | null;
  /** How often it was read: in the last day, and ever. */
  reads: { day: number; ever: number };
  /** Where it stands among the parts of a series, public or not. */
  series: { id: string; number: number; total: number } | null;
  /** What was chosen to be read after it, in that order; `path` where readers find it. */
  related: { id: string; headline: string; path: string | null }[];
  /** What says the same in other languages; `path` where readers find it. */
  translations: { id: string; headline: string; language: Language; path: string | null }[];
  /** The proposals that wait for an answer, and whose copies are in work. */
  proposals: { id: string; by: string; isSent: boolean; word: string }[];
  /** How many remarks of reviewers from outside wait for an answer. */
  remarks: number;
  checks: Check[];
  notes: NoteCounts;
  can: StoryPermissions;
};

/** One line of the desk's list. */
export type DeskRow = {
  id: string;
  status: ArticleStatus;
  headline: string;
  slug: string;
  section: { slug: string; name: string; accent: string } | null;
  words: number;
  language: string;
  editedAt: string;
  editedBy: string | null;
  /** Whether somebody else changed it since this person last had it before her eyes. */
  changedSinceLook: boolean;
  scheduledFor: string | null;
  embargoUntil: string | null;
  /** What the writer said to the desk, while the story waits there. */
  handInNote: string | null;
  /** Why the desk gave it back, until it is handed in again. */
  sentBackReason: string | null;
  /** What else stands in its way, or why it was taken back. */
  note: string | null;
  path: string | null;
  bylines: string[];
  /** How often readers read it, ever. */
  reads: number;
  /** How many proposals wait for an answer. */
  proposals: number;
  /** How many remarks of reviewers from outside do. */
  remarks: number;
};

/** One story in the picker of links and cards: as much as its reader may know. `path` where readers find it, null where they do not. */
export type StoryChoice = {
  id: string;
  status: ArticleStatus;
  headline: string;
  path: string | null;
  publishedAt: string | null;
  section: { name: string; accent: string } | null;
  byline: string;
};

/** One line of a story's history. */
export type RevisionLine = {
  id: string;
  seq: number;
  kind: RevisionKind;
  /** What the cut says of itself: which version was restored. */
  label: string | null;
  /** What people call it, and how often it was named. */
  name: string | null;
  timesNamed: number;
  reason: string | null;
  by: string;
  contributors: string[];
  at: string;
  words: number;
  live: boolean;
  scheduled: boolean;
};

/** What became of keeping a version: its number, null where nothing was kept; where nothing had changed, what the last version was called `before`. */
export type Kept = { seq: number | null; isNew: boolean; before: string | null };

/** What each cut is called in the history. */
export const revisionKindNames = {
  auto: "autosave",
  named: "named version",
  hand_in: "handed in",
  send_back: "sent back",
  schedule: "scheduled",
  embargo: "put under embargo",
  publish: "published",
  update: "updated",
  correct: "corrected",
  unpublish: "unpublished",
  pre_restore: "before a restore",
  restore: "restored",
  proposal: "took a proposal in",
  import: "imported",
} satisfies Record<RevisionKind, string>;

/** Somebody in a story, as colleagues see them. `hand` is the caret’s colour, 1 to 4. */
export type PresentPerson = { id: string; name: string; hand: number };
