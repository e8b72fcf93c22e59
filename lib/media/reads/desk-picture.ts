import { and, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { mediaAssets } from "@/db/schema";
import type { PictureState } from "@/db/vocabulary";
import type { Actor } from "@/lib/core/actor";
import { mediaDescribe, mediaSee } from "@/lib/media/abilities";
import { cropsIn } from "@/lib/media/crops";
import { offeredWidths } from "@/lib/media/sizes";
import { isUuid } from "@/lib/kernel/uuid";

/** What the desk knows of a picture. */
export type DeskPicture = { id: string; width: number; height: number; widths: number[]; /** The parts of it that have been made. */ crops: string[]; alt: string; caption: string; credit: string; copyright: string; creator: string; takenOn: string; usableFrom: string | null; usableUntil: string | null; state: PictureState; can: { describe: boolean } };

/** A picture as the desk sees it; null where there is none for this person. */
export async function deskPicture(actor: Actor, id: string): Promise<DeskPicture | null> {
  if (!mediaSee.check(actor, null) || !isUuid(id)) return null;
  const [row] = await appDatabase().select().from(mediaAssets).where(and(eq(mediaAssets.id, id), mediaSee.where(actor)));
  if (!row) return null;
  const { width, height, alt, caption, credit, copyright, creator, takenOn, usableFrom, usableUntil, state, renditions } = row;
  return { id, width, height, widths: offeredWidths(width), crops: cropsIn(renditions), alt, caption, credit, copyright, creator, takenOn, usableFrom, usableUntil, state, can: { describe: mediaDescribe.check(actor, row) } };
}
