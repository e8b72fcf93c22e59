import type { Language } from "@/db/vocabulary";
import type { Budget } from "@/lib/content/common-subsequence";
import { pairsOfParts } from "@/lib/content/pairs-of-parts";
import { fingerprintOf, type Part, partsOf, settingsOf, textOf } from "@/lib/content/parts";
import { compareText, type Passage } from "@/lib/comparison/running-text";
import { jsonInOrder } from "@/lib/kernel/in-order";

/** An attribute with what it was and what it is; `undefined` where it says nothing. */
export type SettingChange = { name: string; before: unknown; after: unknown };

/**
 * What became of one part. `moved_away` only marks the place where a moved part stood; the part itself is told of where it stands now.
 * Places count from 0 among its neighbours, null where it does not stand.
 */
export type ComparedPart = {
  kind: "same" | "changed" | "inserted" | "deleted" | "moved_away";
  isMoved: boolean;
  beforeAt: number | null;
  afterAt: number | null;
  before: Part | null;
  after: Part | null;
  /** What it says beyond its text and differently. */
  settings: SettingChange[];
  /** Its own running text. */
  text: Passage[];
  /** The parts within it. */
  within: ComparedPart[];
};

/** How parts are compared: the language tells words apart; `coarse` compares texts as a whole, and so is done once the budget is spent. */
export type HowToCompare = { language: Language; coarse: boolean; budget: Budget };

/** Whether there is something to tell of a part; the place where a moved one stood is no news of its own. */
export const isNews = ({ kind, isMoved }: ComparedPart): boolean => kind === "changed" || kind === "inserted" || kind === "deleted" || (kind === "same" && isMoved);

/** What became of a row of parts, in the order in which they stand now; what is gone stands where it stood. */
export function compareParts(before: readonly Part[], after: readonly Part[], how: HowToCompare): ComparedPart[] {
  const { pairs, moved } = pairsOfParts(before, after, how.budget);
  const stays = pairs.filter((pair) => !moved.has(pair));
  const partnerOf = new Map(pairs.map((pair) => [pair[1], pair]));
  const leftPartnerOf = new Map(pairs.map((pair) => [pair[0], pair]));
  const result: ComparedPart[] = [];
  let [from, to] = [0, 0];
  for (const [was, is] of [...stays, [before.length, after.length] as const]) {
    for (; from < was; from++) {
      const part = before[from];
      const pair = leftPartnerOf.get(from);
      if (part) result.push(pair ? { ...nothing, kind: "moved_away", isMoved: true, before: part, after: after[pair[1]] ?? null, beforeAt: from, afterAt: pair[1] } : gone(part, from, how));
    }
    for (; to < is; to++) {
      const part = after[to];
      const pair = partnerOf.get(to);
      const partner = pair && before[pair[0]];
      if (part) result.push(partner ? { ...pairCompared(partner, part, how), isMoved: true, beforeAt: pair[0], afterAt: to } : added(part, to, how));
    }
    const [left, right] = [before[was], after[is]];
    if (left && right) result.push({ ...pairCompared(left, right, how), isMoved: false, beforeAt: was, afterAt: is });
    [from, to] = [was + 1, is + 1];
  }
  return result;
}

const nothing = { isMoved: false, beforeAt: null, afterAt: null, before: null, after: null, settings: [], text: [], within: [] } satisfies Partial<ComparedPart>;

const gone = (part: Part, at: number, how: HowToCompare): ComparedPart => ({
  ...nothing,
  kind: "deleted",
  before: part,
  beforeAt: at,
  text: compareText(textOf(part), [], how.language, { coarse: true }),
  within: partsOf(part).map((one, place) => gone(one, place, how)),
});

const added = (part: Part, at: number, how: HowToCompare): ComparedPart => ({
  ...nothing,
  kind: "inserted",
  after: part,
  afterAt: at,
  text: compareText([], textOf(part), how.language, { coarse: true }),
  within: partsOf(part).map((one, place) => added(one, place, how)),
});

/** Parts that are the same, or were made of each other. */
function pairCompared(before: Part, after: Part, how: HowToCompare): Omit<ComparedPart, "isMoved" | "beforeAt" | "afterAt"> {
  const isSame = fingerprintOf(before) === fingerprintOf(after);
  return { kind: isSame ? "same" : "changed", before, after, settings: isSame ? [] : settingsChanged(before, after), text: compareText(textOf(before), textOf(after), how.language, how), within: compareParts(partsOf(before), partsOf(after), how) };
}

function settingsChanged(before: Part, after: Part): SettingChange[] {
  const [was, is] = [new Map(settingsOf(before)), new Map(settingsOf(after))];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name) => (jsonInOrder(was.get(name)) === jsonInOrder(is.get(name)) ? [] : { name, before: was.get(name), after: is.get(name) }));
}
