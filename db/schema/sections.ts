import { type AnyPgColumn, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Accent } from "@/db/vocabulary";
import { idColumn, instant } from "@/db/schema/columns";

/** The paper's parts; each story has one. */
export const sections = pgTable(
  "sections",
  {
    id: idColumn(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    accent: text("accent").$type<Accent>().notNull().default("plain"),
    position: integer("position").notNull().default(0),
    /** The section that this one is a part of; one that has parts is itself part of none (`lib/sections/parent-refusal.ts`). */
    parentId: uuid("parent_id").references((): AnyPgColumn => sections.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("sections_slug").on(table.slug)],
);

/** What stories are about, across sections. Made at publication, from the words the writer typed. */
export const tags = pgTable(
  "tags",
  { id: idColumn(), slug: text("slug").notNull(), name: text("name").notNull(), /** Stands at the head of the tag's page. */ intro: text("intro").notNull().default(""), createdAt: instant("created_at").notNull().defaultNow() },
  (table) => [uniqueIndex("tags_slug").on(table.slug)],
);
