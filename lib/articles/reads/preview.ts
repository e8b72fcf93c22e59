import { and, desc, eq, inArray } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articleChanges, corrections, discussions, mediaAssets, people, sections, tags } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { publicForm } from "@/lib/articles/checks";
import { editableArticle } from "@/lib/articles/reads/desk";
import { committedContent } from "@/lib/articles/update-log";
import { deskMaterial } from "@/lib/articles/reads/material";
import { shownPicture } from "@/lib/articles/reads/cards";
import { relatedInPreview } from "@/lib/articles/reads/related";
import { seriesInPreview } from "@/lib/articles/reads/series-in-preview";
import { translationsInPreview } from "@/lib/articles/reads/translations-in-preview";
import { signatoryMap } from "@/lib/articles/reads/signatories";
import type { ArticleCard, ArticlePage } from "@/lib/articles/views";
import type { Actor } from "@/lib/core/actor";
import { figuresOf } from "@/lib/content/references";
import { bodyWords } from "@/lib/content/to-text";
import { machineNow } from "@/lib/kernel/clock";
import { tagSlugFrom } from "@/lib/kernel/slug";

export type Preview = { article: ArticlePage; related: ArticleCard[]; savedAt: Date };

/** The working copy with all that its public page will show, for those who may edit it; null for everybody else. */
export async function previewArticle(actor: Actor, id: string): Promise<Preview | null> {
  const row = await editableArticle(actor, id);
  if (!row) return null;
  const db = appDatabase();
  const content = publicForm(await committedContent(db, id), row.slug);
  const signers = content.bylines.flatMap((byline) => byline.personId ?? []);
  const [material, own, staff, asset, corrected, changes, discussion, shownTags] = await Promise.all([
    deskMaterial(content),
    content.sectionId ? db.select().from(sections).where(eq(sections.id, content.sectionId)) : [],
    signers.length > 0 ? signersOf(db, signers) : [],
    content.lead ? db.select().from(mediaAssets).where(eq(mediaAssets.id, content.lead.assetId)) : [],
    db.select({ id: corrections.id, kind: corrections.kind, note: corrections.note, at: corrections.createdAt }).from(corrections).where(eq(corrections.articleId, id)).orderBy(desc(corrections.createdAt)),
    db.select({ kind: articleChanges.kind, note: articleChanges.note, at: articleChanges.createdAt }).from(articleChanges).where(and(eq(articleChanges.articleId, id), eq(articleChanges.visible, true))).orderBy(desc(articleChanges.createdAt)),
    db.select({ comments: discussions.visibleCount }).from(discussions).where(eq(discussions.articleId, id)),
    tagsAsShown(db, content.tags),
  ]);
  const section = own[0] ?? { slug: "", name: "No section", accent: "plain" as const };
  const publishedAt = row.firstPublishedAt ?? row.scheduledFor ?? machineNow();
  const headline = content.headline || "Without a headline";
  const series = await seriesInPreview({ article: id, section: section.slug, slug: content.slug, headline, language: content.language });
  const translations = await translationsInPreview({ article: id, section: section.slug, slug: content.slug, headline, language: content.language, publishedAt });
  const article: ArticlePage = {
    id,
    path: articlePath(section.slug, content.slug),
    format: content.format,
    kicker: content.kicker,
    headline,
    frontHeadline: content.frontHeadline || headline,
    searchHeadline: content.searchHeadline,
    socialHeadline: content.socialHeadline,
    claim: content.claim,
    claimant: content.claimant,
    claimantKind: content.claimantKind,
    verdict: content.verdict,
    standfirst: content.standfirst,
    language: content.language,
    section: { slug: section.slug, name: section.name, accent: section.accent },
    bylines: content.bylines,
    picture: content.lead && asset[0] ? shownPicture(asset[0], content.lead) : null,
    words: bodyWords(content.body),
    pictures: content.format === "gallery" ? figuresOf(content.body).length + (content.lead ? 1 : 0) : 0,
    publishedAt,
    updatedAt: row.updatedAt,
    comments: discussion[0]?.comments ?? 0,
    sectionId: content.sectionId,
    dateline: content.dateline,
    body: content.body,
    material,
    changedAt: publishedAt,
    tags: shownTags,
    signatories: signatoryMap(staff),
    corrections: corrected,
    changes,
    lead: content.lead,
    series,
    translations,
  };
  return { article, related: await relatedInPreview(article), savedAt: row.draftEditedAt };
}

/** The tags of the working copy; one that the paper knows already has the name under which it stands there. */
async function tagsAsShown(db: ReturnType<typeof appDatabase>, names: readonly string[]): Promise<ArticlePage["tags"]> {
  const typed = new Map(names.map((name) => [tagSlugFrom(name), name] as const).filter(([slug]) => slug !== ""));
  const known = typed.size > 0 ? await db.select({ slug: tags.slug, name: tags.name }).from(tags).where(inArray(tags.slug, [...typed.keys()])) : [];
  return [...typed].map(([slug, name]) => ({ slug, name: known.find((tag) => tag.slug === slug)?.name ?? name }));
}

/** Those who sign the working copy, whether or not anything of theirs is public yet. */
function signersOf(db: ReturnType<typeof appDatabase>, ids: string[]) {
  return db
    .select({ id: people.id, name: people.name, handle: people.handle, bio: people.bio, portrait: { id: mediaAssets.id, width: mediaAssets.width, height: mediaAssets.height, renditions: mediaAssets.renditions, thumbHash: mediaAssets.thumbHash } })
    .from(people)
    .leftJoin(mediaAssets, eq(mediaAssets.id, people.portraitAssetId))
    .where(inArray(people.id, ids));
}
