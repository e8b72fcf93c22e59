import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ForgottenCount, Language, ReportOutcome } from "@/db/vocabulary";
import { idColumn, instant } from "@/db/schema/columns";
import { commentReports, comments } from "@/db/schema/comments";
import { people } from "@/db/schema/people";

/**
 * What somebody says breaks the law, as Article 16 of the Digital Services Act wants it: which comment, why, and who says so in good faith. It is
 * acknowledged, decided about, and answered with reasons; each has a report beside it, by which the comment stands in the queue.
 */
export const legalNotices = pgTable(
  "legal_notices",
  {
    id: idColumn(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    /** The text that it is about. */
    revisionId: uuid("revision_id").notNull(),
    /** Null once the report is forgotten. */
    reportId: uuid("report_id").references(() => commentReports.id, { onDelete: "set null" }),
    reporterId: uuid("reporter_id").references(() => people.id),
    law: text("law").notNull(),
    explanation: text("explanation").notNull(),
    /** The comment's own address. */
    place: text("place").notNull(),
    /** Sealed: name and address of whoever sent it. Null where nobody had to say who she is, and once that is forgotten. */
    contact: text("contact"),
    /** Of an offence under Articles 3 to 7 of Directive 2011/93/EU, for which nobody is asked who she is. */
    childOffence: boolean("child_offence").notNull(),
    /** The language in which she is answered. */
    language: text("language").$type<Language>().notNull(),
    outcome: text("outcome").$type<ReportOutcome>().notNull().default("pending"),
    /** The decision that settled it: taken back, the notice waits again. */
    settledBy: uuid("settled_by"),
    settledAt: instant("settled_at"),
    /** When the decision was told, or would have been. */
    answeredAt: instant("answered_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("legal_notices_comment").on(table.commentId),
    index("legal_notices_reporter").on(table.reporterId).where(sql`${table.reporterId} is not null`),
    index("legal_notices_report").on(table.reportId),
    index("legal_notices_pending").on(table.createdAt).where(sql`${table.outcome} = 'pending'`),
    index("legal_notices_to_answer").on(table.settledAt).where(sql`${table.settledAt} is not null and ${table.answeredAt} is null`),
    index("legal_notices_age").on(table.createdAt),
  ],
);

/** Legal holds that are over: who put which comment under one and who released it, each with the reason. Append-only. */
export const releasedHolds = pgTable(
  "released_holds",
  {
    id: idColumn(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    matter: text("matter").notNull(),
    placedBy: uuid("placed_by").notNull().references(() => people.id),
    placedAt: instant("placed_at").notNull(),
    reason: text("reason").notNull(),
    releasedBy: uuid("released_by").notNull().references(() => people.id),
    releasedAt: instant("released_at").notNull(),
  },
  (table) => [index("released_holds_time").on(table.releasedAt, table.id)],
);

/** How many reports, notices and sanctions there were whose own rows are forgotten: for the counts of a year, which outlast them. Names nobody. */
export const forgottenCounts = pgTable(
  "forgotten_counts",
  {
    /** The first day, in UTC. */
    month: date("month", { mode: "string" }).notNull(),
    what: text("what").$type<ForgottenCount>().notNull(),
    /** A report's reason; of notices `child_offence` or ""; what the sanction was. */
    kind: text("kind").notNull(),
    /** A report's or a notice's; of sanctions "". */
    outcome: text("outcome").notNull(),
    number: integer("number").notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.what, table.kind, table.outcome] })],
);
