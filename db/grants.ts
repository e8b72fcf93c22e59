import type { Sql } from "postgres";

/** Tables that only grow: the program's login may add rows and read them, never change or remove one. */
export const appendOnlyTables = ["events", "moderation_events", "comment_revisions", "revisions", "article_updates"] as const;

type Task = {
  schemas: { tables: string; jobs: string };
  logins: { migratorUrl: string; appUrl: string; readerUrl: string };
  warn(line: string): void;
};

/**
 * Gives each login what it needs and takes away the rest: the program changes rows, not tables, and never the audit; the reader's
 * login sees the public views and nothing else. Where an owner of the server gave us one login only, that is said once.
 */
export async function grantRights(sql: Sql, { schemas, logins, warn }: Task): Promise<void> {
  const migrator = loginOf(logins.migratorUrl);
  const app = loginOf(logins.appUrl);
  const reader = loginOf(logins.readerUrl);
  const alone = [
    ...(app === migrator ? ["DATABASE_APP_URL"] : []),
    ...(reader === migrator || reader === app ? ["DATABASE_READER_URL"] : []),
  ];
  if (alone.length > 0) {
    warn(
      `${alone.join(" and ")} not set: a login is used for more than its own work, so a mistake in the program could do more harm. Standfirst works, but separate logins are safer.`,
    );
  }
  if (app !== migrator) await grantToApp(sql, schemas, app);
  if (reader !== migrator && reader !== app) await grantToReader(sql, schemas, reader);
}

async function grantToApp(sql: Sql, schemas: Task["schemas"], login: string): Promise<void> {
  const to = quoted(login);
  for (const schema of Object.values(schemas).map(quoted)) {
    await sql.unsafe(`grant usage on schema ${schema} to ${to}`);
    await sql.unsafe(`grant select, insert, update, delete on all tables in schema ${schema} to ${to}`);
    await sql.unsafe(`grant usage, select on all sequences in schema ${schema} to ${to}`);
  }
  const closed = appendOnlyTables.map((table) => `${quoted(schemas.tables)}.${quoted(table)}`).join(", ");
  await sql.unsafe(`revoke update, delete, truncate on table ${closed} from ${to}`);
}

async function grantToReader(sql: Sql, schemas: Task["schemas"], login: string): Promise<void> {
  const [schema, to] = [quoted(schemas.tables), quoted(login)];
  await sql.unsafe(`grant usage on schema ${schema} to ${to}`);
  await sql.unsafe(`revoke all on all tables in schema ${schema} from ${to}`);
  const views = await sql<
    { name: string }[]
  >`select viewname as name from pg_views where schemaname = ${schemas.tables} and starts_with(viewname, 'public_')`;
  const open = views.map((view) => `${schema}.${quoted(view.name)}`).join(", ");
  await sql.unsafe(`grant select on table ${open} to ${to}`);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
