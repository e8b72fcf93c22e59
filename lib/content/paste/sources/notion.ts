import { elementsIn, nameOf, rename, unwrap } from "@/lib/content/paste/tree";

/** Notion: nearly clean; toggles open, call-outs are paragraphs, boxes of to-do lists fall away. */
export function fromNotion(root: Element): void {
  for (const element of elementsIn(root)) {
    const name = nameOf(element);
    if (name === "details") unwrap(element);
    else if (name === "summary") rename(element, "p");
    else if (name === "li" && element.firstChild?.nodeType === 3) element.firstChild.textContent = (element.firstChild.textContent ?? "").replace(/^\s*\[[ xX]\]\s+/, "");
  }
}
