import type { Node } from "@tiptap/pm/model";
import type { PartOfBlock } from "@/lib/articles/checks";
import { gapsIn } from "@/lib/content/gaps";

/** A place in a block: a field of its settings, by its label, or a stretch of its text, counted from the block's beginning. */
export type PlaceWithin = { setting: string } | { from: number; to: number };

/** What the settings call an attribute, by the block that has it. */
const labels: Record<string, Record<string, string>> = { figure: { alt: "Alt text", credit: "Credit" }, embed: { alt: "What it shows" }, table: { caption: "Caption" }, gallery: { title: "Title" }, relatedCard: { label: "Instead of its headline" } };

/** Where a check's part of a block is now; null where colleagues' typing has done away with it. */
export function placeWithin(node: Node, part: PartOfBlock): PlaceWithin | null {
  if ("setting" in part) {
    const setting = labels[node.type.name]?.[part.setting];
    return setting ? { setting } : null;
  }
  return "gap" in part ? gapIn(node, part.gap) : headIn(node, part.column);
}

/** Gaps are counted as the checks read a block: what its settings hold of its text comes first. */
function gapIn(node: Node, number: number): PlaceWithin | null {
  let left = number;
  for (const [attribute, setting] of Object.entries(node.type.name === "figure" ? {} : (labels[node.type.name] ?? {}))) {
    const gaps = gapsIn(String(node.attrs[attribute] ?? "")).length;
    if (left < gaps) return { setting };
    left -= gaps;
  }
  let found: PlaceWithin | null = null;
  const look = (block: Node, start: number) => {
    const gaps = gapsIn(block.textBetween(0, block.content.size, undefined, "\u{fffc}"));
    const gap = found ? undefined : gaps[left];
    if (gap) found = { from: start + gap.start, to: start + gap.end };
    left -= gaps.length;
  };
  if (node.isTextblock) look(node, 1);
  else
    node.descendants((inner, at) => {
      if (inner.isTextblock) look(inner, at + 2);
      return !inner.isTextblock;
    });
  return found;
}

/** The beginning of a cell in a table's first row. */
function headIn(table: Node, column: number): PlaceWithin | null {
  const row = table.firstChild;
  if (!row || column >= row.childCount) return null;
  let at = 2;
  for (let before = 0; before < column; before++) at += row.child(before).nodeSize;
  return { from: at + 2, to: at + 2 };
}
