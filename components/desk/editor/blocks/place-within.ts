import type { Node } from "@tiptap/pm/model";
import type { PartOfBlock, SaidWords } from "@/lib/articles/checks";
import { gapsIn } from "@/lib/content/gaps";
import { linesOf, textWithin, type WordsAttribute } from "@/lib/content/words-within";

/** A stretch of a line of text. */
export type Stretch = { start: number; end: number };

/** A place in a block: a line among its settings and what is meant in it, or a stretch of its text, counted from the block's beginning. */
export type PlaceWithin = { setting: WordsAttribute; stretch?: Stretch | undefined } | { from: number; to: number };

/** Where a check's part of a block is now; null where colleagues' typing has done away with it. */
export function placeWithin(node: Node, part: PartOfBlock): PlaceWithin | null {
  if ("setting" in part) {
    const setting = linesOf(node.type.name, node.attrs).find(({ attribute }) => attribute === part.setting);
    return setting ? { setting: part.setting, stretch: stretchIn(setting.text, part) } : null;
  }
  if ("column" in part) return headIn(node, part.column);
  return "gap" in part ? nthIn(node, gapsIn, part.gap) : nthIn(node, (text) => timesSaid(text, part.said.words), part.said.nth);
}

/** The stretch of a line that a check means; none where it means all of it, or where it is gone. */
export function stretchIn(text: string, { gap, said }: { gap?: number; said?: SaidWords }): Stretch | undefined {
  return said ? timesSaid(text, said.words)[said.nth] : gap === undefined ? undefined : gapsIn(text)[gap];
}

function timesSaid(text: string, words: string): Stretch[] {
  const times: Stretch[] = [];
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length)) times.push({ start, end: start + words.length });
  return times;
}

/** They are counted as the checks read a block. */
function nthIn(node: Node, stretchesIn: (text: string) => Stretch[], number: number): PlaceWithin | null {
  let left = number;
  for (const place of textWithin(node, 0)) {
    const stretches = stretchesIn(place.text);
    const found = stretches[left];
    if (found) return "start" in place ? { from: place.start + found.start, to: place.start + found.end } : { setting: place.attribute, stretch: found };
    left -= stretches.length;
  }
  return null;
}

/** The beginning of a cell in a table's first row. */
function headIn(table: Node, column: number): PlaceWithin | null {
  const row = table.firstChild;
  if (!row || column >= row.childCount) return null;
  let at = 2;
  for (let before = 0; before < column; before++) at += row.child(before).nodeSize;
  return { from: at + 2, to: at + 2 };
}
