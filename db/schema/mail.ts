import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { MailKind, MailState } from "@/db/vocabulary";
import { idColumn, instant } from "@/db/schema/columns";

/** Every mail to one person, waiting or gone. Whom it is for and what it says are sealed with the paper's secret (lib/mail/letter.ts). */
export const mails = pgTable(
  "mails",
  {
    id: idColumn(),
    kind: text("kind").$type<MailKind>().notNull(),
    state: text("state").$type<MailState>().notNull(),
    /** Sealed: one address. */
    recipient: text("recipient").notNull(),
    /** Keyed hash of the address, by which what went there is found when nothing of its owner may be kept. */
    recipientHash: text("recipient_hash"),
    subject: text("subject").notNull(),
    /** Sealed: the text, and the address that ends such mails. Null once it has been forgotten. */
    letter: text("letter"),
    /** How often a server was asked to take it since somebody last wanted that. */
    attempts: integer("attempts").notNull().default(0),
    /** Why the last try failed, in a sentence for the desk. */
    failure: text("failure"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** After this it says nothing true any more, and is not sent. */
    goodUntil: instant("good_until"),
    /** Since when somebody hands it to the server; another may after a while, since whoever it was has died. */
    takenAt: instant("taken_at"),
    sentAt: instant("sent_at"),
  },
  (table) => [
    index("mails_state").on(table.state, table.id),
    index("mails_created").on(table.createdAt),
    index("mails_recipient").on(table.recipientHash),
    index("mails_with_letter").on(table.createdAt).where(sql`${table.letter} is not null`),
  ],
);
