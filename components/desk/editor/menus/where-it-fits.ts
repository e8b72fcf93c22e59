import type { Editor } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import { type EditorState, NodeSelection } from "@tiptap/pm/state";
import type { Insertable } from "@/components/desk/editor/menus/insertable";

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

/** Why a mark cannot be put on words of a block of that kind; null where it can. */
export function refusalOfMark(schema: Schema, parent: string, mark: string): string | null {
  const type = schema.marks[mark];
  if (!type || schema.nodes[parent]?.allowsMarkType(type) !== false) return null;
  return parent === "heading" ? "Not in a heading" : parent === "boxTitle" ? places.boxTitle.said : parent === "correctionNote" ? places.correctionNote.said : places.whole.said;
}

/** Whether all that is chosen is this already; a paragraph of a list or a quotation is that. */
export function isHere(editor: Editor, { makes }: Insertable): boolean {
  if (!makes) return false;
  const isHeld = makes.name === "paragraph" && (editor.isActive("listItem") || editor.isActive("blockquote"));
  return !isHeld && editor.isActive(makes.name, makes.attributes);
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
  const attributes = Object.entries(makes?.attributes ?? {});
  return block.type.name === makes?.name && attributes.every(([name, value]) => block.attrs[name] === value) ? already : null;
}
