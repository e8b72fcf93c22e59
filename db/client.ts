import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import * as schema from "@/db/schema";
import { monotonicMs } from "@/lib/kernel/clock";
import { fromProcess } from "@/lib/kernel/process-store";

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** A client that outlives its connections: `current()` is the one to use now. */
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

/** The login of public pages: sees the `public_*` views and nothing else. */
export function readerDatabase(): Database {
  return fromProcess("database").reader.current();
}

/** PostgreSQL itself ends a statement after this, in milliseconds. */
const statementLimit = 8000;
/** What has not settled after this was lost with its connection. */
const deadline = 12_000;

const connectionErrors = new Set(["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03"]);

/** Whether an error says that the database could not be reached, in contrast to one that the database itself returned. */
export function isConnectionError(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; typeof at === "object" && at !== null && depth < 5; at = (at as { cause?: unknown }).cause, depth++) {
    if (connectionErrors.has(String((at as { code?: unknown }).code))) return true;
  }
  return false;
}

/**
 * postgres.js, fenced: it may leave queries unsettled when a connection dies under them and does not always find back. So the client is
 * ended and made anew at the first connection error, and when anything is older than the deadline.
 */
export function openDatabase(url: string, options: { connections: number; name: string }): DatabaseHandle {
  const underWay = new Map<symbol, number>();
  let client = connect();
  let database = drizzle(watched(client), { schema });
  let stopped = false;

  function connect(): Sql {
    return postgres(url, {
      max: options.connections,
      connect_timeout: 5,
      idle_timeout: 120,
      max_lifetime: 1800,
      onnotice: () => undefined,
      connection: { application_name: `standfirst ${options.name}`, statement_timeout: statementLimit, idle_in_transaction_session_timeout: 10_000, TimeZone: "UTC" },
    });
  }

  function renew(broken: Sql): void {
    if (stopped || broken !== client) return;
    underWay.clear();
    client = connect();
    database = drizzle(watched(client), { schema });
    // What was under way on the old one is rejected by this.
    broken.end({ timeout: 0 }).catch(() => undefined);
  }

  function follow(work: Promise<unknown>, sql: Sql): void {
    const mark = Symbol();
    underWay.set(mark, monotonicMs());
    work.then(
      () => underWay.delete(mark),
      (error) => {
        underWay.delete(mark);
        if (isConnectionError(error)) renew(sql);
      },
    );
  }

  /** The client as drizzle sees it, with an eye on everything that is sent. */
  function watched(sql: Sql): Sql {
    return new Proxy(sql, {
      get(target, property, receiver) {
        if (property === "unsafe") {
          return (...sent: Parameters<Sql["unsafe"]>) => {
            const query = target.unsafe(...sent);
            // A microtask later, so that drizzle has said how it wants the rows before the query starts.
            queueMicrotask(() => follow(query, sql));
            return query;
          };
        }
        if (property === "begin") {
          return (...asked: unknown[]) => {
            const transaction = (target.begin as (...asked: unknown[]) => Promise<unknown>)(...asked);
            follow(transaction, sql);
            return transaction;
          };
        }
        return Reflect.get(target, property, receiver);
      },
    });
  }

  const watch = setInterval(() => {
    const oldest = Math.min(...underWay.values());
    if (monotonicMs() - oldest > deadline) renew(client);
  }, 1000);
  watch.unref();

  return {
    current: () => database,
    async stop() {
      stopped = true;
      clearInterval(watch);
      await client.end({ timeout: 5 });
    },
  };
}
