import { asc, count, desc, eq, ilike } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articleTags, tags } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { tagDescribe } from "@/lib/tags/abilities";

export type TagLine = { id: string; slug: string; name: string; intro: string; stories: number };

/** How many tags one page of the desk shows: the rest is found by name. */
export const tagsAPage = 100;

/** The tags whose names hold these letters, those on most public stories first, and whether there are more; null for those who do not describe them. */
export async function tagList(actor: Actor, q = ""): Promise<{ tags: TagLine[]; more: boolean } | null> {
  if (!tagDescribe.check(actor, null)) return null;
  const rows = await appDatabase()
    .select({ id: tags.id, slug: tags.slug, name: tags.name, intro: tags.intro, stories: count(articleTags.articleId) })
    .from(tags)
    .leftJoin(articleTags, eq(articleTags.tagId, tags.id))
    .where(q ? ilike(tags.name, `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`) : undefined)
    .groupBy(tags.id)
    .orderBy(desc(count(articleTags.articleId)), asc(tags.name))
    .limit(tagsAPage + 1);
  return { tags: rows.slice(0, tagsAPage), more: rows.length > tagsAPage };
}
