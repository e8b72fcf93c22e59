import { Inline } from "@/components/blocks/inline";
import type { Findable } from "@/components/blocks/material";
import type { BodyMaterial } from "@/lib/articles/views";
import type { ListNode } from "@/lib/content/stored/list";

export function ListView({ node, material, anchor }: { node: ListNode; material: BodyMaterial } & Findable) {
  const items = node.content.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items of a published list never move.
    <li key={index}>
      <Inline content={item.content[0].content} material={material} />
      {item.content[1] && <ListView node={item.content[1]} material={material} />}
    </li>
  ));
  return node.type === "bulletList" ? <ul data-block={anchor}>{items}</ul> : <ol data-block={anchor} start={node.attrs?.start && node.attrs.start !== 1 ? node.attrs.start : undefined}>{items}</ol>;
}
