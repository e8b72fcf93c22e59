import { createServer } from "node:http";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { sweepDueArticles } from "@/lib/articles/jobs/publish-due-articles";
import { sweepWaitingEmbeds } from "@/lib/embeds/jobs/sweep-waiting-embeds";
import { seedDemoNewsroomIfEmpty } from "@/lib/imports/demo/load";
import { readEnv, WrongSetting } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { addPicture } from "@/lib/media/commands/add-picture";
import { ensureSetupToken } from "@/lib/people/commands/account";
import { createApplication } from "@/server/application";
import { layGround } from "@/server/bootstrap";
import { guardAgainstSurprises } from "@/server/last-resort";

const development = process.env.NODE_ENV === "development";
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line: string) => console.log(line);
/** All that is under way must be done within this, or is cut off. */
const stopLimitMs = 30_000;

async function start(): Promise<void> {
  const env = readEnv(process.env);
  process.env.LOG_LEVEL = env.logLevel;
  const ground = await layGround(env, root, say);
  const people = env.databaseUrl ? [] : await seedDemoNewsroomIfEmpty(env.dataDir, say);
  const application = await createApplication(env, { development, root });
  const sweeps = [sweepDueArticles(), sweepWaitingEmbeds({ keepPicture: (bytes, originalName, actor) => addPicture({ bytes, originalName }, { actor }) })];

  const server = createServer((request, response) => application.handle(request, response));
  server.on("upgrade", (request, socket, head) => application.upgrade(request, socket, head));
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(env.port, env.host, listening);
  });

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

start().catch((error) => {
  console.error(error instanceof WrongSetting ? error.message : error);
  process.exit(1);
});
