import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { createDatabaseClients } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { isConnectionError } from "@/db/unavailable";
import { createEventHub, type EventHub } from "@/lib/core/events";
import type { Environment } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { provide } from "@/lib/kernel/process-store";
import { createApplication } from "@/server/application";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/server/embedded-postgres";
import { answerHealth } from "@/server/health";
import { listenerName, startListener } from "@/server/listener";
import { replaceFile } from "@/server/postgres-place";

type Say = (line: string) => void;
type Logins = { migratorUrl: string; appUrl: string; readerUrl: string };
type Stoppable = { stop(): Promise<void> };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    /** As given, with the secret that was made where none was. */
    environment: Environment & { secret: string };
  }
}

const listenTriesMs = 10_000;
const otherServerMs = 10_000;
const clusterStopMs = 5_000;

/** From nothing to a paper that answers; what was started is stopped again, in reverse, where a later step fails. */
export async function bootstrap(given: Environment, say: Say): Promise<Stoppable> {
  const started: Stoppable[] = [];
  const stop = async () => {
    for (const part of started.splice(0).reverse()) await part.stop();
  };
  try {
    const newsroom = await openNewsroom(given, say);
    started.push(newsroom);
    const listener = await startListener(newsroom.logins.appUrl, newsroom.hub);
    started.push(listener);
    const application = await createApplication(newsroom.environment);
    started.push(application);
    const health = answerHealth({ isListening: () => listener.isListening() });
    const server = createServer((request, response) => {
      if (!health(request, response)) application.handle(request, response);
    });
    server.on("upgrade", (request, socket, head) => application.upgrade(request, socket, head));
    await listen(server, given);
    started.push({ stop: () => close(server) });
    say(`Standfirst is at ${newsroom.environment.appUrl.origin}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** The newsroom below the web: database up, migrated, in the process store. */
export type Newsroom = Stoppable & { environment: Environment & { secret: string }; logins: Logins; hub: EventHub };

/** Opens the newsroom for a server: it looks after PostgreSQL and stops it in the end. One server at a time has a data folder. */
async function openNewsroom(given: Environment, say: Say): Promise<Newsroom> {
  if (given.database) return furnish(given, { logins: given.database, stop: async () => undefined });
  const cluster = await takeCluster(given.dataDir, say);
  cluster.keepAlive();
  return furnish(given, { logins: cluster, stop: cluster.stop });
}

/** Opens the newsroom for a tool, beside a server or without one: PostgreSQL is left as it was found. */
export async function visitNewsroom(given: Environment, say: Say): Promise<Newsroom> {
  if (given.database) return furnish(given, { logins: given.database, stop: async () => undefined });
  const cluster = await startEmbeddedPostgres({ dataDir: given.dataDir, log: say });
  return furnish(given, { logins: cluster, stop: cluster.adopted ? async () => undefined : cluster.stop });
}

async function furnish(given: Environment, database: { logins: Logins } & Stoppable): Promise<Newsroom> {
  const dataDir = resolve(given.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const environment = { ...given, dataDir, secret: given.secret ?? ownSecret(join(dataDir, "secret")) };
  try {
    await migrateDatabase(database.logins, (line) => log().warn(line));
  } catch (error) {
    await database.stop();
    throw error;
  }
  const clients = createDatabaseClients(database.logins);
  const hub = createEventHub();
  provide("environment", environment);
  provide("database", clients);
  provide("events", hub);
  const stop = async () => {
    await clients.stop();
    await database.stop();
  };
  return { environment, logins: database.logins, hub, stop };
}

/**
 * A server that was killed leaves PostgreSQL running, and so does one that still runs: only the latter has somebody listening. Where it
 * is just stopping, its PostgreSQL stops with it, and a new one is started.
 */
async function takeCluster(dataDir: string, say: Say): Promise<EmbeddedPostgres> {
  const found = await startEmbeddedPostgres({ dataDir, log: say });
  if (!found.adopted || !(await hasListener(found.migratorUrl))) return found;
  say("Another run on this data folder is still going; waiting for it to stop.");
  const deadline = Date.now() + otherServerMs;
  while (await hasListener(found.migratorUrl)) {
    if (Date.now() > deadline)
      throw new Error("Another Standfirst is running on this data folder. Stop it first, or choose another folder with DATA_DIR.");
    await pause(250);
  }
  await found.gone(clusterStopMs);
  return startEmbeddedPostgres({ dataDir, log: say });
}

/** Whether a server is connected; false as well where PostgreSQL has gone meanwhile. */
async function hasListener(migratorUrl: string): Promise<boolean> {
  const sql = postgres(migratorUrl, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    const rows = await sql`select 1 from pg_stat_activity where application_name = ${listenerName} and datname = current_database()`;
    return rows.length > 0;
  } catch (error) {
    if (isConnectionError(error)) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function ownSecret(file: string): string {
  if (!existsSync(file)) replaceFile(file, randomBytes(48).toString("base64url"));
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

/** Binds the port; waits a little where an earlier run is still letting go of it. */
async function listen(server: Server, { port, host }: Environment): Promise<void> {
  const deadline = Date.now() + listenTriesMs;
  for (;;) {
    const error = await new Promise<NodeJS.ErrnoException | null>((done) => {
      server.once("error", done);
      server.listen(port, host, () => {
        server.off("error", done);
        done(null);
      });
    });
    if (!error) return;
    if (error.code !== "EADDRINUSE") throw error;
    if (Date.now() > deadline) throw new Error(`Port ${port} is in use by another program. Choose another one with PORT.`);
    await pause(250);
  }
}

/** Nobody new comes in; answers under way are finished, idle connections closed. */
function close(server: Server): Promise<void> {
  return new Promise((done) => {
    const force = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(force);
      done();
    });
    server.closeIdleConnections();
  });
}
