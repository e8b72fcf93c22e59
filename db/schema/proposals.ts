import { sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { ProposalState, ProposalVerdict } from "@/db/vocabulary";
import { articles, revisions } from "@/db/schema/articles";
import { bytea, idColumn, instant } from "@/db/schema/columns";
import { people } from "@/db/schema/people";

/**
 * Copies of stories that somebody works on, and sends back as a proposal. A copy is no story: it has no address, no version and no way to the
 * public; what becomes of it is written into the story, part by part. One that is being written a person and story.
 */
export const proposals = pgTable(
  "proposals",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    /** The version that it was copied from: what was changed is told against this one. */
    baseRevisionId: uuid("base_revision_id").notNull().references(() => revisions.id),
    createdBy: uuid("created_by").notNull().references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    state: text("state").$type<ProposalState>().notNull().default("open"),
    /** Why, in the words of whoever sent it. */
    word: text("word").notNull().default(""),
    sentAt: instant("sent_at"),
    /** What was answered where it was declined. */
    answer: text("answer").notNull().default(""),
    settledAt: instant("settled_at"),
    settledBy: uuid("settled_by").references(() => people.id),
  },
  (table) => [
    uniqueIndex("proposals_open").on(table.articleId, table.createdBy).where(sql`${table.state} = 'open'`),
    index("proposals_article").on(table.articleId, table.createdAt),
    index("proposals_person").on(table.createdBy, table.createdAt),
    index("proposals_sent").on(table.sentAt).where(sql`${table.state} = 'sent'`),
  ],
);

/** The log of a copy's document: each update is committed here before it is acknowledged. Append-only. */
export const proposalUpdates = pgTable(
  "proposal_updates",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    proposalId: uuid("proposal_id").notNull().references(() => proposals.id),
    bytes: bytea("bytes").notNull(),
    authorId: uuid("author_id").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("proposal_updates_proposal").on(table.proposalId, table.id)],
);

/** A cache of that log: state through one update. */
export const proposalDocuments = pgTable("proposal_documents", {
  proposalId: uuid("proposal_id").primaryKey().references(() => proposals.id),
  state: bytea("state").notNull(),
  throughUpdate: bigint("through_update", { mode: "number" }).notNull(),
  storedAt: instant("stored_at").notNull().defaultNow(),
});

/** What was answered to each part of a proposal, once. */
export const proposalDecisions = pgTable(
  "proposal_decisions",
  {
    proposalId: uuid("proposal_id").notNull().references(() => proposals.id),
    /** Which change: "field:headline", "block:3" by its place in the proposal, "gone:3" by its place in the version it was copied from. */
    part: text("part").notNull(),
    verdict: text("verdict").$type<ProposalVerdict>().notNull(),
    decidedBy: uuid("decided_by").notNull().references(() => people.id),
    decidedAt: instant("decided_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.part] })],
);
