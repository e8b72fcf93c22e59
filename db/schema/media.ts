import { type SQL, sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { idColumn, instant, tsvector } from "@/db/schema/columns";
import { people } from "@/db/schema/people";
import type { PictureState } from "@/db/vocabulary";

/** One re-encoded size of a picture, or of the part of it that `crop` names. `key` is the file's name in the store. */
export type Rendition = { format: "avif" | "webp" | "jpeg"; width: number; height: number; key: string; bytes: number; crop?: string };

/** A picture as it was accepted: re-encoded sizes for readers, the original kept private. */
export const mediaAssets = pgTable(
  "media_assets",
  {
    id: idColumn(),
    uploadedBy: uuid("uploaded_by").references(() => people.id),
    /** Shown on the desk only, never part of an address. */
    originalName: text("original_name").notNull(),
    originalKey: text("original_key").notNull(),
    sha256: text("sha256").notNull(),
    mime: text("mime").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    renditions: jsonb("renditions").$type<Rendition[]>().notNull(),
    /** What the file itself said (IPTC), or what somebody wrote since; stories start from these. */
    alt: text("alt").notNull().default(""),
    caption: text("caption").notNull().default(""),
    credit: text("credit").notNull().default(""),
    copyright: text("copyright").notNull().default(""),
    creator: text("creator").notNull().default(""),
    /** The day on which the file says that it was taken, as 2026-11-25; empty where it says nothing. */
    takenOn: text("taken_on").notNull().default(""),
    /** The first and the last day on which it may be used, where its rights say so. */
    usableFrom: date("usable_from", { mode: "string" }),
    usableUntil: date("usable_until", { mode: "string" }),
    /** A blurred likeness of a few dozen bytes, in base64, shown until the picture has come. */
    thumbHash: text("thumb_hash").notNull().default(""),
    state: text("state").$type<PictureState>().notNull().default("preparing"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** What the library finds it by, folded as everything that is searched; PostgreSQL keeps it. */
    words: tsvector("words").generatedAlwaysAs((): SQL => sql`standfirst_words(${mediaAssets.alt} || ' ' || ${mediaAssets.caption} || ' ' || ${mediaAssets.credit} || ' ' || ${mediaAssets.creator})`),
  },
  (table) => [uniqueIndex("media_assets_original_key").on(table.originalKey), index("media_assets_preparing").on(table.createdAt).where(sql`${table.state} = 'preparing'`), index("media_assets_words").using("gin", table.words).with({ fastupdate: false })],
);
