import { safeHref } from "@/lib/content/links";
import { partWords } from "@/lib/content/paste/part-words";
import { altOf, emojiOf, pictureMark, setPictureAside } from "@/lib/content/paste/pictures";
import type { Reading } from "@/lib/content/paste/reading";
import type { Tally } from "@/lib/content/paste/receipt";
import { isHidden, styleOf } from "@/lib/content/paste/styles";
import { childrenOf, classesOf, elementsIn, isElement, nameOf, nearest, remove, rename, unwrap } from "@/lib/content/paste/tree";

/** Belongs to a page, not to a text; nobody misses it. */
const silent = new Set(["head", "title", "meta", "link", "base", "style", "x-style", "template", "xml", "source", "track", "param", "col", "colgroup", "wbr", "datalist"]);
/** Does something; its going is told. */
const active = new Set(["script", "object", "embed", "applet", "button", "input", "select", "textarea", "option", "optgroup", "svg", "canvas", "portal", "fencedframe", "frame", "frameset", "map", "area", "progress", "meter", "label"]);
const framed = new Set(["iframe", "video", "audio"]);
/** Active, and yet seen like a picture: a chart above all. */
const drawn = new Set(["svg", "canvas", "object", "embed"]);
const onlyLooks = new Set(["font", "u", "center", "big", "small", "mark", "tt", "blink", "marquee"]);

/**
 * Takes out of a pasted document what no story holds, whatever program it comes from: active parts, hidden passages, deleted text of
 * tracked changes, pictures (which are offered instead), and notes how much formatting will be left behind.
 */
export function cleanDocument(root: Element, reading: Reading): void {
  const open = childrenOf(root).reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    const children = childrenOf(node);
    if (!keep(node, reading)) continue;
    for (const child of children.reverse()) open.push(child);
  }
}

/** Judges one element; false where it is gone with all that it held. */
function keep(element: Element, reading: Reading): boolean {
  const { tally } = reading;
  const name = nameOf(element);
  const style = styleOf(element);
  if (silent.has(name) || name.startsWith("v:")) return gone(element);
  // Ours are put in behind this: one that comes along is a stranger's.
  if (name === pictureMark) {
    unwrap(element);
    return true;
  }
  if (active.has(name)) {
    if (drawn.has(name) && labelled(element, tally)) return false;
    tally.count("active");
    return gone(element);
  }
  if (framed.has(name)) return frame(element, reading);
  // LibreOffice puts a cell's comment into the cell.
  if (name === "comment") {
    reading.tally.count("comments");
    return gone(element);
  }
  if (element.getAttribute("role") === "img" && name !== "img" && !hasText(element) && !elementsIn(element).some((one) => nameOf(one) === "img") && labelled(element, tally)) return false;
  if (name === "math" || / katex /.test(classesOf(element))) return formula(element);
  if (isHidden(element, style)) {
    if (hasText(element)) tally.count("hidden");
    return gone(element);
  }
  if (name === "del" || /mso[Dd]el\b|TrackChange(?:Text)?Delet/.test(classesOf(element))) {
    if (hasText(element)) tally.count("deletions");
    return gone(element);
  }
  if (name === "img" || name === "image") return picture(element, reading);
  if (name === "figure" && !element.hasAttribute("data-asset-id")) {
    const images = elementsIn(element).filter((one) => nameOf(one) === "img");
    if (images.length > 0 && !holdsMore(element)) return figure(element, images, reading);
    giveTableItsCaption(element);
  }
  note(element, name, reading);
  if (name === "ins" || / (?:x_)*msoIns |TrackChangeTextInsertion/.test(classesOf(element))) {
    // Word for the web of mail writes one around the other.
    if (hasText(element) && !elementsIn(element).some((one) => nameOf(one) === "ins")) tally.count("insertions");
    unwrap(element);
  }
  return true;
}

function note(element: Element, name: string, { tally }: Reading): void {
  const formatting = element.getAttribute("style");
  if (formatting) tally.style(formatting);
  else if (onlyLooks.has(name)) tally.style(`${name} ${["face", "size", "color"].map((attribute) => element.getAttribute(attribute) ?? "").join(" ")}`);
  if (Array.from(element.attributes).some((attribute) => attribute.name.toLowerCase().startsWith("on"))) tally.count("active");
}

function picture(image: Element, reading: Reading): false {
  const emoji = emojiOf(image);
  if (emoji) image.parentNode?.replaceChild(image.ownerDocument.createTextNode(emoji), image);
  else {
    const mark = setPictureAside(image, "", reading);
    if (mark) image.parentNode?.replaceChild(mark, image);
    else if (!isOnlyWithSender(image) || !describedInstead(image, reading)) remove(image);
  }
  return false;
}

/** In a file of the sender's machine, or a part of a mail: nobody else can have it. */
const isOnlyWithSender = (image: Element): boolean => /^\s*(?:file|cid|mhtml):/i.test(image.getAttribute("src") ?? "");

