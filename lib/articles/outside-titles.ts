import type { ArticlePage } from "@/lib/articles/views";

/** The title that a search engine shows of a story's page. */
export function searchTitle(article: Pick<ArticlePage, "headline" | "searchHeadline">, paperName: string): string {
  return `${article.searchHeadline || article.headline} · ${paperName}`;
}

/** The title that a social card prints. */
export function socialTitle(article: Pick<ArticlePage, "headline" | "socialHeadline">): string {
  return article.socialHeadline || article.headline;
}

/** A text of at most so many characters, cut between words. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
