import { childrenOf } from "@/lib/content/paste/tree";

/** An item of a list that its program wrote flat, with a level from 1 upwards. */
export type FlatItem = { level: number; ordered: boolean; start: number; element: Element };

type Open = { list: Element; ordered: boolean; level: number };

/**
 * Nests flat items as HTML does it, in the place of the first; all of them must follow one another. A level that is skipped is not made up,
 * and a change from bullets to numbers on one level begins a new list.
 */
export function nestItems(items: readonly FlatItem[]): void {
  const [first] = items;
  if (!first) return;
  const document = first.element.ownerDocument;
  const place = first.element.parentNode;
  const open: Open[] = [];
  for (const item of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const here = open.at(-1);
    const goesOn = here && (here.level === item.level || (open.length === 1 && item.level < here.level)) && here.ordered === item.ordered;
    if (!goesOn) {
      const list = document.createElement(item.ordered ? "ol" : "ul");
      if (item.ordered && item.start !== 1) list.setAttribute("start", String(item.start));
      if (here && here.level >= item.level) open.pop();
      const holder = open.at(-1)?.list.lastElementChild;
      if (holder) holder.appendChild(list);
      else place?.insertBefore(list, first.element);
      open.push({ list, ordered: item.ordered, level: item.level });
    }
    const entry = document.createElement("li");
    for (const child of childrenOf(item.element)) entry.appendChild(child);
    open.at(-1)?.list.appendChild(entry);
  }
  for (const { element } of items) element.parentNode?.removeChild(element);
}
