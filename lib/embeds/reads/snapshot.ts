import { and, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { embeds, mediaAssets } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { embedAdd } from "@/lib/embeds/abilities";
import type { EmbedSnapshot } from "@/lib/embeds/views";
import { isUuid } from "@/lib/kernel/uuid";

/** What is known of an embed by now, for whoever may embed; null where there is none. */
export async function embedSnapshot(actor: Actor, id: string): Promise<EmbedSnapshot | null> {
  if (!isUuid(id)) return null;
  const [row] = await appDatabase()
    .select({ id: embeds.id, provider: embeds.provider, url: embeds.url, state: embeds.state, failure: embeds.failure, title: embeds.title, author: embeds.author, words: embeds.words, picture: { id: mediaAssets.id, width: mediaAssets.width, height: mediaAssets.height } })
    .from(embeds)
    .leftJoin(mediaAssets, eq(mediaAssets.id, embeds.thumbnailAssetId))
    .where(and(eq(embeds.id, id), embedAdd.where(actor)));
  return row ?? null;
}
