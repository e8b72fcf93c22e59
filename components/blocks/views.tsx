import type { ReactNode } from "react";
import { BlockquoteView } from "@/components/blocks/blockquote/view";
import { CorrectionNoteView } from "@/components/blocks/correction-note/view";
import { EmbedView } from "@/components/blocks/embed/view";
import { FactBoxView } from "@/components/blocks/fact-box/view";
import { FigureView } from "@/components/blocks/figure/view";
import { GalleryView } from "@/components/blocks/gallery/view";
import { Inline } from "@/components/blocks/inline";
import { ListView } from "@/components/blocks/list/view";
import type { BlockSurroundings, Findable } from "@/components/blocks/material";
import { PullQuoteView } from "@/components/blocks/pull-quote/view";
import { RelatedCardView } from "@/components/blocks/related-card/view";
import { TableView } from "@/components/blocks/table/view";
import type { Block, StoredDocument } from "@/lib/content/document";
import { log } from "@/lib/kernel/log";

type Props = { block: Block; name: string; opening?: ReactNode; /** Whether contents can lead to a heading. */ linked?: boolean | undefined; /** Whether a paragraph is the question of an interview. */ question?: boolean | undefined; /** Whether pictures are the story, and take all the room there is. */ large?: boolean | undefined } & BlockSurroundings & Findable;

/** One block as readers see it. `opening` stands before the first words of the first paragraph; `name` names its title in the page. */
export function BlockView({ block, name, opening, linked, question, large, anchor, ...surroundings }: Props) {
  const { material } = surroundings;
  switch (block.type) {
    case "paragraph":
      return (
        <p className={question ? "question" : (block.attrs?.style ?? undefined)} data-block={anchor}>
          {opening}
          <Inline content={block.content} material={material} />
        </p>
      );
    case "heading": {
      const Heading = `h${block.attrs.level}` as "h2" | "h3" | "h4";
      return (
        <Heading id={linked ? name : undefined} data-block={anchor}>
          <Inline content={block.content} material={material} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <ListView node={block} material={material} anchor={anchor} />;
    case "blockquote":
      return <BlockquoteView node={block} material={material} anchor={anchor} />;
    case "pullQuote":
      return <PullQuoteView node={block} material={material} language={surroundings.language} anchor={anchor} />;
    case "figure":
      return <FigureView node={block} material={material} anchor={anchor} large={large} />;
    case "gallery":
      return <GalleryView node={block} material={material} anchor={anchor} large={large} />;
    case "factBox":
      return <FactBoxView node={block} material={material} id={name} anchor={anchor} />;
    case "table":
      return <TableView node={block} material={material} id={name} anchor={anchor} />;
    case "embed":
      return <EmbedView node={block} {...surroundings} anchor={anchor} />;
    case "relatedCard":
      return <RelatedCardView node={block} material={material} anchor={anchor} />;
    case "correctionNote":
      return <CorrectionNoteView node={block} {...surroundings} anchor={anchor} />;
    case "sectionBreak":
      return (
        <p className="break" aria-hidden="true" data-block={anchor}>
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

type BodyProps = {
  body: Pick<StoredDocument, "content">;
  dateline?: string;
  /** Lets the desk find each block again, in previews alone. */
  findable?: boolean | undefined;
  /** How many blocks of the same story were drawn before these. */
  after?: number;
  linked?: boolean | undefined;
  large?: boolean | undefined;
  isQuestion?: ((block: Block) => boolean) | undefined;
} & BlockSurroundings;

/** What a block is called in its page, where something leads to it. */
export const nameOfBlock = (index: number) => `block-${index + 1}`;

/** A body as readers see it; the dateline stands in the first paragraph. */
export function BodyView({ body, dateline, findable, after = 0, linked, large, isQuestion, ...surroundings }: BodyProps) {
  const first = body.content.findIndex((block) => block.type === "paragraph");
  return body.content.map((block, index) => {
    const opening = dateline && index === first ? <span className="dateline">{dateline} – </span> : undefined;
    return <BlockView key={block.attrs?.id ?? index} block={block} name={nameOfBlock(after + index)} linked={linked} large={large} question={isQuestion?.(block)} anchor={findable ? (block.attrs?.id ?? undefined) : undefined} {...surroundings} {...(opening ? { opening } : {})} />;
  });
}
