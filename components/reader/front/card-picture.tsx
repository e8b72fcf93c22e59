import { Picture } from "@/components/reader/picture";
import type { PageShape } from "@/lib/media/shapes";
import type { ArticleCard } from "@/lib/articles/views";

/** The picture of a card with whom it is by; nothing where the story has none. */
export function CardPicture({ card: { picture }, sizes, first = false, phone = "standard" }: { card: Pick<ArticleCard, "picture">; sizes: string; first?: boolean; /** The shape that it has on phones (front.css). */ phone?: PageShape }) {
  if (!picture) return null;
  return (
    <figure>
      <Picture picture={picture} sizes={sizes} first={first} shapes={{ phone }} />
      {picture.credit && <figcaption className="credit" dir="auto">{picture.credit}</figcaption>}
    </figure>
  );
}
