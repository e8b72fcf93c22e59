import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { startEmbeddedPostgres } from "@/server/embedded-postgres";
import { removePostgresPlace } from "@/server/postgres-place";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { migratorUrl: string; appUrl: string; readerUrl: string };
  }
}

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "standfirst-test-"));
  const server = await startEmbeddedPostgres({ dataDir });
  await migrateDatabase(server);
  project.provide("postgres", { migratorUrl: server.migratorUrl, appUrl: server.appUrl, readerUrl: server.readerUrl });
  return async () => {
    await server.stop();
    removePostgresPlace(dataDir);
  };
}
