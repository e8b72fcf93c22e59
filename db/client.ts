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
    database: { app: DatabaseHandle; reader: DatabaseHandle };
  }
}

/** The program's own login. */
export function appDatabase(): Database {
  return fromProcess("database").app.current();
}

/** The login of public pages: a mistake in a query here cannot show more than the public views hold. */
export function readerDatabase(): Database {
  return fromProcess("database").reader.current();
}

/**
 * A database that outlives its connections: every query ends within the deadline, and after a connection error the next one is served
 * by a new client. What cannot be served is thrown; `isDatabaseUnavailable` tells it apart.
 */
export function openDatabase(url: string, options: { connections: number; name: string }): DatabaseHandle {
  const fenced = createFencedSql(url, { maxConnections: options.connections, applicationName: `standfirst ${options.name}` });
  // drizzle asks of its client no more than the fence offers: `unsafe`, `begin`, `savepoint`, `options`.
  const database = drizzle(fenced.sql as unknown as Sql, { schema });
  return { current: () => database, stop: fenced.stop };
}
