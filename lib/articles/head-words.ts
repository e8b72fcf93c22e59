import { type SQL, sql } from "drizzle-orm";
import type { StoryContent } from "@/lib/content/document";

type Head = Pick<StoryContent, "headline" | "slug" | "kicker" | "tags"> & { bylines: readonly { name: string }[] };

const what = (story: Head) => [story.headline, story.slug.replaceAll("-", " "), story.kicker, ...story.tags].join(" ");
const who = (story: Head) => story.bylines.map((byline) => byline.name).join(" ");

/**
 * What a story is looked up by when one wants to link to it: headline, slug, kicker and tags before the names that sign it, folded. The
 * text is left out, so that looking through ten thousand takes no longer than a key press.
 */
export function headWords(story: Head): SQL {
  const weighed = (text: string, weight: "A" | "B") => sql`setweight(to_tsvector('simple', standfirst_fold(${text})), ${sql.raw(`'${weight}'`)})`;
  return sql`${weighed(what(story), "A")} || ${weighed(who(story), "B")}`;
}

/** The same of a public story, with stems: the search ranks by it. */
export function publicHeadWords(story: Head & Pick<StoryContent, "language">): SQL {
  return sql`standfirst_index(${story.language}, ${what(story)}, ${who(story)}, '')`;
}
