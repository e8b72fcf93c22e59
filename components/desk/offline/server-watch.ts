/** The first try comes after so many milliseconds; each later one waits longer, up to the longest. */
export const pauses = { first: 2000, factor: 1.6, longest: 60_000 } as const;

/** How long is waited before the next try, after so many that found nobody. */
export const pauseAfter = (tries: number): number => Math.min(pauses.longest, Math.round(pauses.first * pauses.factor ** tries));

/** Whether the server answers, and could work: something between that answers in its place does not count. */
async function isThere(): Promise<boolean> {
  try {
    const answer = await fetch("/readyz", { cache: "no-store", credentials: "omit" });
    return answer.ok && (await answer.text()).trim() === "ready";
  } catch {
    // Nobody is reached.
    return false;
  }
}

/** How it is asked, and how many tries found nobody, or nobody who could work, before. */
type How = { asks?: () => Promise<boolean>; tries?: number };

/** Asks for the server until it is there, longer and longer apart, at once where the browser says that it is online, somebody comes back to the page or wants it; then calls back. Gives back how to ask at once, and how to end it. */
export function watchServer(back: () => void, { asks = isThere, tries: before = 0 }: How = {}): { now: () => void; end: () => void } {
  const open = new AbortController();
  const { signal } = open;
  let tries = before;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  const ask = async () => {
    if (isAsking || signal.aborted) return;
    isAsking = true;
    clearTimeout(wait);
    const isBack = await asks();
    isAsking = false;
    if (signal.aborted) return;
    if (isBack) {
      open.abort();
      back();
      return;
    }
    wait = setTimeout(ask, pauseAfter(++tries));
  };
  wait = setTimeout(ask, pauseAfter(tries));
  addEventListener("online", () => void ask(), { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void ask(), { signal });
  signal.addEventListener("abort", () => clearTimeout(wait));
  return { now: () => void ask(), end: () => open.abort() };
}
