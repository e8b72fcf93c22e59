import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Chance } from "@/e2e/chaos/chance";
import { Broken, complaintsIn } from "@/e2e/chaos/oracle";
import { Paper } from "@/e2e/chaos/paper";
import { type Ground, scenarios } from "@/e2e/chaos/scenarios";

/*
 * npm run chaos [-- --seed 7 --cycles 200 --minutes 30 --only fuzz,network]: what a newsroom must survive, done to one of its own from
 * the production build, on loopback. Everything here is bounded and stops by itself; nothing of it stays. Exits with 1 where a promise was
 * broken, and then keeps the editors' journals.
 */

const { values } = parseArgs({ options: { seed: { type: "string", default: "1" }, cycles: { type: "string", default: "200" }, minutes: { type: "string", default: "30" }, only: { type: "string" } } });
const [seed, cycles, minutes] = [Number(values.seed), Number(values.cycles), Number(values.minutes)];
const chosen = values.only?.split(",") ?? Object.keys(scenarios);
const unknown = chosen.filter((name) => !(name in scenarios));
if (unknown.length > 0 || !(cycles >= 1) || !(minutes > 0) || !Number.isInteger(seed)) {
  console.error(unknown.length > 0 ? `There is no ${unknown.join(", ")}. There are: ${Object.keys(scenarios).join(", ")}` : "--seed is a whole number, --cycles at least 1, --minutes above 0.");
  process.exit(2);
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

const broken: string[] = [];
const rows: [string, string][] = [];
const report = (what: string, figure: string) => {
  rows.push([what, figure]);
  console.log(`  ${what}: ${figure}`);
};

/** Does what was chosen for one kind of paper, and takes the paper away. */
async function onPaper(names: readonly string[], ground: Ground): Promise<void> {
  const paper = new Paper();
  let failed = false;
  try {
    if (ground !== "small disk") await paper.begin();
    else if (!(await paper.beginOnSmallDisk())) {
      report(names.join(", "), "not tried: this system gives us no small disk of our own (unshare and mount)");
      return;
    }
    if (ground === "two processes") await paper.onOwnPostgres(2);
    for (const [at, name] of names.entries()) {
      if (stopping.signal.aborted) break;
      const began = performance.now();
      console.log(`${name}, seed ${seed}, load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores…`);
      try {
        await scenarios[name]?.run({ paper, chance: new Chance(seed + at), amount: { cycles, minutes }, report, say: (line) => console.log(`  ${line}`), signal: stopping.signal });
        console.log(`  held, ${Math.round((performance.now() - began) / 1000)} s, load ${loadavg()[0]?.toFixed(1)}`);
      } catch (error) {
        if (stopping.signal.aborted) break;
        failed = true;
        broken.push(`${name}: ${error instanceof Broken ? error.message : (error as Error).stack}`);
        console.log(`  BROKEN: ${broken.at(-1)}`);
        // What it left behind must not be taken for the next one's doing.
        break;
      }
    }
    for (const [what, times] of complaintsIn(paper.said())) console.log(`  said ${times} ×: ${what}`);
  } catch (error) {
    // The paper itself could not be made, or stopped: nothing else can be tried on it.
    broken.push(`${names.at(-1)}: ${(error as Error).stack}`);
  } finally {
    if (failed) console.log(`  The journals are in ${paper.journals}`);
    await paper.end({ keep: failed });
  }
}

for (const ground of ["one process", "small disk", "two processes"] as const) {
  const names = chosen.filter((name) => scenarios[name]?.ground === ground);
  // After one that broke, the others go on with a paper of their own.
  while (names.length > 0 && !stopping.signal.aborted) {
    const before = broken.length;
    await onPaper(names, ground);
    if (broken.length === before) break;
    names.splice(0, names.findIndex((name) => broken.at(-1)?.startsWith(`${name}:`)) + 1);
  }
}
console.log(`\nSeed ${seed}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg().map((one) => one.toFixed(1)).join(" ")} on ${cpus().length} cores.\n\n| Measure | Figure |\n|---|---|`);
for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
for (const what of broken) console.error(`broken: ${what}`);
process.exit(broken.length > 0 || stopping.signal.aborted ? 1 : 0);
