import type { Phase } from "@/lib/moderation/pipeline";

/** Shouting and keyboard runs: a hint, never a verdict. Scripts without capitals cannot shout. */
export const shape: Phase = ({ text }) => {
  const cased = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (cased.length > 40 && capitals / cased.length >= 0.7) return { phase: "shape", severity: "flag", evidence: "Mostly capitals" };
  if (new Set(text).size < 7 && text.length > 20) return { phase: "shape", severity: "flag", evidence: "Hardly any different characters" };
  return /(.)\1{10}/u.test(text) ? { phase: "shape", severity: "flag", evidence: "A long run of one character" } : null;
};
