import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { appDatabase, type Database } from "@/db/client";
import { createFencedSql, type FenceOptions } from "@/db/fenced-sql";
import * as schema from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { isDatabaseUnavailable } from "@/db/unavailable";

const test = useTestDatabase();
const opened: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  await test.migrator().execute(sql`create table notes (body text)`);
  await test.migrator().execute(sql`grant all on notes to public`);
});
beforeEach(async () => {
  await test.migrator().execute(sql`truncate notes`);
});
afterAll(async () => {
  for (const database of opened) await database.stop();
});

function open(options: FenceOptions, url = test.urls.appUrl): Database {
  const fenced = createFencedSql(url, options);
  opened.push(fenced);
  return drizzle(fenced.sql as unknown as Sql, { schema });
}

const unavailable = expect.toSatisfy(isDatabaseUnavailable);
const backendOf = async (asked: Pick<Database, "execute">) =>
  Number((await asked.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid);
const terminate = (pid: number) => test.migrator().execute(sql`select pg_terminate_backend(${pid}::int)`);
const notes = async () => (await test.migrator().execute<{ body: string }>(sql`select body from notes`)).map((row) => row.body);

describe("a statement", () => {
  const asked = sql`select body from notes where body = ${"one"}`;
  const plansOf = async (database: Database) => (await database.execute<{ once: string; each: string }>(sql`select generic_plans as once, custom_plans as each from pg_prepared_statements where statement like 'select body from notes where body =%'`))[0];

  it.each([
    [true, { once: "3", each: "0" }],
    [false, { once: "0", each: "3" }],
  ])("is planned once on a connection where that was asked for: %s", async (planOnce, plans) => {
    const database = open({ planOnce, maxConnections: 1 });
    for (let time = 0; time < 3; time++) await database.execute(asked);
    expect(await plansOf(database)).toEqual(plans);
  });
});

describe("a query", () => {
  it("counts as answered where the answer came in time and this process was too busy to hear it", async () => {
    const database = open({ queryDeadlineMs: 300 });
    await database.execute(sql`select 1 as one`);
    const asked = database.execute(sql`select 2 as two`).then((rows) => rows.length);
    const transaction = database.transaction((tx) => tx.execute(sql`select 3 as three`)).then((rows) => rows.length);
    await pause(0);
    const until = Date.now() + 500;
    while (Date.now() < until);
    expect(await Promise.all([asked, transaction])).toEqual([1, 1]);
  });

  it("ends by its deadline even where PostgreSQL says nothing, and the next one is answered", async () => {
    const database = open({ queryDeadlineMs: 300, statementTimeoutMs: 60_000 });
    const began = Date.now();
    await expect(database.execute(sql`select pg_sleep(3)`)).rejects.toEqual(unavailable);
    expect(Date.now() - began).toBeLessThan(1_000);
    await expect(database.execute(sql`select 1 as one`)).resolves.toHaveLength(1);
  });

  it("that was never sent does not happen after we said that it did not", async () => {
    const database = open({ queryDeadlineMs: 400, statementTimeoutMs: 60_000, maxConnections: 1 });
    const long = database.execute(sql`select pg_sleep(1)`).catch(() => undefined);
    await pause(50);
    const waiting = database.transaction(async (tx) => void (await tx.execute(sql`insert into notes values ('too late')`)));
    await expect(waiting).rejects.toEqual(unavailable);
    await long;
    await pause(1_200);
    expect(await notes()).toEqual([]);
  });

  it("is cut off by PostgreSQL's own limit first, which counts as unavailable too", async () => {
    const database = open({ statementTimeoutMs: 200 });
    await expect(database.execute(sql`select pg_sleep(3)`)).rejects.toEqual(unavailable);
  });

  it("that is simply wrong is not mistaken for a missing database", async () => {
    const mistake = await appDatabase().execute(sql`select nothing from nowhere`).catch((error: unknown) => error);
    expect(isDatabaseUnavailable(mistake)).toBe(false);
  });
});

describe("a connection that is ended under us", () => {
  it("costs its own query, and no other one", async () => {
    const database = open({ maxConnections: 4 });
    const fates = await Promise.all([backendOf(database), backendOf(database)]);
    expect(fates).toHaveLength(2);
    // drizzle asks when it is awaited; both must be under way before the blow.
    const doomed = Promise.resolve(database.execute(sql`select pg_sleep(2) as doomed`));
    const neighbour = Promise.resolve(database.execute(sql`select pg_sleep(1) as spared`));
    const judged = expect(doomed).rejects.toEqual(unavailable);
    await pause(300);
    await test.migrator().execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%as doomed' and pid <> pg_backend_pid()`,
    );
    await judged;
    await expect(neighbour).resolves.toHaveLength(1);
    await expect(database.execute(sql`select 1 as one`)).resolves.toHaveLength(1);
  });

  it("is not noticed at all where it was idle", async () => {
    const database = open({ maxConnections: 1 });
    await terminate(await backendOf(database));
    await pause(100);
    await expect(database.execute(sql`select 1 as one`)).resolves.toHaveLength(1);
  });

  it("lets no later statement of its transaction through", async () => {
    const database = open({ maxConnections: 1 });
    const broken = database.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('before')`);
      await terminate(await backendOf(tx));
      await pause(100);
      // Somebody else gets a connection meanwhile; this statement must not run on it, outside any transaction.
      await database.execute(sql`select 1`);
      await tx.execute(sql`insert into notes values ('after')`);
    });
    await expect(broken).rejects.toEqual(unavailable);
    await pause(300);
    expect(await notes()).toEqual([]);
  });
});

/** A line to PostgreSQL that can be reset, or end without a word as that of a process does that was killed; `greeted` is called when a connection has been let in. */
async function lineThatMayEnd(greeted: () => void = () => undefined): Promise<{ url: string; hangUp(): void; reset(): void; close(): void }> {
  const url = new URL(test.urls.appUrl);
  const [port, host] = [Number(url.port), url.hostname];
  const ends: Socket[] = [];
  const proxy = createServer((near) => {
    const far = connect(port, host);
    ends.push(near, far);
    for (const [from, to] of [[near, far], [far, near]] as const) from.on("error", () => to.destroy()).pipe(to);
    // The last of the greeting: ReadyForQuery.
    far.once("data", function hear(bytes: Buffer) {
      if (bytes.includes("Z\0\0\0\x05I", 0, "latin1")) greeted();
      else far.once("data", hear);
    });
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  url.hostname = "127.0.0.1";
  url.port = String((proxy.address() as AddressInfo).port);
  const hangUp = () => {
    for (const end of ends.splice(0)) end.end();
  };
  const reset = () => {
    for (const end of ends.splice(0)) end.resetAndDestroy();
  };
  return { url: url.href, hangUp, reset, close: () => proxy.close(hangUp) };
}

/** What would have been thrown where nobody catches, from now on. */
function surprisesFromNow(): { surprises: unknown[]; done(): void } {
  const surprises: unknown[] = [];
  const note = (error: unknown) => surprises.push(error);
  process.on("uncaughtException", note).on("unhandledRejection", note);
  return { surprises, done: () => void process.off("uncaughtException", note).off("unhandledRejection", note) };
}

it("a connection that is reset just after PostgreSQL let it in costs its query, and surprises nobody", async () => {
  let times = 0;
  const line = await lineThatMayEnd(() => void (times++ === 0 && setImmediate(() => line.reset())));
  const database = open({ maxConnections: 1 }, line.url);
  const { surprises, done } = surprisesFromNow();
  await expect(database.execute(sql`select 1 as one`)).rejects.toEqual(unavailable);
  await pause(100);
  expect(surprises).toEqual([]);
  await expect(database.execute(sql`select 1 as one`)).resolves.toHaveLength(1);
  done();
  line.close();
});

describe("a transaction", () => {
  it.each(["while a statement is under way", "while an inner one’s statement is", "between two statements"])("whose line ends %s is given up, and nothing is written to where the line was", async (when) => {
    const line = await lineThatMayEnd();
    const database = open({ maxConnections: 1 }, line.url);
    const { surprises, done } = surprisesFromNow();
    const sleep = (asked: Pick<Database, "execute">) => asked.execute(sql`select pg_sleep(1)`);
    const broken = database.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('before')`);
      if (when === "between two statements") {
        line.hangUp();
        await pause(100);
        await tx.execute(sql`insert into notes values ('after')`);
      } else {
        setTimeout(line.hangUp, 100);
        await (when.includes("inner") ? tx.transaction(sleep) : sleep(tx));
      }
    });
    await expect(broken).rejects.toEqual(unavailable);
    await pause(100);
    expect(surprises).toEqual([]);
    await expect(database.execute(sql`select 1 as one`)).resolves.toHaveLength(1);
    done();
    line.close();
    expect(await notes()).toEqual([]);
  });

  it("that lives too long is given up, and nothing of it stays", async () => {
    const database = open({ transactionDeadlineMs: 300 });
    const slow = database.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('slow')`);
      await pause(600);
      await tx.execute(sql`insert into notes values ('slower')`);
    });
    await expect(slow).rejects.toEqual(unavailable);
    await pause(600);
    expect(await notes()).toEqual([]);
  });

  it("keeps what it wrote when all went well, with its inner ones rolled back alone", async () => {
    await appDatabase().transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('outer')`);
      const inner = tx.transaction(async (nested) => {
        await nested.execute(sql`insert into notes values ('inner')`);
        throw new Error("changed my mind");
      });
      await expect(inner).rejects.toThrow("changed my mind");
    });
    expect(await notes()).toEqual(["outer"]);
  });

  it("passes on what its work threw, unchanged", async () => {
    const reason = { rolledBack: true };
    await expect(appDatabase().transaction(() => Promise.reject(reason))).rejects.toBe(reason);
  });
});

it("a client that was stopped answers at once that it cannot", async () => {
  const fenced = createFencedSql(test.urls.appUrl, {});
  const database = drizzle(fenced.sql as unknown as Sql, { schema });
  await fenced.stop();
  await expect(database.execute(sql`select 1`)).rejects.toEqual(unavailable);
});
