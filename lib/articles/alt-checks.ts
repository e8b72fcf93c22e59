import type { Language } from "@/db/vocabulary";
import type { Check, CheckPlace, GateSurroundings } from "@/lib/articles/checks";
import type { Repair } from "@/lib/articles/repair";
import { bareWords } from "@/lib/content/bare-words";
import { textOfInline } from "@/lib/content/blocks/inline";
import type { StoryContent } from "@/lib/content/document";
import { figuresOf } from "@/lib/content/references";

/** A picture's alt text, what stands under it, and where a check of it leads. */
type Described = { id: string; alt: string; caption: string; assetId: string; place: CheckPlace };

/** An alt text that is there and says nothing: the file's name, the caption once more, or that a picture is a picture. Never a stop: a person has to judge. */
export function altChecks(content: StoryContent, { targets }: Pick<GateSurroundings, "targets">): Check[] {
  return describedIn(content).flatMap(({ id, alt, caption, assetId, place }): Check[] => {
    const wrong = problemOf(alt, caption, content.language);
    if (!wrong) return [];
    const own = targets.pictures.get(assetId)?.alt.trim() ?? "";
    const isOwnBetter = own !== "" && problemOf(own, caption, content.language) === null;
    const repairs = wrong.better !== null ? repairOf(place, alt, wrong.better, `Write “${wrong.better}”`) : isOwnBetter ? repairOf(place, alt, own, "Use the picture’s own") : [];
    return [{ id, level: "warn", message: wrong.message, hint: wrong.hint, place, ...(repairs.length > 0 ? { repairs } : {}) }];
  });
}

function describedIn({ lead, body }: StoryContent): Described[] {
  const ofLead: Described[] = lead ? [{ id: "lead.alt.words", alt: lead.alt, caption: lead.caption, assetId: lead.assetId, place: { field: "lead.alt" } }] : [];
  const ofBody = figuresOf(body).flatMap(({ attrs: { id, alt, decorative, assetId }, content }, index): Described[] =>
    alt && !decorative ? [{ id: `alt:${id ?? index}`, alt, caption: textOfInline(content), assetId, place: id ? { blockId: id, part: { setting: "alt" } } : { field: "body" } }] : [],
  );
  return [...ofLead, ...ofBody];
}

/** None where a machine would not find the picture again. */
function repairOf(place: CheckPlace, alt: string, by: string, label: string): Repair[] {
  if ("blockId" in place) return [{ label, does: "replace-words", place, words: alt, nth: 0, by }];
  return place.field === "body" ? [] : [{ label, does: "fill-field", field: place.field, text: by }];
}

type Problem = { message: string; hint: string; /** The same without what is wrong, where a machine can tell. */ better: string | null };

function problemOf(typed: string, caption: string, language: Language): Problem | null {
  const alt = typed.trim();
  if (alt === "") return null;
  if (isFileName(alt)) return { message: "An alt text that is the name of a file", hint: `“${alt}”: say what a reader would see.`, better: null };
  if (bareWords(alt) !== "" && bareWords(alt) === bareWords(caption)) return { message: "An alt text that repeats the caption", hint: "Whoever hears the page hears the same twice: say what a reader would see.", better: null };
  const opening = openings[language].exec(alt)?.[0];
  if (opening === undefined) return null;
  const rest = cuts[language]?.exec(alt)?.[0];
  const left = rest === undefined ? "" : alt.slice(rest.length);
  return { message: "An alt text that says that it is a picture", hint: `“${opening.trim()}”: screen readers say so already.`, better: left ? left.replace(/^./u, (letter) => letter.toUpperCase()) : null };
}

const ending = /\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp|psd|raw|cr[23]|nef|dng)$/i;
/** What cameras, telephones and screens call their files, with a number behind it. */
const ofDevice = /^(?:img|dsc[fn]?|pxl|mvimg|p|photo|image|picture|bild|foto|imagen|screen ?shot|bildschirmfoto|capture)?[\s_-]*\d(?:[\d\s_.:,-]|at|um|à)*(?:\(\d+\))?$/i;
/** Words with no space between them: hyphens or underscores, as in addresses. */
const joined = /^[\p{L}\p{M}\p{N}]+(?:[-_][\p{L}\p{M}\p{N}]+)+$/u;

const isFileName = (alt: string): boolean => ending.test(alt) || (ofDevice.test(alt) && /\d{3}/.test(alt)) || (joined.test(alt) && (alt.includes("_") || /\d{3}/.test(alt) || alt.split("-").length > 3));

/** How an alt text begins that calls itself a picture, by the language of the story. */
const openings: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:an?|the|this)\s+)?(?:picture|image|photo|photograph|pic|graphic)\s+(?:of|shows|showing)\b/i,
  de: /^(?:(?:das|ein|eine|die|dieses)\s+)?(?:bild|foto|fotografie|aufnahme|abbildung|grafik)\s+(?:von|vom|des|der|zeigt)(?!\p{L})/iu,
  fr: /^(?:(?:une?|la|le|cette)\s+|l[’'])?(?:image|photo|photographie)\s+(?:de|du|des|d[’']|montrant)(?!\p{L}{3})/iu,
  es: /^(?:(?:una?|la|el|esta)\s+)?(?:imagen|foto|fotografía)\s+(?:del?|que muestra)(?!\p{L})/iu,
  fa: /^(?:تصویر|تصویری|عکس|عکسی)\s/u,
  ar: /^صورة\s/u,
};

/** What can be cut off there so that what is left stands by itself; in other languages the next word would have to change. */
const cuts: Partial<Record<Language, RegExp>> = {
  en: /^(?:(?:an?|the|this)\s+)?(?:picture|image|photo|photograph|pic|graphic)\s+(?:of|shows|showing)\s+/i,
  fr: /^(?:(?:une?|la|le|cette)\s+|l[’'])?(?:image|photo|photographie)\s+(?:de\s+(?=(?:la|l[’']))|d[’'])/iu,
  es: /^(?:(?:una?|la|el|esta)\s+)?(?:imagen|foto|fotografía)\s+(?:de\s+|que muestra\s+)/iu,
  fa: /^(?:تصویر|تصویری|عکس|عکسی)\s+(?:از\s+)?/u,
};
