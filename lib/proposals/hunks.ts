import { createHash } from "node:crypto";
import { namesIn, withoutNames } from "@/lib/comparison/bring-back";
import { compareStories, type FieldName, type StoryComparison } from "@/lib/comparison/compare-stories";
import { type ComparedPart, isNews } from "@/lib/comparison/parts-compared";
import type { Block, StoryContent } from "@/lib/content/document";
import { pairsOfParts } from "@/lib/content/pairs-of-parts";
import { fingerprintOf, idOf, type Part } from "@/lib/content/parts";
import { leadTexts } from "@/lib/content/working-copy-text";

/** The three texts that a proposal is judged by: what it was copied from, what was made of the copy, and the story as it stands. */
export type ThreeTexts = { base: StoryContent; proposal: StoryContent; now: StoryContent };

/**
 * How a change stands to the story as it is now. `fits`: what it is about has not changed since the copy was made. `conflict`: it has, or it is
 * gone. `there`: the story says it already. `moot`: nothing is left that it could be taken into, so it can only be declined.
 */
export type Standing = "fits" | "conflict" | "there" | "moot";

/** One change that can be taken or declined by itself; `seen` tells what stands at its place now, so that nobody replaces what she has not seen. */
export type Hunk = { part: string; standing: Standing; seen: string };

/** A short name for all that a proposal says: whoever answers it names what was read, so that nobody takes or declines words that came later. */
export const readAs = (proposal: StoryContent): string => seenOf(proposal);

/** What a change of a field is called. */
export const fieldPart = (name: FieldName) => `field:${name}`;

/** What a change of a block is called; null where there is none, or none that can be taken: a published correction stays as it is. */
export function blockPart(block: ComparedPart): string | null {
  if (!isNews(block) || (block.after ?? block.before)?.type === "correctionNote" || block.before?.type === "correctionNote") return null;
  return block.afterAt === null ? `gone:${block.beforeAt}` : `block:${block.afterAt}`;
}

/**
 * All changes of a proposal, in the order in which a comparison shows them, each with how it stands to the story now; `pairs` are the blocks of the
 * base that stand in the story, where they are known already. Pure.
 */
export function hunksOf(texts: ThreeTexts, comparison: StoryComparison = compareStories(texts.base, texts.proposal), pairs: BasePairs = basePairs(texts)): Hunk[] {
  return [
    ...comparison.fields.map(({ name }): Hunk => ({ part: fieldPart(name), standing: fieldStanding(texts, name), seen: seenOf(fieldIn(texts.now, name)) })),
    ...comparison.blocks.flatMap((block): Hunk[] => {
      const part = blockPart(block);
      if (part === null) return [];
      const stands = standsNow(texts, pairs, block);
      return [{ part, standing: blockStanding(texts, pairs, block, stands), seen: seenOf(stands ? [fingerprintOf(stands), placeOf(texts.now, stands)] : null) }];
    }),
  ];
}

/** The story with changes of a proposal in it; `idle` are those of them that changed nothing. */
export type Made = { content: StoryContent; fields: FieldName[]; body: boolean; idle: ReadonlySet<string> };

/**
 * The story now with these changes in it and all else as it stands, which fields they were, and whether the body is another. A block whose place
 * the others have made right already is idle only where all are. Unknown ones are passed over. Pure.
 */
export function withHunks({ base, proposal, now }: ThreeTexts, parts: ReadonlySet<string>, comparison: StoryComparison = compareStories(base, proposal)): Made {
  const fields = comparison.fields.map(({ name }) => name).filter((name) => parts.has(fieldPart(name)));
  const blocks = comparison.blocks.filter((block) => parts.has(blockPart(block) ?? ""));
  const steps = [
    ...fields.map((name) => ({ part: fieldPart(name), isMoved: false, make: (story: StoryContent) => withField({ base, proposal, now: story }, name) })),
    ...blocks.map((block) => ({ part: blockPart(block) ?? "", isMoved: block.isMoved, make: (story: StoryContent) => withBlock({ base, proposal, now: story }, block) })),
  ];
  let content = now;
  const idle = steps.filter(({ make }) => {
    const before = content;
    content = make(before);
    return isUnchanged(before, content);
  });
  return { content, fields, body: blocks.length > 0, idle: new Set(idle.filter(({ isMoved }) => !isMoved || idle.length === steps.length).map(({ part }) => part)) };
}

