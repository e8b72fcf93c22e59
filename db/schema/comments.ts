import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { CommentStatus, DiscussionMode, ReasonCode } from "@/db/vocabulary";
import type { CommentBody } from "@/lib/content/comment-body";
import { articles } from "@/db/schema/articles";
import { idColumn, instant } from "@/db/schema/columns";
import { people } from "@/db/schema/people";

/** One thing the pipeline noticed, with its plain reason for the moderator's card. */
export type Signal = { phase: string; severity: "publish" | "flag" | "hold" | "spam" | "reject"; evidence: string };

/** The place under one story where readers talk. Counters change in the transaction that changes a status. */
export const discussions = pgTable(
  "discussions",
  {
    id: idColumn(),
    articleId: uuid().notNull().references(() => articles.id),
    mode: text().$type<DiscussionMode>().notNull().default("inherit"),
    closesAt: instant(),
    visibleCount: integer().notNull().default(0),
    heldCount: integer().notNull().default(0),
    /** Raised by every change that readers can see. */
    version: bigint({ mode: "number" }).notNull().default(0),
    lastVisibleAt: instant(),
  },
  (table) => [uniqueIndex("discussions_article").on(table.articleId)],
);

/** Somebody who comments by name and e-mail, without an account. The address is kept only as a keyed hash. */
export const guests = pgTable(
  "guests",
  { id: idColumn(), emailHmac: text().notNull(), name: text().notNull(), approvedCount: integer().notNull().default(0), createdAt: instant().notNull().defaultNow() },
  (table) => [uniqueIndex("guests_email_hmac").on(table.emailHmac)],
);

export const comments = pgTable(
  "comments",
  {
    id: idColumn(),
    discussionId: uuid().notNull().references(() => discussions.id),
    /** The comment that opens the thread; itself for a root. */
    rootId: uuid().notNull(),
    /** What it truly answers; the page shows two levels. */
    parentId: uuid().references((): AnyPgColumn => comments.id),
    depth: smallint().notNull().default(0),
    authorId: uuid().references(() => people.id),
    guestId: uuid().references(() => guests.id),
    nameSnapshot: text().notNull(),
    status: text().$type<CommentStatus>().notNull(),
    statusReason: text().$type<ReasonCode>(),
    currentRevisionId: uuid().notNull(),
    replyCount: integer().notNull().default(0),
    staffBadge: text().$type<"author" | "staff">(),
    /** Hash of the key that opens the commenter's own status page. */
    keyHash: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => people.id),
  },
  (table) => [
    uniqueIndex("comments_key_hash").on(table.keyHash),
    index("comments_roots").on(table.discussionId, table.createdAt.desc(), table.id.desc()).where(sql`${table.depth} = 0 and (${table.status} in ('published', 'approved') or ${table.replyCount} > 0)`),
    index("comments_replies").on(table.rootId, table.createdAt, table.id).where(sql`${table.depth} > 0 and ${table.status} in ('published', 'approved')`),
    index("comments_queue").on(table.createdAt, table.id).where(sql`${table.status} = 'held'`),
    index("comments_author").on(table.authorId, table.createdAt.desc()),
  ],
);

/** What was written, each time. Append-only. */
export const commentRevisions = pgTable(
  "comment_revisions",
  {
    id: idColumn(),
    commentId: uuid().notNull(),
    seq: integer().notNull(),
    /** As typed, after the length and Unicode gates. */
    source: text().notNull(),
    body: jsonb().$type<CommentBody>().notNull(),
    textHash: text().notNull(),
    linkCount: integer().notNull().default(0),
    /** Every signal the pipeline raised, with its plain reason. */
    signals: jsonb().$type<Signal[]>().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [uniqueIndex("comment_revisions_seq").on(table.commentId, table.seq), index("comment_revisions_hash").on(table.textHash, table.createdAt)],
);

/** Each decision about a comment. Append-only. */
export const moderationEvents = pgTable(
  "moderation_events",
  {
    id: idColumn(),
    commentId: uuid().notNull().references(() => comments.id),
    revisionId: uuid().notNull().references(() => commentRevisions.id),
    /** Null: decided by the pipeline. */
    actorId: uuid().references(() => people.id),
    fromStatus: text().$type<CommentStatus>(),
    toStatus: text().$type<CommentStatus>().notNull(),
    reasonCode: text().$type<ReasonCode>(),
    messageToAuthor: text(),
    undoes: uuid(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index("moderation_events_comment").on(table.commentId, table.createdAt)],
);

/** Form tokens that were spent: each works once. */
export const spentFormTokens = pgTable("spent_form_tokens", { tokenHash: text().primaryKey(), spentAt: instant().notNull().defaultNow() });

/** Fixed windows of the rate limits, shared by all processes. `key` holds a keyed hash, never an address. */
export const rateWindows = pgTable(
  "rate_windows",
  { key: text().primaryKey(), count: integer().notNull(), expiresAt: instant().notNull() },
  (table) => [index("rate_windows_expiry").on(table.expiresAt)],
);
