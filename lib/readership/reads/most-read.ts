import { inArray, sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicReads } from "@/db/schema";
import { asCard, cardRows, uuids } from "@/lib/articles/reads/cards";
import type { ArticleCard } from "@/lib/articles/views";

/** What readers read most: in the last day, or in the last week where a day says too little. */
export type MostRead = { within: "day" | "week"; cards: ArticleCard[] };
export type Ranking = Record<MostRead["within"], { id: string; sectionId: string | null }[]>;

/** How many stories a list has at most, and how few say nothing. */
const aList = 5;
const fewest = 3;
/** A story with fewer reads is in no list: a handful of visitors is no crowd. */
export const fewestReads = 10;
/** Of so many the lists of sections are made. */
const ranked = 500;

const queries = preparedForReaders((db) => {
  const within = (hours: number) =>
    db
      .select({ id: publicReads.articleId, sectionId: publicReads.sectionId })
      .from(publicReads)
      .where(sql`${publicReads.hour} > now() - ${sql.raw(`interval '${hours} hours'`)}`)
      .groupBy(publicReads.articleId, publicReads.sectionId)
      .having(sql`sum(${publicReads.reads}) >= ${sql.raw(String(fewestReads))}`)
      .orderBy(sql`sum(${publicReads.reads}) desc`, publicReads.articleId)
      .limit(sql.raw(String(ranked)) as unknown as number);
  return {
    day: within(24).prepare("read_in_a_day"),
    week: within(168).prepare("read_in_a_week"),
    cards: cardRows(db, inArray(publicArticles.id, sql`(select unnest(${sql.placeholder("ids")}::uuid[]))`), aList).prepare("most_read_cards"),
  };
});

/** The most read of the whole paper, most first: by these the lists of front and sections are made. */
export async function ranking(): Promise<Ranking> {
  const { day, week } = queries();
  const [ofDay, ofWeek] = await Promise.all([day.execute(), week.execute()]);
  return { day: ofDay, week: ofWeek };
}

/** The list for the paper, or for these sections; null where too little was read to say anything. */
export async function mostRead(order: Ranking, sectionIds: readonly string[] | null): Promise<MostRead | null> {
  for (const within of ["day", "week"] as const) {
    const ids = order[within].filter(({ sectionId }) => !sectionIds || (sectionId !== null && sectionIds.includes(sectionId))).map(({ id }) => id).slice(0, aList);
    if (ids.length < fewest) continue;
    const cards = (await queries().cards.execute({ ids: uuids(ids) })).map(asCard).sort((left, right) => ids.indexOf(left.id) - ids.indexOf(right.id));
    if (cards.length >= fewest) return { within, cards };
  }
  return null;
}
