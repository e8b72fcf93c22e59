import { createServer, type Server } from "node:http";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { sweepDueArticles } from "@/lib/articles/jobs/publish-due-articles";
import { sweepWaitingEmbeds } from "@/lib/embeds/jobs/sweep-waiting-embeds";
import { seedDemoNewsroomIfEmpty } from "@/lib/imports/demo/load";
import { isHalfMade } from "@/lib/imports/demo/make-once";
import { jobs } from "@/lib/jobs/registry";
import { startWorker } from "@/lib/jobs/worker";
import type { Env } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { addPicture } from "@/lib/media/commands/add-picture";
import { ensureSetupToken } from "@/lib/people/commands/account";
import { claimFormerNames } from "@/lib/people/display-names";
import { type Application, createApplication } from "@/server/application";
import { type Ground, layGround } from "@/server/bootstrap";
import { answerClosed, type Closing, watchClosing } from "@/server/closed";
import { drain } from "@/server/drain";
import { readSettings } from "@/server/environment";
import { listen } from "@/server/listen";
import { giveUp } from "@/server/program";
import { guardAgainstSurprises } from "@/server/last-resort";
import { answerUnreadable } from "@/server/unreadable-request";
import { createWorks } from "@/server/works";

const development = process.env.NODE_ENV === "development";
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line: string) => console.log(line);
/** All that is under way must be done within this, or is cut off. */
const stopLimitMs = 30_000;
/** Requests in hand have so long to be answered. */
const answerLimitMs = 10_000;

async function start(): Promise<void> {
  const env = readSettings(root);
  const door = await openDoor(env);
  const ground = await layGround(env, root, say);
  let stopped = false;
  // Until the newsroom is open there is nothing to finish: what is half-made the next start makes anew.
  let stop = () => ground.leave();
  const end = async (reason: string, code: number): Promise<void> => {
    if (stopped) return;
    stopped = true;
    say(`\nStopping (${reason}).`);
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    try {
      await stop();
    } catch (error) {
      log().error({ err: error }, "stopping was not clean");
      process.exit(1);
    }
    process.exit(code);
  };
  // Whoever started us was killed outright: without anybody to stop us we go, and leave the port free.
  const starter = Number(process.env.STANDFIRST_STARTED_BY);
  if (starter) setInterval(() => process.ppid !== starter && void end("left alone", 0), 1000).unref();
  process.on("SIGINT", () => void end("Ctrl-C", 0));
  process.on("SIGTERM", () => void end("asked to", 0));
  try {
    stop = await open(env, ground, door);
  } catch (error) {
    // Told to stop meanwhile, we have taken the ground away ourselves.
    if (stopped) return;
    await ground.leave();
    throw error;
  }
  guardAgainstSurprises((error) => void end(`a surprise: ${error}`, 1));
}

type Door = { server: Server; closing: Closing; application: Application | null };

/**
 * Opens the port before anything is begun that would have to be stopped again, and while PostgreSQL starts and the schema is brought up to
 * date: whoever comes meanwhile, or while somebody has closed the paper, is told so. Throws `WrongSetting` where the port cannot be had.
 */
async function openDoor(env: Env): Promise<Door> {
  const https = env.appUrl.startsWith("https:");
  const closing = watchClosing(env.dataDir);
  const door: Door = {
    server: createServer((request, response) => {
      if (!door.application || closing.isClosed()) answerClosed(door.application ? "maintenance" : "starting", request, response, https);
      else door.application.handle(request, response);
    }),
    closing,
    application: null,
  };
  door.server.on("upgrade", (request, socket, head) => {
    // From here on Node looks after this connection no more: one that is reset before anybody else does would be an error that nobody catches.
    socket.on("error", () => socket.destroy());
    if (!door.application || closing.isClosed()) socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    else door.application.upgrade(request, socket, head);
  });
  door.server.on("clientError", answerUnreadable);
  door.server.requestTimeout = 120_000;
  door.server.headersTimeout = 20_000;
  door.server.keepAliveTimeout = 65_000;
  await listen(door.server, env);
  return door;
}

/** Opens the newsroom for everybody, and returns how to close it. */
async function open(env: Env, ground: Ground, door: Door): Promise<() => Promise<void>> {
  const people = env.databaseUrl ? [] : await seedDemoNewsroomIfEmpty(ground.logins.migratorUrl, env.dataDir, say);
  const application = await createApplication(env, { development, root });
  await claimFormerNames();
  // Whoever closes the paper wants it at rest: nobody writes in it, and nothing is done in it.
  const works = createWorks([() => startWorker(ground.logins.appUrl, jobs), sweepDueArticles, () => sweepWaitingEmbeds({ keepPicture: (bytes, originalName, actor) => addPicture({ bytes, originalName }, { actor }) }), () => application.writing()]);
  const { server, closing } = door;
  await works.start(!closing.isClosed());
  closing.tell((closed) => void works.keep(!closed));
  door.application = application;

  say(`\nStandfirst is ready at ${env.appUrl}`);
  for (const line of people) say(line);
  if (env.databaseUrl) await sayHowToBegin(env.appUrl);

  return async () => {
    closing.stop();
    const answered = drain(server, answerLimitMs);
    await works.keep(false);
    await application.stop(answered);
    await ground.stop();
  };
}

async function sayHowToBegin(appUrl: string): Promise<void> {
  if (await isHalfMade()) say("Warning: the demo newsroom was not loaded to its end. Run npm run demo again; it begins anew.");
  const token = await ensureSetupToken();
  if (token) say(`Nobody has an account yet. Make the first administrator at ${appUrl}/setup with this token: ${token}`);
}

start().catch(giveUp);
