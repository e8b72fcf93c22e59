import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { type Logins, prepareDatabase } from "@/db/migrate";
import { createEventHub } from "@/lib/core/events";
import { createJobQueue } from "@/lib/jobs/queue";
import type { Env } from "@/lib/kernel/env";
import { provide } from "@/lib/kernel/process-store";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/server/embedded-postgres";
import { listenForEvents } from "@/server/listener";

export type Ground = {
  logins: Logins;
  embedded: EmbeddedPostgres | null;
  /** `leaveRunning`: an embedded PostgreSQL that ran before stays for the process that uses it. */
  stop(options?: { leaveRunning?: boolean }): Promise<void>;
};

/** Everything below the application: PostgreSQL, schema, clients, events, the way into the job queue, in the process store. Scripts start here too. */
export async function layGround(env: Env, root: string, say: (line: string) => void): Promise<Ground> {
  const embedded = env.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: env.dataDir, say });
  const logins: Logins = embedded ?? {
    migratorUrl: env.databaseUrl ?? "",
    appUrl: env.databaseAppUrl ?? env.databaseUrl ?? "",
    readerUrl: env.databaseReaderUrl ?? env.databaseAppUrl ?? env.databaseUrl ?? "",
  };
  try {
    for (const warning of await prepareDatabase(logins, join(root, "db/migrations"))) say(`Warning: ${warning}`);
    const app = openDatabase(logins.appUrl, { connections: 20, name: "app" });
    const reader = openDatabase(logins.readerUrl, { connections: 5, name: "reader" });
    provide("env", env);
    provide("database", { app, reader });
    const hub = createEventHub();
    provide("events", hub);
    provide("jobs", createJobQueue());
    const listener = await listenForEvents(logins.appUrl, hub);
    return {
      logins,
      embedded,
      async stop({ leaveRunning = false } = {}) {
        await listener.stop();
        await Promise.all([app.stop(), reader.stop()]);
        if (!(leaveRunning && embedded?.adopted)) await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
