import type { Findable } from "@/components/blocks/material";
import { languages } from "@/db/vocabulary";
import { Picture } from "@/components/reader/picture";
import type { BodyMaterial } from "@/lib/articles/views";
import type { RelatedCardNode } from "@/lib/content/stored/related-card";

/** Another story of the paper, where it stands now; left out while it is not public. */
export function RelatedCardView({ node, material, anchor }: { node: RelatedCardNode; material: BodyMaterial } & Findable) {
  const card = material.stories.get(node.attrs.story);
  if (!card) return null;
  return (
    <p className={node.attrs.layout === "card" ? "see card" : "see"} data-section={card.section.accent} data-block={anchor} lang={card.language} dir={languages[card.language].direction}>
      {node.attrs.layout === "card" && card.picture && <Picture picture={card.picture} sizes="8rem" alt="" />}
      <span className="kicker">{card.kicker || <bdi>{card.section.name}</bdi>}</span> <a href={card.path}>{node.attrs.label || card.frontHeadline}</a>
      {node.attrs.layout === "card" && card.picture?.credit && <small className="credit">{card.picture.credit}</small>}
    </p>
  );
}
