import { sql } from "drizzle-orm";
import { index, integer, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ConsentAnswer, Language, UseKind, UseState } from "@/db/vocabulary";
import { articles, corrections } from "@/db/schema/articles";
import { idColumn, instant } from "@/db/schema/columns";
import { comments } from "@/db/schema/comments";
import { noteThreads } from "@/db/schema/notes";
import { people } from "@/db/schema/people";

/** What the newsroom makes of a comment: one of each kind. It goes with the comment. */
export const commentUses = pgTable(
  "comment_uses",
  {
    id: idColumn(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    kind: text("kind").$type<UseKind>().notNull(),
    state: text("state").$type<UseState>().notNull().default("noted"),
    markedBy: uuid("marked_by").notNull().references(() => people.id),
    markedAt: instant("marked_at").notNull().defaultNow(),
    /** Who sees to it. */
    takenBy: uuid("taken_by").references(() => people.id),
    takenAt: instant("taken_at"),
    /** Sealed: where she said that she may be reached about a lead. Null where she has not, and once that is forgotten. */
    contact: text("contact"),
    /** The story that a letter stands in, or that came of a lead. */
    usedIn: uuid("used_in").references(() => articles.id),
    usedAt: instant("used_at"),
    /** The correction that answers a report. */
    correctionId: uuid("correction_id").references(() => corrections.id),
    /** The note in the story that tells its desk of a correction report. */
    noteId: uuid("note_id").references(() => noteThreads.id),
    /** What whoever closed it wrote for colleagues. */
    closingNote: text("closing_note").notNull().default(""),
    /** Since when nothing waits in it any more. */
    settledAt: instant("settled_at"),
    /** Raised by every change: nobody does anything upon what she did not see. */
    version: integer("version").notNull().default(1),
  },
  (table) => [
    uniqueIndex("comment_uses_kind").on(table.commentId, table.kind),
    index("comment_uses_list").on(table.markedAt, table.id),
    index("comment_uses_open").on(table.kind, table.markedAt, table.id).where(sql`${table.settledAt} is null`),
    index("comment_uses_in").on(table.usedIn).where(sql`${table.usedIn} is not null`),
    index("comment_uses_settled").on(table.settledAt).where(sql`${table.settledAt} is not null`),
  ],
);

/** What a commenter was asked and what she answered, each time: her consent is for these words and no others. */
export const commentConsents = pgTable(
  "comment_consents",
  {
    id: idColumn(),
    useId: uuid("use_id").notNull().references(() => commentUses.id, { onDelete: "cascade" }),
    seq: smallint("seq").notNull(),
    /** Of a letter the words that would be printed; else "". */
    words: text("words").notNull(),
    /** What she agrees to if she does, as she reads it. */
    declaration: text("declaration").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** Hash of the link that was mailed. */
    tokenHash: text("token_hash").notNull(),
    /** Whether the link was mailed: of a guest without an address the question stands on her comment's own page alone. */
    mailedAt: instant("mailed_at"),
    askedBy: uuid("asked_by").notNull().references(() => people.id),
    askedAt: instant("asked_at").notNull(),
    /** Until then she may answer; what she said she may take back for ever. */
    expiresAt: instant("expires_at").notNull(),
    answer: text("answer").$type<ConsentAnswer>(),
    answeredAt: instant("answered_at"),
    /** The name under which a letter may be printed, as she wrote it. */
    signedAs: text("signed_as").notNull().default(""),
    withdrawnAt: instant("withdrawn_at"),
    /** Since when another question stands in its place. */
    overtakenAt: instant("overtaken_at"),
  },
  (table) => [uniqueIndex("comment_consents_seq").on(table.useId, table.seq), uniqueIndex("comment_consents_token_hash").on(table.tokenHash)],
);
