import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { createDatabase, createDatabaseClients, type Database } from "@/db/client";
import { createEventHub } from "@/lib/core/events";
import { processStore, provide } from "@/lib/kernel/process-store";

/** A test file's own database: its three logins, installed in the process store as the server would. */
export type TestDatabase = {
  app: Database;
  reader: Database;
  migrator: Database;
  urls: { migratorUrl: string; appUrl: string; readerUrl: string };
};

/**
 * A database of this test file's own, empty but for the migrations, made at the first call and dropped when the file is done. Call it
 * at the top of the file or in `beforeAll`; later calls return the same one.
 */
export function testDatabase(): Promise<TestDatabase> {
  made ??= make();
  return made;
}

let made: Promise<TestDatabase> | undefined;

async function make(): Promise<TestDatabase> {
  const server = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(server.migratorUrl, `create database ${name} template standfirst`);
  const urls = {
    migratorUrl: within(server.migratorUrl, name),
    appUrl: within(server.appUrl, name),
    readerUrl: within(server.readerUrl, name),
  };
  const clients = createDatabaseClients(urls, { maxConnections: 5, applicationName: "standfirst test" });
  const migrator = createDatabase(urls.migratorUrl, { maxConnections: 2, applicationName: "standfirst test" });
  provide("database", clients);
  if (!processStore().events) provide("events", createEventHub());
  afterAll(async () => {
    await Promise.all([clients.stop(), migrator.stop()]);
    await asOwner(server.migratorUrl, `drop database ${name} with (force)`);
  });
  return { app: clients.app(), reader: clients.reader(), migrator: migrator.database, urls };
}

function within(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function asOwner(url: string, statement: string): Promise<void> {
  // From the database that every cluster has: the template may have no visitor while it is copied.
  const sql = postgres(within(url, "postgres"), { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
