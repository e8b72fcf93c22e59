import type { ReactNode } from "react";
import { BlockquoteView } from "@/components/blocks/blockquote/view";
import { CorrectionNoteView } from "@/components/blocks/correction-note/view";
import { EmbedView } from "@/components/blocks/embed/view";
import { FactBoxView } from "@/components/blocks/fact-box/view";
import { FigureView } from "@/components/blocks/figure/view";
import { GalleryView } from "@/components/blocks/gallery/view";
import { Inline } from "@/components/blocks/inline";
import { ListView } from "@/components/blocks/list/view";
import type { BlockSurroundings } from "@/components/blocks/material";
import { PullQuoteView } from "@/components/blocks/pull-quote/view";
import { RelatedCardView } from "@/components/blocks/related-card/view";
import { TableView } from "@/components/blocks/table/view";
import type { Block, StoredDocument } from "@/lib/content/document";
import { log } from "@/lib/kernel/log";

type Props = { block: Block; name: string; opening?: ReactNode } & BlockSurroundings;

/** One block as readers see it. `opening` stands before the first words of the first paragraph; `name` names its title in the page. */
export function BlockView({ block, name, opening, ...surroundings }: Props) {
  const { material } = surroundings;
  switch (block.type) {
    case "paragraph":
      return (
        <p className={block.attrs?.style ?? undefined}>
          {opening}
          <Inline content={block.content} material={material} />
        </p>
      );
    case "heading": {
      const Heading = `h${block.attrs.level}` as "h2" | "h3" | "h4";
      return (
        <Heading>
          <Inline content={block.content} material={material} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <ListView node={block} material={material} />;
    case "blockquote":
      return <BlockquoteView node={block} material={material} />;
    case "pullQuote":
      return <PullQuoteView node={block} material={material} />;
    case "figure":
      return <FigureView node={block} material={material} />;
    case "gallery":
      return <GalleryView node={block} material={material} />;
    case "factBox":
      return <FactBoxView node={block} material={material} id={name} />;
    case "table":
      return <TableView node={block} material={material} id={name} />;
    case "embed":
      return <EmbedView node={block} {...surroundings} />;
    case "relatedCard":
      return <RelatedCardView node={block} material={material} />;
    case "correctionNote":
      return <CorrectionNoteView node={block} {...surroundings} />;
    case "sectionBreak":
      return (
        <p className="break" aria-hidden="true">
          <i />
          <i />
          <i />
        </p>
      );
    case "stash":
      // Never part of what is published; should one come here all the same, nobody sees it.
      return null;
    default:
      return unknown(block);
  }
}

/** A block from a newer program: left out and told to the log, never an error before a reader. Here the compiler names a block that was forgotten. */
function unknown(block: never): null {
  log().warn({ block: (block as { type?: string }).type }, "a block of a published story is unknown here");
  return null;
}

/** A body as readers see it; the dateline stands in the first paragraph. */
export function BodyView({ body, dateline, ...surroundings }: { body: StoredDocument; dateline?: string } & BlockSurroundings) {
  const first = body.content.findIndex((block) => block.type === "paragraph");
  return body.content.map((block, index) => {
    const opening = dateline && index === first ? <span className="dateline">{dateline} – </span> : undefined;
    return <BlockView key={block.attrs?.id ?? index} block={block} name={`block-${index + 1}`} {...surroundings} {...(opening ? { opening } : {})} />;
  });
}
