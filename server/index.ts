import { createServer } from "node:http";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { sweepDueArticles } from "@/lib/articles/jobs/publish-due-articles";
import { seedDemoNewsroomIfEmpty } from "@/lib/imports/demo/load";
import { sweepExpired } from "@/lib/jobs/forget-expired";
import type { Env } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { ensureSetupToken } from "@/lib/people/commands/account";
import { createApplication } from "@/server/application";
import { type Ground, layGround } from "@/server/bootstrap";
import { readSettings } from "@/server/environment";
import { listen, proveAddress } from "@/server/listen";
import { giveUp } from "@/server/program";
import { guardAgainstSurprises } from "@/server/last-resort";

const development = process.env.NODE_ENV === "development";
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line: string) => console.log(line);
/** All that is under way must be done within this, or is cut off. */
const stopLimitMs = 30_000;

async function start(): Promise<void> {
  const env = readSettings(root);
  await proveAddress(env);
  const ground = await layGround(env, root, say);
  try {
    await open(env, ground);
  } catch (error) {
    await ground.stop({ leaveRunning: true });
    throw error;
  }
}

async function open(env: Env, ground: Ground): Promise<void> {
  const people = env.databaseUrl ? [] : await seedDemoNewsroomIfEmpty(env.dataDir, say);
  const application = await createApplication(env, { development, root });
  const sweeps = [sweepDueArticles(), sweepExpired()];

  const server = createServer((request, response) => application.handle(request, response));
  server.on("upgrade", (request, socket, head) => application.upgrade(request, socket, head));
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  await listen(server, env);

  say(`\nStandfirst is ready at ${env.appUrl}`);
  for (const line of people) say(line);
  const token = env.databaseUrl ? await ensureSetupToken() : null;
  if (token) say(`Nobody has an account yet. Make the first administrator at ${env.appUrl}/setup with this token: ${token}`);

  let stopping = false;
  async function stop(reason: string, code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    say(`\nStopping (${reason}).`);
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    server.close();
    server.closeIdleConnections();
    for (const sweep of sweeps) sweep.stop();
    try {
      await application.stop();
      server.closeAllConnections();
      await ground.stop();
    } catch (error) {
      log().error({ err: error }, "stopping was not clean");
      process.exit(1);
    }
    process.exit(code);
  }
  // Whoever started us was killed outright: without anybody to stop us we go, and leave the port free.
  const starter = Number(process.env.STANDFIRST_STARTED_BY);
  if (starter) setInterval(() => process.ppid !== starter && void stop("left alone", 0), 1000).unref();
  process.on("SIGINT", () => void stop("Ctrl-C", 0));
  process.on("SIGTERM", () => void stop("asked to", 0));
  guardAgainstSurprises((error) => void stop(`a surprise: ${error}`, 1));
}

start().catch(giveUp);
