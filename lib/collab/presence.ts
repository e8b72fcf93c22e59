import type { PresentPerson } from "@/lib/articles/desk-views";

/** Who is in which story now. */
export type Presence = { inStories(): Record<string, PresentPerson[]> };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    presence: Presence;
  }
}

/** The first free caret colour; beyond four people colours repeat, names never do. */
export function freeHand(taken: readonly number[]): number {
  return [1, 2, 3, 4].find((hand) => !taken.includes(hand)) ?? (taken.length % 4) + 1;
}
