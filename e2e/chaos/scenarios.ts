import { readFileSync } from "node:fs";
import * as Y from "yjs";
import { openDatabase } from "@/db/client";
import type { Chance } from "@/e2e/chaos/chance";
import { Broken, judgeAtRest, judgeSaid, judgeStored, settle } from "@/e2e/chaos/oracle";
import type { Paper, Server } from "@/e2e/chaos/paper";
import { type Figures, noFigures, SimulatedEditor, wordsOf } from "@/e2e/chaos/simulated-editor";
import { CloseCode } from "@/lib/articles/close-codes";
import { appendUpdate, committedCopy } from "@/lib/articles/update-log";
import { schemaVersion } from "@/lib/content/schema";
import type { StoryContent } from "@/lib/content/document";
import { mergeBodyIntoWorkingCopy } from "@/lib/content/working-copy";

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

/** So many people in a new story, all in and seeing the same. */
class Desk {
  readonly figures: Figures = noFigures();
  readonly editors: SimulatedEditor[] = [];
  readonly journals: string[] = [];

  private constructor(
    readonly trial: Trial,
    readonly articleId: string,
  ) {}

  static async open(trial: Trial, headline: string, people: number): Promise<Desk> {
    const desk = new Desk(trial, await trial.paper.newStory(headline));
    for (let number = 0; number < people; number++) await desk.join();
    await settle(desk.editors);
    return desk;
  }

  /** One more sits down. */
  async join(more: { cookie?: string; schema?: number; mostWords?: number } = {}): Promise<SimulatedEditor> {
    const { paper, chance } = this.trial;
    const number = this.editors.length;
    const journal = paper.journal();
    const editor = new SimulatedEditor({ number, port: paper.network.port, origin: paper.origin, cookie: await paper.cookie(number), articleId: this.articleId, journal, chance: chance.fork(), figures: this.figures, ...more });
    this.editors.push(editor);
    this.journals.push(journal);
    return editor;
  }

  /** Everybody writes, so fast. */
  write(least = 80, most = 350): void {
    for (const editor of this.editors) editor.write(least, most);
  }

  rest(): void {
    for (const editor of this.editors) editor.rest();
  }

  /** What PostgreSQL holds, in the middle of everything. */
  judgeStored(): Promise<void> {
    return judgeStored(this.trial.paper, this.articleId, this.journals);
  }

  async judgeAtRest(): Promise<number> {
    const took = await judgeAtRest(this.trial.paper, this.articleId, this.editors, this.journals);
    judgeSaid(this.trial.paper.said());
    return took;
  }

  /** Everybody goes; somebody who comes then sees what everybody saw. */
  async close(): Promise<number> {
    const written = this.editors.reduce((sum, editor) => sum + editor.written, 0);
    const [last] = this.editors;
    const before = last && wordsOf(last.doc).join(" ");
    for (const editor of this.editors.splice(0)) editor.leave();
    const late = await this.join();
    await settle([late]);
    const after = wordsOf(late.doc).join(" ");
    late.leave();
    if (before !== undefined && before !== after) throw new Broken("Whoever opens the story anew sees another text.");
    return written;
  }
}

/** Waits until everybody has what was written acknowledged once, and says how long that took. Throws `Broken` after a minute. */
async function everybodySaved(desk: Desk, began: number): Promise<number> {
  while (!desk.editors.every(({ isSaved }) => isSaved)) {
    if (performance.now() - began > 60_000) throw new Broken(`Not everybody is back after a minute: ${desk.editors.map(({ isSaved, closes }) => (isSaved ? "saved" : closes.slice(-2).join(" "))).join(", ")}`);
    await pause(20, desk.trial.signal);
  }
  return performance.now() - began;
}

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

