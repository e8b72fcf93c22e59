import { log } from "@/lib/kernel/log";

/** Something that goes on by itself until it is stopped. */
export type Work = {
  /** Resolves when what it had in hand is done, or given back to be done later. */
  stop(): Promise<void>;
};

export type Works = {
  /** Begins the works, or ends them, where that is not so already; one after the other, in the order of asking. A failure is logged and leaves things as they were: ask again. */
  keep(going: boolean): Promise<void>;
};

/** What the newsroom does without anybody asking, as `begin` begins it: it goes on while the paper is open. */
export function createWorks(begin: () => Promise<readonly Work[]>): Works {
  let standing: readonly Work[] | null = null;
  let turn: Promise<void> = Promise.resolve();
  const change = async (going: boolean) => {
    if (going && !standing) standing = await begin();
    else if (!going && standing) {
      const ending = standing;
      standing = null;
      await Promise.all(ending.map((work) => work.stop()));
    }
  };
  return {
    keep(going) {
      turn = turn.then(() => change(going)).catch((error) => log().error({ err: error, going }, "the works could not be begun or ended"));
      return turn;
    },
  };
}
