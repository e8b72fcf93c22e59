import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, boolean, index, integer, jsonb, pgTable, pgSequence, primaryKey, real, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { BylineRole, ChangeKind, ClaimantKind, CorrectionKind, Language, RevisionKind, SitemapList, StoryFormat, Verdict } from "@/db/vocabulary";
import type { Byline, LeadPicture, StoredDocument } from "@/lib/content/document";
import { bytea, idColumn, instant, tsvector } from "@/db/schema/columns";
import { embeds } from "@/db/schema/embeds";
import { mediaAssets } from "@/db/schema/media";
import { people } from "@/db/schema/people";
import { sections, tags } from "@/db/schema/sections";

/** Counts stories as they first become public. */
export const publicNumbers = pgSequence("articles_public_number");

/**
 * One story. Three places, one direction: the Yjs document (article_updates) is the truth of the working copy; `draft_*` is its
 * projection for desk lists; `revisions` hold what was. Readers reach `published_revision_id` or nothing.
 */
export const articles = pgTable(
  "articles",
  {
    id: idColumn(),
    createdBy: uuid("created_by").notNull().references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Raised by each command; a browser that saw an older one gets a conflict. */
    version: integer("version").notNull().default(1),
    /** Raised only when a working copy had to be rebuilt; older local copies are then set aside, never merged. */
    epoch: integer("epoch").notNull().default(1),
    schemaVersion: integer("schema_version").notNull().default(1),

    /** The public address, claimed at publish, update or schedule. */
    sectionId: uuid("section_id").references(() => sections.id),
    slug: text("slug"),
    publishedRevisionId: uuid("published_revision_id").references((): AnyPgColumn => revisions.id),
    firstPublishedAt: instant("first_published_at"),
    /** Which of all stories it was to become public, for ever: the parts of the sitemap are ranges of it. Some numbers stand for none. */
    publicNumber: bigint("public_number", { mode: "number" }),
    /** Only after a real change that readers should know of; a fixed typo leaves it alone. */
    updatedAt: instant("updated_at"),
    unpublishedAt: instant("unpublished_at"),
    unpublishReason: text("unpublish_reason"),
    embargoUntil: instant("embargo_until"),
    /** Whether browsers must keep no copy of the working copy: a source may stand in it. */
    keptOffDevices: boolean("kept_off_devices").notNull().default(false),

    scheduledRevisionId: uuid("scheduled_revision_id").references((): AnyPgColumn => revisions.id),
    scheduledFor: instant("scheduled_for"),
    scheduledBy: uuid("scheduled_by").references(() => people.id),
    /** Why the last sweep could not publish it, in a sentence for the desk. */
    scheduleFailure: text("schedule_failure"),
    handedInAt: instant("handed_in_at"),
    handedInBy: uuid("handed_in_by").references(() => people.id),
    sentBackAt: instant("sent_back_at"),
    sentBackReason: text("sent_back_reason"),

    draftHeadline: text("draft_headline").notNull().default(""),
    draftKicker: text("draft_kicker").notNull().default(""),
    draftSlug: text("draft_slug").notNull().default(""),
    draftSectionId: uuid("draft_section_id").references(() => sections.id),
    draftLanguage: text("draft_language").$type<Language>().notNull().default("en"),
    /** Also the format of a working copy that was begun before formats could be chosen, and says none. */
    draftFormat: text("draft_format").$type<StoryFormat>().notNull().default("news"),
    draftWords: integer("draft_words").notNull().default(0),
    /** People in the working copy's bylines: they may edit too. */
    draftPeople: uuid("draft_people").array().notNull().default(sql`'{}'::uuid[]`),
    /** Content hash of the working copy; differs from the published revision's when something is unpublished. */
    draftHash: text("draft_hash").notNull().default(""),
    /** Headline, slug, tags and names of the working copy, folded: what the story picker searches of stories that one may edit. */
    draftSearch: tsvector("draft_search").notNull().default(sql`''::tsvector`),
    draftEditedAt: instant("draft_edited_at").notNull().defaultNow(),
    draftEditedBy: uuid("draft_edited_by").references(() => people.id),
  },
  (table) => [
    uniqueIndex("articles_slug").on(table.slug),
    index("articles_public_latest").on(table.firstPublishedAt, table.id).where(sql`${table.publishedRevisionId} is not null`),
    index("articles_public_numbers").on(table.publicNumber).where(sql`${table.publishedRevisionId} is not null`),
    index("articles_public_section").on(table.sectionId, table.firstPublishedAt, table.id).where(sql`${table.publishedRevisionId} is not null`),
    index("articles_desk").on(table.draftEditedAt, table.id),
    // Typing stores one story at a time; a list of pending entries would make each look-up read all of it.
    index("articles_draft_search").using("gin", table.draftSearch).with({ fastupdate: false }),
    index("articles_published_revision").on(table.publishedRevisionId).where(sql`${table.publishedRevisionId} is not null`),
    index("articles_due").on(table.scheduledFor).where(sql`${table.scheduledFor} is not null`),
  ],
);

