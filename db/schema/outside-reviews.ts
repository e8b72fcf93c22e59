import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RemarkVerdict } from "@/db/vocabulary";
import { articles, revisions } from "@/db/schema/articles";
import { idColumn, instant } from "@/db/schema/columns";
import { people } from "@/db/schema/people";

/** Links by which somebody without an account reads one version of a story, comments on it and proposes other words, until a day that was set. */
export const outsideReviews = pgTable(
  "outside_reviews",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    /** The one version that the link shows. */
    revisionId: uuid("revision_id").notNull().references(() => revisions.id),
    /** Whom it was made for, in the words of whoever made it. */
    forWhom: text("for_whom").notNull(),
    /** What is asked of the reviewer. */
    word: text("word").notNull().default(""),
    /** The link itself is shown once and kept nowhere. */
    tokenHash: text("token_hash").notNull(),
    createdBy: uuid("created_by").notNull().references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedBy: uuid("revoked_by").references(() => people.id),
  },
  (table) => [uniqueIndex("outside_reviews_token").on(table.tokenHash), index("outside_reviews_article").on(table.articleId, table.createdAt)],
);

/** Who read by such a link: a browser in which somebody gave a name, and when it had the version before it. */
export const outsideReaders = pgTable(
  "outside_readers",
  {
    id: idColumn(),
    reviewId: uuid("review_id").notNull().references(() => outsideReviews.id),
    name: text("name").notNull(),
    /** Of what the browser keeps, so that one who has the link alone does not speak in another one's name. */
    keyHash: text("key_hash").notNull(),
    openedAt: instant("opened_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    times: integer("times").notNull().default(1),
  },
  (table) => [uniqueIndex("outside_readers_key").on(table.keyHash), index("outside_readers_review").on(table.reviewId, table.openedAt)],
);

/** What was said by such a link: words about a place of the version, other words for it, or both. */
export const outsideRemarks = pgTable(
  "outside_remarks",
  {
    id: idColumn(),
    reviewId: uuid("review_id").notNull().references(() => outsideReviews.id),
    readerId: uuid("reader_id").notNull().references(() => outsideReaders.id),
    createdAt: instant("created_at").notNull(),
    /** Where: "story", "field:headline", "block:3" by its place in the version. */
    part: text("part").notNull(),
    said: text("said").notNull().default(""),
    /** Other words for the whole of that place. */
    instead: text("instead"),
    verdict: text("verdict").$type<RemarkVerdict>(),
    settledAt: instant("settled_at"),
    settledBy: uuid("settled_by").references(() => people.id),
  },
  (table) => [index("outside_remarks_review").on(table.reviewId, table.createdAt), index("outside_remarks_open").on(table.reviewId).where(sql`${table.verdict} is null`)],
);
