import { chmodSync, mkdtempSync } from "node:fs";
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
  // PostgreSQL does not run as root; whoever it runs as must come in, or everything would be copied elsewhere first.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir });
  const tearDown = async () => {
    await server.stop();
    removePostgresPlace(dataDir);
  };
  try {
    await migrateDatabase(server);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide("postgres", { migratorUrl: server.migratorUrl, appUrl: server.appUrl, readerUrl: server.readerUrl });
  return tearDown;
}
