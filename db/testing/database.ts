import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import * as schema from "@/db/schema";
import { testEnv } from "@/db/testing/env";
import { createStoryNews } from "@/lib/collab/story-news";
import { createEventHub } from "@/lib/core/events";
import { createJobQueue } from "@/lib/jobs/queue";
import { fromProcess, provide } from "@/lib/kernel/process-store";

/** The logins of a test file’s own database; `migrator` may do everything. */
export type TestDatabase = { migrator(): Database; urls: { migratorUrl: string; appUrl: string; readerUrl: string } };

/**
 * Gives this test file a database of its own, copied from the migrated template, with the program's and the reader's logins in the
 * process store. Call it once at the top of a `x.db.test.ts`.
 */
export function useTestDatabase(): TestDatabase {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const { migratorUrl, appUrl, readerUrl } = inject("logins");
  const here = (url: string) => url.replace(/\/standfirst$/, `/${name}`);
  let migrator: postgres.Sql;
  const admin = () => postgres(migratorUrl.replace(/\/standfirst$/, "/postgres"), { max: 1, onnotice: () => undefined });

  beforeAll(async () => {
    const sql = admin();
    await sql.unsafe(`create database ${name} template standfirst`);
    await sql.end();
    migrator = postgres(here(migratorUrl), { max: 2, onnotice: () => undefined });
    provide("database", {
      app: openDatabase(here(appUrl), { connections: 12, name: "test" }),
      commands: openDatabase(here(appUrl), { connections: 12, name: "test commands", planOnce: true }),
      reader: openDatabase(here(readerUrl), { connections: 4, name: "test reader" }),
      pages: openDatabase(here(readerUrl), { connections: 4, name: "test pages", planOnce: true }),
    });
    provide("events", createEventHub());
    provide("storyNews", createStoryNews());
    provide("jobs", createJobQueue());
    provide("env", testEnv);
  });

  afterAll(async () => {
    await Promise.all([...Object.values(fromProcess("database")).map((database) => database.stop()), migrator.end()]);
    const sql = admin();
    await sql.unsafe(`drop database ${name} with (force)`);
    await sql.end();
  });

  return { migrator: () => drizzle(migrator, { schema }), urls: { migratorUrl: here(migratorUrl), appUrl: here(appUrl), readerUrl: here(readerUrl) } };
}
