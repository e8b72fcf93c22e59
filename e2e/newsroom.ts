import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
const ownAlone = { DATABASE_URL: "", DATABASE_APP_URL: "", DATABASE_READER_URL: "", SECRET: "", SMTP_URL: "", MAIL_FROM: "", TRUSTED_PROXY_HOPS: "" };

/** A newsroom of its own for tests: the production build with its own data folder and port, and the demo paper in it. `until`: what it says when we go on. */
export async function startNewsroom(options: { port?: number; dataDir?: string; env?: Record<string, string>; until?: string } = {}): Promise<Newsroom> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "standfirst-e2e-"));
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["--import", "tsx", "server/index.ts"], {
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
  const file = join(dataDir, "demo-logins.txt");
  const logins = existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => {
          const [role = "", email = "", password = ""] = line.split(/\s+/);
          return { role, email, password };
        })
    : [];
  return {
    origin,
    dataDir,
    logins,
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

/** The postmaster's process id, wherever its folder is. */
export function postmasterOf(dataDir: string): number {
  const record = join(dataDir, "postgres.location");
  const cluster = existsSync(record) ? join(readFileSync(record, "utf8").trim(), "cluster") : join(dataDir, "postgres");
  return Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Takes everything away that a test's newsroom left. */
export function forget(newsroom: Newsroom): void {
  removeEmbeddedPostgres(newsroom.dataDir);
}
