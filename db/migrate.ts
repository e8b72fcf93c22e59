import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { applyGrants } from "@/db/grants";
import { prepareJobSchema } from "@/db/job-schema";

/** Oldest PostgreSQL that runs the migrations. */
const oldestMajor = 15;
/** Any number that is ours: two processes that start at once migrate one after the other. */
const migrationLock = 7_261_530;

export type Logins = { migratorUrl: string; appUrl: string; readerUrl: string };

/**
 * Brings the schema up to date and hands out the rights of the other two logins. Safe to run from several processes at once and to
 * run again. Returns warnings in plain words. Throws one clear sentence where the server is too old.
 */
export async function prepareDatabase(logins: Logins, migrationsFolder: string): Promise<string[]> {
  const sql = postgres(logins.migratorUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if (row && row.version < oldestMajor * 10_000) throw new Error(`This PostgreSQL is version ${Math.floor(row.version / 10_000)}; Standfirst needs ${oldestMajor} or newer.`);
    await sql`select pg_advisory_lock(${migrationLock})`;
    try {
      await migrate(drizzle(sql), { migrationsFolder, migrationsSchema: "drizzle" });
      await prepareJobSchema(logins.migratorUrl);
      return await applyGrants(sql, logins);
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`;
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}
