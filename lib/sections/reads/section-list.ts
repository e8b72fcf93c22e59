import { asc, count, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, sections } from "@/db/schema";
import type { Accent } from "@/db/vocabulary";
import type { Actor } from "@/lib/core/actor";
import { sectionManage } from "@/lib/sections/abilities";

export type SectionLine = { id: string; slug: string; name: string; accent: Accent; description: string; stories: number };

/** The paper's sections in their order, with how many stories stand in each; null for those who do not manage them. */
export async function sectionList(actor: Actor): Promise<SectionLine[] | null> {
  if (!sectionManage.check(actor, null)) return null;
  return appDatabase()
    .select({ id: sections.id, slug: sections.slug, name: sections.name, accent: sections.accent, description: sections.description, stories: count(articles.id) })
    .from(sections)
    .leftJoin(articles, eq(articles.draftSectionId, sections.id))
    .groupBy(sections.id)
    .orderBy(asc(sections.position), asc(sections.name));
}
