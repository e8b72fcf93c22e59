import { and, eq, ne } from "drizzle-orm";
import { appDatabase, readerDatabase } from "@/db/client";
import { articleTranslations, publicTranslations } from "@/db/schema";
import { type FamilyMember, translationsOf } from "@/lib/articles/reads/translations";
import type { Translation } from "@/lib/articles/views";

/** The other languages that a story would name if it went out now, whether it is public yet or not. */
export async function translationsInPreview(own: FamilyMember): Promise<Translation[]> {
  const [tied] = await appDatabase().select({ family: articleTranslations.familyId }).from(articleTranslations).where(eq(articleTranslations.articleId, own.article));
  if (!tied) return [];
  const others = await readerDatabase()
    .select({ article: publicTranslations.articleId, slug: publicTranslations.slug, section: publicTranslations.sectionSlug, headline: publicTranslations.headline, language: publicTranslations.language, publishedAt: publicTranslations.publishedAt })
    .from(publicTranslations)
    .where(and(eq(publicTranslations.familyId, tied.family), ne(publicTranslations.articleId, own.article)));
  return translationsOf(own.article, [...others, own]);
}
