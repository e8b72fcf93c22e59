import { readFileSync } from "node:fs";
import * as Y from "yjs";
import { openDatabase } from "@/db/client";
import { Desk } from "@/e2e/chaos/desk-on-trial";
import { Broken, judgeAtRest, judgeSaid, judgeStored, settle } from "@/e2e/chaos/oracle";
import type { Server } from "@/e2e/chaos/paper";
import { noFigures, SimulatedEditor } from "@/e2e/chaos/simulated-editor";
import { pause, percentile, type Trial } from "@/e2e/chaos/trial";
import { appendUpdate, committedCopy } from "@/lib/articles/update-log";
import type { StoryContent } from "@/lib/content/document";
import { schemaVersion } from "@/lib/content/schema";
import { mergeBodyIntoWorkingCopy } from "@/lib/content/working-copy";

/** A story of the schema before, editors of both schemas, and processes that are exchanged one after the other under their hands. */
export async function deploy(trial: Trial, exchanges = Math.max(2, Math.round(trial.amount.cycles / 20))): Promise<void> {
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