function isUnchanged(now: StoryContent, made: StoryContent): boolean {
  const [was, is] = [blocksOf(now), blocksOf(made)];
  return was.length === is.length && was.every((block, at) => block === is[at] || same(block, is[at])) && same({ ...now, body: null }, { ...made, body: null });
}

type BasePairs = ReturnType<typeof pairsOfParts>;
const blocksOf = (story: StoryContent) => story.body.content;
const basePairs = ({ base, now }: ThreeTexts): BasePairs => pairsOfParts(blocksOf(base), blocksOf(now));

/** What a change of a block is about, as it stands in the story: the block it was made of, or for one that is new the same one brought in already. */
function standsNow({ proposal, now }: ThreeTexts, { pairs }: BasePairs, block: ComparedPart): Block | undefined {
  if (block.beforeAt !== null) return blocksOf(now)[pairs.find(([was]) => was === block.beforeAt)?.[1] ?? -1];
  const taken = new Set(pairs.map(([, is]) => is));
  const there = pairsOfParts(blocksOf(proposal), blocksOf(now)).pairs.find(([is]) => is === block.afterAt)?.[1];
  if (there === undefined || taken.has(there)) return undefined;
  const [own, one] = [block.after, blocksOf(now)[there]];
  return own && one && (idOf(own) === idOf(one) || fingerprintOf(own) === fingerprintOf(one)) ? one : undefined;
}

function blockStanding({ proposal, now }: ThreeTexts, { pairs, moved }: BasePairs, block: ComparedPart, stands: Block | undefined): Standing {
  const { before, after, beforeAt, isMoved } = block;
  if (!before) return !stands ? "fits" : after && fingerprintOf(stands) === fingerprintOf(after) ? "there" : "conflict";
  if (!after) return !stands ? "there" : fingerprintOf(stands) === fingerprintOf(before) ? "fits" : "conflict";
  if (!stands) return "conflict";
  const print = fingerprintOf(stands);
  if (!isMoved) return print === fingerprintOf(after) ? "there" : print === fingerprintOf(before) ? "fits" : "conflict";
  const wasMoved = pairs.some((pair) => pair[0] === beforeAt && moved.has(pair));
  if (print === fingerprintOf(after) && wasMoved && neighbour(proposal, after) === neighbour(now, stands)) return "there";
  return !wasMoved && (block.kind === "same" || print === fingerprintOf(before)) ? "fits" : "conflict";
}

/** What stands before a block, by its name or its words. */
function neighbour(story: StoryContent, block: Part): string | null {
  const before = blocksOf(story)[placeOf(story, block) - 1];
  return before ? (idOf(before) ?? fingerprintOf(before)) : null;
}

const placeOf = (story: StoryContent, block: Part) => blocksOf(story).indexOf(block as Block);

function withBlock(texts: ThreeTexts, block: ComparedPart): StoryContent {
  const { now } = texts;
  const pairs = basePairs(texts);
  const stands = standsNow(texts, pairs, block);
  const others = blocksOf(now).filter((one) => one !== stands);
  const written = (content: Block[]): StoryContent => ({ ...now, body: { ...now.body, content: content.length > 0 ? content : [{ type: "paragraph" }] } });
  if (!block.after) return written(others);
  // What was only moved keeps the words that it has got meanwhile.
  const wanted = (block.kind === "same" && stands ? stands : block.after) as Block;
  // It goes on under the name it has now: carets, notes and the next comparison find it by that.
  const named = { ...wanted, attrs: { ...wanted.attrs, id: stands?.attrs?.id ?? wanted.attrs?.id ?? null } } as Block;
  const unique = withoutNames(named, namesIn(others)) as Block;
  if (stands && !block.isMoved) return written(blocksOf(now).map((one) => (one === stands ? unique : one)));
  const at = placeAmong(texts.proposal, block.afterAt ?? 0, others);
  return written([...others.slice(0, at), unique, ...others.slice(at)]);
}

