import { nestListsBeside } from "@/lib/content/paste/nested-lists";
import { elementsIn, nameOf } from "@/lib/content/paste/tree";

/** Slack: each level of a list is a list of its own beside the others, emoji are pictures with a name, and an empty span parts paragraphs. */
export function fromSlack(root: Element): void {
  const elements = elementsIn(root);
  for (const element of elements) if (element.getAttribute("data-stringify-type") === "paragraph-break") for (const _ of [1, 2]) element.parentNode?.insertBefore(element.ownerDocument.createElement("br"), element);
  for (const element of elements) if (nameOf(element) === "img" && element.getAttribute("data-stringify-type") === "emoji") element.parentNode?.replaceChild(element.ownerDocument.createTextNode(emojiOf(element)), element);
  nestListsBeside(elements, levelOf);
}

function levelOf(list: Element): number | null {
  return list.hasAttribute("data-indent") && /-list$/.test(list.getAttribute("data-stringify-type") ?? "") ? Math.min(Number.parseInt(list.getAttribute("data-indent") ?? "0", 10) || 0, 8) + 1 : null;
}

/** The emoji by the code points in its file's name; a newsroom's own by its name. */
function emojiOf(image: Element): string {
  const codes = /\/([0-9a-f]{4,5}(?:-[0-9a-f]{4,5}){0,7})\.png$/i.exec(image.getAttribute("src") ?? "")?.[1];
  const points = (codes ?? "").split("-").map((code) => Number.parseInt(code, 16));
  return points.every((point) => point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)) ? String.fromCodePoint(...points) : (image.getAttribute("data-stringify-emoji") ?? image.getAttribute("alt") ?? "");
}
