import type { ArticleCard } from "@/lib/articles/views";

/** How many of the calm stories under the lead are shown with their picture. */
export const calmPictures = 3;

/**
 * The calm stories in the order in which they stand under the lead: the newest whose pictures nothing above shows, as many as are shown with
 * one, then the newest that have none. Others with a picture come last: their section shows it further down. `above`: the lead's picture.
 */
export function calmOrder(cards: readonly ArticleCard[], above: string | undefined): ArticleCard[] {
  const seen = new Set(above ? [above] : []);
  const shown = cards.filter(({ picture }) => picture && seen.size < calmPictures + (above ? 1 : 0) && !seen.has(picture.id) && seen.add(picture.id));
  const rest = cards.filter((card) => !shown.includes(card));
  return [...shown, ...rest.filter(({ picture }) => !picture), ...rest.filter(({ picture }) => picture)];
}

/** A section's block: the newest with a picture that the page has not shown yet leads it, else the newest with any; the rest stay in their order. */
export function pictureAtTheHead(cards: readonly ArticleCard[], seen: ReadonlySet<string>): ArticleCard[] {
  const head = cards.find(({ picture }) => picture && !seen.has(picture.id)) ?? cards.find(({ picture }) => picture);
  return head ? [head, ...cards.filter((card) => card !== head)] : [...cards];
}
