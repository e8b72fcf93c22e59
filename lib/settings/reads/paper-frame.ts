import { asc } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicSections, publicSettings } from "@/db/schema";
import type { Accent } from "@/db/vocabulary";
import { type PaperSettings, paperSettings } from "@/lib/settings/paper";

export type PaperSection = { id: string; slug: string; name: string; description: string; accent: Accent };
export type PaperFrame = { paper: PaperSettings; sections: PaperSection[] };

const queries = preparedForReaders((db) => ({
  settings: db.select().from(publicSettings).prepare("paper_settings"),
  sections: db
    .select({ id: publicSections.id, slug: publicSections.slug, name: publicSections.name, accent: publicSections.accent, description: publicSections.description })
    .from(publicSections)
    .orderBy(asc(publicSections.position), asc(publicSections.name))
    .prepare("paper_sections"),
}));

/** What frames every page of the paper: what it says of itself, and its sections in their order. */
export async function paperFrame(): Promise<PaperFrame> {
  const { settings, sections } = queries();
  const [[stored], all] = await Promise.all([settings.execute(), sections.execute()]);
  return { paper: paperSettings(stored?.value), sections: all };
}
