import type { ReactNode } from "react";
import { FigureView } from "@/components/blocks/figure/view";
import { Inline } from "@/components/blocks/inline";
import { ListView } from "@/components/blocks/list/view";
import type { Findable } from "@/components/blocks/material";
import type { BodyMaterial } from "@/lib/articles/views";
import type { FactBoxNode, InsideFactBox } from "@/lib/content/stored/fact-box";

/** A box that interrupts the story: open beside it, or closed under its title. */
export function FactBoxView({ node, material, id, anchor }: { node: FactBoxNode; material: BodyMaterial; id: string } & Findable) {
  const [title, ...rest] = node.content;
  const heading = <Inline content={title.content} material={material} />;
  const content = rest.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what a published box holds never moves.
    <Inside key={index} node={one} material={material} />
  ));
  const tone = node.attrs?.tone ?? "fact";
  if (node.attrs?.collapsed) {
    return (
      <details className={`fact ${tone}`} data-block={anchor}>
        <summary>{heading}</summary>
        {content}
      </details>
    );
  }
  return (
    <aside className={`fact aside ${tone}`} aria-labelledby={id} data-block={anchor}>
      <p className="fact-title" id={id}>
        {heading}
      </p>
      {content}
    </aside>
  );
}

function Inside({ node, material }: { node: InsideFactBox; material: BodyMaterial }): ReactNode {
  switch (node.type) {
    case "paragraph":
      return (
        <p>
          <Inline content={node.content} material={material} />
        </p>
      );
    case "figure":
      return <FigureView node={node} material={material} />;
    case "bulletList":
    case "orderedList":
      return <ListView node={node} material={material} />;
  }
}
