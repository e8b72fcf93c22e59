import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { articles } from "@/db/schema/articles";
import { idColumn, instant } from "@/db/schema/columns";

/** Stories that are read one after another under one title. */
export const series = pgTable(
  "series",
  { id: idColumn(), slug: text("slug").notNull(), title: text("title").notNull(), intro: text("intro").notNull().default(""), createdAt: instant("created_at").notNull().defaultNow() },
  (table) => [uniqueIndex("series_slug").on(table.slug)],
);

/** Which stories those are, public or not, and in which order. A story stands in one series at most. */
export const seriesParts = pgTable(
  "series_parts",
  {
    articleId: uuid("article_id").primaryKey().references(() => articles.id),
    seriesId: uuid("series_id").notNull().references(() => series.id),
    position: integer("position").notNull(),
  },
  (table) => [index("series_parts_series").on(table.seriesId, table.position)],
);
