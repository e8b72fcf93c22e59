import postgres, { type Sql, type TransactionSql } from "postgres";
import { startDeadline } from "@/db/deadline";
import { DatabaseUnavailable, isConnectionError } from "@/db/unavailable";

export type FenceOptions = {
  maxConnections?: number;
  applicationName?: string;
  /** Longest wait for one query, from asking to the answer. */
  queryDeadlineMs?: number;
  /** Longest life of one transaction. */
  transactionDeadlineMs?: number;
  /** What PostgreSQL itself cuts off; shorter than our own deadline, so that it speaks first while it can. */
  statementTimeoutMs?: number;
  /** Each statement is planned once on a connection, for all values; else PostgreSQL weighs that against a plan for the values at hand. */
  planOnce?: boolean;
};

type Client = Sql;
type Generation = { client: Client; replaced: boolean };
type Parameters = { prepare?: boolean };
type Rows = PromiseLike<unknown> & { values(): Promise<unknown> };
type Parsers = Record<string, (value: never) => unknown>;

/** What drizzle uses of a postgres.js client, and nothing more. `reserve` is missing on purpose: it never settles when its connection dies. */
type FencedSql = {
  options: { parsers: Parsers; serializers: Parsers };
  unsafe(query: string, values?: unknown[], parameters?: Parameters): Rows;
  begin<Value>(work: (sql: FencedTransaction) => Promise<Value>): Promise<Value>;
};
type FencedTransaction = {
  unsafe: FencedSql["unsafe"];
  savepoint<Value>(work: (sql: FencedTransaction) => Promise<Value>): Promise<Value>;
};

const defaults = {
  maxConnections: 10,
  applicationName: "standfirst",
  queryDeadlineMs: 10_000,
  transactionDeadlineMs: 30_000,
  statementTimeoutMs: 8_000,
  planOnce: false,
};

/**
 * Work within a transaction, as postgres.js may hear of it. It rolls back what failed, and where the connection has broken it writes that to a socket
 * that is gone, which throws where nobody can catch it. Such a failure goes to `broken` instead, and postgres.js waits until it ends by itself: with the
 * close of its connection.
 */
async function unlessBroken<Value>(work: Promise<Value>, broken: (error: unknown) => void): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (!isConnectionError(error)) throw error;
    broken(error);
    return new Promise<never>(() => undefined);
  }
}

/**
 * postgres.js behind a fence: it has no client-side time-out, keeps waiting on connections that died, and after a crash of PostgreSQL
 * may go on with a transaction on a connection that is somebody else's by now. Here each query ends by a deadline, the client is
 * exchanged at the first connection error, and a transaction whose connection broke runs no further statement.
 */
