import { Fragment, type ReactNode } from "react";
import type { CommentBody, CommentText } from "@/lib/content/comment-body";

/** A comment's tree as elements; links say that the paper does not vouch for them. */
export function CommentTextView({ body }: { body: CommentBody }) {
  return body.blocks.map((block, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a stored comment never move.
    if (block.type === "paragraph") return <p key={index}>{spans(block.content)}</p>;
    if (block.type === "list")
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <ul key={index}>
          {block.items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <li key={place}>{spans(item)}</li>
          ))}
        </ul>
      );
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <blockquote key={index}>
        {block.content.map((paragraph, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <p key={place}>{spans(paragraph.content)}</p>
        ))}
      </blockquote>
    );
  });
}

function spans(content: readonly CommentText[]): ReactNode {
  return content.map((node, index) => {
    let shown: ReactNode = node.text;
    if (node.href) shown = <a href={node.href} rel="ugc nofollow noopener">{shown}</a>;
    if (node.em) shown = <em>{shown}</em>;
    if (node.strong) shown = <strong>{shown}</strong>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    return <Fragment key={index}>{shown}</Fragment>;
  });
}
