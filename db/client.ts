import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { createFencedSql } from "@/db/fenced-sql";
import * as schema from "@/db/schema";
import { fromProcess } from "@/lib/kernel/process-store";

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** One login of this process; outlives its connections. */
export type DatabaseHandle = { current(): Database; stop(): Promise<void> };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    database: { app: DatabaseHandle; commands: DatabaseHandle; reader: DatabaseHandle; pages: DatabaseHandle };
  }
}

/** The program's own login. */
export function appDatabase(): Database {
  return fromProcess("database").app.current();
}

/** The same login for what commands ask, on connections where each statement is planned once: they find what they change by its id. For reads that are the same question each time, too. */
export function commandDatabase(): Database {
  return fromProcess("database").commands.current();
}

/** The login of public pages: a mistake in a query here cannot show more than the public views hold. */
export function readerDatabase(): Database {
  return fromProcess("database").reader.current();
}

/** The same login for what most pages ask, on connections where each statement is planned once: see `preparedForReaders`. */
export function pagesDatabase(): Database {
  return fromProcess("database").pages.current();
}

/**
 * A database that outlives its connections: every query ends within the deadline, and after a connection error the next one is served
 * by a new client. What cannot be served is thrown; `isDatabaseUnavailable` tells it apart.
 */
export function openDatabase(url: string, { connections, name, planOnce = false }: { connections: number; name: string; planOnce?: boolean }): DatabaseHandle {
  const fenced = createFencedSql(url, { maxConnections: connections, applicationName: `standfirst ${name}`, planOnce });
  // drizzle asks of its client no more than the fence offers: `unsafe`, `begin`, `savepoint`, `options`.
  const database = drizzle(fenced.sql as unknown as Sql, { schema });
  return { current: () => database, stop: fenced.stop };
}
