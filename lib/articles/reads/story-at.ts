import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { readerDatabase } from "@/db/client";
import { atMost, preparedForReaders } from "@/db/prepared";
import { publicAddresses, publicArticles, publicArticleTags, publicBylines, publicChanges, publicCorrections, publicPeople, publicSeries, publicSeriesParts, publicTranslations } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { readersBody } from "@/lib/articles/checks";
import { asCard, cardColumn, pictureJson } from "@/lib/articles/reads/cards";
import { dated, gathered, type Written } from "@/lib/articles/reads/gathered";
import { inSeries, type SeriesPart } from "@/lib/articles/reads/in-series";
import { publicMaterial } from "@/lib/articles/reads/material";
import { signatoryMap, type SignatoryRow } from "@/lib/articles/reads/signatories";
import { type FamilyMember, translationsOf } from "@/lib/articles/reads/translations";
import type { ArticlePage } from "@/lib/articles/views";
import { mostParts } from "@/lib/series/limits";

export type StoryAt = { found: "here"; article: ArticlePage } | { found: "moved"; path: string } | { found: "gone" } | { found: "nowhere" };

/** What stands at an address: the published revision with all that its page shows, its new address, the mark of one that was taken back, or nothing. */
export async function storyAt(sectionSlug: string, slug: string): Promise<StoryAt> {
  const article = await publishedArticle(sectionSlug, slug.normalize("NFC"));
  if (article) return article.path === articlePath(sectionSlug, slug) ? { found: "here", article } : { found: "moved", path: article.path };
  const [address] = await readerDatabase().select().from(publicAddresses).where(eq(publicAddresses.slug, slug.normalize("NFC")));
  if (!address) return { found: "nowhere" };
  return address.live ? { found: "moved", path: articlePath(address.sectionSlug, address.currentSlug) } : { found: "gone" };
}

/** More than there are languages: one whose language was changed may stand beside another of it. */
const mostOfAFamily = 24;

const queries = preparedForReaders((db) => {
  const ofStory = (column: AnyPgColumn) => eq(column, publicArticles.id);
  const at = (column: AnyPgColumn) => sql`${column}`.as("at");
  const portrait = sql`${pictureJson(publicPeople.portraitAssetId)}`.as("portrait");
  const signs = inArray(publicPeople.id, db.select({ id: publicBylines.personId }).from(publicBylines).where(ofStory(publicBylines.articleId)));
  const parts = {
    tags: db.select({ slug: publicArticleTags.slug, name: publicArticleTags.name }).from(publicArticleTags).where(ofStory(publicArticleTags.articleId)).orderBy(asc(publicArticleTags.position)),
    signatories: db.select({ id: publicPeople.id, name: publicPeople.name, handle: publicPeople.handle, bio: publicPeople.bio, portrait }).from(publicPeople).where(signs),
    corrections: db.select({ id: publicCorrections.id, kind: publicCorrections.kind, note: publicCorrections.note, at: at(publicCorrections.createdAt) }).from(publicCorrections).where(ofStory(publicCorrections.articleId)).orderBy(desc(publicCorrections.createdAt)),
    changes: db.select({ kind: publicChanges.kind, note: publicChanges.note, at: at(publicChanges.createdAt) }).from(publicChanges).where(ofStory(publicChanges.articleId)).orderBy(desc(publicChanges.createdAt)),
    series: db
      .select({ id: publicSeries.id, address: sql<string>`${publicSeries.slug}`.as("address"), title: publicSeries.title, article: sql<string>`${publicSeriesParts.articleId}`.as("article"), slug: publicSeriesParts.slug, section: sql<string>`${publicSeriesParts.sectionSlug}`.as("section"), headline: publicSeriesParts.headline, language: publicSeriesParts.language })
      .from(publicSeriesParts)
      .innerJoin(publicSeries, eq(publicSeries.id, publicSeriesParts.seriesId))
      .where(sql`${publicSeriesParts.seriesId} = (select own.series_id from ${publicSeriesParts} as own where own.article_id = ${publicArticles.id})`)
      .orderBy(asc(publicSeriesParts.position), asc(publicSeriesParts.articleId))
      .limit(atMost(mostParts)),
    family: db
      .select({ article: sql<string>`${publicTranslations.articleId}`.as("article"), slug: publicTranslations.slug, section: sql<string>`${publicTranslations.sectionSlug}`.as("section"), headline: publicTranslations.headline, language: publicTranslations.language, publishedAt: publicTranslations.publishedAt })
      .from(publicTranslations)
      .where(sql`${publicTranslations.familyId} = (select own.family_id from ${publicTranslations} as own where own.article_id = ${publicArticles.id})`)
      .orderBy(asc(publicTranslations.publishedAt), asc(publicTranslations.articleId))
      .limit(atMost(mostOfAFamily)),
  };
  return {
    story: db
      .select({
        card: cardColumn,
        sectionId: publicArticles.sectionId,
        lead: publicArticles.lead,
        searchHeadline: publicArticles.searchHeadline,
        socialHeadline: publicArticles.socialHeadline,
        claim: publicArticles.claim,
        claimant: publicArticles.claimant,
        claimantKind: publicArticles.claimantKind,
        dateline: publicArticles.dateline,
        body: publicArticles.body,
        changedAt: publicArticles.changedAt,
        tags: gathered<ArticlePage["tags"][number]>(parts.tags),
        signatories: gathered<SignatoryRow>(parts.signatories),
        corrections: gathered<Omit<ArticlePage["corrections"][number], "at"> & Written>(parts.corrections),
        series: gathered<SeriesPart>(parts.series),
        family: gathered<FamilyMember>(parts.family),
        changes: gathered<Omit<ArticlePage["changes"][number], "at"> & Written>(parts.changes),
      })
      .from(publicArticles)
      .where(and(eq(publicArticles.slug, sql.placeholder("slug")), eq(publicArticles.sectionSlug, sql.placeholder("section"))))
      .prepare("story"),
  };
});

async function publishedArticle(section: string, slug: string): Promise<ArticlePage | null> {
  const [row] = await queries().story.execute({ section, slug });
  if (!row) return null;
  const { sectionId, searchHeadline, socialHeadline, claim, claimant, claimantKind, dateline, changedAt, lead, tags } = row;
  const body = readersBody(row.body);
  return { ...asCard(row), sectionId, searchHeadline, socialHeadline, claim, claimant, claimantKind, dateline, body, material: await publicMaterial([body]), changedAt, lead, tags, signatories: signatoryMap(row.signatories), corrections: dated(row.corrections), changes: dated(row.changes), series: inSeries(row.series, row.card.id), translations: translationsOf(row.card.id, row.family) };
}
