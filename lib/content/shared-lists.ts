import type * as Y from "yjs";
import { singleLine } from "@/lib/kernel/text";

/** What makes two entries of a list the same to a reader. Entries may be anything: the list may come from anywhere. */
type Meaning = (item: unknown) => string;

/** Tags that differ only in capitals or spaces are one. */
export const tagMeaning: Meaning = (tag) => (typeof tag === "string" ? singleLine(tag).toLowerCase() : JSON.stringify(tag));

/** A byline is who, in which role; guests are told apart by their names. */
export const bylineMeaning: Meaning = (byline) => {
  const { role, personId, name } = (byline ?? {}) as { role?: unknown; personId?: unknown; name?: unknown };
  return typeof name === "string" ? `${role}: ${personId ?? singleLine(name).toLowerCase()}` : JSON.stringify(byline);
};

/*
 * Two people may add the same entry at once, or move it at once; the shared list then holds it twice, since neither saw the other's.
 * So lists are read by meaning, and whoever next touches an entry touches all its copies.
 */

/** The list as people mean it: of the same entries the first. */
export function distinct<Item>(items: readonly Item[], meaning: Meaning): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const meant = meaning(item);
    return !seen.has(meant) && seen.add(meant);
  });
}

/** Adds an entry at the end unless the list has it. */
export function addOnce<Item>(list: Y.Array<Item>, item: Item, meaning: Meaning): void {
  if (!list.toArray().some((one) => meaning(one) === meaning(item))) list.push([item]);
}

/** Takes an entry out, with every copy of it. */
export function takeOut<Item>(list: Y.Array<Item>, item: Item, meaning: Meaning): void {
  const items = list.toArray();
  for (let at = items.length - 1; at >= 0; at--) if (meaning(items[at]) === meaning(item)) list.delete(at, 1);
}

/** Moves an entry so that it stands before another one, or last where that is null. */
export function moveBefore<Item>(list: Y.Array<Item>, item: Item, other: Item | null, meaning: Meaning): void {
  list.doc?.transact(() => {
    takeOut(list, item, meaning);
    const at = other === null ? -1 : list.toArray().findIndex((one) => meaning(one) === meaning(other));
    list.insert(at < 0 ? list.length : at, [item]);
  });
}
