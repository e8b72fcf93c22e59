import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";
import { atMost, preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags, publicCorrections, publicMedia, publicPeople, publicSeriesParts, publicSitemapMarks } from "@/db/schema";
import type { SitemapList } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { readersBody } from "@/lib/articles/checks";
import { asCard, cardColumn, cardsWhere, leadPictureId, ofSections, ofTag, signedBy, uuids } from "@/lib/articles/reads/cards";
import { dated, gathered, type Written } from "@/lib/articles/reads/gathered";
import { publicMaterial } from "@/lib/articles/reads/material";
import type { ArticleCard } from "@/lib/articles/views";
import type { FeedItem } from "@/lib/feeds/feed";
import { cardBytes } from "@/lib/media/reads/picture-file";
import { cardWidth, pictureAddress } from "@/lib/media/sizes";

/* What machines read of the paper: feeds and sitemaps. */

/** How many addresses are asked for at once. */
const batch = 1000;

export type SitemapRow = { path: string; changedAt: Date; picture: string | null };

/**
 * The public stories that were the `first`th to the `first + most - 1`th to become public, counted from 0, in that order. Fewer where some
 * were taken back. Read in batches, each from where the one before ended, so that a part of any length is never held whole and costs the
 * same wherever it lies.
 */
export async function* sitemapRows(first: number, most: number): AsyncGenerator<SitemapRow> {
  let after = first;
  for (;;) {
    const rows: Awaited<ReturnType<typeof sitemapBatch>> = await sitemapBatch(after, first + most);
    for (const row of rows) yield { path: articlePath(row.sectionSlug, row.slug ?? ""), changedAt: row.changedAt, picture: row.pictureId ? pictureAddress(row.pictureId, cardWidth, "jpeg", null) : null };
    const last = rows.at(-1)?.number;
    if (!last || rows.length < batch) return;
    after = last;
  }
}

function sitemapBatch(after: number, upTo: number) {
  return readerDatabase()
    .select({ number: publicArticles.publicNumber, slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug, changedAt: publicArticles.changedAt, pictureId: publicMedia.id })
    .from(publicArticles)
    .leftJoin(publicMedia, eq(publicMedia.id, leadPictureId))
    .where(and(gt(publicArticles.publicNumber, after), lte(publicArticles.publicNumber, upTo)))
    .orderBy(asc(publicArticles.publicNumber))
    .limit(batch);
}

/** How many stories ever became public, up to the last of them that still is: with those since taken back. */
export async function publicExtent(): Promise<number> {
  const [last] = await readerDatabase().select({ number: publicArticles.publicNumber }).from(publicArticles).where(isNotNull(publicArticles.publicNumber)).orderBy(desc(publicArticles.publicNumber)).limit(1);
  return last?.number ?? 0;
}

/** Of how many parts each list of the sitemap is made: 0 where nobody would find anything in it. Asked of the first that is public and of the marks, however many there are. */
export async function listParts(): Promise<Record<SitemapList, number>> {
  const db = readerDatabase();
  const [marks, [tag], [author]] = await Promise.all([
    db.select({ list: publicSitemapMarks.list, number: sql<number>`count(*)`.mapWith(Number) }).from(publicSitemapMarks).groupBy(publicSitemapMarks.list),
    db.select({ one: sql`1` }).from(publicArticleTags).orderBy(asc(publicArticleTags.tagId)).limit(1),
    db.select({ one: sql`1` }).from(publicPeople).orderBy(asc(publicPeople.handle)).limit(1),
  ]);
  const partsOf = (list: SitemapList) => 1 + (marks.find((mark) => mark.list === list)?.number ?? 0);
  return { tags: tag ? partsOf("tags") : 0, authors: author ? partsOf("authors") : 0 };
}

/** What stands in one part of a list, counted from 0: slugs of tags that something public carries, handles of those who signed something public. Null where there is no such part. */
export async function listPart(list: SitemapList, part: number): Promise<AsyncIterable<string> | null> {
  const ends = await readerDatabase()
    .select({ part: publicSitemapMarks.part, after: publicSitemapMarks.after })
    .from(publicSitemapMarks)
    .where(and(eq(publicSitemapMarks.list, list), inArray(publicSitemapMarks.part, [part, part + 1])));
  const after = ends.find((end) => end.part === part)?.after;
  if (part > 0 && after === undefined) return null;
  const upTo = ends.find((end) => end.part === part + 1)?.after;
  const within = { ...(after === undefined ? {} : { after }), ...(upTo === undefined ? {} : { upTo }) };
  return list === "tags" ? publicTagSlugs(within) : publicHandles(within);
}

/** From behind which to which, both as they stand in the marks. */
type Within = { after?: string; upTo?: string };

