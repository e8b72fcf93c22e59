import { childrenOf, classesOf, elementsIn, nameOf, remove, rename, unwrap } from "@/lib/content/paste/tree";

/** Notion: nearly clean; toggles open, call-outs are paragraphs, boxes of to-do lists and signs of call-outs fall away, a bookmark is its title as a link. */
export function fromNotion(root: Element): void {
  for (const element of elementsIn(root)) {
    const name = nameOf(element);
    if (name === "details") unwrap(element);
    else if (name === "img" && /^(?:https:\/\/(?:www\.)?notion\.so)?\/(?:icons|images\/emoji)\//.test(element.getAttribute("src") ?? "")) remove(element);
    else if (name === "figure" && / bookmark /.test(classesOf(element))) nameBookmark(element);
    else if (name === "summary") rename(element, "p");
    else if (name === "li" && element.firstChild?.nodeType === 3) element.firstChild.textContent = (element.firstChild.textContent ?? "").replace(/^\s*\[[ xX]\]\s+/, "");
  }
}

/** A card with title, description and address, each of them the same link. */
function nameBookmark(figure: Element): void {
  const [link] = elementsIn(figure).filter((one) => nameOf(one) === "a");
  const [title] = elementsIn(figure).filter((one) => / bookmark-title /.test(classesOf(one)));
  if (!link || !/\S/.test(title?.textContent ?? "")) return;
  link.textContent = (title?.textContent ?? "").trim();
  for (const child of childrenOf(figure)) if (child !== link) figure.removeChild(child);
  rename(figure, "p");
}
