import { safeHref } from "@/lib/content/links";
import type { OfferedPicture, Reading } from "@/lib/content/paste/reading";
import { classesOf, elementsIn, nameOf } from "@/lib/content/paste/tree";
import { collapseSpaces } from "@/lib/content/paste/typography";
import { plainText } from "@/lib/kernel/text";

/** Most pictures that one paste offers; the others are only counted. */
const mostPictures = 50;

/** Puts a short name in the place of each picture that the document carries in itself, so that only words are weighed and read. */
export function takePictureData(html: string): { html: string; pictureData: string[] } {
  const pictureData: string[] = [];
  const lighter = html.replace(/data:image\/([a-z+.-]{1,20});base64,[A-Za-z0-9+/=]+/gi, (data, kind: string) => {
    if (!/^(?:png|jpe?g|gif|webp|avif)$/i.test(kind)) return "paste-picture:none";
    pictureData.push(data);
    return `paste-picture:${pictureData.length - 1}`;
  });
  return { html: lighter, pictureData };
}

/** What keeps the place of a picture while the text around it is read: without words, so that nothing is read otherwise for it. */
export const pictureMark = "x-picture";

/** Sets a picture aside and offers it for upload where it can be had; with what keeps its place then, else null. */
export function setPictureAside(image: Element, caption: string, reading: Reading): Element | null {
  if (isPixel(image) || isSign(image)) return null;
  reading.tally.count("pictures");
  const src = sourceOf(image, reading);
  // Pages that load pictures late name each of them twice.
  if (src === null || reading.pictures.length >= mostPictures || reading.pictures.some((one) => one.src === src)) return null;
  const picture: OfferedPicture = { src, alt: altOf(image), after: 0 };
  const words = tidy(caption, 1000);
  if (words) picture.caption = words;
  reading.pictures.push(picture);
  const mark = image.ownerDocument.createElement(pictureMark);
  mark.setAttribute("data-picture", String(reading.pictures.length - 1));
  return mark;
}

/** The pictures whose places are kept in an element, itself included. */
export function picturesIn(element: Element, { pictures }: Reading): OfferedPicture[] {
  if (pictures.length === 0) return [];
  return [element, ...elementsIn(element)].flatMap((one) => (nameOf(one) === pictureMark ? (pictures[Number(one.getAttribute("data-picture") ?? "")] ?? []) : []));
}

/** An emoji that a page draws as a picture, as the letter that it is. */
export function emojiOf(image: Element): string | null {
  const alt = image.getAttribute("alt") ?? "";
  return alt.length <= 12 && /^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(alt) && /\p{Extended_Pictographic}/u.test(alt) ? alt : null;
}

/** A site's own emoji, or the sign beside a link: nobody means it. */
const isSign = (image: Element): boolean => /^:[\w+-]{1,60}:$/.test(image.getAttribute("alt") ?? "") || (/ (?:icon|emoji(?:one)?|custom-emoji) /.test(classesOf(image)) && (image.getAttribute("alt") ?? "").trim() === "");

/** Counts readers for the sender and shows nothing. */
function isPixel(image: Element): boolean {
  return ["width", "height"].every((side) => /^[0-2](?:px)?$/.test(image.getAttribute(side)?.trim() ?? ""));
}

function sourceOf(image: Element, { pictureData }: Reading): string | null {
  const srcset = (image.getAttribute("srcset") ?? "").trim().split(/[\s,]/)[0] ?? "";
  for (const address of [image.getAttribute("src"), image.getAttribute("data-src"), srcset]) {
    if (!address) continue;
    const kept = /^paste-picture:(\d{1,6})$/.exec(address)?.[1];
    if (kept && pictureData[Number(kept)]) return pictureData[Number(kept)] ?? null;
    const href = /^\s*https?:/i.test(address) ? safeHref(address) : null;
    if (href) return href;
  }
  return null;
}

/** What somebody wrote about the picture: neither its file's name nor a machine's guess. */
export function altOf(image: Element): string {
  const alt = tidy(image.getAttribute("alt") ?? "", 600);
  const isFileName = /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg)$/i.test(alt) || /^(?:img|dsc[nf]?|image|picture|bild|photo|screenshot)[\s_-]?\d*$/i.test(alt);
  return isFileName || /automatically generated|AI-generated/i.test(alt) ? "" : alt;
}

function tidy(text: string, length: number): string {
  return collapseSpaces(plainText(text).replaceAll("\u00a0", " ")).trim().slice(0, length).toWellFormed().replaceAll("\ufffd", "");
}
