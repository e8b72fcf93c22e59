import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { idColumn, instant } from "@/db/schema/columns";
import { mediaAssets } from "@/db/schema/media";
import { people } from "@/db/schema/people";
import type { EmbedProvider } from "@/lib/content/blocks/embed";

/** `waiting` until the provider has been asked, `failed` where it did not answer: the address itself still stands. */
export type EmbedState = "waiting" | "ready" | "failed";

/** What stood at an address when it was embedded: readers see this, and nothing of the provider's before they ask for it. */
export const embeds = pgTable(
  "embeds",
  {
    id: idColumn(),
    provider: text("provider").$type<EmbedProvider>().notNull(),
    url: text("url").notNull(),
    /** The provider's own name for it. */
    reference: text("reference").notNull(),
    state: text("state").$type<EmbedState>().notNull().default("waiting"),
    title: text("title").notNull().default(""),
    author: text("author").notNull().default(""),
    /** The words of a post. */
    words: text("words").notNull().default(""),
    width: integer("width"),
    height: integer("height"),
    /** Our own copy of its still picture. */
    thumbnailAssetId: uuid("thumbnail_asset_id").references(() => mediaAssets.id),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    askedAt: instant("asked_at"),
    /** How often the provider was asked in vain since somebody last wanted to know. */
    attempts: integer("attempts").notNull().default(0),
    /** Why the last asking failed, in a sentence for the desk. */
    failure: text("failure"),
  },
  (table) => [uniqueIndex("embeds_reference").on(table.provider, table.reference), index("embeds_thumbnail").on(table.thumbnailAssetId)],
);
