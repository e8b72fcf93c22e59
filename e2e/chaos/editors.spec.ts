import { test } from "@playwright/test";
import { Chance } from "./chance";
import { Paper } from "./paper";
import { fuzz, surely } from "./processes";

/* The short part of npm run chaos, with a seed of its own: ten people write in one story at two processes, which are killed under them. */

// Took 3.4 minutes at a load of 13 on two cores, most of it the starts of processes; not yet timed at rest.
test.setTimeout(600_000);

test("ten people write in one story at two processes through kills, cuts and a dead database: what was called saved is stored, once, and everybody sees the same", async () => {
  const paper = new Paper();
  const stopping = new AbortController();
  try {
    await paper.begin();
    await paper.onOwnPostgres(2);
    const report = (what: string, figure: string) => void test.info().annotations.push({ type: what, description: figure });
    await fuzz({ paper, chance: new Chance(46), amount: { cycles: 1, minutes: 1 }, report, say: () => undefined, signal: stopping.signal }, 25, surely);
  } finally {
    stopping.abort();
    await paper.end();
  }
});
