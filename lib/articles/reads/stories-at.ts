import { inArray } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicAddresses } from "@/db/schema";
import { articleCreate } from "@/lib/articles/abilities";
import { articlePath } from "@/lib/articles/article";
import { type AtAddress, storySlugIn } from "@/lib/articles/own-address";
import type { Actor } from "@/lib/core/actor";
import { ownOrigins } from "@/lib/core/own-origin";

/** What stands at those of these addresses that look like one of our stories; the others are not in the answer. */
export async function storiesAt(addresses: readonly string[]): Promise<Map<string, AtAddress>> {
  const origins = ownOrigins();
  const slugs = new Map(
    addresses.flatMap((address) => {
      const slug = storySlugIn(address, origins);
      return slug ? [[address, slug] as const] : [];
    }),
  );
  if (slugs.size === 0) return new Map();
  const rows = await readerDatabase().select().from(publicAddresses).where(inArray(publicAddresses.slug, [...new Set(slugs.values())]));
  const known = new Map(rows.map((row) => [row.slug, row]));
  return new Map(
    [...slugs].map(([address, slug]): [string, AtAddress] => {
      const row = known.get(slug);
      if (!row) return [address, { found: "nowhere" }];
      return [address, row.live ? { found: "here", story: row.articleId, path: articlePath(row.sectionSlug, row.currentSlug) } : { found: "gone" }];
    }),
  );
}

/** For whoever pasted addresses of ours: those at which a story stands, with the story. Null for those who do not write. */
export async function linkableStories(actor: Actor, addresses: readonly string[]): Promise<{ address: string; story: string; path: string }[] | null> {
  if (!articleCreate.check(actor, null)) return null;
  return [...(await storiesAt(addresses))].flatMap(([address, at]) => (at.found === "here" ? [{ address, story: at.story, path: at.path }] : []));
}
