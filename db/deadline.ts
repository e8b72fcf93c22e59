/** A deadline is counted in so many parts. */
const parts = 10;

/**
 * Calls `late` after so many milliseconds in which this process could have heard an answer, and returns how to call that off. A process
 * that is held up (a busy machine, a long computation) runs its timers before it reads what has come meanwhile: with one timer every
 * answer of that time would count as none.
 */
export function startDeadline(ms: number, late: () => void): () => void {
  let left = parts;
  const count = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => {
      left -= 1;
      if (left === 0) late();
      else waiting = count();
    }, ms / parts);
  let waiting = count();
  return () => clearTimeout(waiting);
}
