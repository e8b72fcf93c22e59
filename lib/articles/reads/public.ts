import { and, asc, desc, eq, gte, inArray, lt, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicAddresses, publicArticles, publicArticleTags, publicBylines, publicChanges, publicCorrections, publicDiscussions, publicMedia, publicPeople, publicSections, publicSettings } from "@/db/schema";
import type { Accent } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import type { ArticleCard, ArticlePage, CardList, SectionName, ShownPicture, Signatory } from "@/lib/articles/views";
import type { FeedItem } from "@/lib/feeds/feed";
import { readCursor, signCursor } from "@/lib/core/signed-cursor";
import { type PaperSettings, paperSettings } from "@/lib/settings/paper";

/* Every read of a public surface. All go through the reader's login and the public views: what is not public is not there. */

const cardsAPage = 24;
/** Everything a card shows: all of a story but its text. */
const cardColumns = {
  id: publicArticles.id,
  slug: publicArticles.slug,
  sectionSlug: publicArticles.sectionSlug,
  sectionName: publicArticles.sectionName,
  accent: publicArticles.accent,
  kicker: publicArticles.kicker,
  headline: publicArticles.headline,
  standfirst: publicArticles.standfirst,
  language: publicArticles.language,
  bylines: publicArticles.bylines,
  lead: publicArticles.lead,
  words: publicArticles.words,
  firstPublishedAt: publicArticles.firstPublishedAt,
  updatedAt: publicArticles.updatedAt,
};

type CardRow = Pick<typeof publicArticles.$inferSelect, keyof typeof cardColumns>;

async function asCards(rows: readonly CardRow[]): Promise<ArticleCard[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [pictures, counts] = await Promise.all([
    picturesOf(rows.flatMap((row) => row.lead?.assetId ?? [])),
    readerDatabase().select({ articleId: publicDiscussions.articleId, number: publicDiscussions.visibleCount }).from(publicDiscussions).where(inArray(publicDiscussions.articleId, ids)),
  ]);
  const commentsOf = new Map(counts.map((row) => [row.articleId, row.number]));
  return rows.map((row) => ({
    id: row.id,
    path: articlePath(row.sectionSlug, row.slug ?? ""),
    kicker: row.kicker,
    headline: row.headline,
    standfirst: row.standfirst,
    language: row.language,
    section: { slug: row.sectionSlug, name: row.sectionName, accent: row.accent },
    bylines: row.bylines,
    picture: row.lead ? shown(pictures.get(row.lead.assetId), row.lead) : null,
    words: row.words,
    publishedAt: row.firstPublishedAt ?? new Date(0),
    updatedAt: row.updatedAt,
    comments: commentsOf.get(row.id) ?? 0,
  }));
}

type MediaRow = { id: string; width: number; height: number; widths: number[] };

async function picturesOf(assetIds: readonly string[]): Promise<Map<string, MediaRow>> {
  if (assetIds.length === 0) return new Map();
  const rows = await readerDatabase().select().from(publicMedia).where(inArray(publicMedia.id, [...new Set(assetIds)]));
  return new Map(rows.map((row) => [row.id, { id: row.id, width: row.width, height: row.height, widths: row.renditions.filter((one) => one.format === "webp").map((one) => one.width) }]));
}

const shown = (media: MediaRow | undefined, words: { alt: string; caption: string; credit: string }): ShownPicture | null => (media ? { ...media, alt: words.alt, caption: words.caption, credit: words.credit } : null);

/** Stories, newest first by first publication. */
async function cardsWhere(condition: SQL | undefined, limit: number): Promise<ArticleCard[]> {
  return asCards(await readerDatabase().select(cardColumns).from(publicArticles).where(condition).orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id)).limit(limit));
}

/** One page of a list, and the signed place of the next. */
async function pageOf(list: string, condition: SQL | undefined, before: string | undefined): Promise<CardList> {
  const place = readCursor(list, before);
  const older = place ? lt(sql`(${publicArticles.firstPublishedAt}, ${publicArticles.id})`, sql`(${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`) : undefined;
  const cards = await cardsWhere(and(condition, older), cardsAPage + 1);
  const last = cards[cardsAPage - 1];
  return { cards: cards.slice(0, cardsAPage), older: cards.length > cardsAPage && last ? signCursor(list, { at: last.publishedAt, id: last.id }) : null };
}

/** What the paper says of itself. */
export async function paper(): Promise<PaperSettings> {
  const [row] = await readerDatabase().select().from(publicSettings);
  return paperSettings(row?.value);
}

/** The paper's sections in their order. */
export async function allSections(): Promise<(SectionName & { id: string; description: string })[]> {
  return readerDatabase().select({ id: publicSections.id, slug: publicSections.slug, name: publicSections.name, accent: publicSections.accent, description: publicSections.description }).from(publicSections).orderBy(asc(publicSections.position), asc(publicSections.name));
}

/** The newest stories of the whole paper. */
export function latestCards(limit: number): Promise<ArticleCard[]> {
  return cardsWhere(undefined, limit);
}

