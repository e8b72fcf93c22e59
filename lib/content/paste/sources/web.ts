import { gatherFootnotes } from "@/lib/content/paste/footnotes";
import type { Tally } from "@/lib/content/paste/receipt";
import { makeLists, makeTables } from "@/lib/content/paste/sources/made-of-boxes";
import { fromSlack } from "@/lib/content/paste/sources/slack";
import { classesOf, elementsIn, nameOf, remove, rename } from "@/lib/content/paste/tree";

/** Parts of pages that nobody means to copy: their ways to other pages, what only screen readers get, anchors of headings, "edit" beside sections, marks of an encyclopaedia's authors. */
const furniture = / (?:mw-editsection|Inline-Template|navbox|hatnote|sr-only|visually-hidden|screen-reader-text|headerlink|gmail_signature_prefix) /;

/** Web pages and web mail. */
export function fromWeb(root: Element, tally: Tally): void {
  for (const element of elementsIn(root)) if (element.getAttribute("role") === "heading" && /^(?:p|div|span)$/.test(nameOf(element))) rename(element, `h${/^[1-6]$/.exec(element.getAttribute("aria-level") ?? "")?.[0] ?? 2}`);
  for (const element of elementsIn(root)) {
    if (nameOf(element) === "nav" || furniture.test(classesOf(element)) || element.getAttribute("aria-hidden") === "true" || (nameOf(element) === "a" && /^[#¶§\s]*$/.test(element.textContent ?? "") && (element.getAttribute("href") ?? "").includes("#") && !element.firstElementChild)) remove(element);
    else if (/ mwe-math-fallback-image-/.test(classesOf(element))) element.parentNode?.replaceChild(element.ownerDocument.createTextNode(formulaOf(element)), element);
  }
  makeTables(root);
  makeLists(root);
  fromSlack(root);
  gatherFootnotes(root, tally);
}

/** A formula that is drawn as a picture, as its author typed it. */
const formulaOf = (image: Element): string => (image.getAttribute("alt") ?? "").replace(/^\{\\displaystyle (.*)\}$/s, "$1").trim();