/** Leaves what somebody wrote of a picture that cannot be had: a formula where it stands, a description behind the words around it. False where there is no more than a name. */
function describedInstead(image: Element, { tally }: Reading): boolean {
  const alt = altOf(image);
  const isFormula = /[=+×÷≈<>≤≥√∑∫²³]/.test(alt);
  if (!isFormula && (alt.split(" ").length < 3 || /\b(?:logo|icon|signature|banner|emblem)\b/i.test(alt))) return false;
  tally.count("labels");
  const around = nearest(image, (one) => /^(?:p|h[1-6])$/.test(nameOf(one)));
  if (isFormula) image.parentNode?.replaceChild(image.ownerDocument.createTextNode(alt), image);
  else if (around) {
    const line = image.ownerDocument.createElement("p");
    line.textContent = alt;
    around.parentNode?.insertBefore(line, around.nextSibling);
    remove(image);
  } else instead(image, [alt]);
  return true;
}

/** A formula as its author typed it, instead of each form that a page keeps of it. */
function formula(element: Element): boolean {
  const typed = elementsIn(element).find((one) => nameOf(one) === "annotation")?.textContent?.trim();
  if (!typed) return true;
  element.parentNode?.replaceChild(element.ownerDocument.createTextNode(typed.replace(/^\{\\displaystyle (.*)\}$/s, "$1")), element);
  return false;
}

/** A picture with its caption: both are set aside, for one makes no sense without the other. Where the picture cannot be had, its words stay. */
function figure(element: Element, images: Element[], reading: Reading): false {
  const captions = elementsIn(element).find((one) => nameOf(one) === "figcaption");
  const caption = captions ? (partWords(captions).textContent ?? "") : "";
  const marks = images.flatMap((image) => setPictureAside(image, caption, reading) ?? []);
  for (const mark of marks) element.parentNode?.insertBefore(mark, element);
  return marks.length === 0 && caption.trim() !== "" ? instead(element, [caption]) : gone(element);
}

/** Something else than pictures, the words or the film of which would go with them. */
const holdsMore = (figureElement: Element): boolean => elementsIn(figureElement).some((one) => (["table", "blockquote", "pre", "p", "figure"].includes(nameOf(one)) && !insideCaption(one)) || framed.has(nameOf(one)));

/** Lines of text in an element's place. */
function instead(element: Element, lines: readonly string[]): false {
  for (const line of lines) {
    const paragraph = element.ownerDocument.createElement("p");
    paragraph.textContent = line;
    element.parentNode?.insertBefore(paragraph, element);
  }
  return gone(element);
}

/** What somebody wrote to stand for something that is only seen or heard; icons and players are named in a word or two. */
function labelOf(element: Element): string {
  const title = elementsIn(element).find((one) => nameOf(one) === "title")?.textContent;
  const label = (element.getAttribute("aria-label") ?? title ?? element.getAttribute("title") ?? "").replace(/\s+/g, " ").trim();
  const isNamed = label.split(" ").length > 2 && !/\b(?:player|embed|widget|iframe|advert\w*|ad|captcha|cookies?)\b/i.test(label);
  return isNamed && element.getAttribute("aria-hidden") !== "true" && !isPressed(element) ? label : "";
}

const isPressed = (element: Element): boolean => nearest(element, (one) => ["a", "button", "label"].includes(nameOf(one))) !== null;

/** Puts its label in the place of something that is only seen; false where it has none. */
function labelled(element: Element, tally: Tally): boolean {
  const label = labelOf(element);
  if (label === "") return false;
  tally.count("labels");
  instead(element, [label]);
  return true;
}

/** A figure around a table: its caption is the table's. */
function giveTableItsCaption(element: Element): void {
  const [table, another] = elementsIn(element).filter((one) => nameOf(one) === "table");
  const caption = elementsIn(element).find((one) => nameOf(one) === "figcaption");
  if (!table || another || !caption || elementsIn(table).some((one) => nameOf(one) === "caption")) return;
  table.insertBefore(rename(caption, "caption"), table.firstChild);
}

function insideCaption(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) if (nameOf(one) === "figcaption") return true;
  return false;
}

/** A frame of another site: its address stays as a link on a line of its own. */
function frame(element: Element, { tally }: Reading): false {
  const within = elementsIn(element);
  tally.count("captions", within.filter((one) => nameOf(one) === "track").length);
  const address = element.getAttribute("src") ?? within.find((one) => nameOf(one) === "source" && one.getAttribute("src"))?.getAttribute("src") ?? "";
  const href = /^\s*https?:/i.test(address) ? safeHref(pageOf(address)) : null;
  if (!href) {
    if (labelled(element, tally)) return false;
    tally.count("active");
    return gone(element);
  }
  tally.count("embeds");
  const paragraph = element.ownerDocument.createElement("p");
  const link = element.ownerDocument.createElement("a");
  link.setAttribute("href", href);
  link.textContent = href;
  paragraph.appendChild(link);
  element.parentNode?.insertBefore(paragraph, element);
  if (!labelled(element, tally)) remove(element);
  return false;
}

/** Where one watches what a player plays. */
function pageOf(address: string): string {
  const [, film, clip] = /^\s*https?:\/\/(?:(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})|player\.vimeo\.com\/video\/(\d{1,15}))(?:[?#]|$)/i.exec(address) ?? [];
  return film ? `https://www.youtube.com/watch?v=${film}` : clip ? `https://vimeo.com/${clip}` : address;
}

function gone(element: Element): false {
  remove(element);
  return false;
}

function hasText(element: Element): boolean {
  return /\S/.test((element.textContent ?? "").replaceAll("\u00a0", " "));
}
