import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverCommand } from "../scripts/server-command.mjs";
import { removeEmbeddedPostgres } from "../server/postgres-place";

export type Login = { role: string; email: string; password: string };
export type Newsroom = { origin: string; dataDir: string; logins: Login[]; process: ChildProcess; printed(): string; stop(): Promise<void> };

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Set to nothing, so that neither the shell nor a developer's .env leads a test to a database that is not its own, or to anybody's mailbox. */
const ownAlone = { DATABASE_URL: "", DATABASE_APP_URL: "", DATABASE_READER_URL: "", SECRET: "", SMTP_URL: "", MAIL_FROM: "", COMMENT_CHECK_URL: "", COMMENT_CHECK_SECRET: "", TRUSTED_PROXY_HOPS: "" };

/**
 * A newsroom of its own for tests: the production build with its own data folder and port, and the demo paper in it. `until`: what it says
 * when we go on. `within`: a program and its arguments, which makes surroundings for the one that follows and becomes it.
 */
export async function startNewsroom(options: { port?: number; dataDir?: string; env?: Record<string, string>; until?: string; within?: readonly string[] } = {}): Promise<Newsroom> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "standfirst-e2e-"));
  const origin = `http://localhost:${port}`;
  const [program = process.execPath, ...given] = [...(options.within ?? []), process.execPath, ...serverCommand];
  const server = spawn(program, given, {
    env: { ...process.env, ...ownAlone, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, APP_URL: origin, LOG_LEVEL: "warn", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  server.stdout?.on("data", (chunk) => {
    printed += chunk;
  });
  server.stderr?.on("data", (chunk) => {
    printed += chunk;
  });
  const deadline = Date.now() + 180_000;
  while (!printed.includes(options.until ?? "Standfirst is ready")) {
    if (server.exitCode !== null || Date.now() > deadline) {
      server.kill("SIGTERM");
      throw new Error(`The newsroom did not start:\n${printed}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    origin,
    dataDir,
    logins: loginsIn(dataDir),
    process: server,
    printed: () => printed,
    async stop() {
      if (server.exitCode === null) {
        server.kill("SIGTERM");
        await new Promise((done) => server.once("exit", done));
      }
    },
  };
}

/** The people of the demo paper, where it was made in this folder. */
export function loginsIn(dataDir: string): Login[] {
  const file = join(dataDir, "demo-logins.txt");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [role = "", email = "", password = ""] = line.split(/\s+/);
      return { role, email, password };
    });
}

/** What the postmaster wrote down, wherever its folder is: its process id in the first line, its port in the fourth. */
function postmasterLines(dataDir: string): string[] {
  const record = join(dataDir, "postgres.location");
  const cluster = existsSync(record) ? join(readFileSync(record, "utf8").trim(), "cluster") : join(dataDir, "postgres");
  return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
}

/** The postmaster's process id. */
export const postmasterOf = (dataDir: string): number => Number(postmasterLines(dataDir)[0]);

/** The port at which PostgreSQL answers. */
export const postgresPort = (dataDir: string): number => Number(postmasterLines(dataDir)[3]);

/** The postmaster and each of its children, itself first. */
export function postgresProcesses(dataDir: string): number[] {
  const parent = postmasterOf(dataDir);
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`) && parentOf(name) === parent);
  return [parent, ...children.map(Number)];
}

/** Kills PostgreSQL as a power cut would: the postmaster and each of its children. */
export function killPostgres(dataDir: string): void {
  for (const pid of postgresProcesses(dataDir)) tell(pid, "SIGKILL");
}

/** Sends a signal to a process that may be gone by now; false where it is. */
export function tell(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    // It went by itself, perhaps when its parent did.
    return false;
  }
}

function parentOf(pid: string): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
  } catch {
    // The process ended while we looked.
    return null;
  }
}

/** Takes everything away that a test's newsroom left. */
export function forget(newsroom: Newsroom): void {
  removeEmbeddedPostgres(newsroom.dataDir);
}
