import { diffWordsWithSpace } from "diff";

/** A text and what became of it, piece by piece in reading order. */
export type ChangedWords = { text: string; kind: "kept" | "inserted" | "deleted" }[];

/** So many words may differ before one text is shown after the other. */
const mostChanges = 400;

/** Which words of a comment its author changed. Two texts that have little in common are shown whole, the former first. */
export function changedWords(before: string, after: string): ChangedWords {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (!parts) return [{ text: before, kind: "deleted" }, { text: after, kind: "inserted" }];
  return parts.map(({ value, added, removed }) => ({ text: value, kind: added ? "inserted" : removed ? "deleted" : "kept" }));
}
