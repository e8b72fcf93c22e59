import { type SQL, sql } from "drizzle-orm";
import type { StoryContent } from "@/lib/content/document";

/**
 * What a story is looked up by when one wants to link to it: headline, slug, kicker and tags before the names that sign it, folded. The
 * text is left out, so that looking through ten thousand takes no longer than a key press.
 */
export function headWords(story: Pick<StoryContent, "headline" | "slug" | "kicker" | "tags"> & { bylines: readonly { name: string }[] }): SQL {
  const weighed = (text: string, weight: "A" | "B") => sql`setweight(to_tsvector('simple', standfirst_fold(${text})), ${sql.raw(`'${weight}'`)})`;
  const head = [story.headline, story.slug.replaceAll("-", " "), story.kicker, ...story.tags].join(" ");
  return sql`${weighed(head, "A")} || ${weighed(story.bylines.map((byline) => byline.name).join(" "), "B")}`;
}
