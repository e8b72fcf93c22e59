import { fileURLToPath } from "node:url";
import sharp, { type OverlayOptions } from "sharp";
import { cardSize, directionOf, inOurSigns, type SocialCard } from "@/lib/cards/card";
import { shortened } from "@/lib/articles/outside-titles";

/* Cards are set by Pango, which knows bidirectional text and joins Arabic letters, in faces that lie beside this file. Nothing is asked of anybody. */

const faces = {
  headline: { family: "Card Headline, Card Arabic", file: faceFile("card-headline") },
  arabic: { family: "Card Arabic, Card Headline", file: faceFile("card-arabic") },
  label: { family: "Card Label, Card Arabic Label", file: faceFile("card-label") },
  arabicLabel: { family: "Card Arabic Label, Card Label", file: faceFile("card-arabic-label") },
} as const;
type Face = keyof typeof faces;

const ink = { text: "#161a1f", quiet: "#4e5359" } as const;
const margin = 72;
const across = cardSize.width - 2 * margin;
/** The room for the headline: beneath the paper's name, above the foot of the card. */
const nameFoot = 112;
const top = 164;
const bottom = cardSize.height - 68;
const kickerGap = 30;

/** Sizes that a headline may have, in pixels: the largest in which it fits is taken. */
const headlineSizes = [112, 100, 90, 80, 72, 64, 58, 52, 46];
/** Room that so many letters of such a size never find: trying is spared. */
const mostArea = 950_000;

type Drawn = { data: Buffer; width: number; height: number };

/** Draws a card: a PNG of `cardSize`. A sign that our faces do not have is left out rather than shown as a box (`inOurSigns`). */
export async function drawCard(card: SocialCard): Promise<Buffer> {
  await knowFaces();
  const rtl = directionOf(card.language) === "rtl";
  const paperRtl = directionOf(card.paperLanguage) === "rtl";
  const [paper, above, title, below] = [card.paper, card.kicker, card.headline, card.below].map(inOurSigns) as [string, string, string, string];
  // A headline in letters that we do not have is printed by the site that shows the card; the card says whence it is.
  const [kicker, headline] = title ? [above, title] : ["", above];
  const parts: OverlayOptions[] = [];
  const place = (drawn: Drawn, y: number, toRight: boolean) => parts.push({ input: drawn.data, raw: { width: drawn.width, height: drawn.height, channels: 4 }, left: toRight ? Math.max(0, cardSize.width - margin - drawn.width) : margin, top: Math.round(y) });

  parts.push(bar(0, 0, cardSize.width, 16, card.accent));
  if (paper) {
    const drawn = await set(paper, paperRtl ? "arabic" : "headline", 46, ink.text, { lines: 1 });
    place(drawn, nameFoot - drawn.height, paperRtl);
    parts.push(bar(margin, nameFoot + 20, across, 3, ink.text));
  }
  // The rest stands at the foot, the last line first.
  let foot = bottom;
  if (below) {
    const drawn = await set(below, rtl ? "arabicLabel" : "label", 30, ink.quiet, { lines: 3, spacing: 10 });
    foot -= drawn.height;
    place(drawn, foot, rtl);
    foot -= 34;
  }
  const line = kicker ? await set(kicker, rtl ? "arabicLabel" : "label", 32, card.accent, { lines: 1 }) : null;
  if (headline) {
    const drawn = await fitted(headline, rtl ? "arabic" : "headline", foot - top - (line ? line.height + kickerGap : 0));
    foot -= drawn.height;
    place(drawn, foot, rtl);
    foot -= kickerGap;
  }
  if (line) place(line, foot - line.height, rtl);
  return sharp({ create: { ...cardSize, channels: 3, background: "#ffffff" } })
    .composite(parts)
    .png({ palette: true, colours: 128, effort: 8 })
    .toBuffer();
}

const bar = (left: number, y: number, width: number, height: number, background: string): OverlayOptions => ({ input: { create: { width, height, channels: 3, background } }, left, top: y });

/** In the largest size in which it fits; cut where it fits in none. */
async function fitted(text: string, face: Face, room: number): Promise<Drawn> {
  const letters = [...text].length;
  for (const size of headlineSizes.filter((one) => one * one * letters <= mostArea)) {
    const drawn = await set(text, face, size, ink.text, { spacing: face === "arabic" ? 0 : -Math.round(size * 0.03) });
    if (drawn.height <= room) return drawn;
  }
  return letters > 20 ? fitted(shortened(text, Math.floor(letters * 0.85)), face, room) : set(text, face, 46, ink.text, {});
}

type Setting = { /** Cut to so many. */ lines?: number; /** Between lines, more or less than the face's own. */ spacing?: number };

/** Text as it is printed, on nothing: wrapped at words, at letters where a word is wider than the card. */
async function set(text: string, face: Face, size: number, colour: string, { lines, spacing = 0 }: Setting): Promise<Drawn> {
  const { family, file } = faces[face];
  const markup = `<span foreground="${colour}">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</span>`;
  const { data, info } = await sharp({ text: { text: markup, font: `${family} ${size}`, fontfile: file, width: across, dpi: 72, align: "left", wrap: "word-char", spacing, rgba: true } }).raw().toBuffer({ resolveWithObject: true });
  const most = lines ? Math.ceil(size * 1.7 + (lines - 1) * (size * 1.5 + spacing)) : Number.POSITIVE_INFINITY;
  if (info.height > most) return set(shortened(text, Math.floor([...text].length * 0.85)), face, size, colour, { ...(lines ? { lines } : {}), spacing });
  return { data, width: info.width, height: info.height };
}

let known: Promise<void> | null = null;

/** Tells the type-setter of each face once, so that a line may mix them. */
function knowFaces(): Promise<void> {
  known ??= (async () => {
    for (const { family, file } of Object.values(faces)) await sharp({ text: { text: "a", font: `${family} 12`, fontfile: file, rgba: true, dpi: 72 } }).raw().toBuffer();
  })();
  return known;
}

function faceFile(name: string): string {
  return fileURLToPath(new URL(`./faces/${name}.ttf`, import.meta.url));
}
