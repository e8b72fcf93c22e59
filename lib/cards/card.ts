import { createHash } from "node:crypto";
import { type Accent, type Language, languages } from "@/db/vocabulary";
import { shortened } from "@/lib/articles/outside-titles";
import type { PaperSettings } from "@/lib/settings/paper";

/** In pixels, as social sites ask. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What has a card: the paper itself, and what stands at an address of its own. */
export const cardKinds = ["paper", "story", "section", "tag", "author", "series"] as const;
export type CardKind = (typeof cardKinds)[number];

/** Whose card it is. The paper's stands under an id of zeros: it is the only one. */
export type CardPlace = { of: CardKind; id: string };
export const ofThePaper: CardPlace = { of: "paper", id: "00000000-0000-0000-0000-000000000000" };

/** All that is drawn on a card. `below` is said in a smaller size; empty where there is nothing to say. */
export type SocialCard = { paper: string; kicker: string; headline: string; below: string; accent: string; language: Language; paperLanguage: Language };

/** The accents of the light page in sRGB, as components/ui/tokens.css has them. */
export const accentInks: Record<Accent, string> = { town: "#14599b", region: "#0c6964", world: "#176540", business: "#865812", opinion: "#ba3d0a", culture: "#9e2d52", science: "#006780", sport: "#43671d", plain: "#c2221a" };

/** Counts up when cards are drawn in another way: each is drawn anew then, under another name. Those with foreign signs were drawn in another way than the others. */
const drawing = { plain: 1, foreign: 2 } as const;

type Story = { headline: string; language: Language; section: { name: string; accent: Accent }; kicker: string };

/** The card of a story; `headline` is what social sites are told of it. */
export function storyCard(paper: PaperSettings, { headline, language, section, kicker }: Story): SocialCard {
  return { paper: paper.name, kicker: kicker && kicker !== section.name ? `${section.name} · ${kicker}` : section.name, headline: shortened(headline, 180), below: "", accent: inkOf(section.accent, paper), language, paperLanguage: paper.language };
}

/** The card of a list, with what the paper says of it. */
export function listCard(paper: PaperSettings, { name, says, accent = "plain" }: { name: string; says: string; accent?: Accent }): SocialCard {
  return { paper: paper.name, kicker: "", headline: shortened(name, 120), below: shortened(says, 130), accent: inkOf(accent, paper), language: paper.language, paperLanguage: paper.language };
}

/** The card of the paper. */
export function paperCard(paper: PaperSettings): SocialCard {
  return { ...listCard(paper, { name: paper.name, says: paper.tagline || paper.description }), paper: "" };
}

const inkOf = (accent: Accent, { branding }: PaperSettings) => (accent === "plain" ? (branding?.accentLight ?? accentInks.plain) : accentInks[accent]);

/** The name of what a card says: it changes with it, so that nobody is shown an old one under it. */
export function cardName(card: SocialCard): string {
  const way = [card.paper, card.kicker, card.headline, card.below].every(canBeDrawn) ? drawing.plain : drawing.foreign;
  return createHash("sha256").update(JSON.stringify([way, card.paper, card.kicker, card.headline, card.below, card.accent, card.language, card.paperLanguage])).digest("hex").slice(0, 20);
}

/** Where a card is served; drawn or not yet, it is there. */
export function cardAddress({ of, id }: CardPlace, card: SocialCard): string {
  return `/media/cards/${of}/${id}/${cardName(card)}.png`;
}

/** Whose card an address names, and under which name. Null where it is none of ours. */
export function cardAt(path: string): (CardPlace & { name: string }) | null {
  const [, of = "", id = "", name = ""] = /^\/media\/cards\/([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{20})\.png$/.exec(path) ?? [];
  const kind = cardKinds.find((one) => one === of);
  return kind && (kind !== "paper" || id === ofThePaper.id) ? { of: kind, id, name } : null;
}

/** Signs that our faces have. Everything else would come out as boxes. */
const drawable = /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u1e9e\u2009\u200c-\u200f\u2011\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u202f\u2039\u203a\u2044\u20ac\u2122\u2212\u060c\u061b\u061f\u0621-\u063a\u0640-\u0652\u0654\u0660-\u066c\u0670\u067e\u0686\u0698\u06a9\u06af\u06c0\u06cc\u06f0-\u06f9]*$/u;

/** Whether a text can be drawn whole. */
export const canBeDrawn = (text: string): boolean => drawable.test(text);

const signs = new Intl.Segmenter("en", { granularity: "grapheme" });
const hasLetter = /[\p{L}\p{N}]/u;

/**
 * A text in the signs that our faces have. A letter with a mark that they lack is drawn with as many of its marks as they have, a ligature as
 * its letters; a sign that has no likeness among them is left out, and for letters … stands in its place. Empty where so much would be missing, half of the letters or more, that what
 * is left would say something else.
 */
export function inOurSigns(text: string): string {
  const plain = text.replace(/[\u2009\u202f]/g, "\u00a0").replaceAll("\u2011", "-").normalize("NFC");
  if (canBeDrawn(plain)) return plain;
  const drawn = [...signs.segment(plain)].map(({ segment }) => ({ segment, as: likeness(segment) }));
  const letters = drawn.filter(({ segment }) => hasLetter.test(segment));
  const missing = letters.filter(({ as }) => as === "").length;
  if (letters.length > 0 && missing * 2 >= letters.length) return "";
  return drawn.map(({ segment, as }) => as || (hasLetter.test(segment) ? "…" : "")).join("").replace(/…(?: ?…)+/g, "…").replace(/ {2,}/g, " ").replace(/ (?=[,.;:!?])/g, "").trim();
}

/** One sign as our faces have it; empty where they have nothing like it. */
function likeness(sign: string): string {
  if (canBeDrawn(sign)) return sign;
  for (let whole = sign.normalize("NFKD"); whole !== ""; whole = whole.replace(/.$/su, "")) {
    const composed = whole.normalize("NFC");
    if (canBeDrawn(composed)) return composed;
    // Only marks may go: what is left without its last letter would be another word.
    if (!/\p{M}$/u.test(whole)) return "";
  }
  return "";
}

export const directionOf = (language: Language): "ltr" | "rtl" => languages[language].direction;
