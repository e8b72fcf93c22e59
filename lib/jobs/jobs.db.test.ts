import { sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import pino from "pino";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { appDatabase, readerDatabase } from "@/db/client";
import { asLibpqReads, jobSchema, prepareJobSchema } from "@/db/job-schema";
import { useTestDatabase } from "@/db/testing/database";
import type { JobName } from "@/db/vocabulary";
import { systemActor } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { enqueue, type Job, job } from "@/lib/core/jobs";
import { jobs as registry } from "@/lib/jobs/registry";
import { letsReadersGoFirst, schedule } from "@/lib/jobs/schedule";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { provide } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { ofEverybody } from "@/lib/policy/ability";

const test = useTestDatabase();
// What fails here fails on purpose.
beforeAll(() => provide("log", pino({ level: "silent" })));
let running: Worker | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
  await test.migrator().execute(sql`delete from jobs.job`);
});

const work = async (jobs: Partial<Record<JobName, Job>>) => {
  running = await startWorker(test.urls.appUrl, jobs);
  return running;
};

/** A job that says when it has run, with what. */
function told<Data>(run: (data: { n: number }, time: number) => Promise<Data>) {
  let tell: (value: Data) => void;
  const done = new Promise<Data>((resolve) => {
    tell = resolve;
  });
  let time = 0;
  return { done, job: job({ input: z.strictObject({ n: z.number() }), run: async (data) => tell(await run(data, ++time)) }) };
}

const waiting = async () => Number((await test.migrator().execute<{ count: number }>(sql`select count(*) from jobs.job where state < 'completed' and name not like '\\_\\_%'`))[0]?.count);
const asCommand = (outcome: "well" | "badly") =>
  command({
    name: "sendAround",
    input: z.strictObject({}),
    ability: ofEverybody("anything"),
    load: noSubject,
    async run({ record }) {
      await record({ name: "settings.changed", subjectId: newId(), jobs: [{ name: "make-renditions", data: { n: 1 } }] });
      return outcome === "well" ? ok(null) : fail(invalid("no", "Not this time."));
    },
  });

describe("a job", () => {
  it("is there when the change that asks for it has been committed, with its event", async () => {
    await asCommand("well").execute({}, { actor: systemActor("a test") });
    expect(await waiting()).toBe(1);
    const seen = told(async (data) => data);
    await work({ "make-renditions": seen.job });
    expect(await seen.done).toEqual({ n: 1 });
  });

  it("never runs where the change was rolled back", async () => {
    expect((await asCommand("badly").execute({}, { actor: systemActor("a test") })).ok).toBe(false);
    await expect(
      appDatabase().transaction(async (tx) => {
        await enqueue(tx, [{ name: "make-renditions", data: { n: 2 } }]);
        throw new Error("the power went");
      }),
    ).rejects.toThrow("the power went");
    expect(await waiting()).toBe(0);
  });

  it("starts at once with the others of its change, unless it lets readers go first", async () => {
    await appDatabase().transaction((tx) => enqueue(tx, [{ name: "make-renditions", data: { n: 1 } }, { name: "draw-cards", data: { n: 2 } }, { name: "make-renditions", data: { n: 3 } }]));
    const rows = await test.migrator().execute<{ name: string; n: number; waits: number }>(sql`select name, (data -> 'n')::int as n, round(extract(epoch from start_after - created_on))::int as waits from jobs.job where name not like '\\_\\_%' order by n`);
    expect(rows).toEqual([1, 2, 3].map((n) => ({ name: n === 2 ? "draw-cards" : "make-renditions", n, waits: n === 2 ? letsReadersGoFirst["draw-cards"] : 0 })));
  });

  it("that fails is tried again, and done once it works", async () => {
    await asCommand("well").execute({}, { actor: systemActor("a test") });
    let tell: () => void = () => undefined;
    const failedOnce = new Promise<void>((failed) => {
      tell = failed;
    });
    const failing = job({
      input: z.strictObject({ n: z.number() }),
      run: async () => {
        tell();
        throw new Error("the disk was full");
      },
    });
    await work({ "make-renditions": failing });
    await failedOnce;
    await running?.stop();
    const [row] = await test.migrator().execute<{ state: string; later: boolean }>(sql`select state, start_after > now() as later from jobs.job where name = 'make-renditions'`);
    expect(row).toEqual({ state: "retry", later: true });
    await test.migrator().execute(sql`update jobs.job set start_after = now()`);
    const seen = told(async (data) => data);
    await work({ "make-renditions": seen.job });
    expect(await seen.done).toEqual({ n: 1 });
  });

  it("whose worker died in the middle of it is done by the next one", async () => {
    await asCommand("well").execute({}, { actor: systemActor("a test") });
    const dead = new PgBoss({ connectionString: asLibpqReads(test.urls.appUrl), schema: jobSchema, migrate: false, supervise: false, schedule: false });
    await dead.start();
    expect(await dead.fetch("make-renditions")).toHaveLength(1);
    await dead.stop({ graceful: false });
    const seen = told(async (data) => data);
    const next = await work({ "make-renditions": seen.job });
    // The dead worker was last heard of a minute ago.
    await test.migrator().execute(sql`update jobs.job set heartbeat_on = now() - interval '1 minute' where name = 'make-renditions'`);
    await next.lookForLost();
    await test.migrator().execute(sql`update jobs.job set start_after = now() where name = 'make-renditions'`);
    expect(await seen.done).toEqual({ n: 1 });
  });

  it("that fails for the last time is given up, once, by whoever knows what that means", async () => {
    await asCommand("well").execute({}, { actor: systemActor("a test") });
    await test.migrator().execute(sql`update jobs.job set retry_limit = 0 where name = 'make-renditions'`);
    const given = await new Promise<unknown>((tell) => {
      void work({ "make-renditions": { run: () => Promise.reject(new Error("hopeless")), giveUp: async (data) => tell(data) } });
    });
    expect(given).toEqual({ n: 1 });
  });
});

describe("the queue", () => {
  it("knows every job, and the schedule names none that it does not know", async () => {
    const rows = await test.migrator().execute<{ name: string }>(sql`select name from jobs.queue`);
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(Object.keys(registry)));
    expect(Object.keys(registry)).toEqual(expect.arrayContaining(Object.keys(schedule)));
  });

  it("is made again without harm", async () => {
    await expect(prepareJobSchema(test.urls.migratorUrl)).resolves.toBeUndefined();
  });

  it("belongs to the program: it works there but builds nothing, and public pages see nothing of it", async () => {
    await expect(appDatabase().execute(sql`create table jobs.sneaky (id int)`)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(readerDatabase().execute(sql`select 1 from jobs.job limit 0`)).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("works where the program and the migrator are one login", async () => {
    await asCommand("well").execute({}, { actor: systemActor("a test") });
    const seen = told(async (data) => data);
    running = await startWorker(test.urls.migratorUrl, { "make-renditions": seen.job });
    expect(await seen.done).toEqual({ n: 1 });
  });
});

it("a worker that cannot start leaves nothing behind that goes on", async () => {
  const away = vi.spyOn(PgBoss.prototype, "getSchedules").mockRejectedValueOnce(new Error("The database is away."));
  await expect(work({})).rejects.toThrow("The database is away.");
  const connections = async () => Number((await test.migrator().execute<{ count: number }>(sql`select count(*) from pg_stat_activity where datname = current_database() and application_name = 'standfirst worker'`))[0]?.count);
  await expect.poll(connections).toBe(0);
  away.mockRestore();
});