/** The newest stories of a section that are not shown already. */
export function sectionCards(sectionId: string, limit: number, except: readonly string[] = []): Promise<ArticleCard[]> {
  return cardsWhere(and(eq(publicArticles.sectionId, sectionId), except.length > 0 ? notInArray(publicArticles.id, [...except]) : undefined), limit);
}

/** The paper's one very long read of late, if there is one with a picture. */
export async function longRead(except: readonly string[]): Promise<ArticleCard | null> {
  const [card] = await cardsWhere(and(gte(publicArticles.words, 3000), sql`${publicArticles.lead} is not null`, except.length > 0 ? notInArray(publicArticles.id, [...except]) : undefined), 1);
  return card ?? null;
}

export function sectionPage(section: { id: string; slug: string }, before?: string): Promise<CardList> {
  return pageOf(`section:${section.slug}`, eq(publicArticles.sectionId, section.id), before);
}

export async function tagPage(slug: string, before?: string): Promise<(CardList & { name: string }) | null> {
  const rows = await readerDatabase().select({ articleId: publicArticleTags.articleId, name: publicArticleTags.name }).from(publicArticleTags).where(eq(publicArticleTags.slug, slug)).limit(5000);
  const [first] = rows;
  return first ? { ...(await pageOf(`tag:${slug}`, inArray(publicArticles.id, rows.map((row) => row.articleId)), before)), name: first.name } : null;
}

export async function authorPage(handle: string, before?: string): Promise<(CardList & { author: Signatory; id: string }) | null> {
  const [person] = await readerDatabase().select().from(publicPeople).where(eq(publicPeople.handle, handle));
  if (!person) return null;
  const signed = readerDatabase().select({ id: publicBylines.articleId }).from(publicBylines).where(eq(publicBylines.personId, person.id));
  const list = await pageOf(`author:${handle}`, inArray(publicArticles.id, signed), before);
  return { ...list, id: person.id, author: (await signatories([person.id])).get(person.id) ?? { name: person.name, handle, bio: person.bio, portrait: null } };
}