/** The one process is killed again and again under three who never pause; PostgreSQL stays. */
async function killServer(trial: Trial, cycles = trial.amount.cycles): Promise<void> {
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
async function killEverything(trial: Trial, cycles = Math.max(1, Math.round(trial.amount.cycles / 4))): Promise<void> {
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
async function killDatabase(trial: Trial, cycles = Math.max(1, Math.round(trial.amount.cycles / 10))): Promise<void> {
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

/** The network: cut and back, held up, and half-open until somebody gives the line up. */
async function network(trial: Trial, cycles = Math.max(3, Math.round(trial.amount.cycles / 10))): Promise<void> {
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
async function disorder(trial: Trial): Promise<void> {
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
async function session(trial: Trial): Promise<void> {
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

/** A story of the schema before, editors of both schemas, and processes that are exchanged one after the other under their hands. */
async function deploy(trial: Trial, exchanges = Math.max(2, Math.round(trial.amount.cycles / 20))): Promise<void> {
  const { paper, report, signal } = trial;
  const articleId = await paper.newStory("Written in the schema before");
  const body = JSON.parse(readFileSync("lib/content/frozen/format-2-loud-headings.json", "utf8")) as StoryContent["body"];
  const database = openDatabase(paper.appUrl(), { connections: 1, name: "chaos" });
  const { doc, epoch } = await committedCopy(database.current(), articleId);
  const before = Y.encodeStateVector(doc);
  mergeBodyIntoWorkingCopy(doc, { body }, "chaos");
  await appendUpdate(database.current(), { articleId, epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId: null });
  await database.stop();
  const figures = noFigures();
  const journals = Array.from({ length: 5 }, () => paper.journal());
  const sit = async (number: number, schema: number) => new SimulatedEditor({ number, port: paper.network.port, origin: paper.origin, cookie: await paper.cookie(number), articleId, schema, journal: journals[number] ?? "", chance: trial.chance.fork(), figures });
  // At both processes in the same moment, one page of the schema before among them.
  const [old, ...editors] = await Promise.all([sit(0, schemaVersion - 1), sit(1, schemaVersion), sit(2, schemaVersion), sit(3, schemaVersion), sit(4, schemaVersion)]);
  if (!old) throw new Error("Nobody came.");
  await settle(editors);
  const story = await paper.committed(articleId);
  if (story.getXmlFragment("body").length !== 4) throw new Broken(`A story of four blocks was brought up to date to ${story.getXmlFragment("body").length}.`);
  for (const editor of editors) editor.write(80, 350);
  await pause(1000, signal);
  if (old.refusals[0] !== "schema_too_old" || old.isIn) throw new Broken(`A page of the schema before was let in: ${old.refusals.join()}`);
  old.leave();
  const moved: number[] = [];
  for (let exchange = 0; exchange < exchanges; exchange++) {
    const [first] = paper.servers;
    await paper.start();
    // What stands there stays until the process that goes sends it away.
    await pause(600, signal);
    const began = performance.now();
    await paper.stop(first as Server);
    for (const editor of editors) editor.rest();
    while (!editors.every(({ isSaved }) => isSaved)) {
      if (performance.now() - began > 60_000) throw new Broken("Not everybody is back after a minute.");
      await pause(20, signal);
    }
    moved.push(performance.now() - began);
    await judgeStored(paper, articleId, journals);
    for (const editor of editors) editor.write(80, 350);
  }
  await judgeAtRest(paper, articleId, editors, journals);
  judgeSaid(paper.said());
  for (const editor of editors) editor.leave();
  report(`Processes exchanged ${exchanges} times under four who type: asked to stop → everybody’s words saved at the other`, `p50 ${percentile(moved, 0.5)} ms, most ${percentile(moved, 1)} ms`);
}

/** What the shortest run does before chance chooses. */
export const surely = ["a process was killed", "the network was cut", "PostgreSQL was killed", "a process was killed"] as const;

/** Ten people at two processes on one PostgreSQL, and every few seconds something is done to them: these things `first`, then whatever chance chooses. */
export async function fuzz(trial: Trial, seconds = trial.amount.minutes * 60, first: readonly string[] = []): Promise<void> {
  const { paper, chance, report, signal } = trial;
  const desk = await Desk.open(trial, "Written by ten at two processes", 10);
  const counted = new Map<string, number>();
  const acts: Record<string, () => Promise<void>> = {
    "a process was killed": async () => {
      const server = chance.one(paper.servers);
      await paper.kill(server);
      await desk.judgeStored();
      await pause(chance.between(0, 1500), signal);
      await paper.start(server.port);
    },
    "a process was asked to stop": async () => {
      const server = chance.one(paper.servers);
      await paper.stop(server);
      await desk.judgeStored();
      await paper.start(server.port);
    },
    "the network was cut": async () => {
      paper.network.cut();
      await pause(chance.between(100, 3000), signal);
      paper.network.open();
    },
    "the network was held up": async () => {
      paper.network.hold();
      await pause(chance.between(100, 3000), signal);
      paper.network.open();
    },
    "connections were reset": async () => paper.network.reset(),
    "PostgreSQL sent its connections away": async () => paper.endConnections(),
    "PostgreSQL was killed": async () => paper.killPostgres(),
    "replies came out of order": async () => {
      const editor = chance.one(desk.editors);
      editor.disorder = editor.disorder > 0 ? 0 : chance.between(50, 400);
    },
  };
  const until = performance.now() + seconds * 1000;
  const together: number[] = [];
  desk.write();
  for (let number = 0; performance.now() < until; number++) {
    await pause(chance.between(500, 2500), signal);
    const name = first[number] ?? chance.one(Object.keys(acts));
    counted.set(name, (counted.get(name) ?? 0) + 1);
    await acts[name]?.();
    if (number % 5 === 4) {
      together.push(await desk.judgeAtRest());
      trial.say(`${number + 1} things done`);
      desk.write();
    }
  }
  together.push(await desk.judgeAtRest());
  report(`Ten people at two processes, ${Math.round(seconds)} s`, [...counted].map(([name, times]) => `${name} ${times} ×`).join(", "));
  report("The same: everything saved and the same for everybody after the last key", `p50 ${percentile(together, 0.5)} ms, most ${percentile(together, 1)} ms, ${together.length} times`);
  report("The same: words written", String(await desk.close()));
}

/** The disk under PostgreSQL is full to its last byte while people type, and has room again. */
async function diskFull(trial: Trial, times = Math.max(1, Math.round(trial.amount.cycles / 40))): Promise<void> {
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
