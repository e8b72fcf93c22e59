import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { articleAddresses, articleBylines, articleEmbeds, articleMedia, articles, articleSearch, articleTags, articleTranslations, embeds, mediaAssets, people, publicNumbers, relatedPicks, seriesParts, tags } from "@/db/schema";
import type { ArticleRow } from "@/lib/articles/article-row";
import { gateSurroundings } from "@/lib/articles/check-surroundings";
import { gateChecks, mayBePublished, publicForm } from "@/lib/articles/checks";
import { handOverWords, makeSearchable } from "@/lib/articles/searchable";
import type { RevisionRow } from "@/lib/articles/cut-revision";
import type { StoryContent } from "@/lib/content/document";
import { figuresOf, referencesOf } from "@/lib/content/references";
import type { NewJob } from "@/lib/core/jobs";
import { type Failure, invalid } from "@/lib/kernel/failure";
import { tagSlugFrom } from "@/lib/kernel/slug";
import { cropName } from "@/lib/media/crops";

/**
 * The gate: the same checks that the desk shows live. Returns the content as readers will get it (slug settled, empty paragraphs gone),
 * or the failure with one sentence for each field that stops it. `at`: when it goes out, where that is not now.
 */
export async function readyForReaders(tx: Transaction, article: ArticleRow, content: StoryContent, at?: Date): Promise<{ content: StoryContent } | { failure: Failure }> {
  const checks = gateChecks(content, await gateSurroundings(tx, article, content, at));
  if (!mayBePublished(checks)) {
    const stops = checks.filter((check) => check.level === "stop");
    const fields = Object.fromEntries(stops.map((check) => [check.place && "field" in check.place ? check.place.field : check.id, check.message]));
    return { failure: invalid("checks_failed", stops.map((check) => check.message).join(". "), { fields, current: stops }) };
  }
  return { content: publicForm(content, article.slug) };
}

/** Takes the address for this story for ever, or says whose it is. Raced claims meet at the primary key. */
export async function claimAddress(tx: Transaction, articleId: string, slug: string, now: Date): Promise<Failure | null> {
  const [owned] = await tx.execute(sql`with claimed as (insert into ${articleAddresses} (slug, article_id, claimed_at) values (${slug}, ${articleId}, ${now.toISOString()}::timestamptz) on conflict do nothing returning article_id)
    select article_id from claimed union all select article_id from ${articleAddresses} where slug = ${slug} and article_id = ${articleId}`);
  if (owned) return null;
  return invalid("slug_taken", `The slug “${slug}” belongs to another story.`, { fields: { slug: "This slug belongs to another story." } });
}

/**
 * The lists that change when this story changes: those it stands in as readers see it now, and those that `revision` puts it into.
 * Asked before the change; goes into the event, so that cached pages of other sections and tags stay.
 */
export async function listsTouched(tx: Transaction, article: ArticleRow, revision?: RevisionRow): Promise<{ sections: string[]; tags: string[]; series: string[]; pickedBy: string[]; family: string[] }> {
  const inSeries = tx.select({ id: seriesParts.seriesId }).from(seriesParts).where(eq(seriesParts.articleId, article.id));
  // Their pages name it from now on, or no longer.
  const picked = tx.select({ id: relatedPicks.articleId }).from(relatedPicks).where(eq(relatedPicks.relatedId, article.id));
  const family = tx.select({ id: articleTranslations.articleId }).from(articleTranslations).where(sql`${articleTranslations.familyId} = (select own.family_id from ${articleTranslations} as own where own.article_id = ${article.id}) and ${articleTranslations.articleId} <> ${article.id}`);
  const [standing, series, pickedBy, others] = await Promise.all([article.publishedRevisionId ? tx.select({ slug: tags.slug }).from(articleTags).innerJoin(tags, eq(tags.id, articleTags.tagId)).where(eq(articleTags.articleId, article.id)) : [], inSeries, picked, family]);
  return {
    sections: [...new Set([article.sectionId, revision?.sectionId].flatMap((id) => id ?? []))],
    tags: [...new Set([...standing.map((tag) => tag.slug), ...(revision?.tags ?? []).map(tagSlugFrom)])],
    series: series.map(({ id }) => id),
    pickedBy: pickedBy.map(({ id }) => id),
    family: others.map(({ id }) => id),
  };
}

/** What is done once a revision is out: its pictures are made ready, and it is compared with other stories. */
export const jobsOnceOut = (revision: Pick<RevisionRow, "articleId" | "body" | "lead">): NewJob[] => [...pictureJobs(revision), { name: "liken-story", data: { articleId: revision.articleId } }];

/** Parts of pictures that readers of this revision are to see, the shapes of its lead for machines, and its social card. Those that are there already cost the jobs nothing. */
function pictureJobs({ articleId, body, lead }: Pick<RevisionRow, "articleId" | "body" | "lead">): NewJob[] {
  const placed = [...(lead ? [lead] : []), ...figuresOf(body).map(({ attrs }) => attrs)];
  const wanted = placed.map(({ assetId, crop }) => ({ assetId, crop: cropName(crop) })).filter((one) => one.crop !== null);
  const shapes: NewJob[] = lead ? [{ name: "cut-shapes", data: { assetId: lead.assetId, focal: lead.focal ?? null, crop: lead.crop ?? null } }] : [];
  return [{ name: "draw-cards", data: { articleId } }, ...shapes, ...new Map(wanted.map((data) => [`${data.assetId} ${data.crop}`, { name: "crop-picture" as const, data }])).values()];
}

