import { commentSettings } from "@/lib/comments/settings";

/** In how many texts of each kind a token stood. */
export type Seen = { spam: number; ham: number };

/**
 * How much a text reads like spam, from 0 to 1, by what was learned of its tokens; 0.5 where nothing speaks. `telling`: the tokens that
 * spoke most for it, most telling first. Robinson's combination of word probabilities by Fisher's method ("A Statistical Approach to the Spam
 * Problem", 2003), over the tokens that say most.
 */
export function spamScore(tokens: readonly (Seen & { token: string })[], all: Seen): { score: number; telling: string[] } {
  const { strength, least, most } = commentSettings.spamFilter;
  const judged = tokens
    .map(({ token, spam, ham }) => {
      const share = spam / all.spam / (spam / all.spam + ham / all.ham);
      // What was seen seldom says little.
      return { token, probability: (strength * 0.5 + (spam + ham) * share) / (strength + spam + ham) };
    })
    .filter(({ probability }) => Math.abs(probability - 0.5) >= least)
    .sort((left, right) => Math.abs(right.probability - 0.5) - Math.abs(left.probability - 0.5))
    .slice(0, most);
  if (judged.length === 0) return { score: 0.5, telling: [] };
  const logs = (of: (probability: number) => number) => judged.reduce((sum, { probability }) => sum + Math.log(of(probability)), 0);
  const forSpam = 1 - beyondChance(-2 * logs((probability) => 1 - probability), judged.length);
  const forHam = 1 - beyondChance(-2 * logs((probability) => probability), judged.length);
  return { score: (1 + forSpam - forHam) / 2, telling: judged.filter(({ probability }) => probability > 0.5).map(({ token }) => token) };
}

/** The chance that a chi-square of twice so many degrees of freedom is at least this (the closed form for even degrees). */
function beyondChance(chiSquare: number, pairs: number): number {
  const half = chiSquare / 2;
  let term = Math.exp(-half);
  let sum = term;
  for (let step = 1; step < pairs; step++) {
    term *= half / step;
    sum += term;
  }
  return Math.min(1, sum);
}
