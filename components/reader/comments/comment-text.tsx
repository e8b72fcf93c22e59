import { Fragment, type ReactNode } from "react";
import type { CommentBody, CommentText } from "@/lib/content/comment-body";

/** How the words of a comment are shown; as they are, where nothing else is asked. */
type ShowWords = (words: string) => ReactNode;

/** A comment's tree as elements; links say that the paper does not vouch for them. */
export function CommentTextView({ body, words = (text) => text }: { body: CommentBody; words?: ShowWords }) {
  const spans = (content: readonly CommentText[]) => spansOf(content, words);
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

function spansOf(content: readonly CommentText[], words: ShowWords): ReactNode {
  return content.map((node, index) => {
    let shown: ReactNode = words(node.text);
    if (node.href) shown = <a href={node.href} rel="ugc nofollow noopener">{shown}</a>;
    if (node.em) shown = <em>{shown}</em>;
    if (node.strong) shown = <strong>{shown}</strong>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    return <Fragment key={index}>{shown}</Fragment>;
  });
}
