import { type Attrs, Fragment, type Mark, type Node, type NodeType } from "@tiptap/pm/model";

/**
 * A node of these parts, or the nearest one that its kind allows: what is missing is put in blank, and what stands twice where one belongs goes on
 * in the first, with every word. So a quotation from which two people took a paragraph each, at once, has a blank one. Null where no such node can be.
 */
export function fitted(type: NodeType, attrs: Attrs | null, parts: readonly Node[], marks?: readonly Mark[]): Node | null {
  const kept: Node[] = [];
  let match = type.contentMatch;
  for (const part of parts) {
    const before = match.fillBefore(Fragment.from(part));
    const next = before && match.matchFragment(before)?.matchType(part.type);
    if (next) {
      kept.push(...before.content, part);
      match = next;
      continue;
    }
    const place = kept.findLastIndex((one) => joined(one, part) !== null);
    const one = kept[place];
    const whole = one && joined(one, part);
    if (!whole) return null;
    kept[place] = whole;
  }
  const content = Fragment.from(kept).append(match.fillBefore(Fragment.empty, true) ?? Fragment.empty);
  return type.validContent(content) ? type.create(attrs, content, marks) : null;
}

/** What both hold in the first of them; null where it could not hold that. */
function joined(first: Node, second: Node): Node | null {
  if (first.isLeaf || second.isLeaf) return null;
  const space = first.inlineContent && first.textContent && second.textContent ? Fragment.from(first.type.schema.text(" ")) : Fragment.empty;
  const content = first.content.append(space).append(second.content);
  return first.type.validContent(content) ? first.copy(content) : null;
}
