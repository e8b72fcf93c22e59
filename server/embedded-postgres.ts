import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { commandLine, isAlive, signal } from "@/server/processes";
import { findPostgresPlace, ownFolder, type PostgresPlace, replaceFile } from "@/server/postgres-place";

/** A PostgreSQL of our own: the real server from an npm package, under a small supervisor. */
export type EmbeddedPostgres = {
  migratorUrl: string;
  appUrl: string;
  readerUrl: string;
  /** An earlier process had left it running. */
  adopted: boolean;
  /** The postmaster's process id, which changes when it had to be started again. */
  processId(): number;
  /** From now on a PostgreSQL that dies is started again, on the same port. */
  keepAlive(): void;
  /** Waits until it has stopped by somebody else's word, at most this long. */
  gone(limitMs: number): Promise<void>;
  stop(): Promise<void>;
};

type Options = { dataDir: string; log?: (line: string) => void };
type Passwords = { migrator: string; app: string; reader: string };
type Running = { pid: number; port: number };

const databaseName = "standfirst";
const startLimitMs = 60_000;
const stopLimitMs = 20_000;
const watchEveryMs = 500;

/**
 * Starts PostgreSQL on a free loopback port, or adopts the one that an earlier process left running, and returns three logins. `stop`
 * is PostgreSQL's fast shutdown: everything committed is on disk when it resolves.
 */
export async function startEmbeddedPostgres({ dataDir, log = () => undefined }: Options): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const place = findPostgresPlace(folder);
  const isNew = !existsSync(join(place.cluster, "PG_VERSION"));
  const passwords = readPasswords(join(folder, "postgres-passwords.json"), isNew);
  if (isNew) {
    log("Making the database (once).");
    initialise(place, passwords);
  }
  ownFolder(place.cluster, place.owner);
  const supervisor = new Supervisor(place, passwords, join(folder, "postgres.log"), log);
  const { port, adopted } = await supervisor.start();
  await prepareLogins(port, passwords);
  const urlOf = (login: string, password: string) => `postgres://${login}:${password}@127.0.0.1:${port}/${databaseName}`;
  return {
    migratorUrl: urlOf("standfirst", passwords.migrator),
    appUrl: urlOf("standfirst_app", passwords.app),
    readerUrl: urlOf("standfirst_reader", passwords.reader),
    adopted,
    processId: () => supervisor.processId,
    keepAlive: () => supervisor.keepAlive(),
    gone: (limitMs) => supervisor.gone(limitMs),
    stop: () => supervisor.stop(),
  };
}

