import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { BylineRole, CorrectionKind, Language, RevisionKind } from "@/db/vocabulary";
import type { Byline, LeadPicture, StoredDocument } from "@/lib/content/document";
import { bytea, idColumn, instant, tsvector } from "@/db/schema/columns";
import { mediaAssets } from "@/db/schema/media";
import { people } from "@/db/schema/people";
import { sections, tags } from "@/db/schema/sections";

/**
 * One story. Three places, one direction: the Yjs document (article_updates) is the truth of the working copy; `draft_*` is its
 * projection for desk lists; `revisions` hold what was. Readers reach `published_revision_id` or nothing.
 */
export const articles = pgTable(
  "articles",
  {
    id: idColumn(),
    createdBy: uuid().notNull().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
    /** Raised by each command; a browser that saw an older one gets a conflict. */
    version: integer().notNull().default(1),
    /** Raised only when a working copy had to be rebuilt; older local copies are then set aside, never merged. */
    epoch: integer().notNull().default(1),
    schemaVersion: integer().notNull().default(1),

    /** The public address, claimed at publish, update or schedule. */
    sectionId: uuid().references(() => sections.id),
    slug: text(),
    publishedRevisionId: uuid().references((): AnyPgColumn => revisions.id),
    firstPublishedAt: instant(),
    /** Only after a real change that readers should know of; a fixed typo leaves it alone. */
    updatedAt: instant(),
    unpublishedAt: instant(),
    unpublishReason: text(),
    embargoUntil: instant(),

    scheduledRevisionId: uuid().references((): AnyPgColumn => revisions.id),
    scheduledFor: instant(),
    scheduledBy: uuid().references(() => people.id),
    /** Why the last sweep could not publish it, in a sentence for the desk. */
    scheduleFailure: text(),
    handedInAt: instant(),
    handedInBy: uuid().references(() => people.id),
    sentBackAt: instant(),
    sentBackReason: text(),

    draftHeadline: text().notNull().default(""),
    draftKicker: text().notNull().default(""),
    draftSlug: text().notNull().default(""),
    draftSectionId: uuid().references(() => sections.id),
    draftLanguage: text().$type<Language>().notNull().default("en"),
    draftWords: integer().notNull().default(0),
    /** People in the working copy's bylines: they may edit too. */
    draftPeople: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    /** Content hash of the working copy; differs from the published revision's when something is unpublished. */
    draftHash: text().notNull().default(""),
    draftEditedAt: instant().notNull().defaultNow(),
    draftEditedBy: uuid().references(() => people.id),
  },
  (table) => [
    uniqueIndex("articles_slug").on(table.slug),
    index("articles_public_latest").on(table.firstPublishedAt.desc(), table.id.desc()).where(sql`${table.publishedRevisionId} is not null`),
    index("articles_public_section").on(table.sectionId, table.firstPublishedAt.desc(), table.id.desc()).where(sql`${table.publishedRevisionId} is not null`),
    index("articles_desk").on(table.draftEditedAt.desc(), table.id.desc()),
    index("articles_due").on(table.scheduledFor).where(sql`${table.scheduledFor} is not null`),
  ],
);

/** Every slug a story ever had in public: never reused, old ones answer 301. */
export const articleAddresses = pgTable(
  "article_addresses",
  { slug: text().primaryKey(), articleId: uuid().notNull().references(() => articles.id), claimedAt: instant().notNull().defaultNow() },
  (table) => [index("article_addresses_article").on(table.articleId)],
);

