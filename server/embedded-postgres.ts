import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { WrongSetting } from "@/lib/kernel/env";
import { keepFile } from "@/lib/kernel/kept-file";
import { listenerName } from "@/server/listener";
import { asOwner, ensureCluster } from "@/server/postgres-cluster";
import { findPlace, type Place } from "@/server/postgres-place";

/** A PostgreSQL of our own: the real server from an npm package, under a small supervisor. `isShared`: another process of ours lives on it. */
export type EmbeddedPostgres = { migratorUrl: string; appUrl: string; readerUrl: string; processId: number; isShared(): Promise<boolean>; stop(): Promise<void> };

type Options = { dataDir: string; say?: (line: string) => void };
type Passwords = { migrator: string; app: string; reader: string };

const database = "standfirst";
const startLimitMs = 60_000;
const stopLimitMs = 25_000;

/** Starts PostgreSQL on a free loopback port, or adopts the one that an earlier process left running, and returns three logins. */
export async function startEmbeddedPostgres({ dataDir, say = () => undefined }: Options): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  const place = findPlace(resolve(dataDir));
  const passwords = readPasswords(join(dataDir, "postgres-passwords.json"));
  ensureCluster(place, passwords.migrator, say);
  const adopted = await adopt(place, passwords);
  const logFile = join(dataDir, "postgres.log");
  let running = adopted ?? (await launch(place, passwords, logFile));
  const urlOf = (login: string, password: string) => `postgres://${login}:${password}@127.0.0.1:${running.port}/${database}`;
  try {
    await prepareLogins(running.port, passwords);
  } catch (error) {
    if (!adopted) await stop(running.pid);
    throw error;
  }

  // Killed under us, it is started again where it was: everybody's connections find it at the same port.
  let busy = false;
  let stopping = false;
  const watch = setInterval(() => {
    if (busy || stopping || isAlive(running.pid)) return;
    busy = true;
    launch(place, passwords, logFile, running.port)
      .then((again) => {
        running = again;
      })
      .catch(() => say("PostgreSQL could not be started again; trying on."))
      .finally(() => {
        busy = false;
      });
  }, 300);
  watch.unref();

  return {
    migratorUrl: urlOf("standfirst", passwords.migrator),
    appUrl: urlOf("standfirst_app", passwords.app),
    readerUrl: urlOf("standfirst_reader", passwords.reader),
    processId: running.pid,
    isShared: () => isHeardByOthers(running.port, passwords),
    async stop() {
      stopping = true;
      clearInterval(watch);
      while (busy) await new Promise((done) => setTimeout(done, 50));
      await stop(running.pid);
    },
  };
}

function readPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  const draw = () => randomBytes(24).toString("base64url");
  const passwords = { migrator: draw(), app: draw(), reader: draw() };
  keepFile(file, JSON.stringify(passwords));
  return passwords;
}

type Running = { pid: number; port: number };

function readPidFile(cluster: string): Running | null {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** After a crash of ours the postmaster lives on: it is used again rather than fought over. */
async function adopt(place: Place, passwords: Passwords): Promise<Running | null> {
  const left = readPidFile(place.cluster);
  if (!left || !isAlive(left.pid)) return null;
  const answers = await answersWithin(left, passwords, 15_000);
  return answers ? left : null;
}

async function launch(place: Place, passwords: Passwords, logFile: string, samePort?: number): Promise<Running> {
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const port = samePort ?? (await freePort());
    const logHandle = openSync(logFile, "a", 0o600);
    const settings = {
      listen_addresses: "127.0.0.1",
      port,
      unix_socket_directories: "",
      max_connections: 100,
      shared_buffers: "128MB",
      // The default is a spinning disk's: it makes lists be sorted that stand in an index.
      random_page_cost: 1.1,
      fsync: "on",
      synchronous_commit: "on",
      wal_level: "replica",
      log_min_messages: "warning",
      log_line_prefix: "%m [%p] %u ",
      timezone: "UTC",
    };
    // A group of its own: Ctrl-C in the terminal is for us; we stop PostgreSQL when everything is written.
    const child = spawn(join(place.binaries, "bin", "postgres"), ["-D", place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])], {
      ...asOwner(place, place.cluster),
      detached: true,
      stdio: ["ignore", logHandle, logHandle],
    });
    child.unref();
    closeSync(logHandle);
    const running = { pid: child.pid ?? 0, port };
    try {
      if (await startedWithin(child, running, passwords, deadline - Date.now())) return running;
    } catch (error) {
      await stop(running.pid);
      throw error;
    }
    // After kill -9 of the postmaster its children need a moment to notice and let go of the shared memory.
    if (Date.now() > deadline) {
      await stop(running.pid);
      throw new Error(`PostgreSQL did not start. See ${logFile}.`);
    }
    await new Promise((done) => setTimeout(done, 500));
  }
}

async function startedWithin(child: ChildProcess, running: Running, passwords: Passwords, limitMs: number): Promise<boolean> {
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  return answersWithin(running, passwords, limitMs, () => ended);
}

/** Whether it answers in time; recovery after a crash may take all the time it needs. Throws where it does not take our password. */
async function answersWithin(running: Running, passwords: Passwords, limitMs: number, given: () => boolean = () => !isAlive(running.pid)): Promise<boolean> {
  let deadline = Date.now() + limitMs;
  while (Date.now() < deadline && !given()) {
    const sql = superuser(running.port, passwords, "postgres");
    try {
      await sql`select 1`;
      return true;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === "28P01") throw new WrongSetting("The embedded PostgreSQL does not take the password in postgres-passwords.json; the file and the database in the data folder must come from the same start.");
      if (code === "57P03") deadline = Date.now() + limitMs;
      // Not ready yet: asked again until the limit.
      await new Promise((done) => setTimeout(done, 60));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

function superuser(port: number, passwords: Passwords, name: string) {
  return postgres({ host: "127.0.0.1", port, database: name, username: "standfirst", password: passwords.migrator, max: 1, connect_timeout: 5, idle_timeout: 5, onnotice: () => undefined });
}

async function prepareLogins(port: number, passwords: Passwords): Promise<void> {
  const sql = superuser(port, passwords, "postgres");
  try {
    const [known] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!known) await sql.unsafe(`create database ${database} owner standfirst`);
    for (const [login, password] of [["standfirst_app", passwords.app], ["standfirst_reader", passwords.reader]] as const) {
      const [role] = await sql`select 1 from pg_roles where rolname = ${login}`;
      // The password is ours, drawn from base64url: it holds no quote.
      await sql.unsafe(`${role ? "alter" : "create"} role ${login} login password '${password}'`);
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function isHeardByOthers(port: number, passwords: Passwords): Promise<boolean> {
  const sql = superuser(port, passwords, "postgres");
  try {
    const others = await sql`select 1 from pg_stat_activity where application_name like ${listenerName("%")} and application_name <> ${listenerName(process.pid)}`;
    return others.length > 0;
  } catch {
    // Where it does not answer it serves nobody.
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Fast shutdown: sessions end, everything is written, the server goes. */
async function stop(pid: number): Promise<void> {
  if (pid === 0 || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + stopLimitMs;
  while (isAlive(pid) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 40));
  if (isAlive(pid)) process.kill(pid, "SIGQUIT");
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? done(address.port) : failed(new Error("no free port"))));
    });
  });
}
