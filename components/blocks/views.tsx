import { Fragment, type ReactNode } from "react";
import type { TextNode } from "@/lib/content/blocks/inline";
import type { ListNode } from "@/lib/content/blocks/list";
import type { ParagraphNode } from "@/lib/content/blocks/paragraph";
import type { Block, StoredDocument } from "@/lib/content/document";
import { isOutward, safeHref } from "@/lib/content/links";
import { log } from "@/lib/kernel/log";

/** Running text: text nodes and marks become elements, nothing becomes HTML by itself. */
export function Inline({ content }: { content: readonly TextNode[] | undefined }) {
  return (content ?? []).map((node, index) => {
    let shown: ReactNode = node.text;
    for (const mark of node.marks ?? []) {
      if (mark.type === "strong") shown = <strong>{shown}</strong>;
      if (mark.type === "em") shown = <em>{shown}</em>;
      if (mark.type === "link") {
        const href = safeHref(mark.attrs.href);
        if (href) shown = <a href={href} rel={isOutward(href) ? "noopener" : undefined}>{shown}</a>;
      }
    }
    // biome-ignore lint/suspicious/noArrayIndexKey: text nodes have no other name and are never reordered in a rendered page.
    return <Fragment key={index}>{shown}</Fragment>;
  });
}

const Paragraph = ({ node }: { node: ParagraphNode }) => (
  <p>
    <Inline content={node.content} />
  </p>
);

function List({ node }: { node: ListNode }) {
  const items = node.content.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items of a published list never move.
    <li key={index}>
      <Inline content={item.content[0].content} />
      {item.content[1] && <List node={item.content[1]} />}
    </li>
  ));
  return node.type === "bulletList" ? <ul>{items}</ul> : <ol start={node.attrs?.start && node.attrs.start !== 1 ? node.attrs.start : undefined}>{items}</ol>;
}

/** One block as readers see it. `opening` stands before the first words of the first paragraph. */
export function BlockView({ block, opening }: { block: Block; opening?: ReactNode }) {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          {opening}
          <Inline content={block.content} />
        </p>
      );
    case "heading": {
      const Heading = `h${block.attrs.level}` as "h2" | "h3" | "h4";
      return (
        <Heading>
          <Inline content={block.content} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <List node={block} />;
    case "blockquote":
      return (
        <blockquote>
          {block.content.map((node, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a published quotation never move.
            <Paragraph key={index} node={node} />
          ))}
          {block.attrs?.source && <cite>{block.attrs.source}</cite>}
        </blockquote>
      );
    case "pullQuote":
      return (
        <figure className="pull aside">
          <blockquote>
            <p>
              “<Inline content={block.content} />”
            </p>
          </blockquote>
          {block.attrs?.attribution && <figcaption className="by">{block.attrs.attribution}</figcaption>}
        </figure>
      );
    case "sectionBreak":
      return (
        <p className="break" aria-hidden="true">
          <i />
          <i />
          <i />
        </p>
      );
    default:
      // A block from a newer program: left out and told to the log, never an error before a reader.
      log().warn({ block: (block as { type?: string }).type }, "a block of a published story is unknown here");
      return null;
  }
}

/** A body as readers see it; the dateline stands in the first paragraph. */
export function BodyView({ body, dateline }: { body: StoredDocument; dateline?: string }) {
  const first = body.content.findIndex((block) => block.type === "paragraph");
  return body.content.map((block, index) => {
    const opening = dateline && index === first ? <span className="dateline">{dateline} – </span> : undefined;
    return <BlockView key={block.attrs?.id ?? index} block={block} {...(opening ? { opening } : {})} />;
  });
}
