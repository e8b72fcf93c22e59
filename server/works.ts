import { log } from "@/lib/kernel/log";

/** Something that goes on by itself until it is stopped. */
export type Work = {
  /** Resolves when what it had in hand is done, or given back to be done later. */
  stop(): Promise<void>;
};

export type Works = {
  /** As `keep`, for the opening of the newsroom: rejects with the reason where a work could not be begun. None is then going. */
  start(going: boolean): Promise<void>;
  /**
   * Begins the works, or ends them, where that is not so already; one asking after the other. Never rejects. Where one cannot be begun, those begun before it are ended
   * again; where one cannot be ended, the others are. Each failure is logged, and the next asking tries again.
   */
  keep(going: boolean): Promise<void>;
};

/** What the newsroom does without anybody asking: it goes on while the paper is open. The works are begun in the order given. */
export function createWorks(beginnings: readonly (() => Work | Promise<Work>)[]): Works {
  let standing: readonly Work[] = [];
  let going = false;
  let turn: Promise<void> = Promise.resolve();
  const begin = async () => {
    // What could not be ended must not go on twice.
    await end();
    if (standing.length > 0) throw new Error("What went on before could not be ended.");
    const begun: Work[] = [];
    try {
      for (const beginning of beginnings) begun.push(await beginning());
      going = true;
    } finally {
      standing = begun;
      if (!going) await end();
    }
  };
  const end = async () => {
    going = false;
    const ends = await Promise.allSettled(standing.map(async (work) => work.stop()));
    for (const ended of ends) if (ended.status === "rejected") log().error({ err: ended.reason }, "a work could not be ended");
    standing = standing.filter((_, place) => ends[place]?.status === "rejected");
  };
  const ask = (wanted: boolean): Promise<void> => {
    const asked = turn.then(async () => {
      if (wanted && !going) await begin();
      else if (!wanted) await end();
    });
    turn = asked.catch(() => undefined);
    return asked;
  };
  return {
    start: ask,
    keep: (wanted) => ask(wanted).catch((error) => log().error({ err: error }, "the works could not be begun")),
  };
}
