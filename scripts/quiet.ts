import { cpus } from "node:os";

const longest = 180_000;
const pause = 2_000;

function spent(): { idle: number; all: number } {
  const times = cpus().map((cpu) => cpu.times);
  return { idle: times.reduce((sum, { idle }) => sum + idle, 0), all: times.reduce((sum, one) => sum + one.user + one.nice + one.sys + one.idle + one.irq, 0) };
}

/** Waits until the machine has little else to do (a new newsroom makes its pictures first); says so when it never does, after three minutes. */
export async function untilQuiet(): Promise<void> {
  const until = Date.now() + longest;
  while (Date.now() < until) {
    const before = spent();
    await new Promise((done) => setTimeout(done, pause));
    const after = spent();
    if ((after.idle - before.idle) / (after.all - before.all) > 0.9) return;
  }
  console.warn("The machine has other work: expect worse figures than it could give.");
}
