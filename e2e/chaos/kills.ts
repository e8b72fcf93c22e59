import { Desk, everybodySaved } from "@/e2e/chaos/desk-on-trial";
import { Broken } from "@/e2e/chaos/oracle";
import { pause, percentile, type Trial } from "@/e2e/chaos/trial";
import { CloseCode } from "@/lib/articles/close-codes";

/** The one process is killed again and again under three who never pause; PostgreSQL stays. */
export async function killServer(trial: Trial, cycles = trial.amount.cycles): Promise<void> {
  const { paper, chance, report, signal } = trial;
  const desk = await Desk.open(trial, "Written through kills", 3);
  const [downs, backs]: [number[], number[]] = [[], []];
  for (let cycle = 0; cycle < cycles; cycle++) {
    desk.write();
    await pause(chance.between(300, 1500), signal);
    const [server] = paper.servers;
    if (!server) throw new Error("There is no server.");
    const killed = performance.now();
    await paper.kill(server);
    // Before anybody can send anything again.
    await desk.judgeStored();
    await paper.start(server.port);
    const ready = performance.now();
    desk.rest();
    const all = await everybodySaved(desk, ready);
    downs.push(performance.now() - killed);
    backs.push(all);
    if (cycle % 25 === 24) trial.say(`killed ${cycle + 1} times`);
    if (cycle % 10 === 9 || cycle === cycles - 1) await desk.judgeAtRest();
  }
  report(`Server killed ${cycles} times: kill → everybody’s words saved again`, `p50 ${percentile(downs, 0.5)} ms, p95 ${percentile(downs, 0.95)} ms, most ${percentile(downs, 1)} ms, of which after it was up p50 ${percentile(backs, 0.5)} ms, p95 ${percentile(backs, 0.95)} ms`);
  report("The same: words written", String(await desk.close()));
}

/** The process and PostgreSQL with all its children are killed in one moment, as a power cut does. */
export async function killEverything(trial: Trial, cycles = Math.max(1, Math.round(trial.amount.cycles / 4))): Promise<void> {
  const { paper, chance, report, signal } = trial;
  const desk = await Desk.open(trial, "Written through power cuts", 3);
  const downs: number[] = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    desk.write();
    await pause(chance.between(300, 1500), signal);
    const [server] = paper.servers;
    if (!server) throw new Error("There is no server.");
    const killed = performance.now();
    await paper.killEverything();
    // Nobody may mend what was lost before it has been looked for.
    paper.network.cut();
    await paper.start(server.port);
    await desk.judgeStored();
    paper.network.open();
    desk.rest();
    await everybodySaved(desk, performance.now());
    downs.push(performance.now() - killed);
    if (cycle % 10 === 9) trial.say(`killed ${cycle + 1} times`);
    if (cycle % 10 === 9 || cycle === cycles - 1) await desk.judgeAtRest();
  }
  report(`Everything killed ${cycles} times, PostgreSQL too: kill → everybody’s words saved again`, `p50 ${percentile(downs, 0.5)} ms, p95 ${percentile(downs, 0.95)} ms, most ${percentile(downs, 1)} ms`);
  report("The same: words written", String(await desk.close()));
}

/** PostgreSQL alone is killed, sent away from its connections and frozen under the running server. */
export async function killDatabase(trial: Trial, cycles = Math.max(1, Math.round(trial.amount.cycles / 10))): Promise<void> {
  const { paper, chance, report, signal } = trial;
  const desk = await Desk.open(trial, "Written while the database is away", 3);
  const downs: number[] = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    desk.write();
    await pause(chance.between(300, 1500), signal);
    const began = performance.now();
    if (cycle % 3 === 0) paper.killPostgres();
    else if (cycle % 3 === 1) await paper.endConnections();
    else await paper.freezePostgres(8000, signal);
    await pause(500, signal);
    desk.rest();
    await everybodySaved(desk, performance.now());
    downs.push(performance.now() - began);
    await desk.judgeAtRest();
  }
  report(`PostgreSQL killed, disconnected and frozen for 8 s under the server, ${cycles} times in turns: → everybody’s words saved again`, `p50 ${percentile(downs, 0.5)} ms, most ${percentile(downs, 1)} ms`);
  await desk.close();
}

/** The disk under PostgreSQL is full to its last byte while people type, and has room again. */
export async function diskFull(trial: Trial, times = Math.max(1, Math.round(trial.amount.cycles / 40))): Promise<void> {
  const { paper, report, signal } = trial;
  const desk = await Desk.open(trial, "Written on a full disk", 3);
  const backs: number[] = [];
  for (let time = 0; time < times; time++) {
    desk.write();
    await pause(1000, signal);
    const sentAway = () => desk.editors.reduce((sum, { closes }) => sum + closes.filter((code) => code === CloseCode.tryAgain).length, 0);
    const before = sentAway();
    const makeRoom = paper.fillDisk();
    try {
      const filled = performance.now();
      while (sentAway() === before) {
        if (performance.now() - filled > 60_000) throw new Broken("The disk is full and everything is still called saved.");
        await pause(50, signal);
      }
      // It goes on for a while: there is no end of trying.
      await pause(5000, signal);
    } finally {
      makeRoom();
    }
    const began = performance.now();
    await everybodySaved(desk, began);
    backs.push(performance.now() - began);
    await desk.judgeAtRest();
  }
  report(`Disk full under PostgreSQL, ${times} times: nothing called saved that is not; room again → everybody’s words saved`, `most ${percentile(backs, 1)} ms`);
  await desk.close();
}
