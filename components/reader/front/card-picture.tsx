import { Picture } from "@/components/reader/picture";
import type { ArticleCard } from "@/lib/articles/views";

/** The picture of a card with whom it is by; nothing where the story has none. */
export function CardPicture({ card: { picture }, sizes, first = false }: { card: Pick<ArticleCard, "picture">; sizes: string; first?: boolean }) {
  if (!picture) return null;
  return (
    <figure>
      <Picture picture={picture} sizes={sizes} first={first} />
      {picture.credit && <figcaption className="credit" dir="auto">{picture.credit}</figcaption>}
    </figure>
  );
}
