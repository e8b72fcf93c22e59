import { Picture } from "@/components/reader/picture";
import type { ArticlePage } from "@/lib/articles/views";

/** The portraits of all whom a story is by, in the order of their names; those without one are left out. */
export function Portraits({ article, sizes }: { article: ArticlePage; sizes: string }) {
  const portraits = article.bylines.flatMap((byline) => (byline.role === "by" && byline.personId ? (article.signatories.get(byline.personId)?.portrait ?? []) : []));
  return portraits.map((portrait, index) => <Picture key={portrait.id} picture={portrait} sizes={sizes} alt="" small first={index === 0 && !article.picture} />);
}
