import { Desk, everybodySaved } from "@/e2e/chaos/desk-on-trial";
import { Broken, settle } from "@/e2e/chaos/oracle";
import { pause, percentile, type Trial } from "@/e2e/chaos/trial";
import { CloseCode } from "@/lib/articles/close-codes";

/** The network: cut and back, held up, and half-open until somebody gives the line up. */
export async function network(trial: Trial, cycles = Math.max(3, Math.round(trial.amount.cycles / 10))): Promise<void> {
  const { paper, chance, report, signal } = trial;
  const desk = await Desk.open(trial, "Written on a bad line", 4);
  const dead: number[] = [];
  const ways = [
    async () => {
      paper.network.cut();
      await pause(chance.between(200, 4000), signal);
      paper.network.open();
    },
    async () => paper.network.reset(),
    async () => {
      paper.network.hold();
      await pause(chance.between(500, 7000), signal);
      paper.network.open();
    },
  ];
  for (let cycle = 0; cycle < cycles; cycle++) {
    desk.write();
    await pause(chance.between(300, 1500), signal);
    await (ways[cycle % ways.length] as () => Promise<void>)();
    await pause(chance.between(0, 800), signal);
    desk.rest();
    await everybodySaved(desk, performance.now());
    await desk.judgeStored();
    if (cycle % 5 === 4) await desk.judgeAtRest();
  }
  // A dead line takes as long as it takes to be given up.
  for (let cycle = 0; cycle < Math.max(1, Math.round(cycles / 7)); cycle++) {
    desk.write();
    await pause(800, signal);
    paper.network.hold();
    await pause(2000, signal);
    paper.network.openAnew();
    dead.push(await everybodySaved(desk, performance.now()));
    await desk.judgeStored();
  }
  await desk.judgeAtRest();
  report(`Network cut, reset and held up, ${cycles} times in turns`, "nothing lost");
  report(`Half-open line, ${dead.length} times: → given up, made anew and everything saved, while typing goes on`, `most ${percentile(dead, 1)} ms`);
  await desk.close();
}

/** Every reply comes late, and often before or after the one it belongs behind. */
export async function disorder(trial: Trial): Promise<void> {
  const desk = await Desk.open(trial, "Written with late replies", 5);
  for (const editor of desk.editors) editor.disorder = 400;
  for (let round = 0; round < 4; round++) {
    desk.write();
    await pause(6000, trial.signal);
    trial.paper.network.reset();
    await pause(3000, trial.signal);
    desk.rest();
    await everybodySaved(desk, performance.now());
    await desk.judgeAtRest();
  }
  trial.report("Replies delayed by up to 400 ms and out of order, with the line reset in between", `nothing lost among ${await desk.close()} words`);
}

/** A session ends in the middle of a sentence; its owner types on, signs in again and loses nothing. */
export async function session(trial: Trial): Promise<void> {
  const { paper, report, signal } = trial;
  const desk = await Desk.open(trial, "Written past a session", 2);
  const ana = await desk.join({ cookie: await paper.freshCookie() });
  await settle(desk.editors);
  desk.write();
  await pause(1500, signal);
  await paper.ask((sql) => sql`update sessions set expires_at = now() where id = (select id from sessions order by created_at desc limit 1)`);
  const expired = performance.now();
  while (!ana.closes.includes(CloseCode.signedOut)) {
    if (performance.now() - expired > 45_000) throw new Broken("A session that is over is let write on.");
    await pause(50, signal);
  }
  const noticed = performance.now() - expired;
  // What she writes now stays with her.
  await pause(3000, signal);
  if (ana.isIn) throw new Broken("She is in the story without a session.");
  const kept = ana.written;
  await desk.judgeStored();
  ana.signIn(await paper.freshCookie());
  desk.rest();
  await everybodySaved(desk, performance.now());
  await desk.judgeAtRest();
  report("Session over in mid-sentence: noticed, typed on, signed in again", `noticed after ${Math.round(noticed / 1000)} s; all ${kept} of her words saved`);
  await desk.close();
}
