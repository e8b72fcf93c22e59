import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startEmbeddedPostgres } from "@/server/embedded-postgres";
import { listenerName } from "@/server/listener";
import { findPlace, removeEmbeddedPostgres } from "@/server/postgres-place";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "standfirst-cluster-"));
});
afterEach(() => removeEmbeddedPostgres(dataDir));

/** What lies beside the cluster and bears its name: half-made ones and passwords. */
function beside(): string[] {
  const { cluster } = findPlace(dataDir);
  return readdirSync(dirname(cluster)).filter((name) => name.startsWith(basename(cluster)) && name !== basename(cluster) && !/^postgres(\.log|\.location|-passwords\.json)$/.test(name));
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The postmaster that the cluster names, or null where none has been started. */
function postmaster(): number | null {
  const file = join(findPlace(dataDir).cluster, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

it("everything is killed while the cluster is being made: the next start makes it, and nothing half-made or secret stays", async () => {
  const { cluster } = findPlace(dataDir);
  const making = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", 'const { startEmbeddedPostgres } = await import("./server/embedded-postgres.ts"); await startEmbeddedPostgres({ dataDir: process.argv[1] });', dataDir], { detached: true, stdio: "ignore" });
  const ended = once(making, "exit");
  const begun = () => readdirSync(dirname(cluster), { recursive: true, encoding: "utf8" }).some((name) => basename(name) === "PG_VERSION");
  await vi.waitFor(() => expect(begun()).toBe(true), { interval: 1, timeout: 20_000 });
  process.kill(-(making.pid ?? 0), "SIGKILL");
  await ended;
  expect(postmaster()).toBeNull();

  const server = await startEmbeddedPostgres({ dataDir });
  const sql = postgres(server.appUrl, { max: 1 });
  expect(await sql`select current_user as name`).toMatchObject([{ name: "standfirst_app" }]);
  await sql.end();
  await server.stop();
  expect(beside()).toEqual([]);
}, 120_000);

it("a half-made cluster of an earlier try is taken away", async () => {
  const { cluster } = findPlace(dataDir);
  mkdirSync(`${cluster}.new-0123`, { recursive: true });
  writeFileSync(join(`${cluster}.new-0123`, "password"), "secret");
  const server = await startEmbeddedPostgres({ dataDir });
  await server.stop();
  expect(beside()).toEqual([]);
}, 120_000);

it("where the cluster does not take our password the start says so at once, and leaves no PostgreSQL running", async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await first.stop();
  const file = join(dataDir, "postgres-passwords.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/"migrator":"[^"]+"/, '"migrator":"another"'));
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/postgres-passwords\.json/);
  const left = postmaster();
  expect(left === null || !isRunning(left)).toBe(true);
}, 120_000);

it("tells a PostgreSQL on which a running newsroom lives from one that a killed start left", async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  const heard = (processId: number) => postgres(server.appUrl, { max: 1, connection: { application_name: listenerName(processId) } });
  const own = heard(process.pid);
  await own`select 1`;
  expect(await server.isShared()).toBe(false);
  const other = heard(process.pid + 1);
  await other`select 1`;
  expect(await server.isShared()).toBe(true);
  await Promise.all([own.end(), other.end()]);
  await server.stop();
  expect(await server.isShared()).toBe(false);
}, 120_000);
