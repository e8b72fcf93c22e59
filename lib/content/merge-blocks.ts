import { isDeepStrictEqual } from "node:util";
import { updateYFragment } from "@tiptap/y-tiptap";
import type { Node } from "@tiptap/pm/model";
import { XmlElement } from "yjs";
import type * as Y from "yjs";
import { pairsOfParts } from "@/lib/content/pairs-of-parts";
import { idOf, type Part, partsOf } from "@/lib/content/parts";

/** What is merged into: the document, and the names that the wanted body gives itself or has kept. */
type Merge = { doc: Y.Doc; names: Set<string> };

/**
 * Makes a fragment say what `target` says, part by part, each merged into the one that it is: by its name, else by what it says, else by
 * where it stands. The binding's own merge knows parts by what they say alone: between two that were reworded it takes one for the other,
 * and what somebody is just typing would come to stand in the wrong one. Parts that get no name keep the one they have. `present` is the
 * fragment as parts.
 */
export function mergeBlocks(doc: Y.Doc, fragment: Y.XmlFragment, present: readonly Part[], target: Node): void {
  const names = new Set<string>();
  target.descendants((node) => void (typeof node.attrs.id === "string" && names.add(node.attrs.id)));
  mergeParts({ doc, names }, fragment, present, target);
}

function mergeParts(merge: Merge, fragment: Y.XmlFragment, present: readonly Part[], target: Node): void {
  const elements = fragment.toArray().filter((one) => one instanceof XmlElement);
  // Loose words among blocks are nobody's writing; the binding clears them away.
  if (elements.length !== fragment.length || elements.length !== present.length) {
    updateYFragment(merge.doc, fragment, target, noMapping());
    return;
  }
  const stays = new Map(staying(present, target.children.map((node) => node.toJSON() as Part)).map(([at, place]) => [place, at]));
  const kept = new Set(stays.values());
  for (let at = elements.length - 1; at >= 0; at--) if (!kept.has(at)) fragment.delete(at, 1);
  for (const [place, node] of target.children.entries()) {
    const at = stays.get(place);
    const element = at === undefined ? new XmlElement(node.type.name) : (elements[at] as Y.XmlElement);
    if (at === undefined) fragment.insert(place, [element]);
    mergePart(merge, element, (at === undefined ? undefined : present[at]) ?? { type: node.type.name }, node);
  }
}

function mergePart(merge: Merge, element: Y.XmlElement, present: Part, node: Node): void {
  const attrs = attributesOf(merge, element, present, node);
  for (const [name, value] of Object.entries(attrs)) if (value !== null && value !== element.getAttribute(name)) element.setAttribute(name, value as string);
  for (const name of Object.keys(element.getAttributes())) if ((attrs[name] ?? null) === null) element.removeAttribute(name);
  if (node.isTextblock || node.isLeaf) updateYFragment(merge.doc, element, node.type.create(attrs, node.content, node.marks), noMapping());
  else mergeParts(merge, element, partsOf(present), node);
}

/** What the part is to have: what says the same is what is there, not to be written again over what somebody is changing it to. */
function attributesOf({ names }: Merge, element: Y.XmlElement, present: Part, node: Node): Record<string, unknown> {
  const attrs = Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [name, isDeepStrictEqual(element.getAttribute(name), value) ? element.getAttribute(name) : value]));
  const id = idOf(present);
  if (!("id" in attrs) || attrs.id || !id || names.has(id)) return attrs;
  names.add(id);
  return { ...attrs, id };
}

/**
 * Which parts stay, in the order of both: Yjs knows no move, and an element cannot be renamed, so what changed its place or its kind comes
 * anew. What has no name and is like nothing is the one of its kind between the same neighbours.
 */
function staying(present: readonly Part[], wanted: readonly Part[]): [at: number, place: number][] {
  const { pairs, moved } = pairsOfParts(present, wanted);
  const isSameKind = (at: number, place: number) => present[at]?.type === wanted[place]?.type;
  const [taken, found] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, place]) => place))];
  const stays: [number, number][] = [];
  let [from, to] = [0, 0];
  for (const [was, is] of [...pairs.filter((pair) => !moved.has(pair) && isSameKind(...pair)), [present.length, wanted.length] as const]) {
    for (let place = to; place < is; place++) {
      const part = wanted[place];
      if (!part || found.has(place)) continue;
      for (let at = from; at < was; at++) {
        const other = present[at];
        if (!other || taken.has(at) || !isSameKind(at, place) || (idOf(part) !== null && idOf(other) !== null)) continue;
        stays.push([at, place]);
        from = at + 1;
        break;
      }
    }
    if (was < present.length) stays.push([was, is]);
    [from, to] = [was + 1, is + 1];
  }
  return stays;
}

const noMapping = (): Parameters<typeof updateYFragment>[3] => ({ mapping: new Map(), isOMark: new Map() });
