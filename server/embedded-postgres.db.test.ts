import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { createDatabase } from "@/db/client";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/server/embedded-postgres";
import { removePostgresPlace } from "@/server/postgres-place";
import { isAlive } from "@/server/processes";
import { isBrokenConnection } from "@/server/shutdown";

const made: { folder: string; servers: EmbeddedPostgres[] }[] = [];

afterEach(async () => {
  for (const { folder, servers } of made.splice(0)) {
    for (const server of servers) await server.stop();
    removePostgresPlace(folder);
  }
});

function dataFolder(mode = 0o711) {
  const folder = mkdtempSync(join(tmpdir(), "standfirst-postgres-"));
  chmodSync(folder, mode);
  const servers: EmbeddedPostgres[] = [];
  made.push({ folder, servers });
  const start = async () => {
    const server = await startEmbeddedPostgres({ dataDir: folder });
    servers.push(server);
    return server;
  };
  return { folder, start };
}

/** Where the cluster of a data folder lies: beside us, or where `postgres.location` says. */
function clusterOf(folder: string): string {
  const record = join(folder, "postgres.location");
  return existsSync(record) ? join(readFileSync(record, "utf8").trim(), "cluster") : join(folder, "postgres");
}

/** What nobody catches while `work` runs, as the server's last resort would see it. */
async function uncaughtDuring(work: () => Promise<void>): Promise<unknown[]> {
  const uncaught: unknown[] = [];
  const names = ["uncaughtException", "unhandledRejection"] as const;
  const others = names.map((name) => process.listeners(name as "uncaughtException"));
  const note = (error: unknown) => void uncaught.push(error);
  for (const name of names) process.removeAllListeners(name).on(name, note);
  try {
    await work();
  } finally {
    for (const [index, name] of names.entries()) {
      process.removeAllListeners(name);
      for (const listener of others[index] ?? []) process.on(name, listener);
    }
  }
  return uncaught;
}

async function ask(server: EmbeddedPostgres, query: string): Promise<readonly Record<string, unknown>[]> {
  const sql = postgres(server.migratorUrl, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function eventually(question: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await question().catch(() => false))) {
    if (Date.now() > deadline) throw new Error("It did not happen in time.");
    await pause(50);
  }
}

describe("the embedded PostgreSQL", { timeout: 60_000 }, () => {
  it("keeps its passwords and its data to itself, and listens on loopback alone", async () => {
    const { folder, start } = dataFolder();
    const server = await start();
    expect(statSync(join(folder, "postgres-passwords.json")).mode & 0o777).toBe(0o600);
    expect(statSync(clusterOf(folder)).mode & 0o777).toBe(0o700);
    const [settings] = await ask(
      server,
      "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
    );
    expect(settings).toEqual({ addresses: "127.0.0.1", sockets: "", fsync: "on", commit: "on" });
    const [locale] = await ask(
      server,
      "select datlocprovider as provider, datlocale as locale from pg_database where datname = 'standfirst'",
    );
    expect(locale).toEqual({ provider: "b", locale: "C.UTF-8" });
    const wrong = { ...server, migratorUrl: server.migratorUrl.replace(/:[^:@]+@/, ":guessed@") };
    await expect(ask(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it("is adopted by the next start when whoever started it was killed", async () => {
    const { start } = dataFolder();
    const first = await start();
    await ask(first, "create table kept as select 1 as one");
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(second.processId()).toBe(first.processId());
    expect(await ask(second, "select one from kept")).toHaveLength(1);
  });

  it("is started again on the same port when it is killed under a running server", async () => {
    const { start } = dataFolder();
    const server = await start();
    await ask(server, "create table kept as select 1 as one");
    server.keepAlive();
    const killed = server.processId();
    process.kill(killed, "SIGKILL");
    await eventually(async () => (await ask(server, "select one from kept")).length === 1);
    await expect.poll(() => server.processId()).not.toBe(killed);
  });

  it("recovers at the next start when it was killed with everything", async () => {
    const { folder, start } = dataFolder();
    const first = await start();
    await ask(first, "create table kept as select 1 as one");
    process.kill(first.processId(), "SIGKILL");
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second, "select one from kept")).toHaveLength(1);
    expect(existsSync(join(clusterOf(folder), "postmaster.pid"))).toBe(true);
  });

  it("is not misled by a postmaster.pid whose number belongs to another program by now", async () => {
    const { folder, start } = dataFolder();
    await (await start()).stop();
    writeFileSync(join(clusterOf(folder), "postmaster.pid"), `${process.pid}\n${clusterOf(folder)}\n1\n1\n\n\n\n\n`);
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await ask(server, "select 1 as one")).toHaveLength(1);
  });

  it("never takes a cluster that was interrupted half-way for a whole one", async () => {
    const { folder, start } = dataFolder();
    mkdirSync(join(folder, "postgres.making"));
    writeFileSync(join(folder, "postgres.making", "PG_VERSION"), "18\n");
    expect(await ask(await start(), "select 1 as one")).toHaveLength(1);
  });

  it("leaves no process behind when it is stopped", async () => {
    const { folder, start } = dataFolder();
    const server = await start();
    const pid = server.processId();
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(clusterOf(folder), "postmaster.pid"))).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)("moves where its own user can come when root's folder is closed, and stays there", async () => {
    const { folder, start } = dataFolder(0o700);
    const first = await start();
    await ask(first, "create table kept as select 1 as one");
    const home = readFileSync(join(folder, "postgres.location"), "utf8").trim();
    expect(home).toMatch(/^\/var\/lib\/standfirst\/[0-9a-f]{16}$/);
    expect(statSync(join(home, "cluster")).mode & 0o777).toBe(0o700);
    await first.stop();
    chmodSync(folder, 0o755);
    expect(await ask(await start(), "select one from kept")).toHaveLength(1);
  });

  it("costs the requests of the moment when it is killed under load, and none that come after", async () => {
    const { start } = dataFolder();
    const server = await start();
    await ask(
      server,
      "create table counted (n serial primary key, who int); grant all on all tables in schema public to standfirst_app; grant all on all sequences in schema public to standfirst_app",
    );
    server.keepAlive();
    const { database, stop } = createDatabase(server.appUrl, { maxConnections: 8, queryDeadlineMs: 5_000 });
    let acknowledged = 0;
    const surprises: unknown[] = [];
    let going = true;
    const workers = Array.from({ length: 8 }, async (_, who) => {
      while (going) {
        await database
          .transaction(async (tx) => {
            await tx.execute(`insert into counted (who) values (${who})`);
            await tx.execute("select 1");
          })
          .then(
            () => acknowledged++,
            (error: unknown) => !isDatabaseUnavailable(error) && surprises.push(error),
          );
        await pause(5);
      }
    });
    const uncaught = await uncaughtDuring(async () => {
      for (let round = 0; round < 3; round++) {
        await pause(300);
        const before = acknowledged;
        const killed = server.processId();
        process.kill(killed, "SIGKILL");
        await eventually(async () => server.processId() !== killed);
        await eventually(async () => acknowledged > before + 20, 2_000);
      }
      going = false;
      await Promise.all(workers);
    });
    const [stored] = await ask(server, "select count(*)::int as rows from counted");
    await stop();
    expect(surprises).toEqual([]);
    expect(uncaught.filter((error) => !isBrokenConnection(error))).toEqual([]);
    expect(stored?.rows).toBeGreaterThanOrEqual(acknowledged);
  });
});
