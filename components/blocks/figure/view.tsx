import { Inline } from "@/components/blocks/inline";
import type { Findable } from "@/components/blocks/material";
import { Picture } from "@/components/reader/picture";
import type { BodyMaterial } from "@/lib/articles/views";
import type { FigureNode } from "@/lib/content/stored/figure";
import { placedPicture } from "@/lib/media/crops";

/** The room of each role, for the layout and for the browser's choice among the sizes. */
const places = {
  inline: { name: "picture", sizes: "(min-width: 48rem) 37.5rem, 100vw" },
  paired: { name: "picture", sizes: "(min-width: 80rem) 18.4rem, (min-width: 48rem) 37.5rem, 100vw" },
  pairedWide: { name: "picture out", sizes: "(min-width: 80rem) 28rem, 100vw" },
  wide: { name: "picture out", sizes: "(min-width: 80rem) 57rem, 100vw" },
  full: { name: "picture across", sizes: "100vw" },
  portrait: { name: "picture upright", sizes: "(min-width: 48rem) 18rem, 100vw" },
} as const;

/** A picture in the text; left out where it may not be shown any more. */
export function FigureView({ node, material, anchor, large = false, paired = false }: { node: FigureNode; material: BodyMaterial; large?: boolean | undefined; /** Two abreast, where there is room. */ paired?: boolean } & Findable) {
  const picture = material.pictures.get(node.attrs.assetId);
  if (!picture) return null;
  const shown = placedPicture(picture, node.attrs);
  const place = places[paired ? (large ? "pairedWide" : "paired") : large ? "wide" : (node.attrs.role ?? "inline")];
  const credit = node.attrs.credit || picture.credit;
  const captioned = (node.content?.length ?? 0) > 0;
  return (
    <figure className={place.name} data-block={anchor}>
      <Picture picture={shown} sizes={place.sizes} alt={node.attrs.decorative ? "" : (node.attrs.alt ?? "")} />
      {(captioned || credit) && (
        <figcaption>
          <Inline content={node.content} material={material} /> {credit && <span className="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
