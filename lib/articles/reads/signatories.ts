import { eq, inArray, type SQL } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";
import { publicMedia, publicPeople } from "@/db/schema";
import { pictureColumns, shownPicture } from "@/lib/articles/reads/cards";
import type { Signatory } from "@/lib/articles/views";

export function signatoryRows(db: Database, condition: SQL) {
  return db
    .select({
      id: publicPeople.id,
      name: publicPeople.name,
      handle: publicPeople.handle,
      bio: publicPeople.bio,
      portrait: pictureColumns,
    })
    .from(publicPeople)
    .leftJoin(publicMedia, eq(publicMedia.id, publicPeople.portraitAssetId))
    .where(condition);
}

export type SignatoryRow = Awaited<ReturnType<typeof signatoryRows>>[number];

/** People by their ids, each with the portrait in the shape in which pages show it. */
export function signatoryMap(rows: readonly SignatoryRow[]): Map<string, Signatory> {
  return new Map(rows.map(({ id, name, handle, bio, portrait }) => [id, { name, handle, bio, portrait: portrait ? shownPicture(portrait, { alt: name, caption: "", credit: "" }) : null }]));
}

/** Those of these people who signed something public, with their portraits. */
export async function signatories(personIds: readonly string[]): Promise<Map<string, Signatory>> {
  return personIds.length === 0 ? new Map() : signatoryMap(await signatoryRows(readerDatabase(), inArray(publicPeople.id, [...personIds])));
}
