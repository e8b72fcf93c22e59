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
