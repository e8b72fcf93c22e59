import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { EventName } from "@/db/vocabulary";
import { instant } from "@/db/schema/columns";
import { newId } from "@/lib/kernel/ids";

/** The audit entry and the message in one. Outlives its subject; nobody's role may update or delete a row. Append-only. */
export const events = pgTable(
  "events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    uid: uuid("uid").notNull().$defaultFn(newId),
    name: text("name").$type<EventName>().notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Null: the program itself. No foreign key, so that the entry outlives the person. */
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("events_uid").on(table.uid), index("events_subject").on(table.subjectType, table.subjectId, table.id)],
);

/** What a request with this key already did; written in the transaction of the effect. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    key: text("key").primaryKey(),
    command: text("command").notNull(),
    bodyHash: text("body_hash").notNull(),
    /** Sealed with the paper's secret (lib/core/sealed-value.ts): answers hold links and keys that must not be read here. */
    response: jsonb("response").$type<{ sealed: string }>().notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("idempotency_keys_expiry").on(table.expiresAt)],
);

/** The paper's own settings, one row a group. */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").$type<Record<string, unknown>>().notNull(),
  version: integer("version").notNull().default(1),
  changedAt: instant("changed_at").notNull().defaultNow(),
});