/** Every day on which something was first published, in the paper's zone, newest first. */
export async function archiveDays(timeZone: string): Promise<{ day: string; number: number }[]> {
  const day = sql<string>`to_char(${publicArticles.firstPublishedAt} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  return readerDatabase().select({ day: day.as("day"), number: sql<number>`count(*)`.mapWith(Number) }).from(publicArticles).groupBy(sql`1`).orderBy(sql`1 desc`).limit(2000);
}

/** The stories of one day of the paper's calendar. */
export function dayCards(day: string, timeZone: string): Promise<ArticleCard[]> {
  return cardsWhere(sql`to_char(${publicArticles.firstPublishedAt} at time zone ${timeZone}, 'YYYY-MM-DD') = ${day}`, 500);
}

/** The last corrections of the whole paper, with their stories. */
export async function latestCorrections(): Promise<{ id: string; kind: string; note: string; at: Date; headline: string; path: string }[]> {
  const rows = await readerDatabase()
    .select({ id: publicCorrections.id, kind: publicCorrections.kind, note: publicCorrections.note, at: publicCorrections.createdAt, headline: publicArticles.headline, slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug })
    .from(publicCorrections)
    .innerJoin(publicArticles, eq(publicArticles.id, publicCorrections.articleId))
    .orderBy(desc(publicCorrections.createdAt))
    .limit(100);
  return rows.map(({ slug, sectionSlug, ...row }) => ({ ...row, path: articlePath(sectionSlug, slug ?? "") }));
}

export type StoryAt = { found: "here"; id: string } | { found: "moved"; path: string } | { found: "gone" } | { found: "nowhere" };

/** What stands at an address: the story, its new address, the mark of one that was taken back, or nothing. */
export async function storyAt(sectionSlug: string, slug: string): Promise<StoryAt> {
  const [address] = await readerDatabase().select().from(publicAddresses).where(eq(publicAddresses.slug, slug.normalize("NFC")));
  if (!address) return { found: "nowhere" };
  if (!address.live) return { found: "gone" };
  if (address.currentSlug !== slug || address.sectionSlug !== sectionSlug) return { found: "moved", path: articlePath(address.sectionSlug, address.currentSlug) };
  return { found: "here", id: address.articleId };
}

async function signatories(personIds: readonly string[]): Promise<Map<string, Signatory>> {
  if (personIds.length === 0) return new Map();
  const rows = await readerDatabase().select().from(publicPeople).where(inArray(publicPeople.id, [...personIds]));
  const portraits = await picturesOf(rows.flatMap((row) => row.portraitAssetId ?? []));
  return new Map(
    rows.map((row) => [
      row.id,
      { name: row.name, handle: row.handle, bio: row.bio, portrait: row.portraitAssetId ? shown(portraits.get(row.portraitAssetId), { alt: row.name, caption: "", credit: "" }) : null },
    ]),
  );
}

/** The portraits and author addresses of everybody who signed these stories. */
export function signatoriesOf(cards: readonly ArticleCard[]): Promise<Map<string, Signatory>> {
  return signatories([...new Set(cards.flatMap((card) => card.bylines.flatMap((byline) => byline.personId ?? [])))]);
}

/** The published revision with everything its page shows, or null where the story is not public. */
export async function publishedArticle(id: string): Promise<ArticlePage | null> {
  const db = readerDatabase();
  const [row] = await db.select().from(publicArticles).where(eq(publicArticles.id, id));
  if (!row) return null;
  const [cards, tags, people, corrections, changes] = await Promise.all([
    asCards([row]),
    db.select({ slug: publicArticleTags.slug, name: publicArticleTags.name }).from(publicArticleTags).where(eq(publicArticleTags.articleId, id)).orderBy(asc(publicArticleTags.position)),
    signatories(row.bylines.flatMap((byline) => byline.personId ?? [])),
    db.select({ id: publicCorrections.id, kind: publicCorrections.kind, note: publicCorrections.note, at: publicCorrections.createdAt }).from(publicCorrections).where(eq(publicCorrections.articleId, id)).orderBy(desc(publicCorrections.createdAt)),
    db.select({ kind: publicChanges.kind, note: publicChanges.note, at: publicChanges.createdAt }).from(publicChanges).where(eq(publicChanges.articleId, id)).orderBy(desc(publicChanges.createdAt)),
  ]);
  const [card] = cards;
  return card ? { ...card, dateline: row.dateline, body: row.body, changedAt: row.changedAt, lead: row.lead, tags, signatories: people, corrections, changes } : null;
}

/** What to read next: the newest that share a tag, filled up from the section. */
export async function relatedCards(article: ArticlePage, sectionId: string | null, limit: number): Promise<ArticleCard[]> {
  const slugs = article.tags.map((tag) => tag.slug);
  const sharing = slugs.length > 0 ? readerDatabase().select({ id: publicArticleTags.articleId }).from(publicArticleTags).where(inArray(publicArticleTags.slug, slugs)) : null;
  const byTag = sharing ? await cardsWhere(and(inArray(publicArticles.id, sharing), ne(publicArticles.id, article.id)), limit) : [];
  if (byTag.length >= limit || !sectionId) return byTag;
  return [...byTag, ...(await sectionCards(sectionId, limit - byTag.length, [article.id, ...byTag.map((card) => card.id)]))];
}

/** Where a section stands in the public list, or null. */
export async function sectionBySlug(slug: string): Promise<{ id: string; slug: string; name: string; description: string; accent: Accent } | null> {
  return (await allSections()).find((section) => section.slug === slug) ?? null;
}

/** Addresses for the sitemap: everything public, a part at a time. */
export async function sitemapRows(offset: number, limit: number): Promise<{ path: string; changedAt: Date }[]> {
  const rows = await readerDatabase().select({ slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug, changedAt: publicArticles.changedAt }).from(publicArticles).orderBy(asc(publicArticles.firstPublishedAt), asc(publicArticles.id)).offset(offset).limit(limit);
  return rows.map((row) => ({ path: articlePath(row.sectionSlug, row.slug ?? ""), changedAt: row.changedAt }));
}

/** Stories first published in the last 48 hours, by the database's clock. */
export async function freshCards(): Promise<ArticleCard[]> {
  return cardsWhere(gte(publicArticles.firstPublishedAt, sql`now() - interval '48 hours'`), 1000);
}

/** The newest stories with their text, for feeds: of the paper, or of one section. */
export async function feedItems(sectionId: string | null, limit: number): Promise<FeedItem[]> {
  const db = readerDatabase();
  const rows = await db.select().from(publicArticles).where(sectionId ? eq(publicArticles.sectionId, sectionId) : undefined).orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id)).limit(limit);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [cards, tags, corrections] = await Promise.all([
    asCards(rows),
    db.select({ articleId: publicArticleTags.articleId, name: publicArticleTags.name }).from(publicArticleTags).where(inArray(publicArticleTags.articleId, ids)).orderBy(asc(publicArticleTags.position)),
    db.select().from(publicCorrections).where(inArray(publicCorrections.articleId, ids)).orderBy(desc(publicCorrections.createdAt)),
  ]);
  return cards.flatMap((card, index) => {
    const row = rows[index];
    if (!row) return [];
    return {
      ...card,
      body: row.body,
      changedAt: row.changedAt,
      tags: tags.filter((tag) => tag.articleId === card.id).map((tag) => tag.name),
      corrections: corrections.filter((one) => one.articleId === card.id).map((one) => ({ kind: one.kind, note: one.note, at: one.createdAt })),
    };
  });
}

/** How many stories are public. */
export async function publicCount(): Promise<number> {
  const [row] = await readerDatabase().select({ number: sql<number>`count(*)`.mapWith(Number) }).from(publicArticles);
  return row?.number ?? 0;
}
