import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/* Rows and parts as JSON: reading column after column of each row, or asking for each part on its own, costs the process more than the database. */

/** Columns as one JSON value under their names. Instants in it are text. */
export function asJson(columns: Record<string, SQLWrapper>): SQL {
  const pairs = Object.entries(columns).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`);
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`;
}

/** What belongs to one row, as one JSON list beside it. */
export const gathered = <Part>(parts: SQLWrapper) => sql<Part[]>`(select coalesce(json_agg(part), '[]') from (${parts}) as part)`;

/** A part as it is gathered: its instant is text. */
export type Written = { at: string };
export const dated = <Part extends Written>(parts: Part[]) => parts.map((part) => ({ ...part, at: new Date(part.at) }));
