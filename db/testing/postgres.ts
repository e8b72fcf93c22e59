import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "@/db/migrate";
import { startEmbeddedPostgres } from "@/server/embedded-postgres";
import { removeEmbeddedPostgres } from "@/server/postgres-place";

declare module "vitest" {
  interface ProvidedContext {
    logins: { migratorUrl: string; appUrl: string; readerUrl: string };
  }
}

/** One real PostgreSQL for the run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "standfirst-test-"));
  const server = await startEmbeddedPostgres({ dataDir });
  const logins = { migratorUrl: server.migratorUrl, appUrl: server.appUrl, readerUrl: server.readerUrl };
  await prepareDatabase(logins, "db/migrations");
  const sql = postgres(server.migratorUrl.replace(/\/standfirst$/, "/postgres"), { max: 1, onnotice: () => undefined });
  await sql.unsafe("alter database standfirst with is_template true allow_connections false");
  await sql.end();
  project.provide("logins", logins);
  // Told to stop, Vitest exits without a teardown.
  const cutOff = () => {
    process.kill(server.processId, "SIGQUIT");
    removeEmbeddedPostgres(dataDir);
  };
  process.once("exit", cutOff);
  return async () => {
    process.off("exit", cutOff);
    await server.stop();
    removeEmbeddedPostgres(dataDir);
  };
}
