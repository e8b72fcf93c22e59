import { log } from "@/lib/kernel/log";

/** How often a sweep looks, in milliseconds. */
const every = 2000;

export type Sweeping = {
  /** Ends it: what it has in hand is done first, and nothing more is begun. */
  stop(): Promise<void>;
};

/**
 * Does something again and again that must be on time, never twice at once, until it is stopped. `signal` is raised when it is: a sweep that
 * takes one thing after another looks at it between two. What fails is logged with `failed`, and tried again at the next turn.
 */
export function keepSweeping(sweep: (signal: AbortSignal) => Promise<unknown>, failed: string): Sweeping {
  const stopping = new AbortController();
  let inHand: Promise<void> | null = null;
  const timer = setInterval(() => {
    inHand ??= sweep(stopping.signal)
      .then(
        () => undefined,
        (error) => log().error({ err: error }, failed),
      )
      .finally(() => {
        inHand = null;
      });
  }, every);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await inHand;
    },
  };
}
