import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ReasonCode } from "@/db/vocabulary";
import { instant } from "@/db/schema/columns";
import { moderationEvents } from "@/db/schema/comments";
import { people } from "@/db/schema/people";

/** Approvals that were shown to a second moderator, who did not see whose they were, and what she would have decided. Changes nothing of the comment. */
export const qualityChecks = pgTable(
  "quality_checks",
  {
    eventId: uuid("event_id").primaryKey().references(() => moderationEvents.id),
    checkedBy: uuid("checked_by").references(() => people.id),
    agrees: boolean("agrees").notNull(),
    /** Why she would have rejected it; null where she agrees. */
    reason: text("reason").$type<ReasonCode>(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("quality_checks_time").on(table.createdAt)],
);
