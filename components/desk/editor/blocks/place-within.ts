import type { Node } from "@tiptap/pm/model";
import type { PartOfBlock } from "@/lib/articles/checks";
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
    return setting ? { setting: part.setting, stretch: part.gap === undefined ? undefined : gapsIn(setting.text)[part.gap] } : null;
  }
  return "gap" in part ? gapIn(node, part.gap) : headIn(node, part.column);
}

/** Gaps are counted as the checks read a block. */
function gapIn(node: Node, number: number): PlaceWithin | null {
  let left = number;
  for (const place of textWithin(node, 0)) {
    const gaps = gapsIn(place.text);
    const gap = gaps[left];
    if (gap) return "start" in place ? { from: place.start + gap.start, to: place.start + gap.end } : { setting: place.attribute, stretch: gap };
    left -= gaps.length;
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