/** Immutable, numbered, saying who and why. Append-only. */
export const revisions = pgTable(
  "revisions",
  {
    id: idColumn(),
    articleId: uuid().notNull().references((): AnyPgColumn => articles.id),
    seq: integer().notNull(),
    kind: text().$type<RevisionKind>().notNull(),
    label: text(),
    /** Why, in the words of the person who cut it. */
    reason: text(),
    schemaVersion: integer().notNull(),
    kicker: text().notNull(),
    headline: text().notNull(),
    standfirst: text().notNull(),
    dateline: text().notNull(),
    slug: text().notNull(),
    sectionId: uuid().references(() => sections.id),
    language: text().$type<Language>().notNull(),
    tags: text().array().notNull(),
    bylines: jsonb().$type<Byline[]>().notNull(),
    lead: jsonb().$type<LeadPicture | null>(),
    body: jsonb().$type<StoredDocument>().notNull(),
    words: integer().notNull(),
    hash: text().notNull(),
    createdBy: uuid().references(() => people.id),
    contributors: uuid().array().notNull(),
    restoredFrom: uuid(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [uniqueIndex("revisions_article_seq").on(table.articleId, table.seq)],
);

/** The working copy's log: each update is committed here before it is acknowledged. Append-only. */
export const articleUpdates = pgTable(
  "article_updates",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    articleId: uuid().notNull().references(() => articles.id),
    epoch: integer().notNull(),
    /** Yjs client that made it, and its counter there; null for the server's own edits. */
    clientId: bigint({ mode: "number" }),
    clientClock: bigint({ mode: "number" }),
    bytes: bytea().notNull(),
    authorId: uuid().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index("article_updates_article").on(table.articleId, table.epoch, table.id)],
);

/** A cache of that log: state through one update. Loading is this plus later updates. */
export const articleDocuments = pgTable("article_documents", {
  articleId: uuid().primaryKey().references(() => articles.id),
  epoch: integer().notNull(),
  state: bytea().notNull(),
  throughUpdate: bigint({ mode: "number" }).notNull(),
  storedAt: instant().notNull().defaultNow(),
});

/** A correction is a record with the revision that was wrong. */
export const corrections = pgTable(
  "corrections",
  {
    id: idColumn(),
    articleId: uuid().notNull().references(() => articles.id),
    kind: text().$type<CorrectionKind>().notNull(),
    note: text().notNull(),
    wrongRevisionId: uuid().notNull().references(() => revisions.id),
    rightRevisionId: uuid().notNull().references(() => revisions.id),
    createdBy: uuid().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index("corrections_article").on(table.articleId, table.createdAt)],
);

/** Who signed the published revision; rebuilt at publication. */
export const articleBylines = pgTable(
  "article_bylines",
  {
    articleId: uuid().notNull().references(() => articles.id),
    position: smallint().notNull(),
    personId: uuid().notNull().references(() => people.id),
    role: text().$type<BylineRole>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), index("article_bylines_person").on(table.personId)],
);

/** Tags of the published revision; rebuilt at publication. */
export const articleTags = pgTable(
  "article_tags",
  { articleId: uuid().notNull().references(() => articles.id), tagId: uuid().notNull().references(() => tags.id), position: smallint().notNull() },
  (table) => [primaryKey({ columns: [table.articleId, table.tagId] }), index("article_tags_tag").on(table.tagId)],
);

/** Pictures of the published revision: only these are served to everybody. Rebuilt at publication. */
export const articleMedia = pgTable(
  "article_media",
  { articleId: uuid().notNull().references(() => articles.id), assetId: uuid().notNull().references(() => mediaAssets.id) },
  (table) => [primaryKey({ columns: [table.articleId, table.assetId] }), index("article_media_asset").on(table.assetId)],
);

/** What the search box searches: the published revision's words. Rebuilt at publication. */
export const articleSearch = pgTable(
  "article_search",
  { articleId: uuid().primaryKey().references(() => articles.id), words: tsvector().notNull(), plain: text().notNull() },
  (table) => [index("article_search_words").using("gin", table.words)],
);

/** Public change log: one line per thing readers should know. */
export const articleChanges = pgTable(
  "article_changes",
  {
    id: idColumn(),
    articleId: uuid().notNull().references(() => articles.id),
    kind: text().$type<"published" | "fix" | CorrectionKind>().notNull(),
    note: text().notNull().default(""),
    visible: boolean().notNull().default(true),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index("article_changes_article").on(table.articleId, table.createdAt)],
);
