import { slugLength } from "@/lib/kernel/slug";

/** Most blocks and characters in one story. */
export const bodyLimits = { blocks: 2000, characters: 200_000, depth: 24 } as const;

/** Longest each field may be, in characters. */
export const fieldLimits = { kicker: 80, headline: 200, frontHeadline: 200, searchHeadline: 200, socialHeadline: 200, standfirst: 600, claim: 300, claimant: 120, dateline: 80, slug: slugLength, tag: 60, tags: 20, bylines: 20, name: 120, alt: 600, caption: 1000, credit: 200 } as const;

/** Whether a tree keeps within depth and size, or within a share of the size, where something is still to be added to it. */
export function isWithinLimits(raw: unknown, share = 1): boolean {
  let characters = 0;
  let nodes = 0;
  const open: { value: unknown; depth: number }[] = [{ value: raw, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > bodyLimits.depth || ++nodes > 200_000 * share) return false;
    if (typeof next.value === "string") characters += next.value.length;
    if (characters > bodyLimits.characters * 2 * share) return false;
    if (typeof next.value === "object" && next.value !== null) for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return true;
}
