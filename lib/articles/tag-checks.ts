import type { Check, CheckPlace } from "@/lib/articles/checks";
import type { StoryContent } from "@/lib/content/document";
import { tagSlugFrom } from "@/lib/kernel/slug";

const place: CheckPlace = { field: "tags" };

/** What is worth a look in a story's tags, which lead readers on to what else there is on a subject. `known` are the addresses of those that the paper has. Never a stop. */
export function tagChecks({ tags }: Pick<StoryContent, "tags">, known: ReadonlySet<string>): Check[] {
  if (tags.length === 0) return [{ id: "tags", level: "warn", message: "No tag", hint: "Tags lead readers on to what else there is on the subject.", place }];
  const first = new Map<string, string>();
  return tags.flatMap((tag): Check[] => {
    const slug = tagSlugFrom(tag);
    const same = first.get(slug);
    const warn = (message: string, hint: string): Check[] => [{ id: `tag:${tag}`, level: "warn", message, hint, place }];
    if (slug === "") return warn(`A tag without a letter: “${tag}”`, "It has no page, and readers do not get it.");
    if (same !== undefined) return warn(`“${same}” and “${tag}” are one tag`, "Readers get it once. Take one of the two out.");
    first.set(slug, tag);
    return known.has(slug) ? [] : warn(`A new tag: “${tag}”`, "No story has come out under it yet. Look whether another one says the same.");
  });
}
