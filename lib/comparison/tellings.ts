import { compareStories } from "@/lib/comparison/compare-stories";
import { clausesOf, wordsGoneAndCome } from "@/lib/comparison/sentences";
import type { StoryContent } from "@/lib/content/document";

/** A version by the hash of what it holds, which is read only where it must be. */
export type HashedVersion = { hash: string; read: () => StoryContent };

/** What became of a story from one version to another: what is said of it, and how many words came and went. */
export type Telling = { readonly clauses: readonly string[]; readonly gone: number; readonly come: number };

/** So many are kept in memory, a few hundred bytes each: versions never change, so what was told of two of them stays true. */
const mostKept = 1000;
const known = new Map<string, Telling>();

const nothing: Telling = { clauses: [], gone: 0, come: 0 };

/** The telling of two versions; the same two are compared once, as long as they are asked for now and then. */
export function tellingOf(before: HashedVersion, after: HashedVersion): Telling {
  if (before.hash === after.hash) return nothing;
  const key = `${before.hash} ${after.hash}`;
  const telling = known.get(key) ?? tell(before.read(), after.read());
  // A Map keeps the order of putting in: the first is the one that was longest unasked for.
  known.delete(key);
  known.set(key, telling);
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break;
    known.delete(oldest);
  }
  return telling;
}

function tell(before: StoryContent, after: StoryContent): Telling {
  const comparison = compareStories(before, after);
  return { clauses: clausesOf(comparison), ...wordsGoneAndCome(comparison) };
}
