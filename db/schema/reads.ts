import { index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { articles } from "@/db/schema/articles";
import { instant } from "@/db/schema/columns";

/** How often a story was read in an hour, and nothing of who read it. Old hours are folded into one row at the beginning of time (`lib/readership/fold-reads.ts`). */
export const articleReads = pgTable(
  "article_reads",
  { articleId: uuid("article_id").notNull().references(() => articles.id), hour: instant("hour").notNull(), reads: integer("reads").notNull() },
  (table) => [primaryKey({ columns: [table.articleId, table.hour] }), index("article_reads_hour").on(table.hour)],
);