/** Slugs of all tags that something public carries. Each is one look into the index, however many stories carry it. */
export async function* publicTagSlugs({ after = "00000000-0000-0000-0000-000000000000", upTo = "ffffffff-ffff-ffff-ffff-ffffffffffff" }: Within = {}): AsyncGenerator<string> {
  let behind = after;
  for (;;) {
    const next = (beyond: SQL) => sql`select tag_id, slug from ${publicArticleTags} where tag_id > ${beyond} and tag_id <= ${upTo}::uuid order by tag_id limit 1`;
    const rows = await readerDatabase().execute<{ id: string; slug: string }>(
      sql`with recursive named as ((${next(sql`${behind}::uuid`)}) union all select further.* from named cross join lateral (${next(sql`named.tag_id`)}) as further) select tag_id as id, slug from named limit ${atMost(batch)}`,
    );
    for (const { slug } of rows) yield slug;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    behind = last.id;
  }
}

/** Handles of everybody who has a page: who signed something public. */
export async function* publicHandles({ after = "", upTo }: Within = {}): AsyncGenerator<string> {
  let behind = after;
  for (;;) {
    const rows = await readerDatabase().select({ handle: publicPeople.handle }).from(publicPeople).where(and(gt(publicPeople.handle, behind), upTo === undefined ? undefined : lte(publicPeople.handle, upTo))).orderBy(asc(publicPeople.handle)).limit(batch);
    for (const { handle } of rows) if (handle) yield handle;
    const last = rows.at(-1)?.handle;
    if (!last || rows.length < batch) return;
    behind = last;
  }
}

const isFresh = gte(publicArticles.firstPublishedAt, sql`now() - interval '48 hours'`);

/** Stories first published in the last 48 hours, newest first, by the database's clock. */
export async function freshCards(offset: number, most: number): Promise<ArticleCard[]> {
  return (await cardsWhere(isFresh, offset + most)).slice(offset);
}

/** How many those are. */
export async function freshCount(): Promise<number> {
  const [row] = await readerDatabase().select({ number: sql<number>`count(*)`.mapWith(Number) }).from(publicArticles).where(isFresh);
  return row?.number ?? 0;
}

/** How many stories a feed carries. */
const aFeed = 30;

/** The newest stories with their text, and what feeds say beside it. */
function feedRows(db: Database, condition: SQL | undefined) {
  const tags = db.select({ name: publicArticleTags.name }).from(publicArticleTags).where(eq(publicArticleTags.articleId, publicArticles.id)).orderBy(asc(publicArticleTags.position));
  const corrections = db
    .select({ id: publicCorrections.id, kind: publicCorrections.kind, note: publicCorrections.note, at: sql`${publicCorrections.createdAt}`.as("at") })
    .from(publicCorrections)
    .where(eq(publicCorrections.articleId, publicArticles.id))
    .orderBy(desc(publicCorrections.createdAt));
  return db
    .select({
      card: cardColumn,
      body: publicArticles.body,
      changedAt: publicArticles.changedAt,
      claim: publicArticles.claim,
      claimant: publicArticles.claimant,
      claimantKind: publicArticles.claimantKind,
      tags: gathered<{ name: string }>(tags),
      corrections: gathered<Omit<FeedItem["corrections"][number], "at"> & Written>(corrections),
    })
    .from(publicArticles)
    .where(condition)
    .orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id))
    .limit(atMost(aFeed));
}

const queries = preparedForReaders((db) => {
  const ofSeries = inArray(publicArticles.id, db.select({ id: publicSeriesParts.articleId }).from(publicSeriesParts).where(eq(publicSeriesParts.seriesId, sql.placeholder("id"))));
  return {
    ofPaper: feedRows(db, undefined).prepare("feed_of_paper"),
    ofSections: feedRows(db, ofSections(sql.placeholder("ids"))(null, "newest")).prepare("feed_of_sections"),
    ofTag: feedRows(db, ofTag(sql.placeholder("id"))(null, "newest")).prepare("feed_of_tag"),
    ofAuthor: feedRows(db, signedBy(sql.placeholder("id"))(null, "newest")).prepare("feed_of_author"),
    ofSeries: feedRows(db, ofSeries).prepare("feed_of_series"),
  };
});

/** Whose stories a feed carries. */
export type FeedOf = { of: "paper" } | { of: "sections"; ids: readonly string[] } | { of: "tag" | "author" | "series"; id: string };

function rowsOf(which: FeedOf) {
  const ask = queries();
  switch (which.of) {
    case "paper":
      return ask.ofPaper.execute();
    case "sections":
      return ask.ofSections.execute({ ids: uuids(which.ids) });
    case "tag":
      return ask.ofTag.execute({ id: which.id });
    case "author":
      return ask.ofAuthor.execute({ id: which.id });
    case "series":
      return ask.ofSeries.execute({ id: which.id });
  }
}

/** The newest stories with their text, for feeds. */
export async function feedItems(which: FeedOf): Promise<FeedItem[]> {
  const rows = await rowsOf(which);
  const material = await publicMaterial(rows.map((row) => row.body));
  return rows.map((row) => {
    const card = asCard(row);
    return {
      ...card,
      body: readersBody(row.body),
      material,
      changedAt: row.changedAt,
      claim: row.claim,
      claimant: row.claimant,
      claimantKind: row.claimantKind,
      cardBytes: row.card.picture ? cardBytes(row.card.picture.renditions, card.picture?.crop ?? null) : null,
      tags: row.tags.map(({ name }) => name),
      corrections: dated(row.corrections),
    };
  });
}
