import type { Editor } from "@tiptap/core";
import type { Attrs, Node, ResolvedPos, Schema } from "@tiptap/pm/model";
import { type EditorState, NodeSelection } from "@tiptap/pm/state";
import { nameOfBlock } from "@/components/desk/editor/blocks/block-names";
import { type Insertable, insertable, type KindOfText, kindsOfText } from "@/components/desk/editor/menus/insertable";

/** Where the caret may be that takes less than the story itself, the strictest first; what is said there, and what it takes all the same. */
const places = {
  whole: { said: "Only for text", takes: [] },
  correctionNote: { said: "A correction stays as it is", takes: [] },
  figure: { said: "Not in a caption", takes: [] },
  boxTitle: { said: "Not in the title of a box", takes: [] },
  table: { said: "Not inside a table", takes: [] },
  factBox: { said: "Not inside a fact box", takes: ["paragraph", "bullets", "numbers"] },
  stash: { said: "The stash holds text alone", takes: ["paragraph", "heading-2", "heading-3", "heading-4", "bullets", "numbers", "quotation"] },
} as const satisfies Record<string, { said: string; takes: readonly string[] }>;

export type Place = keyof typeof places;

const inOrder = Object.keys(places) as Place[];

/** The strictest place that the selection touches; null in the story's own text. Cheap enough to be asked after every key. */
export function placeOf({ doc, selection }: EditorState): Place | null {
  if (selection instanceof NodeSelection && selection.node.isBlock) return "whole";
  const touched = new Set<string>();
  doc.nodesBetween(selection.from, selection.to, (node) => void touched.add(node.type.name));
  return inOrder.find((place) => touched.has(place)) ?? null;
}

/** Why this cannot be put in at that place, in a few words for menus; null where it can. Whole blocks always can: they go under what is there. */
export function refusalAt(place: Place | null, { id, makes }: Insertable): string | null {
  if (place === null || !makes) return null;
  const { said, takes } = places[place];
  return (takes as readonly string[]).includes(id) ? null : said;
}

/** The kinds of text that are chosen, or the one at the caret, in one line. Cheap enough to be asked after every key. */
export function textHere({ doc, selection }: EditorState): string {
  if (selection.empty || selection instanceof NodeSelection) return selection.$from.parent.type.name;
  const kinds = new Set<string>();
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (node.isTextblock) kinds.add(node.type.name);
    return !node.isTextblock;
  });
  return [...kinds].join(" ");
}

const saidOfMarks: Readonly<Record<string, string>> = { heading: "Not in a heading", boxTitle: places.boxTitle.said, correctionNote: places.correctionNote.said };

/** Why a mark cannot be put on words of these kinds of text; null where one of them takes it. */
export function refusalOfMark(schema: Schema, kinds: string, mark: string): string | null {
  const type = schema.marks[mark];
  const [first = "", ...others] = kinds.split(" ");
  if (!type || [first, ...others].some((kind) => schema.nodes[kind]?.allowsMarkType(type) !== false)) return null;
  return saidOfMarks[first] ?? places.whole.said;
}

/** Whether all that is chosen is this already; a paragraph of a list or a quotation is that. */
export function isHere(editor: Editor, { makes }: Insertable): boolean {
  if (!makes) return false;
  const isHeld = makes.name === "paragraph" && (editor.isActive("listItem") || editor.isActive("blockquote"));
  return !isHeld && editor.isActive(makes.name, makes.attributes);
}

/** What text is called that no menu makes of other text. */
const otherKinds: Readonly<Record<string, string>> = { table: "Table", boxTitle: "Title of the box", figure: "Caption", correctionNote: "Correction" };
const severalKinds = "Several kinds";

function kindAt($place: ResolvedPos): string {
  for (let depth = $place.depth; depth > 0; depth--) {
    const { type, attrs } = $place.node(depth);
    const id = kindsOfText.find((one) => one !== "paragraph" && isOf(type.name, attrs, insertable(one).makes));
    const said = id ? insertable(id).label : otherKinds[type.name];
    if (said) return said;
  }
  return insertable("paragraph").label;
}

/** What the text at the caret is called, or all that is chosen: by the innermost block that gives it a name, so that the paragraph of a list is a list. */
export function kindOfText({ state: { doc, selection } }: Editor): string {
  if (selection instanceof NodeSelection && selection.node.isBlock) return nameOfBlock(selection.node.type.name);
  if (selection.empty) return kindAt(selection.$from);
  let kind: string | null = null;
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (!node.isTextblock) return kind !== severalKinds;
    const own = kindAt(doc.resolve(at + 1));
    kind = kind === null || kind === own ? own : severalKinds;
    return false;
  });
  return kind ?? severalKinds;
}

const already = "It is one already";

/** Why the story as it stands does not take this, wherever the caret is. */
export const refusalOfStory = (door: { whyNoCorrection: () => string | null }, { asks }: Insertable): string | null => (asks === "correction" ? door.whyNoCorrection() : null);

/** Why a menu at the caret does not offer this: it cannot stand here, or it does, or the story does not take it. */
export function refusalInMenu(editor: Editor, door: { whyNoCorrection: () => string | null }, one: Insertable): string | null {
  return refusalAt(placeOf(editor.state), one) ?? refusalOfStory(door, one) ?? (isHere(editor, one) ? already : null);
}

/** Why the menu of a block of text does not offer to turn it into this. */
export function refusalToTurn(block: Node, { makes }: Insertable): string | null {
  return isOf(block.type.name, block.attrs, makes) ? already : null;
}

function isOf(name: string, attributes: Attrs, makes: KindOfText | undefined): boolean {
  return name === makes?.name && Object.entries(makes.attributes ?? {}).every(([attribute, value]) => attributes[attribute] === value);
}