/** Every slug a story ever had in public: never reused, old ones answer 301. */
export const articleAddresses = pgTable(
  "article_addresses",
  { slug: text("slug").primaryKey(), articleId: uuid("article_id").notNull().references(() => articles.id), claimedAt: instant("claimed_at").notNull().defaultNow() },
  (table) => [index("article_addresses_article").on(table.articleId)],
);

/** Immutable, numbered, saying who and why. Append-only. */
export const revisions = pgTable(
  "revisions",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references((): AnyPgColumn => articles.id),
    seq: integer("seq").notNull(),
    kind: text("kind").$type<RevisionKind>().notNull(),
    label: text("label"),
    /** Why, in the words of the person who cut it. */
    reason: text("reason"),
    schemaVersion: integer("schema_version").notNull(),
    format: text("format").$type<StoryFormat>().notNull().default("news"),
    kicker: text("kicker").notNull(),
    headline: text("headline").notNull(),
    frontHeadline: text("front_headline").notNull().default(""),
    searchHeadline: text("search_headline").notNull().default(""),
    socialHeadline: text("social_headline").notNull().default(""),
    standfirst: text("standfirst").notNull(),
    claim: text("claim").notNull().default(""),
    claimant: text("claimant").notNull().default(""),
    claimantKind: text("claimant_kind").$type<ClaimantKind>(),
    verdict: text("verdict").$type<Verdict>(),
    dateline: text("dateline").notNull(),
    slug: text("slug").notNull(),
    sectionId: uuid("section_id").references(() => sections.id),
    language: text("language").$type<Language>().notNull(),
    tags: text("tags").array().notNull(),
    bylines: jsonb("bylines").$type<Byline[]>().notNull(),
    lead: jsonb("lead").$type<LeadPicture | null>(),
    body: jsonb("body").$type<StoredDocument>().notNull(),
    words: integer("words").notNull(),
    hash: text("hash").notNull(),
    createdBy: uuid("created_by").references(() => people.id),
    contributors: uuid("contributors").array().notNull(),
    restoredFrom: uuid("restored_from"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("revisions_article_seq").on(table.articleId, table.seq),
    // The front looks for the newest long read, in vain where the paper has none.
    index("revisions_long_reads").on(table.id).where(sql`${table.format} = 'feature' and ${table.lead} is not null`),
  ],
);

