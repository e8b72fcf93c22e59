import { eq, inArray } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { mediaAssets, people, sections } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { publicForm } from "@/lib/articles/checks";
import { editableArticle } from "@/lib/articles/reads/desk";
import { committedContent } from "@/lib/articles/update-log";
import type { ArticlePage, ShownPicture } from "@/lib/articles/views";
import type { Actor } from "@/lib/core/actor";
import { bodyWords } from "@/lib/content/to-text";
import { machineNow } from "@/lib/kernel/clock";
import { slugFrom } from "@/lib/kernel/slug";

/** The working copy in the shape of a public page, for those who may edit it; null for everybody else. */
export async function previewArticle(actor: Actor, id: string): Promise<ArticlePage | null> {
  const article = await editableArticle(actor, id);
  if (!article) return null;
  const db = appDatabase();
  const content = publicForm(await committedContent(db, id), article.slug);
  const signers = content.bylines.flatMap((byline) => byline.personId ?? []);
  const [own, staff, asset] = await Promise.all([
    content.sectionId ? db.select().from(sections).where(eq(sections.id, content.sectionId)) : [],
    signers.length > 0 ? db.select({ id: people.id, name: people.name, handle: people.handle, bio: people.bio }).from(people).where(inArray(people.id, signers)) : [],
    content.lead ? db.select().from(mediaAssets).where(eq(mediaAssets.id, content.lead.assetId)) : [],
  ]);
  const section = own[0] ?? { slug: "", name: "No section", accent: "plain" as const };
  const publishedAt = article.firstPublishedAt ?? machineNow();
  return {
    id,
    path: articlePath(section.slug, content.slug),
    kicker: content.kicker,
    headline: content.headline || "Without a headline",
    standfirst: content.standfirst,
    language: content.language,
    section: { slug: section.slug, name: section.name, accent: section.accent },
    bylines: content.bylines,
    picture: content.lead && asset[0] ? shown(asset[0], content.lead) : null,
    words: bodyWords(content.body),
    publishedAt,
    updatedAt: article.updatedAt,
    comments: 0,
    sectionId: content.sectionId,
    dateline: content.dateline,
    body: content.body,
    changedAt: publishedAt,
    tags: content.tags.map((name) => ({ slug: slugFrom(name), name })),
    signatories: new Map(staff.map((person) => [person.id, { name: person.name, handle: person.handle, bio: person.bio, portrait: null }])),
    corrections: [],
    changes: [],
    lead: content.lead,
  };
}

function shown(asset: typeof mediaAssets.$inferSelect, lead: { alt: string; caption: string; credit: string }): ShownPicture {
  return { id: asset.id, width: asset.width, height: asset.height, widths: asset.renditions.filter((one) => one.format === "webp").map((one) => one.width), alt: lead.alt, caption: lead.caption, credit: lead.credit };
}
