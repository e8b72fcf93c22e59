import type { Sql } from "postgres";
import { jobSchema } from "@/db/job-schema";
import type { Logins } from "@/db/migrate";
import { WrongSetting } from "@/lib/kernel/env";

/** Tables that only grow: the program's own login may add rows, never change or remove one. */
export const appendOnlyTables = ["events", "revisions", "revision_names", "article_updates", "proposal_updates", "corrections", "comment_revisions", "moderation_events", "page_revisions", "commenter_notes", "released_holds"] as const;

export const loginOf = (url: string) => decodeURIComponent(new URL(url).username);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Least privilege: the program's login may work with rows but not with the schema, and not rewrite history; the reader's login sees the
 * public views alone; jobs are the program's, and nobody else's. Standfirst never creates roles on somebody's server, so where they are the same login it only warns.
 */
export async function applyGrants(sql: Sql, logins: Logins): Promise<string[]> {
  const [migrator, app, reader] = [loginOf(logins.migratorUrl), loginOf(logins.appUrl), loginOf(logins.readerUrl)];
  const warnings: string[] = [];
  for (const login of [app, reader]) {
    const [known] = await sql`select 1 from pg_roles where rolname = ${login}`;
    if (!known) throw new WrongSetting(`The PostgreSQL of DATABASE_URL knows no login "${login}"; make it, or mend DATABASE_APP_URL or DATABASE_READER_URL.`);
  }
  if (app === migrator) warnings.push("DATABASE_APP_URL is not set: the program uses the migrator’s login, so the database cannot protect the audit trail from it.");
  else {
    await sql.unsafe(`grant usage on schema public to ${quoted(app)}`);
    await sql.unsafe(`grant select, insert, update, delete on all tables in schema public to ${quoted(app)}`);
    await sql.unsafe(`grant usage, select on all sequences in schema public to ${quoted(app)}`);
    await sql.unsafe(`grant usage on schema ${jobSchema} to ${quoted(app)}`);
    await sql.unsafe(`grant select, insert, update, delete on all tables in schema ${jobSchema} to ${quoted(app)}`);
    await sql.unsafe(`grant usage, select on all sequences in schema ${jobSchema} to ${quoted(app)}`);
    await sql.unsafe(`grant execute on all functions in schema ${jobSchema} to ${quoted(app)}`);
    // The exceptions to what follows, each by the owner's hand: what a purged comment said is erased (migration 0004), who somebody was that wants to be deleted, and what was decided years ago.
    for (const erasing of ["erase_purged_comment", "erase_former_texts", "forget_person"]) await sql.unsafe(`grant execute on function ${erasing}(uuid) to ${quoted(app)}`);
    await sql.unsafe(`grant execute on function forget_old_decisions() to ${quoted(app)}`);
    for (const table of appendOnlyTables) await sql.unsafe(`revoke update, delete, truncate on ${quoted(table)} from ${quoted(app)}`);
  }
  if (reader === migrator || reader === app) warnings.push("DATABASE_READER_URL is not set: public pages use the program’s login, so only our own queries keep drafts from readers.");
  else {
    await sql.unsafe(`grant usage on schema public to ${quoted(reader)}`);
    await sql.unsafe(`revoke all on all tables in schema public from ${quoted(reader)}`);
    const views = await sql<{ name: string }[]>`select table_name as name from information_schema.views where table_schema = 'public' and table_name like 'public\\_%'`;
    for (const { name } of views) await sql.unsafe(`grant select on ${quoted(name)} to ${quoted(reader)}`);
  }
  return warnings;
}
