import { fingerprintOf, idOf, type Part, wordsOf } from "@/lib/content/parts";
import { type Budget, commonSubsequence, type Pair } from "@/lib/content/common-subsequence";

/** Half of the words in common: then one is the other, reworded. */
const alike = 0.5;
/** More parts than this are not held against all others, only against those that stand near. */
const mostComparisons = 40_000;
const near = 20;

/**
 * Which parts of two rows are the same one: by their names first, then where they say the same, then where they share at least half of
 * their words. In rising order of the first; `moved` are those which changed their place among the others, as few as possible.
 */
export function pairsOfParts(before: readonly Part[], after: readonly Part[], budget?: Budget): { pairs: Pair[]; moved: ReadonlySet<Pair> } {
  const pairs = [...byName(before, after)];
  pairs.push(...byContent(before, after, pairs, budget));
  pairs.push(...byLikeness(before, after, pairs));
  pairs.sort(([left], [right]) => left - right);
  return { pairs, moved: movedAmong(before, after, pairs, budget) };
}

const free = (parts: readonly Part[], taken: readonly number[]) => {
  const without = new Set(taken);
  return [...parts.keys()].filter((at) => !without.has(at));
};

const unpaired = (before: readonly Part[], after: readonly Part[], pairs: readonly Pair[]): [number[], number[]] => [
  free(before, pairs.map(([at]) => at)),
  free(after, pairs.map(([, at]) => at)),
];

function byName(before: readonly Part[], after: readonly Part[]): Pair[] {
  const [was, is] = [placesByName(before), placesByName(after)];
  return [...was].flatMap(([id, at]) => {
    const place = is.get(id);
    return at === null || place === undefined || place === null ? [] : [[at, place] as const];
  });
}

/** Where the part of each name stands; null where two have the same name, which then says nothing. */
function placesByName(parts: readonly Part[]): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [at, part] of parts.entries()) {
    const id = idOf(part);
    if (id !== null) places.set(id, places.has(id) ? null : at);
  }
  return places;
}

function byContent(before: readonly Part[], after: readonly Part[], paired: readonly Pair[], budget: Budget | undefined): Pair[] {
  const [was, is] = unpaired(before, after, paired);
  const prints = (parts: readonly Part[], places: readonly number[]) => places.flatMap((at) => (parts[at] ? [fingerprintOf(parts[at])] : []));
  const inOrder = commonSubsequence(prints(before, was), prints(after, is), budget).map(([at, place]): Pair => [was[at] ?? 0, is[place] ?? 0]);
  // The same thing said once in each row is one that was moved; said more often, nobody can tell which is which.
  const [wasLeft, isLeft] = unpaired(before, after, [...paired, ...inOrder]);
  const there = saidOnce(after, isLeft);
  const moved = [...saidOnce(before, wasLeft)].flatMap(([said, at]): Pair[] => {
    const place = there.get(said);
    return at === null || place === undefined || place === null ? [] : [[at, place]];
  });
  return [...inOrder, ...moved];
}

/** Where each thing that has words is said; null where it is said twice. */
function saidOnce(parts: readonly Part[], places: readonly number[]): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const at of places) {
    const part = parts[at];
    if (part && wordsOf(part).length > 0) found.set(fingerprintOf(part), found.has(fingerprintOf(part)) ? null : at);
  }
  return found;
}

function byLikeness(before: readonly Part[], after: readonly Part[], paired: readonly Pair[]): Pair[] {
  const [was, is] = unpaired(before, after, paired);
  const isLarge = was.length * is.length > mostComparisons;
  const [left, right] = [was.map((at) => bagOf(before[at])), is.map((at) => bagOf(after[at]))];
  const found: { pair: Pair; share: number; apart: number }[] = [];
  for (const [i, at] of was.entries())
    for (const [j, place] of is.entries()) {
      if (isLarge && Math.abs(i - j) > near) continue;
      const share = shareInCommon(left[i], right[j]);
      if (share >= alike) found.push({ pair: [at, place], share, apart: Math.abs(at - place) });
    }
  found.sort((one, other) => other.share - one.share || one.apart - other.apart || one.pair[0] + one.pair[1] - other.pair[0] - other.pair[1] || Math.min(...one.pair) - Math.min(...other.pair));
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()];
  return found.flatMap(({ pair }) => {
    if (takenBefore.has(pair[0]) || takenAfter.has(pair[1])) return [];
    takenBefore.add(pair[0]);
    takenAfter.add(pair[1]);
    return [pair];
  });
}

type Bag = { words: Map<string, number>; size: number };

function bagOf(part: Part | undefined): Bag {
  const words = new Map<string, number>();
  const all = part ? wordsOf(part) : [];
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, size: all.length };
}

/** How much of the larger one is in both, from 0 to 1. */
function shareInCommon(one: Bag | undefined, other: Bag | undefined): number {
  if (!one || !other || one.size === 0 || other.size === 0 || Math.min(one.size, other.size) / Math.max(one.size, other.size) < alike) return 0;
  let common = 0;
  for (const [word, times] of one.words) common += Math.min(times, other.words.get(word) ?? 0);
  return common / Math.max(one.size, other.size);
}

function movedAmong(before: readonly Part[], after: readonly Part[], pairs: readonly Pair[], budget: Budget | undefined): ReadonlySet<Pair> {
  const inAfter = [...pairs].sort(([, left], [, right]) => left - right);
  if (inAfter.every((pair, at) => pair === pairs[at])) return new Set();
  // Named alike from both sides, so that the same ones count as moved whichever version is asked first.
  const sides = (pair: Pair) => [before[pair[0]], after[pair[1]]].map((part) => (part ? `${idOf(part) ?? ""} ${fingerprintOf(part)}` : "")).sort().join("\0");
  const times = new Map<string, number>();
  const names = new Map<Pair, string>();
  for (const pair of pairs) {
    const name = sides(pair);
    times.set(name, (times.get(name) ?? 0) + 1);
    names.set(pair, `${name}\0${times.get(name)}`);
  }
  const name = (pair: Pair) => names.get(pair) ?? "";
  const stays = new Set(commonSubsequence(pairs.map(name), inAfter.map(name), budget).map(([at]) => pairs[at]));
  return new Set(pairs.filter((pair) => !stays.has(pair)));
}
