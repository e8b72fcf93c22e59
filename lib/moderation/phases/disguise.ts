import type { Phase } from "@/lib/moderation/pipeline";
import { skeletonOf } from "@/lib/people/look-alike";

/** From so many disguised words on a comment waits. */
const manyFrom = 3;

/** Words in letters of two scripts that look like one, or with joiners that nobody sees where no script needs them: written to be overlooked by rules and filters. */
export const disguise: Phase = ({ text, trust }) => {
  const words = [...text.matchAll(/[\p{L}][\p{L}\p{M}\u200c\u200d]{3,}/gu)].filter(([word]) => isDisguised(word));
  if (words.length === 0) return null;
  const spans = words.slice(0, 20).map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
  return { phase: "disguise", severity: words.length >= manyFrom && trust < 2 ? "hold" : "flag", evidence: `${words.length === 1 ? "A word is" : `${words.length} words are`} disguised: “${words[0]?.[0].replace(/[\u200c\u200d]/g, "")}”`, spans };
};

function isDisguised(word: string): boolean {
  if (/\p{Script=Latin}[\u200c\u200d]+\p{Script=Latin}/u.test(word)) return true;
  // A word that only borrows a letter ("KGBшник") keeps letters that look like none of the Latin ones.
  return /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word) && /^[a-z]+$/.test(skeletonOf(word));
}
