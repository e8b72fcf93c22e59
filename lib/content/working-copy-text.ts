import type * as Y from "yjs";

/** The words of the lead picture, each a Text of its own. */
export const leadTexts = ["alt", "caption", "credit"] as const;
export type LeadText = (typeof leadTexts)[number];

/** Turns a Text into `wanted` by replacing only the stretch that differs, whole characters at a time. */
export function writeText(text: Y.Text, wanted: string): void {
  const present = text.toString();
  if (present === wanted) return;
  const shorter = Math.min(present.length, wanted.length);
  let start = 0;
  while (start < shorter && present[start] === wanted[start]) start++;
  let end = 0;
  while (end < shorter - start && present[present.length - 1 - end] === wanted[wanted.length - 1 - end]) end++;
  // A surrogate pair is one character: step back where a cut would split it.
  if (start > 0 && /[\ud800-\udbff]/.test(present[start - 1] ?? "")) start--;
  if (end > 0 && /[\udc00-\udfff]/.test(present[present.length - end] ?? "")) end--;
  const gone = present.length - start - end;
  if (gone > 0) text.delete(start, gone);
  const added = wanted.slice(start, wanted.length - end);
  if (added) text.insert(start, added);
}
