import { gatherFootnotes } from "@/lib/content/paste/footnotes";
import type { Tally } from "@/lib/content/paste/receipt";
import { styleOf } from "@/lib/content/paste/styles";
import { elementsIn, nameOf, nearest, remove, rename } from "@/lib/content/paste/tree";

/** Google Docs: spans with styles, titles that are large paragraphs, letters in brackets that lead to comments. */
export function fromGoogleDocs(root: Element, tally: Tally): void {
  for (const element of elementsIn(root)) {
    const name = nameOf(element);
    const target = element.getAttribute("href") ?? "";
    if (name === "a" && /^#cmnt\d+$/.test(target)) {
      tally.count("comments");
      remove(nearest(element, (one) => nameOf(one) === "sup") ?? element);
    } else if (name === "a" && /^#cmnt_ref\d+$/.test(target)) remove(nearest(element, (one) => nameOf(one) === "div") ?? element);
    // The box of a checklist, drawn as a picture.
    else if (name === "img" && (element.getAttribute("aria-roledescription") === "checkbox" || element.getAttribute("role") === "checkbox")) remove(element);
    else if (name === "p") nameTitle(element);
  }
  gatherFootnotes(root, tally);
}

/** Title and subtitle have no element of their own, only a size. */
function nameTitle(paragraph: Element): void {
  const spans = elementsIn(paragraph).filter((one) => nameOf(one) === "span" && /\S/.test(one.textContent ?? ""));
  const size = Number.parseFloat(styleOf(spans[0] ?? paragraph).get("font-size") ?? "");
  if (spans.length > 0 && size >= 20) rename(paragraph, "h2");
  else if (spans.length === 1 && size === 15 && styleOf(spans[0] ?? paragraph).get("color") === "#666666") rename(paragraph, "h3");
}
