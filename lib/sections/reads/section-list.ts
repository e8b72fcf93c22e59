import { asc, count, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, sections } from "@/db/schema";
import type { Accent } from "@/db/vocabulary";
import type { Actor } from "@/lib/core/actor";
import { sectionManage } from "@/lib/sections/abilities";
import { withPartsBelow } from "@/lib/sections/family";
import { sectionVersion } from "@/lib/sections/section-version";

export type SectionLine = { id: string; slug: string; name: string; accent: Accent; description: string; parentId: string | null; stories: number; /** Which state of it this is. */ version: string };

/** The paper's sections in their order, each with its parts below it and with how many stories stand in it alone; null for those who do not manage them. */
export async function sectionList(actor: Actor): Promise<SectionLine[] | null> {
  if (!sectionManage.check(actor, null)) return null;
  const sectionsAndParts = await appDatabase()
    .select({ id: sections.id, slug: sections.slug, name: sections.name, accent: sections.accent, description: sections.description, parentId: sections.parentId, stories: count(articles.id) })
    .from(sections)
    .leftJoin(articles, eq(articles.draftSectionId, sections.id))
    .groupBy(sections.id)
    .orderBy(asc(sections.position), asc(sections.name));
  return withPartsBelow(sectionsAndParts.map((section) => ({ ...section, version: sectionVersion(section) })));
}
