import type { Signal } from "@/db/schema/comments";

/** What stands between quotation marks in a reason: the words that spoke for it. */
const quoted = /“([^”]+)”/gu;

/** What the signals of a comment found in its text, as it is written there, each once, the longest first: by its place, or named in quotation marks by the reason. */
export function matchedWords(signals: readonly Signal[], source: string): string[] {
  const found = new Set<string>();
  const lower = source.toLowerCase();
  for (const { evidence, spans } of signals) {
    for (const { from, to } of spans ?? []) if (source.slice(from, to).trim()) found.add(source.slice(from, to));
    for (const [, words = ""] of evidence.matchAll(quoted)) {
      const at = lower.indexOf(words.toLowerCase());
      if (at >= 0 && lower.length === source.length) found.add(source.slice(at, at + words.length));
    }
  }
  return [...found].sort((left, right) => right.length - left.length);
}

/** A piece of a text, and whether it is one of the matched words. */
export type MarkedPiece = { text: string; marked: boolean };

const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Cuts a text into what matched and what did not, whatever its case. What matched stands as a word: “and” is not marked in “island”. */
export function markMatches(text: string, matched: readonly string[]): MarkedPiece[] {
  const pattern = matched.map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  if (pattern === "") return [{ text, marked: false }];
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(new RegExp(pattern, "giu"))) {
    const [words] = match;
    const inside = (isWordCharacter(words[0]) && isWordCharacter(text[match.index - 1])) || (isWordCharacter(words.at(-1)) && isWordCharacter(text[match.index + words.length]));
    if (inside) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), marked: false });
    pieces.push({ text: words, marked: true });
    end = match.index + words.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}
