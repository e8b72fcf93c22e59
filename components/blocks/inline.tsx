import { Fragment, type ReactNode } from "react";
import type { BodyMaterial } from "@/lib/articles/views";
import type { TextMark, TextNode } from "@/lib/content/stored/inline";
import { isOutward, safeHref } from "@/lib/content/links";

/** Running text: text nodes and marks become elements, nothing becomes HTML by itself. Links to stories lead where those stand now. */
export function Inline({ content, material }: { content: readonly TextNode[] | undefined; material: BodyMaterial }) {
  return (content ?? []).map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: text nodes have no other name and are never reordered in a rendered page.
    <Fragment key={index}>{(node.marks ?? []).reduce<ReactNode>((shown, mark) => marked(mark, shown, material), node.text)}</Fragment>
  ));
}

function marked(mark: TextMark, shown: ReactNode, material: BodyMaterial): ReactNode {
  switch (mark.type) {
    case "strong":
      return <strong>{shown}</strong>;
    case "em":
      return <em>{shown}</em>;
    case "subscript":
      return <sub>{shown}</sub>;
    case "superscript":
      return <sup>{shown}</sup>;
    case "lang":
      return (
        <span lang={mark.attrs.code} dir="auto">
          {shown}
        </span>
      );
    case "link": {
      // A story that is not public any more has no address: its link is text.
      const href = mark.attrs.story ? (material.stories.get(mark.attrs.story)?.path ?? null) : safeHref(mark.attrs.href);
      return href ? (
        <a href={href} rel={isOutward(href) ? "noopener" : undefined}>
          {shown}
        </a>
      ) : (
        shown
      );
    }
    default:
      // A mark from a newer program: its text stays.
      return shown;
  }
}
