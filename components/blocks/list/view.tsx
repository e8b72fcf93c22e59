import { Inline } from "@/components/blocks/inline";
import type { BodyMaterial } from "@/lib/articles/views";
import type { ListNode } from "@/lib/content/stored/list";

export function ListView({ node, material }: { node: ListNode; material: BodyMaterial }) {
  const items = node.content.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items of a published list never move.
    <li key={index}>
      <Inline content={item.content[0].content} material={material} />
      {item.content[1] && <ListView node={item.content[1]} material={material} />}
    </li>
  ));
  return node.type === "bulletList" ? <ul>{items}</ul> : <ol start={node.attrs?.start && node.attrs.start !== 1 ? node.attrs.start : undefined}>{items}</ol>;
}
