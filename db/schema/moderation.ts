import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Language, ShieldWho, WordRuleAction, WordRuleKind } from "@/db/vocabulary";
import { articles } from "@/db/schema/articles";
import { idColumn, instant } from "@/db/schema/columns";
import { comments } from "@/db/schema/comments";
import { people } from "@/db/schema/people";
import { sections } from "@/db/schema/sections";

/** What moderators do not want to read in comments without having been asked: words, names, addresses and expressions (lib/moderation/word-rules). */
export const wordRules = pgTable(
  "word_rules",
  {
    id: idColumn(),
    kind: text("kind").$type<WordRuleKind>().notNull(),
    pattern: text("pattern").notNull(),
    action: text("action").$type<WordRuleAction>().notNull(),
    /** Of stories in this language alone; null: of all. */
    language: text("language").$type<Language>(),
    /** In this section and its parts alone; null: everywhere. */
    sectionId: uuid("section_id").references(() => sections.id),
    note: text("note").notNull().default(""),
    enabled: boolean("enabled").notNull().default(true),
    version: integer("version").notNull().default(1),
    /** Hits whose own rows are folded in here. */
    hits: integer("hits").notNull().default(0),
    lastHitAt: instant("last_hit_at"),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    changedBy: uuid("changed_by").references(() => people.id),
    changedAt: instant("changed_at").notNull().defaultNow(),
    /** Deleted, and for a while to be brought back. */
    deletedAt: instant("deleted_at"),
  },
  (table) => [index("word_rules_standing").on(table.kind, table.pattern).where(sql`${table.deletedAt} is null`)],
);

/** Which rule found something in which text. Rows are only added here, so that no two comments wait for one counter; old ones are folded into it. */
export const wordRuleHits = pgTable(
  "word_rule_hits",
  {
    ruleId: uuid("rule_id").notNull().references(() => wordRules.id, { onDelete: "cascade" }),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    at: instant("at").notNull(),
  },
  (table) => [index("word_rule_hits_rule").on(table.ruleId, table.at), index("word_rule_hits_age").on(table.at), index("word_rule_hits_comment").on(table.commentId)],
);

/** Where a comment came from, for a month: hashes under a key that is another one each day and is thrown away with them. Nobody sees them; the pipeline compares them. */
export const commentNetworks = pgTable(
  "comment_networks",
  {
    commentId: uuid("comment_id").primaryKey().references(() => comments.id),
    network: text("network").notNull(),
    prefix: text("prefix").notNull(),
    /** Of what its browser calls itself. */
    browser: text("browser").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("comment_networks_prefix").on(table.prefix, table.createdAt), index("comment_networks_age").on(table.createdAt)],
);

/** The keys of the last days. Without its key nothing tells which of two hashes belong together. */
export const networkKeys = pgTable("network_keys", { day: date("day", { mode: "string" }).primaryKey(), key: text("key").notNull() });

/** While a flood lasts: whose new comments wait, and where. Ends by itself. */
export const shields = pgTable(
  "shields",
  {
    id: idColumn(),
    /** Both null: everywhere. */
    sectionId: uuid("section_id").references(() => sections.id),
    articleId: uuid("article_id").references(() => articles.id),
    who: text("who").$type<ShieldWho>().notNull(),
    raisedBy: uuid("raised_by").references(() => people.id),
    raisedAt: instant("raised_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** When somebody took it down before. */
    loweredAt: instant("lowered_at"),
    loweredBy: uuid("lowered_by").references(() => people.id),
  },
  (table) => [index("shields_standing").on(table.endsAt).where(sql`${table.loweredAt} is null`)],
);
