import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { CommentStatus, ReasonCode, SanctionKind, SweepOutcome, SweepSpan } from "@/db/vocabulary";
import { idColumn, instant } from "@/db/schema/columns";
import { comments, guests } from "@/db/schema/comments";
import { people } from "@/db/schema/people";

/**
 * What was done to a commenter for what she wrote, of which each row is one: none is written over, and a lifted one says by whom. It concerns
 * whoever has the account, the address, or both; of somebody who was erased the address alone is left, until the sanction ends.
 */
export const sanctions = pgTable(
  "sanctions",
  {
    id: idColumn(),
    personId: uuid("person_id").references(() => people.id),
    /** The keyed hash of an address (lib/comments/guest-address.ts), so that neither signing out nor another account helps. */
    addressKey: text("address_key"),
    /** Whether it is known that the address is hers. Of a guest who never confirmed one anybody may have typed it: no account is touched by that. */
    addressProven: boolean("address_proven").notNull(),
    kind: text("kind").$type<SanctionKind>().notNull(),
    /** Null once she was erased. */
    reason: text("reason").$type<ReasonCode>(),
    /** Said to her. */
    message: text("message").notNull().default(""),
    imposedBy: uuid("imposed_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Null: it lasts until somebody lifts it. */
    endsAt: instant("ends_at"),
    /** Of a ban that nobody else has confirmed yet: until then it holds as a suspension, until `endsAt`. */
    unconfirmed: boolean("unconfirmed").notNull().default(false),
    /** For how many days such a ban shall hold once it is confirmed; null: until somebody lifts it. */
    askedDays: integer("asked_days"),
    confirmedBy: uuid("confirmed_by").references(() => people.id),
    confirmedAt: instant("confirmed_at"),
    liftedBy: uuid("lifted_by").references(() => people.id),
    liftedAt: instant("lifted_at"),
    /** Said to her, too. */
    liftedMessage: text("lifted_message").notNull().default(""),
  },
  (table) => [
    index("sanctions_person").on(table.personId, table.createdAt).where(sql`${table.personId} is not null`),
    index("sanctions_address").on(table.addressKey, table.createdAt).where(sql`${table.addressKey} is not null`),
    index("sanctions_unconfirmed").on(table.createdAt).where(sql`${table.unconfirmed} and ${table.liftedAt} is null`),
  ],
);

/** What moderators tell each other of a commenter. Append-only; gone with the person who is erased, and with the guest. */
export const commenterNotes = pgTable(
  "commenter_notes",
  {
    id: idColumn(),
    personId: uuid("person_id").references(() => people.id),
    guestId: uuid("guest_id").references(() => guests.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    writtenBy: uuid("written_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("commenter_notes_person").on(table.personId, table.createdAt).where(sql`${table.personId} is not null`), index("commenter_notes_guest").on(table.guestId, table.createdAt).where(sql`${table.guestId} is not null`)],
);

/** Levels of trust that moderators granted (lib/comments/trust.ts), each a row that is never written over but for who withdrew it: one holds at a time. Gone with the person who is erased. */
export const trustGrants = pgTable(
  "trust_grants",
  {
    id: idColumn(),
    personId: uuid("person_id").notNull().references(() => people.id),
    level: smallint("level").$type<1 | 2 | 3>().notNull(),
    /** Why, for the other moderators. */
    note: text("note").notNull(),
    grantedBy: uuid("granted_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    withdrawnBy: uuid("withdrawn_by").references(() => people.id),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [index("trust_grants_person").on(table.personId, table.createdAt), uniqueIndex("trust_grants_standing").on(table.personId).where(sql`${table.withdrawnAt} is null`)],
);

/** The clearing away of what somebody wrote, which a sanction asked for: its id is the batch that its decisions name. */
export const commentSweeps = pgTable(
  "comment_sweeps",
  {
    id: idColumn(),
    sanctionId: uuid("sanction_id").notNull().references(() => sanctions.id, { onDelete: "cascade" }),
    span: text("span").$type<SweepSpan>().notNull(),
    askedBy: uuid("asked_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Since when it is to be taken back: what is not rejected yet is not any more. */
    undoneAt: instant("undone_at"),
    undoneBy: uuid("undone_by").references(() => people.id),
  },
  (table) => [index("comment_sweeps_sanction").on(table.sanctionId)],
);

/** Each comment of such a clearing, as it stood when it was asked for, and what became of it. */
export const commentSweepItems = pgTable(
  "comment_sweep_items",
  {
    sweepId: uuid("sweep_id").notNull().references(() => commentSweeps.id, { onDelete: "cascade" }),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    revisionId: uuid("revision_id").notNull(),
    fromStatus: text("from_status").$type<CommentStatus>().notNull(),
    outcome: text("outcome").$type<SweepOutcome>().notNull().default("waiting"),
    /** The decision that rejected it, which alone is taken back. */
    eventId: uuid("event_id"),
  },
  (table) => [primaryKey({ columns: [table.sweepId, table.commentId] }), index("comment_sweep_items_comment").on(table.commentId)],
);
