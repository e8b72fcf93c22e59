import { asc, desc, eq, inArray } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, series, seriesParts } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { seriesManage } from "@/lib/series/abilities";

export type PartLine = { articleId: string; headline: string; live: boolean };
export type SeriesLine = { id: string; slug: string; title: string; intro: string; parts: PartLine[] };

/** Every series, the newest first, with its parts in their order, public or not; null for those who do not manage them. */
export async function seriesList(actor: Actor): Promise<SeriesLine[] | null> {
  if (!seriesManage.check(actor, null)) return null;
  const db = appDatabase();
  const all = await db.select({ id: series.id, slug: series.slug, title: series.title, intro: series.intro }).from(series).orderBy(desc(series.createdAt), desc(series.id)).limit(500);
  const parts = await db
    .select({ seriesId: seriesParts.seriesId, articleId: seriesParts.articleId, headline: articles.draftHeadline, published: articles.publishedRevisionId })
    .from(seriesParts)
    .innerJoin(articles, eq(articles.id, seriesParts.articleId))
    .where(inArray(seriesParts.seriesId, all.map(({ id }) => id)))
    .orderBy(asc(seriesParts.position), asc(seriesParts.articleId));
  return all.map((one) => ({ ...one, parts: parts.filter((part) => part.seriesId === one.id).map(({ articleId, headline, published }) => ({ articleId, headline, live: published !== null })) }));
}
