import { type Language, languageCodes } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import type { Translation } from "@/lib/articles/views";

/** One public story of a family of translations. */
export type FamilyMember = { article: string; slug: string | null; section: string; headline: string; language: Language; publishedAt: string | Date };

/**
 * What says the same as this story in other languages, in the order of the languages. Each language has one story, the one that was public
 * first: a second of its language is not named by the others and names none, so that whoever is named names back.
 */
export function translationsOf(articleId: string, family: readonly FamilyMember[]): Translation[] {
  const inOrder = [...family].sort((left, right) => new Date(left.publishedAt).getTime() - new Date(right.publishedAt).getTime() || (left.article < right.article ? -1 : 1));
  const firsts = inOrder.filter(({ language }, index) => inOrder.findIndex((other) => other.language === language) === index);
  if (!firsts.some(({ article }) => article === articleId)) return [];
  const others = firsts.filter(({ article }) => article !== articleId).map(({ slug, section, headline, language, article }) => ({ path: articlePath(section, slug ?? ""), headline, language, isOriginal: article === firsts[0]?.article }));
  return others.sort((left, right) => languageCodes.indexOf(left.language) - languageCodes.indexOf(right.language));
}
