import { childrenOf, nameOf, remove } from "@/lib/content/paste/tree";

/** An item of a list that its program wrote flat, with a level from 1 upwards and, where it is known, which list it belongs to. */
export type FlatItem = { level: number; ordered: boolean; start: number; element: Element; list?: string };

type Open = { list: Element; ordered: boolean; level: number; next: number; of: string | undefined };

/**
 * Nests flat items as HTML does it, in the place of the first; all of them must follow one another. A level that is skipped is not made up,
 * and a change from bullets to numbers on one level begins a new list, as does another list's number.
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
    const goesOn = here && (here.level === item.level || (open.length === 1 && item.level < here.level)) && here.ordered === item.ordered && !(item.ordered && here.of !== item.list && here.next !== item.start);
    if (!goesOn) {
      const list = document.createElement(item.ordered ? "ol" : "ul");
      if (item.ordered && item.start !== 1) list.setAttribute("start", String(item.start));
      if (here && here.level >= item.level) open.pop();
      const above = open.at(-1)?.list.lastElementChild;
      if (above) above.appendChild(list);
      else place?.insertBefore(list, first.element);
      open.push({ list, ordered: item.ordered, level: item.level, next: item.start, of: item.list });
    }
    const holder = open.at(-1);
    if (holder) Object.assign(holder, { next: holder.next + 1, of: item.list });
    const entry = document.createElement("li");
    for (const child of childrenOf(item.element)) entry.appendChild(child);
    holder?.list.appendChild(entry);
  }
  for (const { element } of items) element.parentNode?.removeChild(element);
}

/** Nests lists that stand beside one another, each of them one level; null means that a list's level is not known. */
export function nestListsBeside(lists: readonly Element[], levelOf: (list: Element) => number | null): void {
  let run: Element[] = [];
  const nest = () => {
    const [first] = run;
    if (first && run.some((list) => (levelOf(list) ?? 1) > 1)) {
      const items = run.flatMap((list) => itemsOf(list, levelOf(list) ?? 1));
      for (const { element } of items) first.parentNode?.insertBefore(element, first);
      nestItems(items);
      for (const list of run) remove(list);
    }
    run = [];
  };
  for (const list of lists.filter((one) => levelOf(one) !== null)) {
    if (run.length > 0 && list.previousElementSibling !== run.at(-1)) nest();
    run.push(list);
  }
  nest();
}

function itemsOf(list: Element, level: number): FlatItem[] {
  return childrenOf(list)
    .filter((child): child is Element => child.nodeType === 1 && nameOf(child as Element) === "li")
    .map((element, index) => ({ level, ordered: nameOf(list) === "ol", start: index + (Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1), element }));
}
