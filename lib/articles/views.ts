import type { Accent, ChangeKind, ClaimantKind, CorrectionKind, Language, StoryFormat, Verdict } from "@/db/vocabulary";
import type { FocalPoint } from "@/lib/content/stored/figure";
import type { EmbedProvider } from "@/lib/content/blocks/embed";
import type { Byline, LeadPicture, StoredDocument } from "@/lib/content/document";

export type SectionName = { slug: string; name: string; accent: Accent };

/**
 * A picture ready to be shown: its sizes are known, so that nothing moves when it comes. `crops` are the parts of it that can be shown
 * instead, `pageCrops` those of them that are there in the format of pages, `crop` the one that is, `whole` the size of the picture that it is a part of; `focal` is the point of what is shown that every shape keeps in sight.
 */
export type ShownPicture = { id: string; width: number; height: number; whole: { width: number; height: number }; widths: number[]; thumbHash: string; crops: string[]; pageCrops?: string[]; crop: string | null; focal: FocalPoint | null; alt: string; caption: string; credit: string };

/** A story in a list: all that a front, a section or a feed shows of it. */
export type ArticleCard = {
  id: string;
  path: string;
  format: StoryFormat;
  kicker: string;
  headline: string;
  /** What fronts and lists print: the shorter one, where the story has it. */
  frontHeadline: string;
  standfirst: string;
  language: Language;
  section: SectionName;
  bylines: Byline[];
  picture: ShownPicture | null;
  words: number;
  /** What a fact check found; null in any other story. */
  verdict: Verdict | null;
  /** How many pictures a gallery shows, its lead among them; 0 in any other story. */
  pictures: number;
  publishedAt: Date;
  updatedAt: Date | null;
  comments: number;
};

/** Somebody who signed the story, with the author page. */
export type Signatory = { name: string; handle: string | null; bio: string; portrait: ShownPicture | null };

/** A snapshot of something embedded, as readers see it before they ask its provider for more. */
export type ShownEmbed = { id: string; provider: EmbedProvider; url: string; reference: string; title: string; author: string; words: string; width: number | null; height: number | null; picture: ShownPicture | null };

/** What a body refers to, resolved for whoever reads it: what is missing here may not be shown. */
export type BodyMaterial = { pictures: Map<string, ShownPicture>; stories: Map<string, ArticleCard>; embeds: Map<string, ShownEmbed> };

export type PublicChange = { kind: ChangeKind; note: string; at: Date };

/** The place of a story among the public parts of its series, and the parts beside it. */
export type InSeries = { id: string; slug: string; title: string; number: number; total: number; previous: PartBeside | null; next: PartBeside | null };
export type PartBeside = { path: string; headline: string; language: Language };

/** The same story in another language. */
export type Translation = PartBeside & { isOriginal: boolean };

/** A story's own page. */
export type ArticlePage = ArticleCard & {
  sectionId: string | null;
  /** What a search engine is told as the title, and a social card prints; empty where the headline will do. */
  searchHeadline: string;
  socialHeadline: string;
  /** What a fact check is about; empty in any other story. */
  claim: string;
  claimant: string;
  claimantKind: ClaimantKind | null;
  dateline: string;
  body: StoredDocument;
  material: BodyMaterial;
  changedAt: Date;
  tags: { slug: string; name: string }[];
  signatories: Map<string, Signatory>;
  corrections: { id: string; kind: CorrectionKind; note: string; at: Date }[];
  changes: PublicChange[];
  lead: LeadPicture | null;
  series: InSeries | null;
  /** What says the same in other languages, one of each; `isOriginal` for the one that was public first. Without one of them this story was, or there is none. */
  translations: Translation[];
};

/** One page of a list, with the cursors of its neighbours; `newer` is "first" where the page before is the list's own address. */
export type CardList = { cards: ArticleCard[]; newer: "first" | { before: string } | null; older: string | null };

/** A section and what it is a part of: its stories stand in that one’s lists too. */
export type FrontSection = SectionName & { id: string; parentId: string | null };

/** The front: one story loud, a few beside it, the columnists, one long read, and what each section has beyond that. */
export type Front = {
  lead: ArticleCard | null;
  /** More on what the lead is about. */
  more: ArticleCard[];
  secondary: ArticleCard[];
  latest: ArticleCard[];
  plate: ArticleCard | null;
  opinion: { section: FrontSection; cards: ArticleCard[]; columnists: Map<string, Signatory> } | null;
  blocks: FrontBlock[];
};

export type FrontBlock = { section: FrontSection; cards: ArticleCard[] };
