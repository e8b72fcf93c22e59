import { Desk } from "@/e2e/chaos/desk-on-trial";
import { diskFull, killDatabase, killEverything, killServer } from "@/e2e/chaos/kills";
import { disorder, network, session } from "@/e2e/chaos/lines";
import { deploy, fuzz } from "@/e2e/chaos/processes";
import { pause, percentile, type Trial } from "@/e2e/chaos/trial";

/** Five or six keys a second. */
const aHandAtItsKeyboard = [110, 250] as const;
/** Two keys a second, as of somebody who looks up what is written down. All the hands of a trial are one process, and fifty that never rest are more than it can move. */
const aHandThatThinks = [400, 600] as const;

/** Everybody types and nothing happens: figures. `between` is the least and the most time between two keys of one hand, in milliseconds. */
async function atRest(trial: Trial, people: number, seconds: number, between: readonly [number, number]): Promise<void> {
  const desk = await Desk.open(trial, `${people} at the desk`, people);
  desk.write(...between);
  await pause(5000, trial.signal);
  desk.figures.acknowledged.length = 0;
  desk.figures.seen.length = 0;
  const before = trial.paper.processorTime();
  await pause(seconds * 1000, trial.signal);
  const spent = trial.paper.processorTime() - before;
  const { acknowledged, seen } = desk.figures;
  trial.report(`${people} people in one story, ${Math.round(acknowledged.length / seconds)} changes a second: change → acknowledged`, `p50 ${percentile(acknowledged, 0.5)} ms, p95 ${percentile(acknowledged, 0.95)} ms, p99 ${percentile(acknowledged, 0.99)} ms`);
  trial.report(`${people} people in one story: processor time of the newsroom, without PostgreSQL’s, a change`, `${(spent / acknowledged.length).toFixed(1)} ms`);
  trial.report(`${people} people in one story: a colleague’s change visible`, `p50 ${percentile(seen, 0.5)} ms, p95 ${percentile(seen, 0.95)} ms, p99 ${percentile(seen, 0.99)} ms`);
  trial.report(`${people} people in one story: the same for everybody after the last key`, `${Math.round(await desk.judgeAtRest())} ms`);
  await desk.close();
}

/** On what a paper stands: one process with a PostgreSQL of its own, as `npm start` has it; the same on a small disk; two processes on one PostgreSQL. */
export type Ground = "one process" | "small disk" | "two processes";

/** What can be done, in this order. */
export const scenarios: Record<string, { ground: Ground; run(trial: Trial): Promise<void> }> = {
  ten: { ground: "one process", run: (trial) => atRest(trial, 10, 30, aHandAtItsKeyboard) },
  fifty: { ground: "one process", run: (trial) => atRest(trial, 50, 30, aHandThatThinks) },
  "kill-server": { ground: "one process", run: killServer },
  "kill-everything": { ground: "one process", run: killEverything },
  "kill-database": { ground: "one process", run: killDatabase },
  network: { ground: "one process", run: network },
  disorder: { ground: "one process", run: disorder },
  session: { ground: "one process", run: session },
  "disk-full": { ground: "small disk", run: diskFull },
  "two-processes": { ground: "two processes", run: (trial) => atRest(trial, 10, 20, aHandAtItsKeyboard) },
  deploy: { ground: "two processes", run: deploy },
  fuzz: { ground: "two processes", run: fuzz },
};
