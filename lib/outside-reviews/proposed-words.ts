import type { StoryComparison } from "@/lib/comparison/compare-stories";
import type { Block, StoryContent } from "@/lib/content/document";
import { pairsOfParts } from "@/lib/content/pairs-of-parts";
import { textNode } from "@/lib/content/readable-text";
import type { TextNode } from "@/lib/content/stored/inline";
import { textOfBlock } from "@/lib/content/to-text";
import { placeIn, reviewedFields, withInstead } from "@/lib/outside-reviews/review";
import { type Hunk, hunksOf, type ThreeTexts } from "@/lib/proposals/hunks";

/** Which blocks of a version stand in the story now, and where; looked for once for all remarks on that version, and only where one is about a block. */
export type PairsNow = () => ReturnType<typeof pairsOfParts>;

/** `PairsNow` of a version and the story. */
export function pairsNow(base: StoryContent, now: StoryContent): PairsNow {
  let found: ReturnType<PairsNow> | undefined;
  return () => (found ??= pairsOfParts(base.body.content, now.body.content));
}

/** Other words for one place, held against that place alone: `comparison` is that one change, `hunk` how it stands to the story, `stands` what is there now. */
export type ProposedWords = { texts: ThreeTexts; comparison: StoryComparison; hunk: Hunk; was: TextNode[]; is: TextNode[]; /** Null where the place is gone; then `hunk` is moot. */ stands: TextNode[] | null };

/**
 * Other words for a place of a version, and how they stand to the story as it is now. The place is known and is never guessed from the words: of a
 * block put in wholly other words no second one is made. Null where the place has no words of its own, or says the same. Pure.
 */
export function proposedWords(base: StoryContent, now: StoryContent, part: string, words: string, pairs: PairsNow = pairsNow(base, now)): ProposedWords | null {
  const proposal = withInstead(base, part, words);
  if (!proposal) return null;
  const texts = { base, proposal, now };
  const field = reviewedFields.find((name) => part === `field:${name}`);
  if (field) {
    const comparison: StoryComparison = { fields: [{ name: field, kind: "text", text: [] }], blocks: [], changes: 1 };
    const [hunk] = hunksOf(texts, comparison, { pairs: [], moved: new Set() });
    return hunk ? { texts, comparison, hunk, was: asText(base[field]), is: asText(proposal[field]), stands: asText(now[field]) } : null;
  }
  const at = base.body.content.indexOf(placeIn(base, part)?.block as Block);
  const [before, after] = [base.body.content[at], proposal.body.content[at]];
  if (!before || !after) return null;
  const comparison: StoryComparison = { fields: [], blocks: [{ kind: "changed", isMoved: false, beforeAt: at, afterAt: at, before, after, settings: [], text: [], within: [] }], changes: 1 };
  const [hunk] = hunksOf(texts, comparison, pairs());
  const stands = now.body.content[pairs().pairs.find(([was]) => was === at)?.[1] ?? -1];
  return hunk ? { texts, comparison, hunk: stands ? hunk : { ...hunk, standing: "moot" }, was: wordsOf(before), is: wordsOf(after), stands: stands ? wordsOf(stands) : null } : null;
}

const asText = (text: string): TextNode[] => (text ? [textNode(text, undefined)] : []);
const wordsOf = (block: Block): TextNode[] => (block.type === "paragraph" || block.type === "heading" ? [...(block.content ?? [])] : asText(textOfBlock(block)));
