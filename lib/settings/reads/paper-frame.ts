import { asc, sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicBranding, publicDiscussionRules, publicPages, publicSections, publicSettings } from "@/db/schema";
import type { Accent } from "@/db/vocabulary";
import { type StoredRules, storedRules } from "@/lib/comments/discussion-rules";
import type { PaperPage } from "@/lib/pages/views";
import { brandingKey, brandingOf } from "@/lib/settings/branding";
import { type PaperSettings, paperSettings } from "@/lib/settings/paper";

export type PaperSection = { id: string; slug: string; name: string; description: string; accent: Accent; parentId: string | null };
export type PaperFrame = { paper: PaperSettings; sections: PaperSection[]; pages: PaperPage[]; rules: StoredRules };

const queries = preparedForReaders((db) => ({
  // The one row of settings and the pages beside each section, and there where no section is, in one question: asking costs more than carrying it.
  frame: db
    .select({
      stored: publicSettings.value,
      branding: sql<unknown>`(select value from ${publicBranding} where key = ${brandingKey})`,
      rules: sql<unknown>`(select value from ${publicDiscussionRules})`,
      pages: sql<PaperPage[] | null>`(select json_agg(json_build_object('slug', slug, 'title', title, 'purpose', purpose, 'changedAt', changed_at) order by position, slug) from ${publicPages} where title is not null)`,
      section: { id: publicSections.id, slug: publicSections.slug, name: publicSections.name, accent: publicSections.accent, description: publicSections.description, parentId: publicSections.parentId },
    })
    .from(sql`(values (1)) as always`)
    .leftJoin(publicSettings, sql`true`)
    .leftJoin(publicSections, sql`true`)
    .orderBy(asc(publicSections.position), asc(publicSections.name))
    .prepare("paper_frame"),
}));

/** What frames every page of the paper: what it says of itself, and its sections and own pages in their order. */
export async function paperFrame(): Promise<PaperFrame> {
  const rows = await queries().frame.execute();
  const { stored, branding, rules } = rows[0] ?? {};
  return { paper: { ...paperSettings(stored ?? undefined), ...(branding ? { branding: brandingOf(branding) } : {}) }, sections: rows.flatMap((row) => row.section ?? []), pages: rows[0]?.pages ?? [], rules: storedRules(rules) };
}
