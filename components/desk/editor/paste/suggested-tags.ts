import { fieldLimits } from "@/lib/content/limits";
import { savedPart } from "@/lib/content/line-edit";
import { distinct, tagMeaning } from "@/lib/content/shared-lists";
import { singleLine } from "@/lib/kernel/text";

/** Most that are offered: a wire with more has a list of its own for machines. */
const most = 12;

/** A wire's keywords as tags of this paper: each once, as other stories spell them, and never in capitals throughout. */
export function suggestedTags(keywords: readonly string[], known: readonly string[]): string[] {
  const spelling = new Map(known.map((tag) => [tagMeaning(tag), tag]));
  const tags = keywords.map((keyword) => savedPart(singleLine(keyword), fieldLimits.tag)).filter(Boolean);
  return distinct(tags, tagMeaning).slice(0, most).map((tag) => spelling.get(tagMeaning(tag)) ?? softened(tag));
}

/** "HARBOUR" as "Harbour"; "NATO" and "BBC" stay. */
function softened(tag: string): string {
  const isShouted = tag === tag.toUpperCase() && tag !== tag.toLowerCase() && [...tag].length > 5;
  return isShouted ? tag.toLowerCase().replace(/(?:^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase()) : tag;
}
