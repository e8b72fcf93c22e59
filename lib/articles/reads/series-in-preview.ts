import { and, asc, eq, ne } from "drizzle-orm";
import { appDatabase, readerDatabase } from "@/db/client";
import { publicSeriesParts, series, seriesParts } from "@/db/schema";
import { inSeries, type SeriesPart } from "@/lib/articles/reads/in-series";
import type { InSeries } from "@/lib/articles/views";
import { mostParts } from "@/lib/series/limits";

/** A working copy as the part of a series that it would be. */
type Own = Pick<SeriesPart, "article" | "slug" | "section" | "headline" | "language">;

/** Where a story would stand in its series if it went out now: among the public parts, whether it is one of them yet or not. */
export async function seriesInPreview(own: Own): Promise<InSeries | null> {
  const [placed] = await appDatabase()
    .select({ id: series.id, address: series.slug, title: series.title, position: seriesParts.position })
    .from(seriesParts)
    .innerJoin(series, eq(series.id, seriesParts.seriesId))
    .where(eq(seriesParts.articleId, own.article));
  if (!placed) return null;
  const others = await readerDatabase()
    .select()
    .from(publicSeriesParts)
    .where(and(eq(publicSeriesParts.seriesId, placed.id), ne(publicSeriesParts.articleId, own.article)))
    .orderBy(asc(publicSeriesParts.position), asc(publicSeriesParts.articleId))
    .limit(mostParts);
  const parts = [...others.map(({ articleId, sectionSlug, ...part }) => ({ ...placed, ...part, article: articleId, section: sectionSlug })), { ...placed, ...own }];
  const inOrder = parts.sort((left, right) => left.position - right.position || (left.article < right.article ? -1 : 1));
  return inSeries(inOrder.slice(0, mostParts), own.article);
}
