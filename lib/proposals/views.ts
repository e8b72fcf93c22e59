import type { ProposalState, ProposalVerdict } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { StoryComparison } from "@/lib/comparison/compare-stories";
import type { StoryContent } from "@/lib/content/document";
import type { Standing } from "@/lib/proposals/hunks";

/** One line of a list of proposals. Instants are ISO 8601 in UTC. */
export type ProposalLine = { id: string; articleId: string; /** Of the story now, or of the copy for those who may not see that. */ headline: string; state: ProposalState; by: string; isOwn: boolean; word: string; answer: string; startedAt: string; sentAt: string | null; settled: { by: string; at: string } | null };

/** A change with what was answered to it. How it stands to the story now, only those learn who may write in it. */
export type ShownHunk = { part: string; standing: Standing | null; seen: string; decided: { verdict: ProposalVerdict; by: string; at: string } | null };

/** A proposal to look at and to answer. */
export type ProposalView = {
  line: ProposalLine;
  contents: { before: StoryContent; after: StoryContent };
  comparison: StoryComparison;
  hunks: ReadonlyMap<string, ShownHunk>;
  /** What it says, in short: an answer names it, and holds for this text alone. */
  read: string;
  /** What became of the story since the copy was made; null for those who may not see it. */
  meanwhile: { comparison: StoryComparison; content: StoryContent } | null;
  material: BodyMaterial;
  can: { decide: boolean; reopen: boolean; withdraw: boolean; openStory: boolean };
};
