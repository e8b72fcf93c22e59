import postgres, { type Sql } from "postgres";
import { WrongSetting } from "@/lib/kernel/env";

/** Throws `WrongSetting` with one sentence where this setting does not lead into a database. */
export async function proveLogin(setting: string, url: string): Promise<void> {
  await ask(setting, url, (sql) => sql`select 1`);
}

/** The same, and that it is the database which the owner of the tables has just prepared. */
export async function proveSameDatabase(setting: string, url: string): Promise<void> {
  const [row] = await ask(setting, url, (sql) => sql<{ there: boolean }[]>`select to_regclass('public.events') is not null as there`);
  if (!row?.there) throw new WrongSetting(`${setting} leads to another database than DATABASE_URL.`);
}

async function ask<Row>(setting: string, url: string, question: (sql: Sql) => Promise<Row>): Promise<Row> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    return await question(sql);
  } catch (error) {
    throw new WrongSetting(`${setting}: ${complaint(error, new URL(url))}`, { cause: error });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** What hinders a login, in words; PostgreSQL's own where we have none. */
function complaint(error: unknown, { hostname, port, username, pathname }: URL): string {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const at = `${hostname}:${port || "5432"}`;
  if (["ENOTFOUND", "EAI_AGAIN"].includes(code)) return `the host ${hostname} cannot be found.`;
  if (["ECONNREFUSED", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ECONNRESET", "CONNECT_TIMEOUT", "CONNECTION_CLOSED"].includes(code)) return `no PostgreSQL answers at ${at}.`;
  if (code === "28P01") return `PostgreSQL at ${at} does not let the login "${decodeURIComponent(username)}" in with this password.`;
  if (code === "3D000") return `there is no database "${decodeURIComponent(pathname.slice(1))}" at ${at}.`;
  return `PostgreSQL at ${at} says: ${message.split("\n")[0] || code || String(error)}`;
}