/** Where a block of the proposal belongs among those that stand: behind the nearest one it stands behind there, else in front of the nearest that follows. */
function placeAmong(proposal: StoryContent, at: number, others: readonly Block[]): number {
  // What is only alike is no landmark: two sentences of the same making would be taken for each other.
  const isThere = (among: readonly Block[]) => (block: Block) => among.some((one) => (idOf(block) !== null && idOf(one) === idOf(block)) || fingerprintOf(one) === fingerprintOf(block));
  const landmarks = blocksOf(proposal).filter((block, place) => place !== at && isThere(others)(block));
  const known = others.filter(isThere(landmarks));
  const { pairs, moved } = pairsOfParts(landmarks, known);
  const steady = pairs.filter((pair) => !moved.has(pair)).flatMap(([from, to]): (readonly [number, number])[] => {
    const [landmark, stands] = [landmarks[from], known[to]];
    return landmark && stands ? [[blocksOf(proposal).indexOf(landmark), others.indexOf(stands)]] : [];
  });
  const before = steady.filter(([is]) => is < at).at(-1);
  if (before) return before[1] + 1;
  return steady.find(([is]) => is > at)?.[1] ?? (at === 0 ? 0 : others.length);
}

const wordOfLead = (name: FieldName) => leadTexts.find((one) => name === `lead.${one}`);

/** What a field says. Where the lead picture is the same in both, its words are fields of their own. */
function fieldIn(story: StoryContent, name: FieldName): unknown {
  const word = wordOfLead(name);
  return word ? (story.lead?.[word] ?? "") : story[name as keyof StoryContent];
}

const same = (one: unknown, other: unknown) => seenOf(one) === seenOf(other);
const isPlacedAnew = ({ base, proposal }: ThreeTexts) => base.lead !== null && base.lead?.assetId === proposal.lead?.assetId;
const placing = (story: StoryContent) => [story.lead?.assetId, story.lead?.focal ?? null, story.lead?.crop ?? null];

function fieldStanding(texts: ThreeTexts, name: FieldName): Standing {
  const { base, proposal, now } = texts;
  if (wordOfLead(name) && now.lead?.assetId !== proposal.lead?.assetId) return "moot";
  const said = (story: StoryContent) => (name === "lead" && isPlacedAnew(texts) ? placing(story) : fieldIn(story, name));
  return same(said(now), said(proposal)) ? "there" : same(said(now), said(base)) ? "fits" : "conflict";
}

function withField(texts: ThreeTexts, name: FieldName): StoryContent {
  const { proposal, now } = texts;
  const word = wordOfLead(name);
  // Words about another picture would be wrong words.
  if (word) return now.lead && proposal.lead && now.lead.assetId === proposal.lead.assetId ? { ...now, lead: { ...now.lead, [word]: proposal.lead[word] } } : now;
  if (name === "lead" && isPlacedAnew(texts) && now.lead && now.lead.assetId === proposal.lead?.assetId) return { ...now, lead: { ...proposal.lead, alt: now.lead.alt, caption: now.lead.caption, credit: now.lead.credit } };
  return { ...now, [name]: fieldIn(proposal, name) };
}

/** A short name for what is said; the same for the same, in whatever order its keys stand. */
function seenOf(said: unknown): string {
  return createHash("sha256").update(JSON.stringify(said ?? null, (_, value) => (value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined).sort(([left], [right]) => (left < right ? -1 : 1))) : value))).digest("base64url").slice(0, 16);
}
