import { and, eq, exists, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { alias, pgView, QueryBuilder } from "drizzle-orm/pg-core";
import { articleAddresses, articleBylines, articleChanges, articleEmbeds, articleLikeness, articleMedia, articleSearch, articles, articleTags, articleTranslations, articleWordPairs, corrections, relatedPicks, revisions, searchWords, sitemapMarks } from "@/db/schema/articles";
import { commentRevisions, comments, discussions } from "@/db/schema/comments";
import { embeds } from "@/db/schema/embeds";
import { settings } from "@/db/schema/events";
import { mediaAssets } from "@/db/schema/media";
import { pageRevisions, pages } from "@/db/schema/pages";
import { people } from "@/db/schema/people";
import { articleReads } from "@/db/schema/reads";
import { sections, tags } from "@/db/schema/sections";
import { series, seriesParts } from "@/db/schema/series";
import { type CommentMark, visibleCommentStatuses } from "@/db/vocabulary";

/*
 * Everything a reader may see, and nothing else: the public reader role has SELECT on these views alone. An embargoed, unpublished or
 * never published story is absent from each of them, by the database's own clock.
 */

const isPublic = and(
  isNotNull(articles.publishedRevisionId),
  lte(articles.firstPublishedAt, sql`now()`),
  or(isNull(articles.embargoUntil), lte(articles.embargoUntil, sql`now()`)),
);

/** The published revision of each public story. The only source for every public surface. */
export const publicArticles = pgView("public_articles").as((query) =>
  query
    .select({
      id: articles.id,
      revisionId: sql<string>`${revisions.id}`.as("revision_id"),
      slug: articles.slug,
      sectionId: articles.sectionId,
      sectionSlug: sql<string>`${sections.slug}`.as("section_slug"),
      sectionName: sql<string>`${sections.name}`.as("section_name"),
      accent: sections.accent,
      format: revisions.format,
      kicker: revisions.kicker,
      headline: revisions.headline,
      frontHeadline: revisions.frontHeadline,
      searchHeadline: revisions.searchHeadline,
      socialHeadline: revisions.socialHeadline,
      standfirst: revisions.standfirst,
      claim: revisions.claim,
      claimant: revisions.claimant,
      claimantKind: revisions.claimantKind,
      verdict: revisions.verdict,
      dateline: revisions.dateline,
      language: revisions.language,
      bylines: revisions.bylines,
      lead: revisions.lead,
      body: revisions.body,
      words: revisions.words,
      firstPublishedAt: articles.firstPublishedAt,
      publicNumber: articles.publicNumber,
      updatedAt: articles.updatedAt,
      /** When anything about the public story last changed, corrections and fixes included. */
      changedAt: sql<Date>`greatest(${articles.firstPublishedAt}, ${revisions.createdAt})`.mapWith(revisions.createdAt).as("changed_at"),
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isPublic),
);

/** Every address a story was ever public at. `live` false: it was taken back (410). */
export const publicAddresses = pgView("public_addresses").as((query) =>
  query
    .select({
      slug: articleAddresses.slug,
      articleId: articleAddresses.articleId,
      currentSlug: sql<string>`${articles.slug}`.as("current_slug"),
      sectionSlug: sql<string>`${sections.slug}`.as("section_slug"),
      live: sql<boolean>`(${articles.publishedRevisionId} is not null)`.as("live"),
    })
    .from(articleAddresses)
    .innerJoin(articles, eq(articles.id, articleAddresses.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(lte(articles.firstPublishedAt, sql`now()`), or(isNull(articles.embargoUntil), lte(articles.embargoUntil, sql`now()`)), lte(articleAddresses.claimedAt, sql`now()`))),
);

export const publicSections = pgView("public_sections").as((query) =>
  query.select({ id: sections.id, slug: sections.slug, name: sections.name, description: sections.description, accent: sections.accent, position: sections.position, parentId: sections.parentId }).from(sections),
);

/** Every page of the paper about itself that was ever public, as readers see it now. Without a title it was taken back (410). */
export const publicPages = pgView("public_pages").as((query) =>
  query
    .select({
      id: pages.id,
      slug: pages.slug,
      position: pages.position,
      title: sql<string | null>`${pageRevisions.title}`.as("title"),
      purpose: pageRevisions.purpose,
      body: pageRevisions.body,
      firstPublishedAt: pages.firstPublishedAt,
      changedAt: pages.changedAt,
    })
    .from(pages)
    .leftJoin(pageRevisions, eq(pageRevisions.id, pages.publishedRevisionId))
    .where(isNotNull(pages.firstPublishedAt)),
);

export const publicArticleTags = pgView("public_article_tags").as((query) =>
  query
    .select({ articleId: articleTags.articleId, tagId: articleTags.tagId, position: articleTags.position, publishedAt: articleTags.publishedAt, slug: tags.slug, name: tags.name, intro: tags.intro })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .innerJoin(articles, eq(articles.id, articleTags.articleId))
    .where(isPublic),
);

/** Where the lists of the sitemap are cut. */
export const publicSitemapMarks = pgView("public_sitemap_marks").as((query) => query.select().from(sitemapMarks));

/** Parts of series that are public, with what the parts beside them say of them. */
export const publicSeriesParts = pgView("public_series_parts").as((query) =>
  query
    .select({
      articleId: seriesParts.articleId,
      seriesId: seriesParts.seriesId,
      position: seriesParts.position,
      slug: articles.slug,
      sectionSlug: sql<string>`${sections.slug}`.as("section_slug"),
      headline: revisions.headline,
      language: revisions.language,
    })
    .from(seriesParts)
    .innerJoin(articles, eq(articles.id, seriesParts.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isPublic),
);

/** Series with something public in them: of any other not even the title is known. */
export const publicSeries = pgView("public_series").as((query) =>
  query
    .select({ id: series.id, slug: series.slug, title: series.title, intro: series.intro })
    .from(series)
    .where(
      exists(
        new QueryBuilder()
          .select({ one: sql`1` })
          .from(seriesParts)
          .innerJoin(articles, eq(articles.id, seriesParts.articleId))
          .where(and(eq(seriesParts.seriesId, series.id), isPublic)),
      ),
    ),
);

/** Stories that say the same in other languages, those of a family that are public. */
export const publicTranslations = pgView("public_translations").as((query) =>
  query
    .select({
      articleId: articleTranslations.articleId,
      familyId: articleTranslations.familyId,
      slug: articles.slug,
      sectionSlug: sql<string>`${sections.slug}`.as("section_slug"),
      headline: revisions.headline,
      language: revisions.language,
      publishedAt: sql<string>`${articles.firstPublishedAt}`.as("published_at"),
    })
    .from(articleTranslations)
    .innerJoin(articles, eq(articles.id, articleTranslations.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isPublic),
);

/** How often public stories were read, by the hour. */
export const publicReads = pgView("public_reads").as((query) =>
  query
    .select({ articleId: articleReads.articleId, hour: articleReads.hour, reads: articleReads.reads, sectionId: articles.sectionId })
    .from(articleReads)
    .innerJoin(articles, eq(articles.id, articleReads.articleId))
    .where(isPublic),
);

export const publicBylines = pgView("public_bylines").as((query) =>
  query
    .select({ articleId: articleBylines.articleId, position: articleBylines.position, role: articleBylines.role, personId: articleBylines.personId, publishedAt: articleBylines.publishedAt })
    .from(articleBylines)
    .innerJoin(articles, eq(articles.id, articleBylines.articleId))
    .where(isPublic),
);

/** People who signed something public. Never an e-mail address. */
export const publicPeople = pgView("public_people").as((query) =>
  query
    .select({ id: people.id, name: people.name, handle: people.handle, bio: people.bio, portraitAssetId: people.portraitAssetId })
    .from(people)
    .where(
      and(
        isNotNull(people.handle),
        // One is enough: as EXISTS PostgreSQL would rather gather all that a person who wrote much has signed.
        sql`(select 1 from ${articleBylines} inner join ${articles} on ${articles.id} = ${articleBylines.articleId} where ${and(isPublic, eq(articleBylines.personId, people.id))} limit 1) is not null`,
      ),
    ),
);

/** Pictures anybody may fetch: those of public stories and the portraits of people who signed one. */
export const publicMedia = pgView("public_media").as((query) =>
  query
    .select({ id: mediaAssets.id, width: mediaAssets.width, height: mediaAssets.height, renditions: mediaAssets.renditions, credit: mediaAssets.credit, thumbHash: mediaAssets.thumbHash })
    .from(mediaAssets)
    .where(
      or(
        exists(
          new QueryBuilder()
            .select({ one: sql`1` })
            .from(articleMedia)
            .innerJoin(articles, eq(articles.id, articleMedia.articleId))
            .where(and(eq(articleMedia.assetId, mediaAssets.id), isPublic)),
        ),
        exists(
          new QueryBuilder()
            .select({ one: sql`1` })
            .from(people)
            .innerJoin(articleBylines, eq(articleBylines.personId, people.id))
            .innerJoin(articles, eq(articles.id, articleBylines.articleId))
            .where(and(eq(people.portraitAssetId, mediaAssets.id), isPublic)),
        ),
      ),
    ),
);

/** Snapshots of embeds that a public story shows. */
export const publicEmbeds = pgView("public_embeds").as((query) =>
  query
    .select({ id: embeds.id, provider: embeds.provider, url: embeds.url, reference: embeds.reference, title: embeds.title, author: embeds.author, words: embeds.words, width: embeds.width, height: embeds.height, thumbnailAssetId: embeds.thumbnailAssetId })
    .from(embeds)
    .where(
      exists(
        new QueryBuilder()
          .select({ one: sql`1` })
          .from(articleEmbeds)
          .innerJoin(articles, eq(articles.id, articleEmbeds.articleId))
          .where(and(eq(articleEmbeds.embedId, embeds.id), isPublic)),
      ),
    ),
);

export const publicCorrections = pgView("public_corrections").as((query) =>
  query
    .select({ id: corrections.id, articleId: corrections.articleId, kind: corrections.kind, note: corrections.note, createdAt: corrections.createdAt })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(isPublic),
);

export const publicChanges = pgView("public_changes").as((query) =>
  query
    .select({ id: articleChanges.id, articleId: articleChanges.articleId, kind: articleChanges.kind, note: articleChanges.note, createdAt: articleChanges.createdAt })
    .from(articleChanges)
    .innerJoin(articles, eq(articles.id, articleChanges.articleId))
    .where(and(eq(articleChanges.visible, true), isPublic)),
);

export const publicSearch = pgView("public_search").as((query) =>
  query
    .select({ articleId: articleSearch.articleId, words: articleSearch.words, head: articleSearch.head, plain: articleSearch.plain })
    .from(articleSearch)
    .innerJoin(articles, eq(articles.id, articleSearch.articleId))
    .where(isPublic),
);

/** What a search counts and narrows before it shows anything: no text in it, and no other table, so that a hundred thousand are counted at once. */
export const publicFinds = pgView("public_finds").as((query) =>
  query
    .select({ articleId: articleSearch.articleId, words: articleSearch.words, head: articleSearch.head, sectionId: articleSearch.sectionId, authors: articleSearch.authors, publishedAt: articleSearch.publishedAt, format: articleSearch.format })
    .from(articleSearch)
    .where(lte(articleSearch.publicFrom, sql`now()`)),
);

/** By which pairs of words a phrase is looked for. */
export const publicWordPairs = pgView("public_word_pairs").as((query) =>
  query.select({ articleId: articleWordPairs.articleId, publishedAt: articleWordPairs.publishedAt, pairs: articleWordPairs.pairs }).from(articleWordPairs).where(lte(articleWordPairs.publicFrom, sql`now()`)),
);

/** Stories that no row of pairs stands for yet, until a job has made one for each (`lib/articles/word-pairs.ts`); then nothing is looked through for it any more. */
export const publicUnpaired = pgView("public_unpaired").as((query) =>
  query
    .select({ articleId: articleSearch.articleId, publishedAt: articleSearch.publishedAt })
    .from(articleSearch)
    .where(
      and(
        lte(articleSearch.publicFrom, sql`now()`),
        sql`not exists (select 1 from ${settings} where ${settings.key} = 'word-pairs' and ${settings.value} ? 'done')`,
        sql`not exists (select 1 from ${articleWordPairs} where ${articleWordPairs.articleId} = ${articleSearch.articleId})`,
      ),
    ),
);

const related = alias(articles, "related");
const isPublicToo = and(isPublic, isNotNull(related.publishedRevisionId), lte(related.firstPublishedAt, sql`now()`), or(isNull(related.embargoUntil), lte(related.embargoUntil, sql`now()`)));

/** What was chosen by hand to be read after a public story, as far as it is public too. */
export const publicRelatedPicks = pgView("public_related_picks").as((query) =>
  query
    .select({ articleId: relatedPicks.articleId, relatedId: relatedPicks.relatedId, position: relatedPicks.position })
    .from(relatedPicks)
    .innerJoin(articles, eq(articles.id, relatedPicks.articleId))
    .innerJoin(related, eq(related.id, relatedPicks.relatedId))
    .where(isPublicToo),
);

/** Public stories that are about the same as a public story. */
export const publicLikeness = pgView("public_likeness").as((query) =>
  query
    .select({ articleId: articleLikeness.articleId, otherId: articleLikeness.otherId, likeness: articleLikeness.likeness })
    .from(articleLikeness)
    .innerJoin(articles, eq(articles.id, articleLikeness.articleId))
    .innerJoin(related, eq(related.id, articleLikeness.otherId))
    .where(isPublicToo),
);

/** Words of what may be found now: each for as long as the story that vouches for it is public. */
export const publicSearchWords = pgView("public_search_words").as((query) =>
  query.select({ word: searchWords.word }).from(searchWords).innerJoin(articleSearch, eq(articleSearch.articleId, searchWords.articleId)).where(lte(articleSearch.publicFrom, sql`now()`)),
);

export const publicDiscussions = pgView("public_discussions").as((query) =>
  query
    .select({
      id: discussions.id,
      articleId: discussions.articleId,
      mode: discussions.mode,
      closesAt: discussions.closesAt,
      staysOpen: discussions.staysOpen,
      slowModeSeconds: discussions.slowModeSeconds,
      firstSort: discussions.firstSort,
      pinnedNote: discussions.pinnedNote,
      withoutNote: discussions.withoutNote,
      visibleCount: discussions.visibleCount,
      pickCount: discussions.pickCount,
      staffCount: discussions.staffCount,
      version: discussions.version,
    })
    .from(discussions)
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .where(isPublic),
);

const parent = alias(comments, "parent");

/** Visible comments, and the places of those that are gone but have visible replies (name and body null). */
export const publicComments = pgView("public_comments").as((query) =>
  query
    .select({
      id: comments.id,
      discussionId: comments.discussionId,
      articleId: discussions.articleId,
      rootId: comments.rootId,
      parentId: comments.parentId,
      depth: comments.depth,
      visible: sql<boolean>`${inArray(comments.status, visibleCommentStatuses)}`.as("visible"),
      /** What is said in place of a text that is not shown. */
      mark: sql<CommentMark | null>`case when ${inArray(comments.status, visibleCommentStatuses)} then null when ${comments.status} in ('hidden', 'withdrawn') then ${comments.status} else 'removed' end`.as("mark"),
      name: sql<string | null>`case when ${inArray(comments.status, visibleCommentStatuses)} then ${comments.nameSnapshot} end`.as("name"),
      parentName: sql<string | null>`case when ${inArray(parent.status, visibleCommentStatuses)} then ${parent.nameSnapshot} end`.as("parent_name"),
      staffBadge: comments.staffBadge,
      body: sql<typeof commentRevisions.$inferSelect.body | null>`case when ${inArray(comments.status, visibleCommentStatuses)} then ${commentRevisions.body} end`.mapWith(commentRevisions.body).as("body"),
      replyCount: comments.replyCount,
      likeCount: comments.likeCount,
      likeRank: comments.likeRank,
      pickedAt: comments.pickedAt,
      editedAt: comments.editedAt,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .where(and(isPublic, or(inArray(comments.status, [...visibleCommentStatuses, "hidden"]), sql`${comments.replyCount} > 0`))),
);

export const publicSettings = pgView("public_settings").as((query) => query.select({ key: settings.key, value: settings.value }).from(settings).where(eq(settings.key, "paper")));

/** How discussions are held, in the paper and in its sections. */
export const publicDiscussionRules = pgView("public_discussion_rules").as((query) =>
  query.select({ value: settings.value }).from(settings).where(eq(settings.key, "discussions")),
);

/** How the paper looks, and the drawings of its name. */
export const publicBranding = pgView("public_branding").as((query) => query.select({ key: settings.key, value: settings.value }).from(settings).where(inArray(settings.key, ["branding", "masthead"])));
