import type { ArticleCard } from "@/lib/articles/views";

/** A series with its public parts in their order. */
export type SeriesPage = { id: string; slug: string; title: string; intro: string; parts: ArticleCard[] };

export const seriesPath = (slug: string) => `/series/${encodeURIComponent(slug)}`;
