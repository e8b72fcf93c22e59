import { asc, desc, lt, gte, type SQL, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { atMost } from "@/db/prepared";
import { publicArticles } from "@/db/schema";
import { pageOf } from "@/lib/articles/reads/cards";
import type { CardList } from "@/lib/articles/views";

/* The archive by the paper's own calendar: a day begins and ends where the paper is. Days are written "2026-11-26". */

const appeared = publicArticles.firstPublishedAt;
/** The instant at which a day begins in a zone. */
const beginning = (day: string, timeZone: string): SQL => sql`(${day}::date::timestamp at time zone ${timeZone})`;
const dayIn = (timeZone: string) => sql<string>`to_char(${appeared} at time zone ${timeZone}, 'YYYY-MM-DD')`;

/** The years from the first story to the newest, newest first; none where nothing is public. */
export async function archiveYears(timeZone: string): Promise<number[]> {
  const year = (of: SQL) => sql<number | null>`extract(year from ${of} at time zone ${timeZone})::int`;
  const [range] = await readerDatabase().select({ first: year(sql`min(${appeared})`), last: year(sql`max(${appeared})`) }).from(publicArticles);
  const { first, last } = range ?? {};
  return first && last ? Array.from({ length: last - first + 1 }, (_, back) => last - back) : [];
}

/** Every day on which something was first published in a year of the common calendar, and in the month before and after it: months of other calendars lie across its ends. */
export async function archiveDays(year: number, timeZone: string): Promise<{ day: string; number: number }[]> {
  const day = dayIn(timeZone).as("day");
  const within = sql`${gte(appeared, beginning(`${year - 1}-12-01`, timeZone))} and ${lt(appeared, beginning(`${year + 1}-02-01`, timeZone))}`;
  return readerDatabase().select({ day, number: sql<number>`count(*)`.mapWith(Number) }).from(publicArticles).where(within).groupBy(sql`1`).orderBy(sql`1`);
}

/** The stories of one day, newest first, page by page. */
export function dayPage(day: string, timeZone: string, before?: string): Promise<CardList> {
  return pageOf(`day:${day}`, sql`${gte(appeared, beginning(day, timeZone))} and ${lt(appeared, sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`)}`, before);
}

/** The nearest days before and after this one on which something appeared. */
export async function daysBeside(day: string, timeZone: string): Promise<{ before: string | null; after: string | null }> {
  const nearest = (condition: SQL, order: SQL) => readerDatabase().select({ day: dayIn(timeZone) }).from(publicArticles).where(condition).orderBy(order).limit(atMost(1));
  const [[before], [after]] = await Promise.all([
    nearest(lt(appeared, beginning(day, timeZone)), desc(appeared)),
    nearest(gte(appeared, sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`), asc(appeared)),
  ]);
  return { before: before?.day ?? null, after: after?.day ?? null };
}
