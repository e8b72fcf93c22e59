import { elementsIn } from "@/lib/content/paste/tree";

const classOf = (element: Element): string => element.getAttribute("class") ?? "";

/** Keeps the parts of a caption apart that a page sets on lines of their own: its words, who took the picture, whose it is. Parts of one word that only look different stay together. */
export function partWords(caption: Element): Element {
  for (const part of elementsIn(caption)) {
    const next = part.nextSibling;
    if (next?.nodeType !== 1) continue;
    const [before, after] = [part.textContent ?? "", next.textContent ?? ""];
    if (!/[\p{L}\p{N}\p{P}]$/u.test(before) || !/^[\p{L}\p{N}(©“"‘]/u.test(after)) continue;
    const [here, there] = [classOf(part), classOf(next as Element)];
    const isPart = here !== there || (!part.hasAttribute("style") && !(next as Element).hasAttribute("style"));
    if (isPart || /[.!?:;,)]$/.test(before)) part.parentNode?.insertBefore(part.ownerDocument.createTextNode(" "), next);
  }
  return caption;
}
