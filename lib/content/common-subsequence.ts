import { diffArrays } from "diff";

/** Two places, one in each sequence, that hold the same. */
export type Pair = readonly [before: number, after: number];

/** How many steps a search may still take; a step holds two things against each other. Several searches may share one. */
export type Budget = { left: number };

/** Where a search takes more steps than this, nothing is worth calling the same; searching on would take longer than anybody waits. */
const mostSteps = 2_000_000;

/**
 * The longest common subsequence of two sequences, as pairs in rising order; where finding it takes more than half of the steps that are left, only
 * what both begin and end with. Half, so that whoever shares the budget finds something too. Exchanging the sequences exchanges the pairs
 * and changes nothing else, so that what is shown from one version to another reads the same backwards.
 */
export function commonSubsequence(before: readonly string[], after: readonly string[], budget: Budget = { left: 2 * mostSteps }): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const between = pairsBetween(before.slice(start, before.length - end), after.slice(start, after.length - end), budget);
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...between.map(([left, right]): Pair => [left + start, right + start]),
    ...Array.from({ length: end }, (_, at): Pair => [before.length - end + at, after.length - end + at]),
  ];
}

function pairsBetween(before: string[], after: string[], budget: Budget): Pair[] {
  if (before.length === 0 || after.length === 0) return [];
  // The library answers differently from left to right and from right to left; which of the two is asked must not depend on who asks.
  const isTurned = before.length > after.length || (before.length === after.length && before.join("\0") > after.join("\0"));
  const [first, second] = isTurned ? [after, before] : [before, after];
  let [left, right] = [0, 0];
  const pairs: Pair[] = [];
  for (const { count, added, removed } of differences(first, second, budget)) {
    if (!added && !removed) for (let step = 0; step < count; step++) pairs.push(isTurned ? [right + step, left + step] : [left + step, right + step]);
    if (!added) left += count;
    if (!removed) right += count;
  }
  return pairs;
}

/** What the library finds, or nothing: it knows a limit of edits, and not of the steps which these take. */
function differences(first: string[], second: string[], budget: Budget) {
  const spent = new Error("The steps are spent.");
  let steps = Math.floor(budget.left / 2);
  budget.left -= steps;
  try {
    const found = diffArrays(first, second, {
      comparator: (one, other) => {
        if (--steps < 0) throw spent;
        return one === other;
      },
    });
    budget.left += steps;
    return found;
  } catch (error) {
    if (error === spent) return [];
    throw error;
  }
}
