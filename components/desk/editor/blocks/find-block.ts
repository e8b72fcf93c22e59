import type { Node } from "@tiptap/pm/model";

/** A block where it stands now. */
export type FoundBlock = { node: Node; at: number; end: number; parent: Node };

/** The block of that name, wherever colleagues' typing has moved it; null where it is gone. */
export function findBlock(doc: Node, id: string): FoundBlock | null {
  let found: FoundBlock | null = null;
  doc.descendants((node, at, parent) => {
    if (node.attrs.id === id && parent) found = { node, at, end: at + node.nodeSize, parent };
    return found === null && !node.isTextblock;
  });
  return found;
}
