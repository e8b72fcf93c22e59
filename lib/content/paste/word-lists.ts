import { readMarker } from "@/lib/content/paste/list-markers";
import { type FlatItem, nestItems } from "@/lib/content/paste/nested-lists";
import { styleOf } from "@/lib/content/paste/styles";
import { childrenOf, classesOf, elementsIn, isElement, isText, nameOf, remove } from "@/lib/content/paste/tree";

/** Word writes lists as paragraphs that carry a level and a drawn marker; this makes lists of them, nested and numbered as they were. */
export function rebuildWordLists(root: Element): void {
  const runs: FlatItem[][] = [];
  let last: Element | null = null;
  for (const element of elementsIn(root)) {
    if (!/^(?:p|h[1-6])$/.test(nameOf(element))) continue;
    if (nameOf(element) !== "p") {
      keepNumberOfHeading(element);
      continue;
    }
    const item = itemOf(element);
    if (!item) continue;
    if (last && isNextTo(last, element)) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = element;
  }
  for (const run of runs) nestItems(run);
}

/** Whether only white space and comments stand between the two. */
function isNextTo(before: Element, element: Element): boolean {
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    if (node === before) return true;
    if (isElement(node) || (isText(node) && /[^\s\u00a0]/.test(node.data))) return false;
  }
  return false;
}

function itemOf(paragraph: Element): FlatItem | null {
  const listed = /\b(?:(l\d{1,5}) )?level(\d)\b(?: (lfo\d{1,5}))?/.exec(styleOf(paragraph).get("mso-list") ?? "");
  const drawn = takeMarker(paragraph);
  // Some programs take Word's mark of the marker away and leave the marker.
  const typed = listed && !drawn ? takeBareMarker(paragraph) : null;
  if (listed) return { level: Number(listed[2]), ...readMarker(drawn?.text ?? typed ?? "·", drawn?.inSymbols ?? typed === null), element: paragraph, list: `${listed[1]} ${listed[3]}` };
  // Outlook on the web drops Word's own properties: the class and the drawn marker remain.
  if (drawn) return { level: levelByMargin(paragraph), ...readMarker(drawn.text, drawn.inSymbols), element: paragraph };
  if (!classesOf(paragraph).includes("MsoListParagraph") && !hangs(paragraph)) return null;
  const bare = takeBareMarker(paragraph);
  return bare === null ? null : { level: levelByMargin(paragraph), ...readMarker(bare, false), element: paragraph };
}

type Marker = { text: string; inSymbols: boolean };

/** Takes out the marker that Word draws for programs without lists. */
function takeMarker(paragraph: Element): Marker | null {
  const element = elementsIn(paragraph).find((one) => styleOf(one).get("mso-list") === "ignore");
  if (!element) return null;
  const fonts = [element, element.parentElement].map((one) => (one ? (styleOf(one).get("font-family") ?? "") : "")).join(" ");
  const text = Array.from(element.childNodes, (node) => (isText(node) ? node.data : isElement(node) && !styleOf(node).get("font") ? (node.textContent ?? "") : "")).join("").trim();
  remove(element);
  return { text, inSymbols: /symbol|wingdings|courier|webdings/.test(fonts) };
}

const bareMarker = /^[\s\u00a0]*([·•o§▪–-]|\(?[\p{Nd}]{1,4}[.)]|\(?[a-zA-Z]{1,4}[.)])[\u00a0 \t]{2,}/u;

function takeBareMarker(paragraph: Element): string | null {
  const found = bareMarker.exec(paragraph.textContent ?? "");
  if (!found?.[1]) return null;
  let left = found[0].length;
  for (const text of textsIn(paragraph)) {
    const taken = Math.min(left, text.data.length);
    text.data = text.data.slice(taken);
    left -= taken;
    if (left === 0) break;
  }
  return found[1];
}

function textsIn(root: Element): Text[] {
  return childrenOf(root).flatMap((node) => (isText(node) ? [node] : isElement(node) ? childrenOf(node).flatMap((child) => (isText(child) ? [child] : isElement(child) ? Array.from(child.childNodes).filter(isText) : [])) : []));
}

/** Whether its first line begins before the others, as items of lists do. */
const hangs = (paragraph: Element): boolean => /^-\d/.test(styleOf(paragraph).get("text-indent") ?? "") && /^[\d.]*[1-9]/.test(styleOf(paragraph).get("margin-left") ?? "");

const points: Record<string, number> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835 };

/** Word moves each level in by half an inch. */
function levelByMargin(paragraph: Element): number {
  const style = styleOf(paragraph);
  const margin = style.get("margin-left") ?? style.get("margin-right") ?? style.get("margin")?.split(/\s+/).at(-1) ?? "";
  const [, number = "36", unit = "pt"] = /^(-?[\d.]{1,8})(pt|px|in|cm|mm)$/.exec(margin) ?? [];
  return Math.min(9, Math.max(1, Math.round((Number(number) * (points[unit] ?? 1)) / 36)));
}

/** A numbered heading says its number. */
function keepNumberOfHeading(heading: Element): void {
  if (!styleOf(heading).get("mso-list")) return;
  const marker = takeMarker(heading);
  if (marker && /[\p{L}\p{N}]/u.test(marker.text)) heading.insertBefore(heading.ownerDocument.createTextNode(`${marker.text} `), heading.firstChild);
}
