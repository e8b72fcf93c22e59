import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { appDatabase, type Database } from "@/db/client";
import { jobSchema } from "@/db/job-schema";
import type { JobQueue } from "@/lib/core/jobs";
import { letsReadersGoFirst } from "@/lib/jobs/schedule";

/** The way into the queue, through the program's own connections: a job commits or rolls back with the change that causes it. */
export function createJobQueue(): JobQueue {
  // Never started: it only knows how pg-boss writes a job down.
  const boss = new PgBoss({ db: fromDrizzle({ execute: (query: Parameters<Database["execute"]>[0]) => appDatabase().execute(query) }, sql), schema: jobSchema, migrate: false, supervise: false, schedule: false });
  return {
    async enqueue(tx, { name, data }) {
      await boss.send(name, data, { db: fromDrizzle(tx, sql), startAfter: letsReadersGoFirst[name] ?? 0 });
    },
  };
}
