import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { CommentStatus, ReasonCode } from "@/db/vocabulary";
import { instant } from "@/db/schema/columns";
import { moderationEvents } from "@/db/schema/comments";
import { people } from "@/db/schema/people";

/** Approvals that were shown to a second moderator, who did not see whose they were, and what she would have decided. Changes nothing of the comment. */
export const qualityChecks = pgTable(
  "quality_checks",
  {
    eventId: uuid("event_id").primaryKey().references(() => moderationEvents.id, { onDelete: "cascade" }),
    checkedBy: uuid("checked_by").references(() => people.id),
    agrees: boolean("agrees").notNull(),
    /** Why she would have rejected it; null where she agrees. */
    reason: text("reason").$type<ReasonCode>(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("quality_checks_time").on(table.createdAt)],
);

/**
 * How many decisions of each kind there were in each quarter of an hour that is over, for the statistics. Decisions are never changed, and one
 * that takes another back is itself one: what was counted stays true. A row of none says how far it has been counted.
 */
export const moderationTallies = pgTable(
  "moderation_tallies",
  {
    quarter: instant("quarter").notNull(),
    /** Null: the program. */
    actorId: uuid("actor_id"),
    /** Of a comment that had just come. */
    first: boolean("first").notNull(),
    toStatus: text("to_status").$type<CommentStatus>().notNull(),
    reasonCode: text("reason_code").$type<ReasonCode>(),
    /** Took another decision back. */
    undoes: boolean("undoes").notNull(),
    number: integer("number").notNull(),
  },
  (table) => [index("moderation_tallies_quarter").on(table.quarter)],
);
