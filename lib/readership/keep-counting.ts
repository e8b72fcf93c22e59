import { systemActor } from "@/lib/core/actor";
import { log } from "@/lib/kernel/log";
import { keepReads } from "@/lib/readership/commands/keep-reads";
import type { ReadCounter } from "@/lib/readership/read-counter";

const readers = systemActor("Readers");
const everyMs = 5000;
/** As many stories as one statement takes. */
const batch = 1000;

/** Writes what was counted every few seconds, and once more when it is stopped. What cannot be written now is written later. */
export function keepCounting(counter: ReadCounter): { stop(): Promise<void> } {
  const write = async () => {
    const counts = counter.take();
    for (let from = 0; from < counts.length; from += batch) {
      const some = counts.slice(from, from + batch);
      try {
        const result = await keepReads.execute({ counts: some }, { actor: readers });
        if (!result.ok) log().error({ failure: result.failure }, "reads were not kept");
      } catch (error) {
        log().warn({ err: error }, "reads could not be written and are kept for later");
        counter.giveBack(some);
      }
    }
  };
  let writing: Promise<void> = Promise.resolve();
  const writeNext = () => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(() => void writeNext(), everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await writeNext();
    },
  };
}