export function createFencedSql(url: string, options: FenceOptions): { sql: FencedSql; stop(): Promise<void> } {
  const limits = { ...defaults, ...options };
  const sqlOptions: FencedSql["options"] = { parsers: {}, serializers: {} };
  const retired = new Set<Promise<void>>();
  let stopped = false;
  let generation: Generation | null = null;

  function current(): Generation {
    if (stopped) throw new DatabaseUnavailable("The database client of this process has been stopped.");
    generation ??= { client: connect(), replaced: false };
    return generation;
  }

  function connect(): Client {
    const client = postgres(url, {
      max: limits.maxConnections,
      connect_timeout: Math.ceil(limits.queryDeadlineMs / 1000 / 2),
      idle_timeout: 300,
      // Asked of each new connection before the first question, and where that one breaks the answer is thrown where nobody catches. So lists come as JSON and go as `{…}`.
      fetch_types: false,
      onnotice: () => undefined,
      connection: {
        application_name: limits.applicationName,
        statement_timeout: limits.statementTimeoutMs,
        idle_in_transaction_session_timeout: limits.transactionDeadlineMs,
        TimeZone: "UTC",
        plan_cache_mode: limits.planOnce ? "force_generic_plan" : "auto",
      },
    });
    // drizzle told the fence how it wants values read and written; each new client must know it too.
    Object.assign(client.options.parsers, sqlOptions.parsers);
    Object.assign(client.options.serializers, sqlOptions.serializers);
    return client;
  }

  /** New questions go to a new client; what the old one has under way on healthy connections may end there. */
  function replace(broken: Generation): void {
    if (broken.replaced) return;
    broken.replaced = true;
    if (generation === broken) generation = null;
    const ending = broken.client.end({ timeout: 5 }).catch(() => undefined);
    retired.add(ending);
    ending.then(() => retired.delete(ending));
  }

  function ask(
    from: { unsafe: Client["unsafe"] },
    held: Generation,
    [query, values = [], parameters]: [string, unknown[]?, Parameters?],
    asValues: boolean,
  ): Promise<unknown> {
    // Prepared: what a page asks is the same text each time, and planning it costs PostgreSQL more than running it.
    const prepare = values.length > 0 || query.startsWith("select ");
    // Without values postgres.js would take the way that knows no prepared statements. Its types do not name the option.
    const options = { ...parameters, prepare, simple: !prepare };
    const pending = from.unsafe(query, values as never[], options);
    return new Promise((resolve, reject) => {
      const inTime = startDeadline(limits.queryDeadlineMs, () => {
        // Not sent yet: taken back, so that it cannot happen after we said that it did not.
        if ((pending as { state?: unknown }).state === null) pending.cancel();
        replace(held);
        reject(new DatabaseUnavailable(`PostgreSQL did not answer within ${limits.queryDeadlineMs} ms.`));
      });
      (asValues ? pending.values() : pending)
        .then(resolve, (error: unknown) => {
          if (isConnectionError(error)) replace(held);
          reject(error);
        })
        .finally(inTime);
    });
  }

  function rows(run: (asValues: boolean) => Promise<unknown>): Rows {
    // biome-ignore lint/suspicious/noThenProperty: like postgres.js's own query, it is asked when it is awaited.
    return { then: (onDone, onFailed) => run(false).then(onDone, onFailed), values: () => run(true) };
  }

  function begin<Value>(work: (sql: FencedTransaction) => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      const held = current();
      let over: DatabaseUnavailable | null = null;
      const giveUp = (why: string) => {
        over ??= new DatabaseUnavailable(why);
        reject(over);
      };
      const waitFor = (what: string) =>
        startDeadline(limits.queryDeadlineMs, () => {
          replace(held);
          giveUp(`PostgreSQL did not ${what} a transaction within ${limits.queryDeadlineMs} ms.`);
        });
      const life = setTimeout(
        () => giveUp(`A transaction took longer than ${limits.transactionDeadlineMs} ms.`),
        limits.transactionDeadlineMs,
      );
      let inTime = waitFor("begin");

      const stillOpen = () => {
        if (over) throw over;
      };
      const fence = (sql: TransactionSql): FencedTransaction => ({
        unsafe: (...asked) =>
          rows(async (asValues) => {
            stillOpen();
            return ask(sql, held, asked, asValues);
          }),
        savepoint: (inner) => {
          stillOpen();
          return new Promise((done, failed) => {
            sql.savepoint((nested) => unlessBroken(inner(fence(nested)), failed)).then((value) => done(value as Awaited<ReturnType<typeof inner>>), failed);
          });
        },
      });

      held.client
        .begin(async (sql) => {
          inTime();
          stillOpen();
          const value = await unlessBroken(work(fence(sql)), (error) => {
            replace(held);
            reject(error);
          });
          stillOpen();
          inTime = waitFor("commit");
          return { value };
        })
        .then(
          ({ value }) => resolve(value as Value),
          (error: unknown) => {
            if (isConnectionError(error)) replace(held);
            over ??= new DatabaseUnavailable("The transaction's connection is gone.", { cause: error });
            reject(error);
          },
        )
        .finally(() => {
          inTime();
          clearTimeout(life);
        });
    });
  }

  return {
    sql: {
      options: sqlOptions,
      unsafe: (...asked) =>
        rows(async (asValues) => {
          const held = current();
          return ask(held.client, held, asked, asValues);
        }),
      begin,
    },
    async stop() {
      stopped = true;
      if (generation) replace(generation);
      await Promise.all(retired);
    },
  };
}
