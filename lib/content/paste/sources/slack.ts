import { type FlatItem, nestItems } from "@/lib/content/paste/nested-lists";
import { childrenOf, elementsIn, nameOf, remove } from "@/lib/content/paste/tree";

/** Slack: each level of a list is a list of its own beside the others, and emoji are pictures with a name. */
export function fromSlack(root: Element): void {
  const elements = elementsIn(root);
  for (const element of elements) if (nameOf(element) === "img" && element.getAttribute("data-stringify-type") === "emoji") element.parentNode?.replaceChild(element.ownerDocument.createTextNode(emojiOf(element)), element);
  let run: Element[] = [];
  const nest = () => {
    const [first] = run;
    if (first && run.some((list) => levelOf(list) > 1)) {
      const items = run.flatMap(itemsOf);
      for (const { element } of items) first.parentNode?.insertBefore(element, first);
      nestItems(items);
      for (const list of run) remove(list);
    }
    run = [];
  };
  for (const list of elements.filter((one) => one.hasAttribute("data-indent") && /-list$/.test(one.getAttribute("data-stringify-type") ?? ""))) {
    if (run.length > 0 && list.previousElementSibling !== run.at(-1)) nest();
    run.push(list);
  }
  nest();
}

const levelOf = (list: Element): number => Math.min(Number.parseInt(list.getAttribute("data-indent") ?? "0", 10) || 0, 8) + 1;

function itemsOf(list: Element): FlatItem[] {
  return childrenOf(list).filter((child): child is Element => child.nodeType === 1 && nameOf(child as Element) === "li").map((element) => ({ level: levelOf(list), ordered: nameOf(list) === "ol", start: Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1, element }));
}

/** The emoji by the code points in its file's name; a newsroom's own by its name. */
function emojiOf(image: Element): string {
  const codes = /\/([0-9a-f]{4,5}(?:-[0-9a-f]{4,5}){0,7})\.png$/i.exec(image.getAttribute("src") ?? "")?.[1];
  const points = (codes ?? "").split("-").map((code) => Number.parseInt(code, 16));
  return points.every((point) => point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)) ? String.fromCodePoint(...points) : (image.getAttribute("data-stringify-emoji") ?? image.getAttribute("alt") ?? "");
}
