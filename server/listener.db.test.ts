import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, expect, it } from "vitest";
import { events } from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/core/actor";
import { createEventHub, recordEvent } from "@/lib/core/events";
import { newId } from "@/lib/kernel/ids";
import { type Listener, listenerName, startListener } from "@/server/listener";

let database: TestDatabase;
let listener: Listener | undefined;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await listener?.stop();
});

async function listen(): Promise<number[]> {
  const heard: number[] = [];
  const hub = createEventHub();
  hub.subscribe((event) => heard.push(event.id));
  listener = await startListener(database.urls.appUrl, hub);
  return heard;
}

const somethingHappens = () =>
  database.app.transaction(
    async (tx) => (await recordEvent(tx, systemActor("a test"), new Date(), { name: "settings.changed", subjectId: newId() })).id,
  );

async function cutTheLine(): Promise<void> {
  await database.migrator.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${listenerName} and datname = current_database()`,
  );
}

it("tells what is committed, and nothing that was committed before", async () => {
  await somethingHappens();
  const heard = await listen();
  const id = await somethingHappens();
  await expect.poll(() => heard).toEqual([id]);
});

it("tells nothing that was rolled back", async () => {
  const heard = await listen();
  const mind = database.app.transaction(async (tx) => {
    await recordEvent(tx, systemActor("a test"), new Date(), { name: "settings.changed", subjectId: newId() });
    throw new Error("changed my mind");
  });
  await expect(mind).rejects.toThrow();
  const id = await somethingHappens();
  await expect.poll(() => heard).toEqual([id]);
});

it("listens again after its connection died, and tells what it missed", async () => {
  const heard = await listen();
  await cutTheLine();
  const missed = [await somethingHappens(), await somethingHappens()];
  await expect.poll(() => heard, { timeout: 3_000 }).toEqual(missed);
  const next = await somethingHappens();
  await expect.poll(() => heard).toEqual([...missed, next]);
  expect(listener?.isListening()).toBe(true);
});

it("tells an event whose transaction began earlier and ended later than another one's", async () => {
  const heard = await listen();
  const { promise: goOn, resolve: letGo } = Promise.withResolvers<void>();
  let early = 0;
  const slow = database.app.transaction(async (tx) => {
    early = (await recordEvent(tx, systemActor("a slow test"), new Date(), { name: "settings.changed", subjectId: newId() })).id;
    await goOn;
  });
  await expect.poll(() => early).toBeGreaterThan(0);
  const late = await somethingHappens();
  await expect.poll(() => heard).toEqual([late]);
  letGo();
  await slow;
  await expect.poll(() => heard).toEqual([late, early]);
});

it("tells by asking where the notification got lost", async () => {
  const heard = await listen();
  const id = newId();
  await database.app
    .insert(events)
    .values({ name: "settings.changed", subjectType: "settings", subjectId: id, actorName: "a test without notify", data: {} });
  const [row] = await database.app.select({ id: events.id }).from(events).where(eq(events.subjectId, id));
  await pause(200);
  expect(heard).toEqual([]);
  await expect.poll(() => heard, { timeout: 6_000 }).toEqual([row?.id]);
});
