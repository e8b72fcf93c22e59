import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { applyGrants, loginOf } from "@/db/grants";
import { WrongSetting } from "@/lib/kernel/env";
import { prepareJobSchema } from "@/db/job-schema";

/** Oldest PostgreSQL that runs the migrations. */
const oldestMajor = 15;
/** Any number that is ours: two processes that start at once migrate one after the other. */
const migrationLock = 7_261_530;

export type Logins = { migratorUrl: string; appUrl: string; readerUrl: string };

/**
 * Brings the schema up to date and hands out the rights of the other two logins. Safe to run from several processes at once and to
 * run again. Returns warnings in plain words. Throws `WrongSetting` where the server is too old or the login may not make tables.
 */
export async function prepareDatabase(logins: Logins, migrationsFolder: string): Promise<string[]> {
  const sql = postgres(logins.migratorUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if (row && row.version < oldestMajor * 10_000) throw new WrongSetting(`This PostgreSQL is version ${Math.floor(row.version / 10_000)}; Standfirst needs ${oldestMajor} or newer.`);
    await sql`select pg_advisory_lock(${migrationLock})`;
    try {
      await migrate(drizzle(sql), { migrationsFolder, migrationsSchema: "drizzle" }).catch((error) => {
        throw mayNotMakeTables(error) ? new WrongSetting(`DATABASE_URL: the login "${loginOf(logins.migratorUrl)}" may not make tables in its database; make it the owner of the database.`, { cause: error }) : error;
      });
        await prepareJobSchema(logins.migratorUrl);
      return await applyGrants(sql, logins);
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`;
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** PostgreSQL's "insufficient privilege", which drizzle wraps. */
function mayNotMakeTables(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return code === "42501" || cause?.code === "42501";
}
