import type { Answer } from "@/components/desk/editor/api";
import { askPicture } from "@/components/desk/editor/crop/ask-crop";

/** Whether the files of a crop are there; null as long as that is not known. */
export type Made = boolean | null;

type Watched = { made: Made; listeners: Set<(made: Made) => void>; pause: number; questions: number };

/** How the newsroom is asked; its own route, or a test's. */
export type Means = { ask(assetId: string): Promise<Answer<{ crops: string[] }>>; shortest: number };

/** The longest between two questions, in milliseconds, and how many are asked when nobody looks any more. */
const longest = 15_000;
const unseen = 20;

/** Follows crops until they are made. */
export function createMadeCrops({ ask, shortest }: Means = { ask: askPicture, shortest: 1000 }) {
  const watched = new Map<string, Watched>();
  const waiting = new Set<() => void>();

  const look = async (key: string, assetId: string, crop: string) => {
    const one = watched.get(key);
    if (!one) return;
    one.questions += 1;
    const answer = await ask(assetId);
    const before = one.made;
    if ("value" in answer) one.made = answer.value.crops.includes(crop);
    if (one.made !== before) for (const listener of one.listeners) listener(one.made);
    // What was there at the first question changes nothing for anybody.
    if (one.made && one.questions > 1) for (const listener of waiting) listener();
    const isOver = one.made || ("failure" in answer && answer.failure.code === "not_found");
    if (isOver) return;
    if (one.listeners.size === 0 && one.questions >= unseen) watched.delete(key);
    else setTimeout(() => void look(key, assetId, crop), one.pause);
    one.pause = Math.min(longest, one.pause * 1.4);
  };

  return {
    /** Calls with what is known, now and when it changes; gives back how to stop. */
    watch(assetId: string, crop: string, listener: (made: Made) => void): () => void {
      const key = `${assetId} ${crop}`;
      const one: Watched = watched.get(key) ?? { made: null, listeners: new Set(), pause: shortest, questions: 0 };
      one.listeners.add(listener);
      if (one.made !== null) listener(one.made);
      if (!watched.has(key)) {
        watched.set(key, one);
        void look(key, assetId, crop);
      }
      return () => void one.listeners.delete(listener);
    },
    /** Calls when a crop that was waited for is there; gives back how to stop. */
    onMade(listener: () => void): () => void {
      waiting.add(listener);
      return () => void waiting.delete(listener);
    },
  };
}

/** The crops of this tab's stories. */
export const madeCrops = createMadeCrops();
