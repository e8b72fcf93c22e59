import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";

/** Forgets decisions about comments after three years, with the objections to them, but for those that a legal matter needs; says how many. The database itself says what is old: nobody can forget sooner. */
export async function forgetDecisions(): Promise<number> {
  const [row] = await appDatabase().execute<{ gone: number }>(sql`select forget_old_decisions() as gone`);
  return row?.gone ?? 0;
}