/** Moves the pointer and everything that hangs on it, in the caller's transaction. The revision has passed `readyForReaders`. */
export async function makePublic(tx: Transaction, article: ArticleRow, revision: RevisionRow, now: Date, changes: Partial<typeof articles.$inferInsert> = {}): Promise<Failure | null> {
  if (!revision.sectionId) return invalid("no_section", "This version has no section.");
  const taken = await claimAddress(tx, article.id, revision.slug, now);
  if (taken) return taken;
  if (article.publishedRevisionId) await takenOff(tx, article);
  const firstPublishedAt = article.firstPublishedAt ?? now;
  await tx
    .update(articles)
    .set({
      publishedRevisionId: revision.id,
      sectionId: revision.sectionId,
      slug: revision.slug,
      firstPublishedAt,
      publicNumber: article.publicNumber ?? sql`nextval(${publicNumbers.seqName})`,
      unpublishedAt: null,
      unpublishReason: null,
      handedInAt: null,
      handedInBy: null,
      sentBackAt: null,
      sentBackReason: null,
      scheduledFor: null,
      scheduledRevisionId: null,
      scheduledBy: null,
      scheduleFailure: null,
      version: sql`${articles.version} + 1`,
      ...changes,
    })
    .where(eq(articles.id, article.id));
  await Promise.all([signed(tx, revision, firstPublishedAt), tagged(tx, revision, firstPublishedAt), illustrated(tx, revision), makeSearchable(tx, revision, article.publishedRevisionId !== null)]);
  return null;
}

/** What hung on the revision that readers saw until now. A story that was not public has nothing of it. */
async function takenOff(tx: Transaction, { id }: ArticleRow): Promise<void> {
  const from = (table: PgTable) => sql`delete from ${table} where article_id = ${id}`;
  await tx.execute(sql`with bylines as (${from(articleBylines)}), tagged as (${from(articleTags)}), pictures as (${from(articleMedia)}) ${from(articleEmbeds)}`);
}

async function signed(tx: Transaction, { articleId, bylines }: RevisionRow, firstPublishedAt: Date): Promise<void> {
  const named = bylines.flatMap(({ personId, role }) => (personId ? [{ person_id: personId, role }] : []));
  if (named.length === 0) return;
  await tx.execute(sql`insert into ${articleBylines} (article_id, position, person_id, role, published_at)
    select ${articleId}, row_number() over (order by named.position) - 1, named.person_id, named.role, ${firstPublishedAt.toISOString()}::timestamptz
    from rows from (jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as (person_id uuid, role text)) with ordinality as named (person_id, role, position)
    join ${people} on people.id = named.person_id`);
}

async function tagged(tx: Transaction, revision: RevisionRow, firstPublishedAt: Date): Promise<void> {
  const wanted = new Map(revision.tags.map((name) => [tagSlugFrom(name), name] as const).filter(([slug]) => slug !== ""));
  if (wanted.size === 0) return;
  await tx.insert(tags).values([...wanted].map(([slug, name]) => ({ slug, name }))).onConflictDoNothing();
  await tx.execute(sql`insert into ${articleTags} (article_id, tag_id, position, published_at)
    select ${revision.articleId}, tags.id, wanted.position - 1, ${firstPublishedAt.toISOString()}::timestamptz
    from jsonb_array_elements_text(${JSON.stringify([...wanted.keys()])}::jsonb) with ordinality as wanted (slug, position) join ${tags} on tags.slug = wanted.slug`);
}

/** Pictures and snapshots that the story shows become public with it, the still pictures of embeds too. */
async function illustrated(tx: Transaction, revision: RevisionRow): Promise<void> {
  const shown = referencesOf(revision);
  if (shown.pictures.length === 0 && shown.embeds.length === 0) return;
  const stills = tx.select({ id: embeds.thumbnailAssetId }).from(embeds).where(inArray(embeds.id, shown.embeds));
  await Promise.all([
    tx.execute(sql`insert into ${articleEmbeds} (article_id, embed_id) select ${revision.articleId}, id from ${embeds} where ${inArray(embeds.id, shown.embeds)}`),
    tx.execute(sql`insert into ${articleMedia} (article_id, asset_id) select ${revision.articleId}, id from ${mediaAssets} where ${or(inArray(mediaAssets.id, shown.pictures), inArray(mediaAssets.id, stills))}`),
  ]);
}

/** Takes everything public back except the address, which answers 410 from now on. */
export async function makePrivate(tx: Transaction, article: ArticleRow, reason: string, now: Date): Promise<void> {
  await tx
    .update(articles)
    .set({ publishedRevisionId: null, unpublishedAt: now, unpublishReason: reason, version: sql`${articles.version} + 1` })
    .where(and(eq(articles.id, article.id)));
  await handOverWords(tx, article.id);
  for (const table of [articleBylines, articleTags, articleMedia, articleEmbeds, articleSearch]) await tx.delete(table).where(eq(table.articleId, article.id));
}
