import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { createFencedSql, type FenceOptions } from "@/db/fenced-sql";
import * as schema from "@/db/schema";
import { fromProcess } from "@/lib/kernel/process-store";

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** The process's two logins. `reader` sees the public views and nothing else. */
export type DatabaseClients = { app(): Database; reader(): Database; stop(): Promise<void> };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    database: DatabaseClients;
  }
}

/** Reads and writes as the program. */
export function appDatabase(): Database {
  return fromProcess("database").app();
}

/** Reads what anybody may see; a mistake in a query here cannot show more than the public views hold. */
export function readerDatabase(): Database {
  return fromProcess("database").reader();
}

/**
 * A database that outlives its connections. Every query ends within the deadline; after a connection error the next query is served by
 * a new client. What cannot be served is thrown, and `isDatabaseUnavailable` tells it apart.
 */
export function createDatabase(url: string, options: FenceOptions = {}): { database: Database; stop(): Promise<void> } {
  const fenced = createFencedSql(url, options);
  // drizzle asks of its client no more than the fence offers: `unsafe`, `begin`, `savepoint`, `options`.
  const database = drizzle(fenced.sql as unknown as Sql, { schema, casing: "snake_case" });
  return { database, stop: fenced.stop };
}

/** Both logins of a process, to be provided as `database` by whoever starts it. */
export function createDatabaseClients(urls: { appUrl: string; readerUrl: string }, options: FenceOptions = {}): DatabaseClients {
  const app = createDatabase(urls.appUrl, { maxConnections: 20, ...options });
  const reader = createDatabase(urls.readerUrl, { maxConnections: 10, ...options });
  return {
    app: () => app.database,
    reader: () => reader.database,
    stop: async () => void (await Promise.all([app.stop(), reader.stop()])),
  };
}
