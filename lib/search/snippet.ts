/** A stretch of text; `hit` where it is what was searched. */
export type Snippet = { text: string; hit: boolean }[];

/** What is to be marked, folded: words and what begins with them, phrases as they are, and other forms of the words. */
export type Sought = { words: readonly string[]; phrases: readonly (readonly string[])[]; forms: ReadonlySet<string> };

/** How much of a story a hit shows: so many stretches of so many words around what was found. */
const passages = 2;
const wordsBefore = 8;
const wordsAfter = 16;

const variants: Record<string, string> = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ی", ي: "ی", ك: "ک", ة: "ه", ؤ: "ء", ئ: "ء", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l" };

/** Nothing to fold but capitals: most words of most papers. */
const ascii = /^[\x20-\x7e]*$/;

/** A word as the search compares it, as `standfirst_fold` does in the database: small letters, no accents, one form of each Arabic letter. */
export function folded(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  const arabic = word.replace(/[أإآٱىيكةؤئ]/g, (letter) => variants[letter] ?? letter).replace(/[٠-٩۰-۹]/g, (figure) => String((figure.codePointAt(0) ?? 0) & 15)).replaceAll("ـ", "");
  return arabic.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "").replace(/[ßæœøđł]/g, (letter) => variants[letter] ?? letter);
}

type Word = { start: number; end: number; hit: boolean };

function wordsOf(text: string, { words, phrases, forms }: Sought): Word[] {
  // As in the question to the database: short words are found as they are, longer ones begin others.
  const asked = (word: string) => words.some((one) => (one.length > 2 ? word.startsWith(one) : word === one)) || forms.has(word);
  const standing = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => {
    const plain = folded(match[0]);
    return { plain, start: match.index, end: match.index + match[0].length, hit: asked(plain) };
  });
  for (const phrase of phrases)
    for (let first = 0; first + phrase.length <= standing.length; first++)
      if (phrase.every((word, index) => standing[first + index]?.plain === word)) for (const word of standing.slice(first, first + phrase.length)) word.hit = true;
  return standing;
}

/** The whole text, with what was asked for marked in it, whatever its accents. */
export function marked(text: string, asked: Sought): Snippet {
  return stretches(text, wordsOf(text, asked), 0, text.length);
}

/** Where the text first speaks of what was asked, else its beginning. */
export function snippetOf(text: string, asked: Sought): Snippet {
  const words = wordsOf(text, asked);
  const snippet: Snippet = [];
  let from = 0;
  for (let passage = 0; passage < passages; passage++) {
    const found = words.findIndex((word, index) => index >= from && word.hit);
    if (found === -1 && passage > 0) break;
    const first = Math.max(from, Math.max(found, 0) - wordsBefore);
    const last = Math.min(words.length - 1, Math.max(found, 0) + wordsAfter);
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? text.length];
    if (start > 0 || passage > 0) snippet.push({ text: passage > 0 && first === from ? " " : " … ", hit: false });
    snippet.push(...stretches(text, words, start, end));
    from = last + 1;
    if (found === -1 || from >= words.length) break;
  }
  // It says that it goes on, as its beginning says that something stood before.
  if (from < words.length) snippet.push({ text: " …", hit: false });
  return snippet;
}

function stretches(text: string, words: readonly Word[], start: number, end: number): Snippet {
  const parts: Snippet = [];
  // A title or an item of a list ends without a stop, and its line is not seen here.
  const between = (from: number, to: number) => text.slice(from, to).replace(/\n+/g, (gap, offset: number) => (/[\p{L}\p{N}]/u.test(text[from + offset - 1] ?? "") ? " · " : gap));
  let at = start;
  for (const word of words) {
    if (!word.hit || word.start < start || word.end > end) continue;
    parts.push({ text: between(at, word.start), hit: false }, { text: text.slice(word.start, word.end), hit: true });
    at = word.end;
  }
  parts.push({ text: between(at, end), hit: false });
  return parts.filter((part) => part.text !== "");
}
