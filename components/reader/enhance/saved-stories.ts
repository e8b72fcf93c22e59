import { kept, keep } from "@/components/reader/enhance/kept";

/** A story put aside on this device: its path on the paper, and what it was called in which language when it was saved. */
export type SavedStory = { path: string; headline: string; language: string; at: string };

const name = "saved";
/** The newest so many stay; the list is for reading, and a browser has little room. */
const most = 500;

/**
 * The stories in a text that was kept. Anybody with the browser's tools, or another version of the paper, may have written it: what is not
 * a story of this paper is left out.
 */
export function savedIn(text: string | null, origin: string): SavedStory[] {
  const seen = new Set<string>();
  return listIn(text)
    .flatMap((entry) => storyIn(entry, origin) ?? [])
    .filter(({ path }) => !seen.has(path) && seen.add(path))
    .slice(0, most);
}

function listIn(text: string | null): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    // Not ours, or cut short: nothing is saved.
    return [];
  }
}

function storyIn(entry: unknown, origin: string): SavedStory | null {
  const { path, headline, language, at } = (entry ?? {}) as Record<string, unknown>;
  if (typeof path !== "string" || typeof headline !== "string" || typeof language !== "string" || typeof at !== "string") return null;
  const own = storyPath(path, origin);
  const when = new Date(at);
  if (!own || headline.trim() === "" || !/^[a-z]{2}$/.test(language) || Number.isNaN(when.getTime())) return null;
  return { path: own, headline: headline.slice(0, 400), language, at: when.toISOString() };
}

/** The path of a story's address, `/section/slug`; null for every other address and for those of other sites. */
export function storyPath(address: string, origin: string): string | null {
  if (!URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  return url.origin === origin && /^\/[^/\\]+\/[^/\\]+$/.test(url.pathname) ? url.pathname : null;
}

/** What is saved on this device, newest first. */
export const savedStories = (): SavedStory[] => savedIn(kept(name), location.origin);

/** Keeps the list; false where the browser would not. */
export const keepStories = (stories: readonly SavedStory[]): boolean => keep(name, JSON.stringify(stories.slice(0, most)));
