import type { Span } from "@/db/schema/comments";
import { skeletonOf } from "@/lib/people/look-alike";

/*
 * The words of a text as a moderator's rule compares them: without case and accents, stretched letters ("sooo") told from written ones, and
 * what is put on to be overlooked (other scripts' letters, figures for letters, letters spelled out) seen through. Only whole words are
 * compared, so that "class" and "Scunthorpe" hold nothing.
 */

/** A word where it stands (UTF-16 units). `plain` is what it says, `seen` what it looks like where it is disguised. */
export type Word = { plain: string; seen: string | null; from: number; to: number };

/** Letters that Unicode does not take apart, or of which Arabic and Persian keyboards have two. */
const alike: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ي: "ی", ى: "ی", ك: "ک", ة: "ه", ـ: "" };
const figures: Record<string, string> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", $: "s", "!": "i", "|": "l" };

/** What a word says, without case, accents and what cannot be seen. */
export const plainOf = (word: string): string => word.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").replace(/[ßæœøłđðþıيىكةـ]/gu, (letter) => alike[letter] ?? letter);

/** What a word looks like, figures read as the letters for which they stand. */
export const looksLike = (word: string): string => skeletonOf(word.replace(/[0134578@$!|]/gu, (sign) => figures[sign] ?? sign));

const writtenWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*/gu;
/** The same with signs that stand for letters; "!" and "|" only within. */
const disguisedWord = /[\p{L}\p{N}@$](?:[\p{L}\p{M}\p{N}\p{Cf}@$]|[!|](?=[\p{L}\p{N}@$]))*/gu;

/** Whether a text is written in Latin letters, so that a word in look-alikes of them is one in disguise. */
const isLatin = (text: string): boolean => (text.match(/\p{Script=Latin}/gu)?.length ?? 0) > (text.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0);

/** Two ways to read a text: word by word as it is written, and with signs for letters; the second is null where it would be the same. */
export function readingsOf(text: string): { written: Word[]; disguised: Word[] | null } {
  const latin = isLatin(text);
  const read = (pattern: RegExp): Word[] =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ plain: plainOf(word), seen: isDisguised(word, latin) ? looksLike(word) || null : null, from: index, to: index + word.length }));
  return { written: read(writtenWord), disguised: /[@$!|]/.test(text) ? read(disguisedWord) : null };
}

/** Shorter words are numbers and units: "1s", "5m". */
const shortest = 3;

/** Figures or signs among letters, or letters of two scripts, or of another script than the text's. */
function isDisguised(word: string, latin: boolean): boolean {
  if (word.length < shortest || !/\p{L}/u.test(word)) return false;
  if (/[\d@$!|]/.test(word)) return true;
  return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word) ? latin || /\p{Script=Latin}/u.test(word) : /[^\p{ASCII}\p{M}\p{Cf}]/u.test(word) && /\p{Script=Latin}/u.test(word);
}

/** Between letters that are spelled out, and between pieces that are one word. */
const betweenLetters = /^[\s.\-_*·,/|+~]{1,3}$/u;
/** No apostrophe: "he'll" is no "hell". */
const betweenPieces = /^[.\-_*·~+]$/u;
/** A chain of more pieces is a list, an address or noise. */
const mostPieces = 12;
const fewestLetters = 3;

const between = (text: string, one: Word | undefined, next: Word | undefined) => (one && next ? text.slice(one.to, next.from) : "");

/** Words in a row that belong together by what stands between them, and by what they are. */
function rowsOf(text: string, written: readonly Word[], glue: RegExp, belongs: (word: Word) => boolean): Word[][] {
  const rows: Word[][] = [];
  for (const [place, word] of written.entries()) {
    const before = written[place - 1];
    const goesOn = before && belongs(before) && belongs(word) && glue.test(between(text, before, word));
    if (goesOn) rows.at(-1)?.push(word);
    else rows.push([word]);
  }
  return rows;
}

/** Words that somebody takes apart ("fo.ol"), put together. */
export function rejoinedWords(text: string, written: readonly Word[]): Word[] {
  return rowsOf(text, written, betweenPieces, () => true)
    .filter((row) => row.length > 1 && row.length <= mostPieces)
    .map((row) => {
      const plain = row.map((word) => word.plain).join("");
      return { plain, seen: looksLike(plain) || null, from: row[0]?.from ?? 0, to: row.at(-1)?.to ?? 0 };
    });
}

/** Letters that somebody spells out ("f o o l"): what they say and look like together, and where each stands. */
export type Spelled = { says: Letters; looks: Letters; at: Span[] };
/** `of`: which letter each unit belongs to. */
export type Letters = { together: string; of: number[] };

const lettersOf = (letters: string[]): Letters => ({ together: letters.join(""), of: letters.flatMap((letter, place) => Array<number>(letter.length).fill(place)) });

/** The rows of single letters in a text. */
export function spelledOut(text: string, written: readonly Word[]): Spelled[] {
  const isLetter = ({ plain }: Word) => [...plain].length === 1;
  return rowsOf(text, written, betweenLetters, isLetter)
    .filter((row) => row.length >= fewestLetters)
    .map((row) => ({ says: lettersOf(row.map(({ plain }) => plain)), looks: lettersOf(row.map(({ plain }) => skeletonOf(plain) || figures[plain] || plain)), at: row }));
}

/** A word with each run of a letter as one: by this stretched words are looked up. */
export const collapsed = (word: string): string => word.replace(/(.)\1+/gu, "$1");

/** Whether a word is the wanted one, or that with letters stretched: "sooo" is "so", and "as" is never "ass". */
export function isSame(wanted: string, word: string): boolean {
  if (wanted === word) return true;
  // Only letters that are stretched make two words of different length the same.
  if (word.length <= wanted.length || word[0] !== wanted[0]) return false;
  const [ours, theirs] = [runsOf(wanted), runsOf(word)];
  return ours.length === theirs.length && ours.every((run, place) => {
    const other = theirs[place] ?? "";
    return other[0] === run[0] && (other.length === run.length || (other.length > 2 && other.length > run.length));
  });
}

const runsOf = (word: string): string[] => word.match(/(.)\1*/gu) ?? [];
