import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { LinkPurpose, Role } from "@/db/vocabulary";
import { idColumn, instant } from "@/db/schema/columns";

/** Everybody who may sign in: staff and readers. Guests who comment are not people but `guests`. */
export const people = pgTable(
  "people",
  {
    id: idColumn(),
    /** Canonical: trimmed, lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Last part of the author page's address; staff only. */
    handle: text("handle"),
    role: text("role").$type<Role>().notNull(),
    /** One line under a byline, "covers the council and the quays". */
    bio: text("bio").notNull().default(""),
    portraitAssetId: uuid("portrait_asset_id"),
    /** argon2id; null until the invitation is accepted. */
    passwordHash: text("password_hash"),
    disabledAt: instant("disabled_at"),
    /** When a link that was mailed to the address was used: until then anybody may have given it. */
    emailConfirmedAt: instant("email_confirmed_at"),
    /** Since when nothing is kept of her but this row, at her own wish. */
    erasedAt: instant("erased_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("people_email").on(table.email), uniqueIndex("people_handle").on(table.handle), index("people_role").on(table.role)],
);

/** The names by which readers sign, as they look (lib/people/look-alike.ts): each is one person's. */
export const displayNames = pgTable("display_names", { skeleton: text("skeleton").primaryKey(), personId: uuid("person_id").notNull().references(() => people.id) }, (table) => [uniqueIndex("display_names_person").on(table.personId)]);

/** Readers who asked for an account and have not followed the link yet. Who they say they are is sealed; nobody exists before the link is used. */
export const signUps = pgTable(
  "sign_ups",
  {
    id: idColumn(),
    tokenHash: text("token_hash").notNull(),
    /** Sealed: name, address, language, and the page to go back to. */
    request: text("request").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [uniqueIndex("sign_ups_token_hash").on(table.tokenHash), index("sign_ups_expiry").on(table.expiresAt)],
);

/** Readers who want their account deleted, until it is. */
export const accountDeletions = pgTable(
  "account_deletions",
  {
    personId: uuid("person_id").primaryKey().references(() => people.id),
    /** Whether what she wrote stays, without her name. */
    keepTexts: boolean("keep_texts").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    dueAt: instant("due_at").notNull(),
  },
  (table) => [index("account_deletions_due").on(table.dueAt)],
);

/** One row per signed-in device. The cookie carries the token; only its hash is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: idColumn(),
    tokenHash: text("token_hash").notNull(),
    personId: uuid("person_id").notNull().references(() => people.id),
    device: text("device").notNull().default(""),
    /** Keyed hash of the network it was opened from: a slowed account still opens to its own people. */
    network: text("network").notNull().default(""),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [uniqueIndex("sessions_token_hash").on(table.tokenHash), index("sessions_person").on(table.personId)],
);

/** Invitations, resets and the set-up token: used once, stored hashed. */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: idColumn(),
    tokenHash: text("token_hash").notNull(),
    purpose: text("purpose").$type<LinkPurpose>().notNull(),
    personId: uuid("person_id").references((): AnyPgColumn => people.id),
    createdBy: uuid("created_by").references((): AnyPgColumn => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    uniqueIndex("one_time_links_token_hash").on(table.tokenHash),
    uniqueIndex("one_time_links_one_setup").on(table.purpose).where(sql`${table.purpose} = 'setup' and ${table.usedAt} is null`),
  ],
);
