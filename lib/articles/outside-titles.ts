import type { ArticlePage } from "@/lib/articles/views";

/** The title that a search engine shows of a story's page. */
export function searchTitle(article: Pick<ArticlePage, "headline" | "searchHeadline">, paperName: string): string {
  return `${article.searchHeadline || article.headline} · ${paperName}`;
}

/** The title that a social card prints. */
export function socialTitle(article: Pick<ArticlePage, "headline" | "socialHeadline">): string {
  return article.socialHeadline || article.headline;
}
