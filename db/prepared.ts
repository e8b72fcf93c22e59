import { type Placeholder, sql } from "drizzle-orm";
import { type Database, pagesDatabase } from "@/db/client";

/**
 * The reader's queries that every page asks, written out once per process: putting their SQL together each time costs more than
 * running it. PostgreSQL plans them once on each connection too, which costs it up to ten times as much as running them. Values come in
 * through `sql.placeholder`; the best way must not depend on how many rows one stands for (docs/decisions/0021).
 */
export function preparedForReaders<Queries>(build: (db: Database) => Queries): () => Queries {
  let made: { db: Database; queries: Queries } | null = null;
  return () => {
    const db = pagesDatabase();
    if (made?.db !== db) made = { db, queries: build(db) };
    return made.queries;
  };
}

/**
 * How many rows at most, written into the statement. As a value PostgreSQL would not know it when it plans for all values, and take a
 * plan for a tenth of all rows.
 */
export function atMost(rows: number): Placeholder {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError("A limit is a whole number.");
  // drizzle writes any SQL that stands here; its types name placeholders alone.
  return sql.raw(String(rows)) as unknown as Placeholder;
}
