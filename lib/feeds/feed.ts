import type { CorrectionKind } from "@/db/vocabulary";
import type { ArticleCard, ArticlePage, BodyMaterial } from "@/lib/articles/views";
import type { StoredDocument } from "@/lib/content/document";
import type { CorrectionPlace } from "@/lib/settings/paper";
import { cardWidth, pictureAddress } from "@/lib/media/sizes";

/** A story as a feed carries it. */
export type FeedItem = ArticleCard & Pick<ArticlePage, "claim" | "claimant" | "claimantKind"> & { body: StoredDocument; material: BodyMaterial; changedAt: Date; /** Of the picture that feeds name; null where there is none yet. */ cardBytes: number | null; tags: string[]; corrections: { id: string; kind: CorrectionKind; note: string; at: Date }[] };

/** What every format is made from. Addresses are absolute. */
export type Feed = { /** What the paper is called, whosever feed it is. */ paper: string; title: string; description: string; language: string; origin: string; home: string; self: string; /** Who passes on what is new (WebSub); null where nobody does. */ hub: string | null; items: FeedItem[]; /** Where an item's corrections stand. */ correctionsAt: CorrectionPlace; madeAt: Date };

/** When what a feed says last changed. Told instead of the time of its making: a feed that says the same is the same to the byte. */
export function lastChange({ items, madeAt }: Feed): Date {
  return items.length > 0 ? new Date(Math.max(...items.map((item) => item.changedAt.getTime()))) : madeAt;
}

/** Who wrote a story; of what nobody signed, the paper. */
export function authorNames({ bylines }: Pick<FeedItem, "bylines">, { paper }: Pick<Feed, "paper">): string[] {
  const names = bylines.filter((byline) => byline.role === "by").map((byline) => byline.name);
  return names.length > 0 ? names : [paper];
}

/** The JPEG that feeds name of a story's picture. */
export function cardAddress({ picture }: Pick<FeedItem, "picture">, origin: string): string | null {
  return picture ? origin + pictureAddress(picture.id, cardWidth, "jpeg", picture.crop) : null;
}

/**
 * The name by which aggregators know a story for ever. Changing it shows every old story as new (docs/contracts/feed-guids.md).
 */
export function guidOf(item: { id: string }): string {
  return `urn:uuid:${item.id}`;
}

/** The same two for programs that read the headers alone (RFC 8288). */
export function linkHeader({ hub, self }: Pick<Feed, "hub" | "self">): string {
  return [...(hub ? [`<${hub}>; rel="hub"`] : []), `<${self}>; rel="self"`].join(", ");
}
