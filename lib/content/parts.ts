import type { Block } from "@/lib/content/document";
import { readableText } from "@/lib/content/readable-text";
import type { TextNode } from "@/lib/content/stored/inline";
import { inOrder } from "@/lib/kernel/in-order";

/** Any node of a body but its text: a block, or what stands within one (an item, a row, a cell, a picture of a gallery, a box's title). */
export type Part = { type: string; attrs?: Readonly<Record<string, unknown>> | undefined; content?: readonly unknown[] | undefined };

/** Every kind of part there is. */
export type PartType = Block["type"] | "listItem" | "boxTitle" | "tableRow" | "tableHeader" | "tableCell";

/** What each kind of part holds: running text of its own, other parts, or nothing. */
const holds = {
  paragraph: "text",
  heading: "text",
  bulletList: "parts",
  orderedList: "parts",
  listItem: "parts",
  blockquote: "parts",
  pullQuote: "text",
  figure: "text",
  gallery: "parts",
  boxTitle: "text",
  factBox: "parts",
  table: "parts",
  tableRow: "parts",
  tableHeader: "parts",
  tableCell: "parts",
  embed: "nothing",
  relatedCard: "nothing",
  correctionNote: "text",
  sectionBreak: "nothing",
  stash: "parts",
} satisfies Record<PartType, "text" | "parts" | "nothing">;

const textParts: ReadonlySet<string> = new Set(Object.entries(holds).flatMap(([type, what]) => (what === "text" ? [type] : [])));

/** What a node has where nobody chose anything; saying so and saying nothing is the same. */
const unsaid: Readonly<Record<string, unknown>> = { "relatedCard.layout": "line", "orderedList.start": 1, "figure.role": "inline", "tableCell.colspan": 1, "tableCell.rowspan": 1, "tableHeader.colspan": 1, "tableHeader.rowspan": 1 };

/** The running text of a part; nothing where it holds parts. */
export const textOf = (part: Part): TextNode[] => (textParts.has(part.type) ? readableText(part.content as readonly TextNode[] | undefined) : []);

/** The parts within a part; none where it holds running text. */
export const partsOf = (part: Part): readonly Part[] => (textParts.has(part.type) ? [] : ((part.content ?? []) as readonly Part[]));

/** The name of a part within its document, where it has one. */
export const idOf = (part: Part): string | null => (typeof part.attrs?.id === "string" ? part.attrs.id : null);

/** What a part says beyond its text, in the order of the names: without its own name, and without what says nothing. */
export function settingsOf(part: Part): [name: string, value: unknown][] {
  return Object.entries(part.attrs ?? {})
    .filter(([name, value]) => name !== "id" && value !== null && value !== undefined && value !== "" && value !== false && value !== unsaid[`${part.type}.${name}`])
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

const fingerprints = new WeakMap<Part, string>();

/** The same for parts that say the same, whatever they are named and in whatever order their attributes stand. */
export function fingerprintOf(part: Part): string {
  const known = fingerprints.get(part);
  if (known !== undefined) return known;
  const print = JSON.stringify([part.type, settingsOf(part).map(([name, value]) => [name, inOrder(value)]), textOf(part).map((node) => [node.text, node.marks ?? 0]), partsOf(part).map(fingerprintOf)]);
  fingerprints.set(part, print);
  return print;
}

/** What parts refer to rather than say: of two pictures with the same picture in them one is the other. */
const references = ["assetId", "embedId", "story", "correctionId"] as const;

/** The words of a part and of all within it, and what it refers to, for telling whether another is the same one reworded. */
export function wordsOf(part: Part): string[] {
  const own = part.attrs ?? {};
  const refers = references.flatMap((name) => (typeof own[name] === "string" ? Array<string>(4).fill(`→${own[name]}`) : []));
  const said = [...textOf(part).map((node) => node.text), ...["alt", "title", "caption", "attribution", "label"].flatMap((name) => (typeof own[name] === "string" ? [own[name]] : []))].join(" ");
  return [...refers, ...(said.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? []), ...partsOf(part).flatMap(wordsOf)];
}
