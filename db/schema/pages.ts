import { sql } from "drizzle-orm";
import { type AnyPgColumn, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { PagePurpose } from "@/db/vocabulary";
import { idColumn, instant } from "@/db/schema/columns";
import type { StoredDocument } from "@/lib/content/document";

/** What the paper says of itself: who makes it, and by which rules. Readers see the version that the pointer names, or none. */
export const pages = pgTable(
  "pages",
  {
    id: idColumn(),
    slug: text("slug").notNull(),
    position: integer("position").notNull().default(0),
    publishedRevisionId: uuid("published_revision_id").references((): AnyPgColumn => pageRevisions.id),
    firstPublishedAt: instant("first_published_at"),
    /** When readers last got another version. */
    changedAt: instant("changed_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Deleted before it was ever public: out of every list, and its address is free. What was saved stays, as all versions do. */
    deletedAt: instant("deleted_at"),
  },
  (table) => [uniqueIndex("pages_slug").on(table.slug).where(sql`${table.deletedAt} is null`), index("pages_published_revision").on(table.publishedRevisionId)],
);

/** Each version of a page as it was saved. Append-only. */
export const pageRevisions = pgTable(
  "page_revisions",
  {
    id: idColumn(),
    pageId: uuid("page_id")
      .notNull()
      .references(() => pages.id),
    seq: integer("seq").notNull(),
    title: text("title").notNull(),
    purpose: text("purpose").$type<PagePurpose>().notNull(),
    /** As it was typed, to be changed again; readers get `body`, which was made from it. */
    typed: text("typed").notNull(),
    body: jsonb("body").$type<StoredDocument>().notNull(),
    /** No foreign key, so that the version outlives the person. */
    savedBy: uuid("saved_by"),
    savedByName: text("saved_by_name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("page_revisions_seq").on(table.pageId, table.seq)],
);
