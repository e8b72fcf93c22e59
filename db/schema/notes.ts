import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { NoteAnchorKind, NoteAudience, SuggestionVerdict } from "@/db/vocabulary";
import { articles } from "@/db/schema/articles";
import { idColumn, instant } from "@/db/schema/columns";
import { people } from "@/db/schema/people";

/**
 * Internal notes on a story: what one of the newsroom says to others about words, a block, a field or all of it. No view of readers knows
 * them. Where a note on words stands, the document says (lib/content/note-mark.ts); what is kept here is what it said when it was last seen there.
 */
export const noteThreads = pgTable(
  "note_threads",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    anchorKind: text("anchor_kind").$type<NoteAnchorKind>().notNull(),
    /** Of words the block they begin in, where it was last seen; of a block itself. */
    blockId: text("block_id"),
    field: text("field"),
    /** The words that it is about, and what stood around them: by these it is put back where it lost its place. */
    quote: text("quote").notNull().default(""),
    prefix: text("prefix").notNull().default(""),
    suffix: text("suffix").notNull().default(""),
    /** The newest version of the story when it was written. */
    baseRevisionId: uuid("base_revision_id"),
    /** Whether the story must not go out before it is resolved. */
    blocking: boolean("blocking").notNull().default(false),
    /** Other words that are suggested in place of these; null where the note suggests nothing. */
    suggestedFor: text("suggested_for"),
    suggestion: text("suggestion"),
    /** What became of the suggestion; null while it waits. */
    suggestionSettled: text("suggestion_settled").$type<SuggestionVerdict>(),
    audience: text("audience").$type<NoteAudience>().notNull().default("newsroom"),
    assigneeId: uuid("assignee_id").references(() => people.id),
    createdBy: uuid("created_by").notNull().references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Since when what it is about stands nowhere in the story; null while it does. */
    orphanedAt: instant("orphaned_at"),
    resolvedAt: instant("resolved_at"),
    resolvedBy: uuid("resolved_by").references(() => people.id),
  },
  (table) => [index("note_threads_article").on(table.articleId, table.createdAt), index("note_threads_blocking").on(table.articleId).where(sql`${table.blocking} and ${table.resolvedAt} is null`)],
);

/** What was said in a thread, as plain text; the first one opens it. */
export const noteMessages = pgTable(
  "note_messages",
  {
    id: idColumn(),
    threadId: uuid("thread_id").notNull().references(() => noteThreads.id),
    authorId: uuid("author_id").notNull().references(() => people.id),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    editedAt: instant("edited_at"),
  },
  (table) => [index("note_messages_thread").on(table.threadId, table.createdAt)],
);

/** Who is named in a message with an @. `seenAt`: since when she knows; `mailedAt`: when she was to be told by mail. */
export const noteMentions = pgTable(
  "note_mentions",
  { messageId: uuid("message_id").notNull().references(() => noteMessages.id), personId: uuid("person_id").notNull().references(() => people.id), createdAt: instant("created_at").notNull().defaultNow(), seenAt: instant("seen_at"), mailedAt: instant("mailed_at") },
  (table) => [
    primaryKey({ columns: [table.messageId, table.personId] }),
    index("note_mentions_person").on(table.personId, table.createdAt),
    index("note_mentions_untold").on(table.createdAt).where(sql`${table.seenAt} is null and ${table.mailedAt} is null`),
  ],
);

/** Up to when somebody has read a thread. */
export const noteReads = pgTable(
  "note_reads",
  { threadId: uuid("thread_id").notNull().references(() => noteThreads.id), personId: uuid("person_id").notNull().references(() => people.id), readAt: instant("read_at").notNull() },
  (table) => [primaryKey({ columns: [table.threadId, table.personId] })],
);
