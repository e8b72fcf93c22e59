import { resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { grantRights } from "@/db/grants";

type Logins = { migratorUrl: string; appUrl: string; readerUrl: string };

/** Where pg-boss keeps its jobs. */
export const jobSchema = "pgboss";

/** One number for all processes of this program, so that two that start at once migrate one after the other. */
const migrationLock = 7_311_904_551;
const oldestPostgres = 15;

/**
 * Brings the database to this program's schema and gives each login its rights. Safe to run by several processes at once, and again
 * after it was killed. Throws one plain sentence where the server is too old.
 */
export async function migrateDatabase(logins: Logins, warn: (line: string) => void = () => undefined): Promise<void> {
  // One connection: the lock belongs to it, and is gone with it whatever happens to us.
  const sql = postgres(logins.migratorUrl, { max: 1, idle_timeout: 0, max_lifetime: null, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [server] = await sql`select current_setting('server_version_num')::int / 10000 as version`;
    if (server?.version < oldestPostgres)
      throw new Error(`PostgreSQL ${server?.version} is too old: ${oldestPostgres} or newer is needed.`);
    await sql`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(sql, { casing: "snake_case" }), { migrationsFolder: resolve("db/migrations") });
    await prepareJobs(logins.migratorUrl);
    await grantRights(sql, { schemas: { tables: "public", jobs: jobSchema }, logins, warn });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** pg-boss makes and migrates its own tables; the program's login could not. */
async function prepareJobs(migratorUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: migratorUrl,
    schema: jobSchema,
    max: 1,
    supervise: false,
    schedule: false,
    useListenNotify: false,
  });
  // Without somebody who listens an error of its connection would end the process; it is thrown by `start` as well.
  boss.on("error", () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}
