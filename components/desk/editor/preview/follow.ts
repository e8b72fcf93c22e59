/** So long the commits must rest before the preview is asked for again, and so long it waits at most, in milliseconds. */
const rest = 180;
const longest = 700;

/** Calls back when what was committed has come to rest, and while it does not, every so often all the same: typing stays fluent, the preview never far behind. */
export function followCommits(subscribe: (listener: () => void) => () => void, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: number | null = null;
  const stop = subscribe(() => {
    const now = performance.now();
    first ??= now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        first = null;
        look();
      },
      Math.max(0, Math.min(rest, first + longest - now)),
    );
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
