import type { Tally } from "@/lib/content/paste/receipt";
import { plainText } from "@/lib/kernel/text";

/** Soft hyphens, zero-width spaces, joiners and marks of direction that force letters out of their order. */
const invisible = /[\u00ad\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2028\u2029\ufff9-\ufffc]/g;

/** A joiner between two letters of scripts that do not join. */
const idleJoiner = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s])[\u200c\u200d]|[\u200c\u200d](?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s])/gu;

/** Non-breaking spaces that say something: at French punctuation, between figures, before a unit. */
const meant = /«\u00a0|\u00a0(?=[»?!:;%€])|(?<=\d)\u00a0(?=[\d\p{L}°])/gu;

/** Letters of a font's own: Word's bullets and the like. */
const ofItsFont = /[\ue000-\uf8ff]/g;

/** Cleans a piece of text letter by letter; white space between pieces is the reader's business. */
export function cleanLetters(text: string, tally: Tally): string {
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return text;
  let removed = 0;
  const drop = () => {
    removed += 1;
    return "";
  };
  const stayed = "\ue000";
  const cleaned = plainText(text)
    .replace(ofItsFont, drop)
    .replace(invisible, drop)
    .replace(idleJoiner, drop)
    .replace(meant, (match) => match.replace("\u00a0", stayed))
    .replace(/[\u00a0\u2000-\u200a\u205f\u3000]/g, (space) => (space === "\u2009" || space === "\u3000" ? space : " "))
    .replaceAll(stayed, "\u00a0");
  tally.count("invisible", removed);
  return cleaned;
}

/** Runs of spaces become one; a line neither begins nor ends with one. */
export function collapseSpaces(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, " ");
}

const ligatures: Record<string, string> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

/** The letters that a typesetter had joined. */
export function withoutLigatures(text: string): string {
  return text.replace(/[ﬀ-ﬆ]/g, (one) => ligatures[one] ?? one);
}
