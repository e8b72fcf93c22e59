import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { type Logins, prepareDatabase } from "@/db/migrate";
import { proveLogin, proveSameDatabase } from "@/db/prove-login";
import { createStoryNews } from "@/lib/collab/story-news";
import { createEventHub } from "@/lib/core/events";
import { createJobQueue } from "@/lib/jobs/queue";
import type { Env } from "@/lib/kernel/env";
import { provide } from "@/lib/kernel/process-store";
import { createMailer } from "@/lib/mail/mailer";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/server/embedded-postgres";
import { listenForEvents } from "@/server/listener";

export type Ground = {
  logins: Logins;
  embedded: EmbeddedPostgres | null;
  stop(): Promise<void>;
  /** The same, but for an embedded PostgreSQL on which another process of ours lives: a tool beside a running newsroom, a second start. */
  leave(): Promise<void>;
};

/** Everything below the application: PostgreSQL, schema, clients, events, the way into the job queue, in the process store. Scripts start here too. Throws `WrongSetting`. */
export async function layGround(env: Env, root: string, say: (line: string) => void): Promise<Ground> {
  process.env.LOG_LEVEL = env.logLevel;
  if (env.databaseUrl) await proveLogin("DATABASE_URL", env.databaseUrl);
  const embedded = env.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: env.dataDir, say });
  const logins: Logins = embedded ?? {
    migratorUrl: env.databaseUrl ?? "",
    appUrl: env.databaseAppUrl ?? env.databaseUrl ?? "",
    readerUrl: env.databaseReaderUrl ?? env.databaseAppUrl ?? env.databaseUrl ?? "",
  };
  try {
    for (const warning of await prepareDatabase(logins, join(root, "db/migrations"))) say(`Warning: ${warning}`);
    if (env.databaseAppUrl) await proveSameDatabase("DATABASE_APP_URL", env.databaseAppUrl);
    if (env.databaseReaderUrl) await proveSameDatabase("DATABASE_READER_URL", env.databaseReaderUrl);
    const app = openDatabase(logins.appUrl, { connections: 12, name: "app" });
    const commands = openDatabase(logins.appUrl, { connections: 12, name: "commands", planOnce: true });
    const reader = openDatabase(logins.readerUrl, { connections: 5, name: "reader" });
    const pages = openDatabase(logins.readerUrl, { connections: 5, name: "pages", planOnce: true });
    provide("env", env);
    provide("database", { app, commands, reader, pages });
    const hub = createEventHub();
    provide("events", hub);
    provide("jobs", createJobQueue());
    const mailer = env.mail && createMailer(env.mail, env.appUrl);
    provide("mailer", mailer);
    const news = createStoryNews();
    provide("storyNews", news);
    const listener = await listenForEvents(logins.appUrl, hub, news);
    const letGo = async () => {
      mailer?.stop();
      await listener.stop();
      await Promise.all([app, commands, reader, pages].map((database) => database.stop()));
    };
    return {
      logins,
      embedded,
      async stop() {
        await letGo();
        await embedded?.stop();
      },
      async leave() {
        await letGo();
        if (!(await embedded?.isShared())) await embedded?.stop();
      },
    };
  } catch (error) {
    if (!(await embedded?.isShared())) await embedded?.stop();
    throw error;
  }
}
