import type { CorrectionKind } from "@/db/vocabulary";
import type { ArticleCard, BodyMaterial } from "@/lib/articles/views";
import type { StoredDocument } from "@/lib/content/document";

/** A story as a feed carries it. */
export type FeedItem = ArticleCard & { body: StoredDocument; material: BodyMaterial; changedAt: Date; tags: string[]; corrections: { id: string; kind: CorrectionKind; note: string; at: Date }[] };

/** What every format is made from. Addresses are absolute. */
export type Feed = { title: string; description: string; language: string; origin: string; home: string; self: string; items: FeedItem[]; madeAt: Date };

/**
 * The name by which aggregators know a story for ever. Changing it shows every old story as new (docs/contracts/feed-guids.md).
 */
export function guidOf(item: { id: string }): string {
  return `urn:uuid:${item.id}`;
}
