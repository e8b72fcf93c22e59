import { Inline } from "@/components/blocks/inline";
import type { Findable } from "@/components/blocks/material";
import type { BodyMaterial } from "@/lib/articles/views";
import type { BlockquoteNode } from "@/lib/content/stored/blockquote";
import { safeHref } from "@/lib/content/links";

export function BlockquoteView({ node, material, anchor }: { node: BlockquoteNode; material: BodyMaterial } & Findable) {
  const source = node.attrs?.source;
  const href = safeHref(node.attrs?.sourceUrl ?? "");
  return (
    <blockquote cite={href ?? undefined} data-block={anchor}>
      {node.content.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a published quotation never move.
        <p key={index}>
          <Inline content={paragraph.content} material={material} />
        </p>
      ))}
      {source && (
        <cite>
          {href ? (
            <a href={href} rel="noopener">
              {source}
            </a>
          ) : (
            source
          )}
        </cite>
      )}
    </blockquote>
  );
}
