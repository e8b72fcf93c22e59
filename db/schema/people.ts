import { sql } from "drizzle-orm";
import { type AnyPgColumn, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { LinkPurpose, Role } from "@/db/vocabulary";
import { idColumn, instant } from "@/db/schema/columns";

/** Everybody who may sign in: staff and readers. Guests who comment are not people but `guests`. */
export const people = pgTable(
  "people",
  {
    id: idColumn(),
    /** Canonical: trimmed, lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** Last part of the author page's address; staff only. */
    handle: text(),
    role: text().$type<Role>().notNull(),
    /** One line under a byline, "covers the council and the quays". */
    bio: text().notNull().default(""),
    // Named in full: a view of this table alone (public_people) is built before the casing is known.
    portraitAssetId: uuid("portrait_asset_id"),
    /** argon2id; null until the invitation is accepted. */
    passwordHash: text(),
    disabledAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [uniqueIndex("people_email").on(table.email), uniqueIndex("people_handle").on(table.handle), index("people_role").on(table.role)],
);

/** One row per signed-in device. The cookie carries the token; only its hash is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: idColumn(),
    tokenHash: text().notNull(),
    personId: uuid().notNull().references(() => people.id),
    device: text().notNull().default(""),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [uniqueIndex("sessions_token_hash").on(table.tokenHash), index("sessions_person").on(table.personId)],
);

/** Invitations, resets and the set-up token: used once, stored hashed. */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: idColumn(),
    tokenHash: text().notNull(),
    purpose: text().$type<LinkPurpose>().notNull(),
    personId: uuid().references((): AnyPgColumn => people.id),
    createdBy: uuid().references((): AnyPgColumn => people.id),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [
    uniqueIndex("one_time_links_token_hash").on(table.tokenHash),
    uniqueIndex("one_time_links_one_setup").on(table.purpose).where(sql`${table.purpose} = 'setup' and ${table.usedAt} is null`),
  ],
);
