import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { EventName } from "@/db/vocabulary";
import { instant } from "@/db/schema/columns";
import { newId } from "@/lib/kernel/ids";

/** The audit entry and the message in one. Outlives its subject; nobody's role may update or delete a row. Append-only. */
export const events = pgTable(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    uid: uuid().notNull().$defaultFn(newId),
    name: text().$type<EventName>().notNull(),
    subjectType: text().notNull(),
    subjectId: uuid().notNull(),
    /** Null: the program itself. No foreign key, so that the entry outlives the person. */
    actorId: uuid(),
    actorName: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [uniqueIndex("events_uid").on(table.uid), index("events_subject").on(table.subjectType, table.subjectId, table.id)],
);

/** What a request with this key already did; written in the transaction of the effect. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    key: text().primaryKey(),
    command: text().notNull(),
    bodyHash: text().notNull(),
    response: jsonb().$type<{ value: unknown }>().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index("idempotency_keys_expiry").on(table.expiresAt)],
);

/** The paper's own settings, one row a group. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().$type<Record<string, unknown>>().notNull(),
  version: integer().notNull().default(1),
  changedAt: instant().notNull().defaultNow(),
});
