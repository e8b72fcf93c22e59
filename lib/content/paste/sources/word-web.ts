import { readMarker } from "@/lib/content/paste/list-markers";
import { type FlatItem, nestItems } from "@/lib/content/paste/nested-lists";
import type { Tally } from "@/lib/content/paste/receipt";
import { childrenOf, classesOf, elementsIn, nameOf, remove, rename } from "@/lib/content/paste/tree";

/** Word on the web: every line in a box of its own, every list item in a list of its own, levels in attributes. */
export function fromWordWeb(root: Element, tally: Tally): void {
  for (const element of elementsIn(root)) {
    const classes = classesOf(element);
    if (/ (?:EOP|PageBreakBlob|PageBreakTextSpan|CommentStart|CommentHighlightPipe\w*) /.test(classes) && !/[^\s\u00a0]/.test(element.textContent ?? "")) remove(element);
    else if (/ (?:FootnoteReference|EndnoteReference) /.test(classes)) rename(element, "sup");
    else if (/ (?:WACImageBorder|DragDrop) /.test(classes)) remove(element);
    if (element.getAttribute("role") === "heading" && nameOf(element) === "p") rename(element, `h${levelOf(element, "aria-level")}`);
  }
  for (const element of elementsIn(root)) if (classesOf(element).includes(" CommentAnchor ")) tally.count("comments");
  joinLists(root);
}

function levelOf(element: Element, name: string): number {
  const level = Number.parseInt(element.getAttribute(name) ?? "1", 10);
  return Number.isInteger(level) ? Math.min(Math.max(level, 1), 6) : 1;
}

/** Sets the items of wrappers that follow one another side by side, then nests them by their level. */
function joinLists(root: Element): void {
  const runs: FlatItem[][] = [];
  let previous: Element | null = null;
  for (const wrapper of elementsIn(root)) {
    if (!classesOf(wrapper).includes(" ListContainerWrapper ")) continue;
    const items = elementsIn(wrapper).filter((one) => nameOf(one) === "li");
    const follows = previous !== null && previousElement(wrapper) === previous;
    if (!follows) runs.push([]);
    for (const item of items) runs.at(-1)?.push(flat(item));
    previous = wrapper;
  }
  for (const run of runs) {
    const [first] = run;
    if (!first) continue;
    const place = outermostWrapper(first.element);
    for (const item of run) place.parentNode?.insertBefore(item.element, place);
    nestItems(run);
  }
}

const previousElement = (element: Element): Element | null => element.previousElementSibling;

function outermostWrapper(item: Element): Element {
  let place = item;
  for (let one: Element | null = item; one; one = one.parentElement) if (classesOf(one).includes(" ListContainerWrapper ")) place = one;
  return place;
}

function flat(item: Element): FlatItem {
  const list = item.parentElement;
  const ordered = list !== null && nameOf(list) === "ol";
  const start = ordered ? Number.parseInt(list.getAttribute("start") ?? item.getAttribute("data-aria-posinset") ?? "1", 10) || 1 : 1;
  const drawn = item.getAttribute("data-leveltext");
  const element = item.ownerDocument.createElement("p");
  for (const child of childrenOf(item)) element.appendChild(child);
  item.parentNode?.replaceChild(element, item);
  return { level: levelOf(item, "data-aria-level"), ordered: ordered || (drawn !== null && /%\d/.test(drawn) && readMarker("1.", false).ordered), start, element };
}