/** What versions were called afterwards: of each the newest counts, null where its name was taken away. Append-only, as the versions are. */
export const revisionNames = pgTable(
  "revision_names",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    revisionId: uuid("revision_id").notNull().references(() => revisions.id),
    /** The how-manieth name of this version; two people at once cannot give the same one. */
    seq: integer("seq").notNull(),
    name: text("name"),
    namedBy: uuid("named_by").references(() => people.id),
    namedAt: instant("named_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("revision_names_seq").on(table.revisionId, table.seq), index("revision_names_article").on(table.articleId)],
);

/** When each person last had a story before her eyes, and which version was the newest then: what changed since is shown to her. One row a person and story. */
export const storyLooks = pgTable(
  "story_looks",
  {
    personId: uuid("person_id").notNull().references(() => people.id),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    /** Null while no version had been kept. */
    revisionId: uuid("revision_id").references(() => revisions.id),
    lookedAt: instant("looked_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.articleId] }), index("story_looks_article").on(table.articleId)],
);

/** The working copy's log: each update is committed here before it is acknowledged. Append-only. */
export const articleUpdates = pgTable(
  "article_updates",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    epoch: integer("epoch").notNull(),
    /** Yjs client that made it, and its counter there; null for the server's own edits. */
    clientId: bigint("client_id", { mode: "number" }),
    clientClock: bigint("client_clock", { mode: "number" }),
    bytes: bytea("bytes").notNull(),
    authorId: uuid("author_id").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("article_updates_article").on(table.articleId, table.epoch, table.id)],
);

/** A cache of that log: state through one update. Loading is this plus later updates. */
export const articleDocuments = pgTable("article_documents", {
  articleId: uuid("article_id").primaryKey().references(() => articles.id),
  epoch: integer("epoch").notNull(),
  state: bytea("state").notNull(),
  throughUpdate: bigint("through_update", { mode: "number" }).notNull(),
  storedAt: instant("stored_at").notNull().defaultNow(),
});

/** A correction is a record with the revision that was wrong. */
export const corrections = pgTable(
  "corrections",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    kind: text("kind").$type<CorrectionKind>().notNull(),
    note: text("note").notNull(),
    wrongRevisionId: uuid("wrong_revision_id").notNull().references(() => revisions.id),
    rightRevisionId: uuid("right_revision_id").notNull().references(() => revisions.id),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("corrections_article").on(table.articleId, table.createdAt), index("corrections_latest").on(table.createdAt, table.id)],
);

/** Who signed the published revision; rebuilt at publication. */
export const articleBylines = pgTable(
  "article_bylines",
  {
    articleId: uuid("article_id").notNull().references(() => articles.id),
    position: smallint("position").notNull(),
    personId: uuid("person_id").notNull().references(() => people.id),
    role: text("role").$type<BylineRole>().notNull(),
    /** When the story was first published: the list of a person's stories is read along its index. */
    publishedAt: instant("published_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), index("article_bylines_person").on(table.personId, table.publishedAt, table.articleId)],
);

/** Tags of the published revision; rebuilt at publication. */
export const articleTags = pgTable(
  "article_tags",
  {
    articleId: uuid("article_id").notNull().references(() => articles.id),
    tagId: uuid("tag_id").notNull().references(() => tags.id),
    position: smallint("position").notNull(),
    /** When the story was first published: the list of a tag's stories is read along its index. */
    publishedAt: instant("published_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.tagId] }), index("article_tags_tag").on(table.tagId, table.publishedAt, table.articleId)],
);

/**
 * Where the sitemap of a list is cut, counted from 1: a part begins behind the tag's id or the author's handle that stands here. Moved by a
 * job, so that nobody who asks for the index has to count.
 */
export const sitemapMarks = pgTable("sitemap_marks", { list: text("list").$type<SitemapList>().notNull(), part: integer("part").notNull(), after: text("after").notNull() }, (table) => [primaryKey({ columns: [table.list, table.part] })]);

/** Pictures of the published revision: only these are served to everybody. Rebuilt at publication. */
export const articleMedia = pgTable(
  "article_media",
  { articleId: uuid("article_id").notNull().references(() => articles.id), assetId: uuid("asset_id").notNull().references(() => mediaAssets.id) },
  (table) => [primaryKey({ columns: [table.articleId, table.assetId] }), index("article_media_asset").on(table.assetId)],
);

/** Snapshots of embeds in the published revision: only these are public. Rebuilt at publication. */
export const articleEmbeds = pgTable(
  "article_embeds",
  { articleId: uuid("article_id").notNull().references(() => articles.id), embedId: uuid("embed_id").notNull().references(() => embeds.id) },
  (table) => [primaryKey({ columns: [table.articleId, table.embedId] }), index("article_embeds_embed").on(table.embedId)],
);

/** What the search box searches: the published revision's words. Rebuilt at publication. */
export const articleSearch = pgTable(
  "article_search",
  {
    articleId: uuid("article_id").primaryKey().references(() => articles.id),
    words: tsvector("words").notNull(),
    /** Headline, slug, tags and names alone: what the story picker searches of public stories. */
    head: tsvector("head").notNull().default(sql`''::tsvector`),
    plain: text("plain").notNull(),
    /** People of the paper who signed it. */
    authors: uuid("authors").array().notNull().default(sql`'{}'`),
    /** What narrows a search, copied from the story by a trigger, so that counting what is found joins nothing. */
    sectionId: uuid("section_id"),
    publishedAt: instant("published_at"),
    /** From when readers may find it: first published, and no embargo any more. */
    publicFrom: instant("public_from"),
    /** What the public story is, copied like those; news until the trigger says otherwise. */
    format: text("format").$type<StoryFormat>().notNull().default("news"),
    /** In which form it is indexed (`lib/articles/searchable.ts`); what stands in a former one is brought up by a job. */
    form: smallint("form").notNull().default(1),
  },
  (table) => [
    index("article_search_words").using("gin", table.words),
    index("article_search_head").using("gin", table.head).with({ fastupdate: false }),
    index("article_search_newest").on(table.publishedAt, table.publicFrom),
    index("article_search_former").on(table.articleId).where(sql`${table.form} < 2`),
  ],
);

/**
 * Which words stand beside which in a public story, as numbers of pairs (migration 0041): what a phrase is looked for by before words are put
 * in their places one by one. Kept true by a trigger on `article_search`; `pairs` is null until a job has worked them out.
 */
export const articleWordPairs = pgTable(
  "article_word_pairs",
  {
    articleId: uuid("article_id").primaryKey().references(() => articleSearch.articleId, { onDelete: "cascade" }),
    publishedAt: instant("published_at"),
    publicFrom: instant("public_from"),
    pairs: smallint("pairs").array(),
  },
  (table) => [
    index("article_word_pairs_pairs").using("gin", table.pairs).with({ fastupdate: false }),
    index("article_word_pairs_newest").on(table.publishedAt, table.publicFrom),
    index("article_word_pairs_waiting").on(table.articleId).where(sql`${table.pairs} is null`),
  ],
);

/** What to read after a story, chosen by hand and in this order. It holds for the page as it stands, not for a version. */
export const relatedPicks = pgTable(
  "related_picks",
  { articleId: uuid("article_id").notNull().references(() => articles.id), relatedId: uuid("related_id").notNull().references(() => articles.id), position: smallint("position").notNull() },
  (table) => [primaryKey({ columns: [table.articleId, table.relatedId] }), index("related_picks_related").on(table.relatedId)],
);

/** Which stories say the same in different languages: those of one family. It holds for stories, not for versions. */
export const articleTranslations = pgTable(
  "article_translations",
  { articleId: uuid("article_id").primaryKey().references(() => articles.id), familyId: uuid("family_id").notNull() },
  (table) => [index("article_translations_family").on(table.familyId)],
);

/** How much stories are about the same, by their words and tags: of each the few that are most alike. Worked out by a job once a story is out. */
export const articleLikeness = pgTable(
  "article_likeness",
  { articleId: uuid("article_id").notNull().references(() => articles.id), otherId: uuid("other_id").notNull().references(() => articles.id), likeness: real("likeness").notNull() },
  (table) => [primaryKey({ columns: [table.articleId, table.otherId] }), index("article_likeness_other").on(table.otherId)],
);

/** Every word of public stories, folded: what a slip of typing is compared with. A word is public for as long as the story that vouches for it is. */
export const searchWords = pgTable(
  "search_words",
  {
    word: text("word").primaryKey(),
    publicFrom: instant("public_from").notNull(),
    /** A story with this word. None where a program before migration 0009 wrote it; no key, since stories that go must not wait for each other. */
    articleId: uuid("article_id"),
  },
  (table) => [index("search_words_trigrams").using("gin", table.word.op("gin_trgm_ops")), index("search_words_article").on(table.articleId)],
);

/** Public change log: one line per thing readers should know. */
export const articleChanges = pgTable(
  "article_changes",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    kind: text("kind").$type<ChangeKind>().notNull(),
    note: text("note").notNull().default(""),
    visible: boolean("visible").notNull().default(true),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("article_changes_article").on(table.articleId, table.createdAt)],
);
