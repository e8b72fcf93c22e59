import { Inline } from "@/components/blocks/inline";
import type { Findable } from "@/components/blocks/material";
import type { Language } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import { quotationMarks } from "@/lib/content/language/typography";
import type { PullQuoteNode } from "@/lib/content/stored/pull-quote";

/** Beside the text where there is room, within it, or as loud as a headline. */
const places = { inline: "pull aside", supporting: "pull", showcase: "pull showcase" } as const;

export function PullQuoteView({ node, material, language, anchor }: { node: PullQuoteNode; material: BodyMaterial; language: Language } & Findable) {
  const [opens, closes] = quotationMarks(language);
  return (
    <figure className={places[node.attrs?.role ?? "inline"]} data-block={anchor}>
      <blockquote>
        <p>
          {opens}
          <Inline content={node.content} material={material} />
          {closes}
        </p>
      </blockquote>
      {node.attrs?.attribution && <figcaption className="by">{node.attrs.attribution}</figcaption>}
    </figure>
  );
}
