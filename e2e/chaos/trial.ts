import type { Chance } from "@/e2e/chaos/chance";
import type { Paper } from "@/e2e/chaos/paper";

/** How much is done. */
export type Amount = { cycles: number; minutes: number };
export type Report = (what: string, figure: string) => void;
/** `report` takes what was measured, `say` how far it has come. */
export type Trial = { paper: Paper; chance: Chance; amount: Amount; report: Report; say(line: string): void; signal: AbortSignal };

/** A pause that ends at once, with an error, when everything is to stop. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, stop) => {
    if (signal.aborted) return stop(new Error("stopped"));
    const over = setTimeout(() => {
      signal.removeEventListener("abort", give);
      done();
    }, ms);
    const give = () => {
      clearTimeout(over);
      stop(new Error("stopped"));
    };
    signal.addEventListener("abort", give, { once: true });
  });
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};
