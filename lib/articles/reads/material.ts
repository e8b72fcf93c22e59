import { inArray } from "drizzle-orm";
import { appDatabase, type Database, readerDatabase } from "@/db/client";
import { embeds, mediaAssets, publicArticles, publicEmbeds, publicMedia } from "@/db/schema";
import { cardsWhere, type pictureColumns, shownPicture } from "@/lib/articles/reads/cards";
import type { ArticleCard, BodyMaterial, ShownEmbed, ShownPicture } from "@/lib/articles/views";
import { type References, referencesOf } from "@/lib/content/references";
import type { StoredDocument, StoryContent } from "@/lib/content/document";

export const noMaterial: BodyMaterial = { pictures: new Map(), stories: new Map(), embeds: new Map() };

/** What readers may see of the things that these bodies refer to, asked for once for all of them. */
export async function publicMaterial(bodies: readonly StoredDocument[]): Promise<BodyMaterial> {
  const wanted = together(bodies.map((body) => referencesOf({ body, lead: null })));
  if (isNothing(wanted)) return noMaterial;
  const db = readerDatabase();
  const snapshots = wanted.embeds.length > 0 ? await db.select().from(publicEmbeds).where(inArray(publicEmbeds.id, wanted.embeds)) : [];
  const media = pictureIds(wanted, snapshots);
  const [pictures, stories] = await Promise.all([media.length > 0 ? db.select().from(publicMedia).where(inArray(publicMedia.id, media)) : [], storyCards(wanted.stories)]);
  return { pictures: byId(pictures.map(asPicture)), stories, embeds: shownEmbeds(snapshots, pictures) };
}

/** The same for a working copy with its lead picture: pictures and snapshots that are not public yet, but of other stories only what is. */
export async function deskMaterial(content: Pick<StoryContent, "body" | "lead">, db: Database = appDatabase()): Promise<BodyMaterial> {
  const wanted = referencesOf(content);
  if (isNothing(wanted)) return noMaterial;
  const snapshots = wanted.embeds.length > 0 ? await db.select().from(embeds).where(inArray(embeds.id, wanted.embeds)) : [];
  const media = pictureIds(wanted, snapshots);
  const [pictures, stories] = await Promise.all([media.length > 0 ? db.select().from(mediaAssets).where(inArray(mediaAssets.id, media)) : [], storyCards(wanted.stories)]);
  return { pictures: byId(pictures.map(asPicture)), stories, embeds: shownEmbeds(snapshots, pictures) };
}

const isNothing = (wanted: References) => wanted.pictures.length + wanted.stories.length + wanted.embeds.length === 0;

function together(all: readonly References[]): References {
  const union = (part: keyof References) => [...new Set(all.flatMap((one) => one[part]))];
  return { pictures: union("pictures"), stories: union("stories"), embeds: union("embeds") };
}

async function storyCards(ids: readonly string[]): Promise<Map<string, ArticleCard>> {
  return byId(ids.length > 0 ? await cardsWhere(inArray(publicArticles.id, [...ids]), ids.length) : []);
}

type Picture = Pick<typeof publicMedia.$inferSelect, keyof typeof pictureColumns | "credit">;
type Snapshot = typeof publicEmbeds.$inferSelect;

const pictureIds = (wanted: References, snapshots: readonly Pick<Snapshot, "thumbnailAssetId">[]) => [...wanted.pictures, ...snapshots.flatMap((one) => one.thumbnailAssetId ?? [])];

const asPicture = (row: Picture): ShownPicture => shownPicture(row, { alt: "", caption: "", credit: row.credit });

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function shownEmbeds(snapshots: readonly Snapshot[], pictures: readonly Picture[]): Map<string, ShownEmbed> {
  return byId(
    snapshots.map(({ id, provider, url, reference, title, author, words, width, height, thumbnailAssetId }) => {
      const picture = pictures.find((one) => one.id === thumbnailAssetId);
      return { id, provider, url, reference, title, author, words, width, height, picture: picture ? asPicture(picture) : null };
    }),
  );
}
