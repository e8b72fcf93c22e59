import { gatherFootnotes } from "@/lib/content/paste/footnotes";
import type { Tally } from "@/lib/content/paste/receipt";
import { classesOf, elementsIn, nameOf, remove } from "@/lib/content/paste/tree";

/** Parts of pages that nobody means to copy: what only screen readers get, anchors of headings, "edit" beside sections. */
const furniture = / (?:mw-editsection|sr-only|visually-hidden|screen-reader-text|headerlink|gmail_signature_prefix) /;

/** Web pages and web mail. */
export function fromWeb(root: Element, tally: Tally): void {
  for (const element of elementsIn(root)) {
    if (furniture.test(classesOf(element)) || element.getAttribute("aria-hidden") === "true" || (nameOf(element) === "a" && /^[#¶§\s]*$/.test(element.textContent ?? "") && (element.getAttribute("href") ?? "").includes("#") && !element.firstElementChild)) remove(element);
  }
  gatherFootnotes(root, tally);
}
