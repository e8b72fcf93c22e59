import { gatherFootnotes } from "@/lib/content/paste/footnotes";
import { nestListsBeside } from "@/lib/content/paste/nested-lists";
import type { Tally } from "@/lib/content/paste/receipt";
import { styleOf } from "@/lib/content/paste/styles";
import { classesOf, elementsIn, nameOf, nearest, remove, rename } from "@/lib/content/paste/tree";

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
  nestListsBeside(elementsIn(root), publishedLevel);
  gatherFootnotes(root, tally);
}

/** A published or downloaded document writes each level as a list beside the others. */
function publishedLevel(list: Element): number | null {
  const level = ["ul", "ol"].includes(nameOf(list)) ? /\slst-kix_[\w-]{1,60}-(\d)\s/.exec(classesOf(list))?.[1] : undefined;
  return level === undefined ? null : Number(level) + 1;
}

/** Title and subtitle have no element of their own, only a size. */
function nameTitle(paragraph: Element): void {
  const named = / (title|subtitle) /.exec(classesOf(paragraph))?.[1];
  if (named) return void rename(paragraph, named === "title" ? "h2" : "h3");
  const spans = elementsIn(paragraph).filter((one) => nameOf(one) === "span" && /\S/.test(one.textContent ?? ""));
  const size = Number.parseFloat(styleOf(spans[0] ?? paragraph).get("font-size") ?? "");
  if (spans.length > 0 && size >= 20) rename(paragraph, "h2");
  else if (spans.length === 1 && size === 15 && styleOf(spans[0] ?? paragraph).get("color") === "#666666") rename(paragraph, "h3");
}
