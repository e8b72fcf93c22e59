import type { Language, RemarkVerdict } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { Passage } from "@/lib/comparison/running-text";
import type { StoryContent } from "@/lib/content/document";
import type { Standing } from "@/lib/proposals/hunks";

/** What the reviewer from outside said herself. Instants are ISO 8601 in UTC. */
export type OwnRemark = { id: string; part: string; said: string; instead: string | null; at: string };

/** What a link shows: to somebody who has not said who she is, only for whom it is. */
export type OutsideView = {
  forWhom: string;
  word: string;
  from: string;
  expiresAt: string;
  reader: { name: string; /** A short name of this reading, for the watermark. */ mark: string; /** Her own remarks, oldest first. */ remarks: OwnRemark[] } | null;
  /** Null until she has said who she is. Without what is the writers' own: stash, bylines' accounts, words for search engines. */
  version: { seq: number; content: Pick<StoryContent, "kicker" | "headline" | "standfirst" | "dateline" | "language" | "lead" | "body"> & { byline: string }; material: BodyMaterial; timeZone: string } | null;
};

/** A remark as the desk sees it. */
export type DeskRemark = OwnRemark & {
  by: string;
  title: string;
  /** What stands there in the version. */
  was: string | null;
  /** What it would be in other words, passage by passage, with its links and marks. */
  changed: Passage[];
  /** Where the story went another way there, what became of it since that version; null where it did not, and no passages where nothing is left. */
  meanwhile: Passage[] | null;
  language: Language;
  standing: Standing | null;
  seen: string;
  settled: { verdict: RemarkVerdict; by: string; at: string } | null;
};

/** A link as the desk sees it: for whom, of which version, who opened it and when, and what was said. */
export type DeskReview = {
  id: string;
  forWhom: string;
  word: string;
  seq: number;
  revisionId: string;
  by: string;
  createdAt: string;
  expiresAt: string;
  /** `shut`: whoever made it may not publish the story any more, so it leads nowhere while that is so. */
  state: "open" | "over" | "ended" | "shut";
  ended: { by: string; at: string } | null;
  readers: { id: string; name: string; openedAt: string; lastSeenAt: string; times: number }[];
  /** Those of this page, oldest first; `elsewhere` is how many of the link stand on others. */
  remarks: DeskRemark[];
  elsewhere: number;
};

/** A page of the links of a story and of what was said by them. Pages count from 1. */
export type DeskReviews = { headline: string; canOffer: boolean; reviews: DeskReview[]; page: number; pages: number };
