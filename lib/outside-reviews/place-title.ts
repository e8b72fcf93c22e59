import { fieldNames, placeName } from "@/lib/comparison/names";
import type { StoryContent } from "@/lib/content/document";
import { placeIn, reviewedFields } from "@/lib/outside-reviews/review";

/** What a place of a version is called at the desk: "the second paragraph", "the headline", "the story as a whole". */
export function placeTitle(content: StoryContent, part: string): string {
  const field = reviewedFields.find((name) => part === `field:${name}`);
  if (field) return `the ${fieldNames[field]}`;
  const block = placeIn(content, part)?.block;
  return block ? placeName(block, content.body.content) : "the story as a whole";
}
