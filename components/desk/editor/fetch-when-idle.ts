import { everythingIsHere } from "@/components/desk/editor/everything-is-here";
import { later } from "@/components/desk/editor/later";
import { fetchReader } from "@/components/desk/editor/paste/late-reader";

/** After a failure it is tried again so many milliseconds later. */
const pause = 10_000;

/** It is fetched after so many milliseconds even where the browser never rests. */
const longestWait = 3000;

// Safari has no idle callbacks; a moment after opening does as well.
const whenIdle = (act: () => void): void => {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: longestWait });
  else setTimeout(act, 300);
};

/** Fetches what is used later, one after the other, while the browser rests: nobody waits for it, and it is there when the line is down. Returns how to end it. */
export function fetchWhenIdle(): () => void {
  // The reader first, by the way that hands it to the pastes that wait.
  const wanted: (() => Promise<unknown>)[] = [fetchReader, ...Object.values(later)];
  let ended = false;
  const next = () => {
    if (ended) return;
    const [fetchIt] = wanted;
    if (!fetchIt) {
      performance.mark(everythingIsHere);
      return;
    }
    fetchIt().then(
      () => {
        wanted.shift();
        whenIdle(next);
      },
      // The line is down: nothing is lost, it is only not here yet.
      () => setTimeout(next, pause),
    );
  };
  whenIdle(next);
  return () => {
    ended = true;
  };
}
