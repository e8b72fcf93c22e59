import { FigureView } from "@/components/blocks/figure/view";
import type { Findable } from "@/components/blocks/material";
import type { BodyMaterial } from "@/lib/articles/views";
import type { GalleryNode } from "@/lib/content/stored/gallery";

/** Apart from a front's own grid. */
const layouts = { grid: "pairs", sequence: "sequence" } as const;

export function GalleryView({ node, material, anchor, large = false }: { node: GalleryNode; material: BodyMaterial; large?: boolean | undefined } & Findable) {
  return (
    <section className={`gallery ${layouts[node.attrs?.layout ?? "grid"]}`} aria-label={node.attrs?.title || undefined} data-block={anchor}>
      {node.attrs?.title && <p className="gallery-title">{node.attrs.title}</p>}
      <ul>
        {node.content.map((figure, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pictures of a published gallery never move.
          <li key={index}>
            <FigureView node={{ ...figure, attrs: { ...figure.attrs, role: "inline" } }} material={material} large={large} paired={layouts[node.attrs?.layout ?? "grid"] === "pairs"} />
          </li>
        ))}
      </ul>
    </section>
  );
}
