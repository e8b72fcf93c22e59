import type * as Y from "yjs";

/** One change to a line: at a place, so many characters gone, these added. */
export type LineEdit = { at: number; gone: number; added: string };

/** What others changed in a line, as Yjs tells it. */
export type LineDelta = Y.YTextEvent["delta"];

/**
 * The change that turned `before` into `after` and left the caret where it stands: among equal letters only the caret tells which one
 * was typed. Never splits a character.
 */
export function editBetween(before: string, after: string, caret: number): LineEdit {
  const shorter = Math.min(before.length, after.length);
  const behindCaret = Math.min(shorter, after.length - caret);
  let end = 0;
  while (end < behindCaret && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  let start = 0;
  while (start < shorter - end && before[start] === after[start]) start++;
  if (end > 0 && isSecondHalf(after[after.length - end])) end--;
  if (start > 0 && isFirstHalf(after[start - 1])) start--;
  return { at: start, gone: before.length - start - end, added: after.slice(start, after.length - end) };
}

const isFirstHalf = (unit: string | undefined) => unit !== undefined && unit >= "\ud800" && unit <= "\udbff";
const isSecondHalf = (unit: string | undefined) => unit !== undefined && unit >= "\udc00" && unit <= "\udfff";

/** The part of a line that may be saved: its first `limit` characters. */
export function savedPart(value: string, limit: number): string {
  return value.length <= limit ? value : [...value].slice(0, limit).join("");
}

/**
 * What must happen to the saved part of a line, its first `saved` units, when the whole line was edited and `kept` is to be saved of it:
 * the edit itself, and at the end what no longer fits or fits again. Places are those before any of it; the last one comes first.
 */
export function editsOfSaved(saved: number, edit: LineEdit, kept: string): LineEdit[] {
  const at = Math.min(edit.at, saved);
  const gone = Math.max(0, Math.min(edit.at + edit.gone, saved) - at);
  const added = edit.at > saved ? "" : edit.added.slice(0, Math.max(0, kept.length - at));
  const behind = saved - at - gone;
  const room = kept.length - at - added.length;
  const tail = room < behind ? { at: saved - (behind - room), gone: behind - room, added: "" } : { at: saved, gone: 0, added: kept.slice(kept.length - (room - behind)) };
  return [tail, { at, gone, added }].filter((one) => one.gone > 0 || one.added !== "");
}

/** Where a place between letters lies after others' changes. What they write exactly there stands behind it. */
export function placeAfter(place: number, changes: LineDelta): number {
  let read = 0;
  let moved = place;
  for (const change of changes) {
    if (change.retain) read += change.retain;
    else if (change.delete) moved -= Math.max(0, Math.min(change.delete, moved - read));
    else if (typeof change.insert === "string") {
      if (read < moved) moved += change.insert.length;
      read += change.insert.length;
    }
  }
  return moved;
}

/** Where a letter stands after others' changes, or null where they deleted it. */
export function letterAfter(letter: number, changes: LineDelta): number | null {
  let read = 0;
  let moved = letter;
  for (const change of changes) {
    if (change.retain) read += change.retain;
    else if (change.delete) {
      if (moved >= read && moved < read + change.delete) return null;
      if (moved >= read) moved -= change.delete;
    } else if (typeof change.insert === "string") {
      if (read <= moved) moved += change.insert.length;
      read += change.insert.length;
    }
  }
  return moved;
}

/** Applies an edit whose places are those before `since`: it takes away only what it meant, and nothing that came meanwhile. */
export function applyEdit(text: Y.Text, { at, gone, added }: LineEdit, since: readonly LineDelta[] = []): void {
  const letters = Array.from({ length: gone }, (_, index) => since.reduce<number | null>((letter, changes) => (letter === null ? null : letterAfter(letter, changes)), at + index));
  for (const [from, length] of runsOf(letters.filter((letter) => letter !== null)).reverse()) text.delete(from, length);
  if (added) text.insert(Math.min(text.length, since.reduce(placeAfter, at)), added);
}

function runsOf(letters: readonly number[]): [from: number, length: number][] {
  const runs: [number, number][] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === letter) last[1] += 1;
    else runs.push([letter, 1]);
  }
  return runs;
}
