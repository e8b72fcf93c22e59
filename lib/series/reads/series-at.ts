import { asc, eq, inArray, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicSeries, publicSeriesParts } from "@/db/schema";
import { asCard, cardRowsWith } from "@/lib/articles/reads/cards";
import { mostParts } from "@/lib/series/limits";
import type { SeriesPage } from "@/lib/series/views";

/** What a series is called, without its parts. Null where there is none that has a public one. */
export async function seriesNamed(slug: string): Promise<Omit<SeriesPage, "parts"> | null> {
  const [found] = await readerDatabase().select().from(publicSeries).where(eq(publicSeries.slug, slug));
  return found ?? null;
}

/** A series as readers see it: its public parts in their order. Null where there is none that has one. */
export async function seriesAt(slug: string): Promise<SeriesPage | null> {
  const found = await seriesNamed(slug);
  if (!found) return null;
  const db = readerDatabase();
  const ids = db.select({ id: publicSeriesParts.articleId }).from(publicSeriesParts).where(eq(publicSeriesParts.seriesId, found.id)).orderBy(asc(publicSeriesParts.position)).limit(mostParts);
  const position = sql<number>`(select place.position from ${publicSeriesParts} as place where place.article_id = ${publicArticles.id})`.as("place");
  const rows = await cardRowsWith(db, { position }, inArray(publicArticles.id, ids), mostParts);
  return { ...found, parts: rows.sort((left, right) => left.position - right.position || (left.card.id < right.card.id ? -1 : 1)).map(asCard) };
}

/** The addresses of every series that readers can see, for the sitemap. */
export async function publicSeriesSlugs(): Promise<string[]> {
  return (await readerDatabase().select({ slug: publicSeries.slug }).from(publicSeries).orderBy(asc(publicSeries.slug)).limit(1000)).map(({ slug }) => slug);
}
