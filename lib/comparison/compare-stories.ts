import { type Byline, type StoryContent, type TextField, textFields } from "@/lib/content/document";
import { type LeadText, leadTexts } from "@/lib/content/working-copy-text";
import { type Budget, commonSubsequence } from "@/lib/content/common-subsequence";
import { compareText, type Passage } from "@/lib/comparison/running-text";
import { type ComparedPart, compareParts, isNews } from "@/lib/comparison/parts-compared";
import { jsonInOrder } from "@/lib/kernel/in-order";
import { countWords } from "@/lib/kernel/text";
import { textOfBlock } from "@/lib/content/to-text";

/** Fields that hold one choice of several. */
export const choiceFields = ["format", "sectionId", "language", "claimantKind", "verdict"] as const satisfies readonly (keyof StoryContent)[];
export type ChoiceField = (typeof choiceFields)[number];

/** One field by name, in the order in which a story is read; the lead picture's words each by itself. */
export type FieldName = TextField | ChoiceField | "tags" | "bylines" | "lead" | `lead.${LeadText}`;

/** An entry of a list: kept, put in, taken out, or now in another place. */
export type ListEntry<Item> = { kind: "kept" | "inserted" | "deleted" | "moved"; item: Item };

/** What became of one field. Where a lead picture came, went or was replaced, its words belong to that and are no change of their own. */
export type FieldChange =
  | { name: TextField | `lead.${LeadText}`; kind: "text"; text: Passage[] }
  | { name: ChoiceField; kind: "choice"; before: string | null; after: string | null }
  | { name: "tags"; kind: "tags"; entries: ListEntry<string>[] }
  | { name: "bylines"; kind: "bylines"; entries: ListEntry<Byline>[] }
  | { name: "lead"; kind: "picture"; before: StoryContent["lead"]; after: StoryContent["lead"]; isPlacedAnew: boolean };

/** What became of a story from one version to another; both lists are empty of news where it says the same. */
export type StoryComparison = {
  /** The fields that changed, and no others. */
  fields: FieldChange[];
  /** All blocks, changed or not, in the order in which they stand now. */
  blocks: ComparedPart[];
  /** How many changes a person would count: a field is one, a block is one, moved or not. */
  changes: number;
};

/** Longer stories are compared block by block: word by word nobody could read it, and it would take too long. */
const mostWords = 20_000;

/** What one comparison may take, in steps and in words, spaces and signs together: some fifth of a second, whatever the story holds. */
export const comparisonBudget = (): Budget => ({ left: 500_000 });

const fieldOrder: readonly FieldName[] = ["kicker", "headline", "standfirst", "lead", ...leadTexts.map((name): FieldName => `lead.${name}`), "dateline", "claim", "claimant", "claimantKind", "verdict", "format", "sectionId", "language", "slug", "frontHeadline", "searchHeadline", "socialHeadline", "bylines", "tags"];

/**
 * Compares two versions of a story: pure, the same answer for the same two, and with them exchanged the same changes the other way round.
 * Once the budget is spent, what is left is compared block by block; which blocks these are may then hang on the order of the two.
 * 5,000 words take some 20 ms (npm run bench:comparison). Words are told apart as the language of the later version does it.
 */
export function compareStories(before: StoryContent, after: StoryContent, budget = comparisonBudget()): StoryComparison {
  const words = [before, after].reduce((sum, { body }) => sum + body.content.reduce((all, block) => all + countWords(textOfBlock(block)), 0), 0);
  const blocks = compareParts(before.body.content, after.body.content, { language: after.language, coarse: words > 2 * mostWords, budget });
  const fields = [...textChanges(before, after), ...choiceChanges(before, after), ...listChanges(before, after), ...leadChanges(before, after)].sort((left, right) => fieldOrder.indexOf(left.name) - fieldOrder.indexOf(right.name));
  return { fields, blocks, changes: fields.length + blocks.filter(isNews).length };
}

const compareLines = (before: string, after: string, { language }: StoryContent) => compareText(before ? [{ type: "text", text: before }] : [], after ? [{ type: "text", text: after }] : [], language);

function textChanges(before: StoryContent, after: StoryContent): FieldChange[] {
  return textFields.flatMap((name) => (before[name] === after[name] ? [] : { name, kind: "text" as const, text: compareLines(before[name], after[name], after) }));
}

function choiceChanges(before: StoryContent, after: StoryContent): FieldChange[] {
  return choiceFields.flatMap((name) => (before[name] === after[name] ? [] : { name, kind: "choice" as const, before: before[name], after: after[name] }));
}

function listChanges(before: StoryContent, after: StoryContent): FieldChange[] {
  const tags = listEntries(before.tags, after.tags);
  const bylines = listEntries(before.bylines, after.bylines);
  const isChanged = (entries: readonly ListEntry<unknown>[]) => entries.some(({ kind }) => kind !== "kept");
  return [...(isChanged(tags) ? [{ name: "tags" as const, kind: "tags" as const, entries: tags }] : []), ...(isChanged(bylines) ? [{ name: "bylines" as const, kind: "bylines" as const, entries: bylines }] : [])];
}

/** The entries as they stand now, what is gone where it stood. */
function listEntries<Item>(before: readonly Item[], after: readonly Item[]): ListEntry<Item>[] {
  const [was, is] = [before, after].map((items) => items.map(jsonInOrder)) as [string[], string[]];
  const stays = commonSubsequence(was, is);
  const entries: ListEntry<Item>[] = [];
  let [from, to] = [0, 0];
  for (const [left, right] of [...stays, [before.length, after.length] as const]) {
    for (const [at, item] of before.slice(from, left).entries()) if (!is.includes(was[from + at] ?? "")) entries.push({ kind: "deleted", item });
    for (const [at, item] of after.slice(to, right).entries()) entries.push({ kind: was.includes(is[to + at] ?? "") ? "moved" : "inserted", item });
    for (const item of after.slice(right, right + 1)) entries.push({ kind: "kept", item });
    [from, to] = [left + 1, right + 1];
  }
  return entries;
}

function leadChanges(before: StoryContent, after: StoryContent): FieldChange[] {
  const [was, is] = [before.lead, after.lead];
  if (!was && !is) return [];
  const isPlacedAnew = jsonInOrder([was?.focal ?? null, was?.crop ?? null]) !== jsonInOrder([is?.focal ?? null, is?.crop ?? null]);
  if (!was || !is || was.assetId !== is.assetId) return [{ name: "lead", kind: "picture", before: was, after: is, isPlacedAnew: false }];
  return [
    ...(isPlacedAnew ? [{ name: "lead" as const, kind: "picture" as const, before: was, after: is, isPlacedAnew }] : []),
    ...leadTexts.flatMap((name) => (was[name] === is[name] ? [] : { name: `lead.${name}` as const, kind: "text" as const, text: compareLines(was[name], is[name], after) })),
  ];
}