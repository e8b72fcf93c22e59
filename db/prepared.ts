import { type Placeholder, sql } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";

/**
 * The reader's queries that every page asks, written out once per process: putting their SQL together each time costs more than
 * running it. Values come in through `sql.placeholder`.
 */
export function preparedForReaders<Queries>(build: (db: Database) => Queries): () => Queries {
  let made: { db: Database; queries: Queries } | null = null;
  return () => {
    const db = readerDatabase();
    if (made?.db !== db) made = { db, queries: build(db) };
    return made.queries;
  };
}

/**
 * How many rows at most, written into the statement. As a value PostgreSQL would not know it when it plans for all values, take the
 * plan for a bad one, and plan anew at every question.
 */
export function atMost(rows: number): Placeholder {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError("A limit is a whole number.");
  // drizzle writes any SQL that stands here; its types name placeholders alone.
  return sql.raw(String(rows)) as unknown as Placeholder;
}