/** Holds one cluster: starts it, watches it, stops it. */
class Supervisor {
  private running: Running = { pid: 0, port: 0 };
  private watch: NodeJS.Timeout | undefined;
  private restarting: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly place: PostgresPlace,
    private readonly passwords: Passwords,
    private readonly logFile: string,
    private readonly log: (line: string) => void,
  ) {}

  get processId(): number {
    return this.running.pid;
  }

  async start(): Promise<{ port: number; adopted: boolean }> {
    const adopted = await this.bringUp(null);
    return { port: this.running.port, adopted };
  }

  keepAlive(): void {
    this.watch = setInterval(() => this.lookAfter(), watchEveryMs);
    this.watch.unref();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watch);
    await this.restarting;
    const { pid } = this.running;
    signal(pid, "SIGINT");
    await this.gone(stopLimitMs);
    if (!isAlive(pid)) return;
    this.log("PostgreSQL did not stop in time and was told to stop at once; it recovers at the next start.");
    signal(pid, "SIGQUIT");
    await pause(500);
  }

  async gone(limitMs: number): Promise<void> {
    const deadline = Date.now() + limitMs;
    while (isAlive(this.running.pid) && Date.now() < deadline) await pause(25);
  }

  private lookAfter(): void {
    if (this.stopping || this.restarting || isAlive(this.running.pid)) return;
    this.log("PostgreSQL is gone; starting it again.");
    this.restarting = this.bringUp(this.running.port)
      .then(
        () => this.log("PostgreSQL is back."),
        (error: unknown) => this.log(`PostgreSQL could not be started again: ${String(error)}`),
      )
      .finally(() => {
        this.restarting = null;
      });
  }

  /**
   * Adopts or launches, again and again until the limit: after kill -9 of the postmaster its children need a moment to notice and to
   * let go of the shared memory, and until then a new one is refused. Resolves with whether it was adopted.
   */
  private async bringUp(port: number | null): Promise<boolean> {
    const deadline = Date.now() + startLimitMs;
    while (Date.now() < deadline && !(this.stopping && port)) {
      const left = readPidFile(this.place.cluster);
      if (left && !isPostmasterOf(left.pid, this.place.cluster)) rmSync(pidFile(this.place.cluster), { force: true });
      else if (left?.port && (await this.answers({ pid: left.pid, port: left.port }, deadline))) {
        this.running = { pid: left.pid, port: left.port };
        return true;
      } else if (!left) {
        const started = await this.launch(port ?? (await freePort()), deadline);
        if (started) {
          this.running = started;
          return false;
        }
      }
      await pause(200);
    }
    throw new Error(`PostgreSQL did not start within ${startLimitMs / 1000} seconds. See ${this.logFile}.`);
  }

  private async launch(port: number, deadline: number): Promise<Running | null> {
    const output = openSync(this.logFile, "a", 0o600);
    const settings = {
      listen_addresses: "127.0.0.1",
      port,
      unix_socket_directories: "",
      max_connections: 100,
      shared_buffers: "128MB",
      fsync: "on",
      synchronous_commit: "on",
      full_page_writes: "on",
      password_encryption: "scram-sha-256",
      log_min_messages: "warning",
      log_line_prefix: "%m [%p] %u ",
      timezone: "UTC",
      log_timezone: "UTC",
    };
    const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    // A group of its own: Ctrl-C in the terminal is for us; we stop PostgreSQL when everything is written.
    const child = spawn(join(this.place.programs, "bin", "postgres"), ["-D", this.place.cluster, ...given], {
      ...runAs(this.place),
      detached: true,
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    child.unref();
    const ended = endOf(child);
    const running = { pid: child.pid ?? 0, port };
    return (await this.answers(running, deadline, ended)) ? running : null;
  }

  /** Asks until it answers with our password: then it is ours, and it has recovered. */
  private async answers(running: Running, deadline: number, ended: { yes: boolean } = { yes: false }): Promise<boolean> {
    while (Date.now() < deadline && !ended.yes && isAlive(running.pid)) {
      const sql = superuser(running.port, this.passwords);
      try {
        await sql`select 1`;
        return true;
      } catch {
        // Not ready yet, or still recovering: asked again until the limit.
        await pause(40);
      } finally {
        await sql.end({ timeout: 1 });
      }
    }
    return false;
  }
}

/** Made beside and then moved: a cluster that was interrupted half-way must never pass for a whole one. */
function initialise(place: PostgresPlace, passwords: Passwords): void {
  const making = `${place.cluster}.making`;
  rmSync(making, { recursive: true, force: true });
  ownFolder(making, place.owner);
  const passwordFile = join(making, "..", ".postgres-password");
  writeFileSync(passwordFile, passwords.migrator, { mode: 0o600 });
  if (place.owner) chownSync(passwordFile, place.owner.uid, place.owner.gid);
  const how = ["-U", "standfirst", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
  const words = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const made = spawnSync(join(place.programs, "bin", "initdb"), ["-D", making, ...how, ...words], {
    ...runAs({ ...place, cluster: making }),
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its cluster: ${made.stderr || made.error?.message || "it gave no reason"}`);
  }
  rmSync(place.cluster, { recursive: true, force: true });
  renameSync(making, place.cluster);
}

function runAs(place: PostgresPlace) {
  const libraries = join(place.programs, "lib");
  // Nothing of our environment but what it needs: secrets given to us are none of its business.
  const env = {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH,
    LC_ALL: "C",
    TZ: "UTC",
    LD_LIBRARY_PATH: libraries,
    DYLD_LIBRARY_PATH: libraries,
  };
  return { ...(place.owner ?? {}), cwd: place.cluster, env };
}

function readPasswords(file: string, isNew: boolean): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  if (!isNew) throw new Error(`${file} is missing, so nobody knows the passwords of the database beside it. Put it back from a backup.`);
  const draw = () => randomBytes(24).toString("base64url");
  const passwords = { migrator: draw(), app: draw(), reader: draw() };
  replaceFile(file, JSON.stringify(passwords));
  return passwords;
}

const pidFile = (cluster: string) => join(cluster, "postmaster.pid");

/** What postmaster.pid says; the port is null while PostgreSQL has not written it yet. */
function readPidFile(cluster: string): { pid: number; port: number | null } | null {
  const file = pidFile(cluster);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) || null };
}

/** Whether this process lives and is a PostgreSQL on this cluster. After a reboot the number may belong to anybody. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const line = commandLine(pid);
  return line === "" || line.includes(cluster);
}

function endOf(child: ChildProcess): { yes: boolean } {
  const ended = { yes: false };
  const note = () => {
    ended.yes = true;
  };
  child.once("exit", note);
  child.once("error", note);
  return ended;
}

function superuser(port: number, passwords: Passwords) {
  return postgres({
    host: "127.0.0.1",
    port,
    database: "postgres",
    username: "standfirst",
    password: passwords.migrator,
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
  });
}

async function prepareLogins(port: number, passwords: Passwords): Promise<void> {
  const sql = superuser(port, passwords);
  try {
    const [known] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!known) await sql.unsafe(`create database ${databaseName} owner standfirst`);
    const logins = [
      ["standfirst_app", passwords.app],
      ["standfirst_reader", passwords.reader],
    ] as const;
    for (const [login, password] of logins) {
      const [role] = await sql`select 1 from pg_roles where rolname = ${login}`;
      // The password is ours, drawn from base64url: it holds no quote.
      await sql.unsafe(`${role ? "alter" : "create"} role ${login} login password '${password}'`);
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? done(address.port) : failed(new Error("There is no free port."))));
    });
  });
}
