import { asc, desc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags, publicBylines, publicCorrections, publicDiscussions, publicMedia } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { readersBody } from "@/lib/articles/checks";
import { asCard, cardColumns, cardsWhere, leadPicture } from "@/lib/articles/reads/cards";
import { publicMaterial } from "@/lib/articles/reads/material";
import type { ArticleCard } from "@/lib/articles/views";
import type { FeedItem } from "@/lib/feeds/feed";
import { cardBytes } from "@/lib/media/reads";

/* What machines read of the paper: feeds and sitemaps. */

/** Addresses for the sitemap: everything public, a part at a time. */
export async function sitemapRows(offset: number, limit: number): Promise<{ path: string; changedAt: Date }[]> {
  const rows = await readerDatabase().select({ slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug, changedAt: publicArticles.changedAt }).from(publicArticles).orderBy(asc(publicArticles.firstPublishedAt), asc(publicArticles.id)).offset(offset).limit(limit);
  return rows.map((row) => ({ path: articlePath(row.sectionSlug, row.slug ?? ""), changedAt: row.changedAt }));
}

/** Stories first published in the last 48 hours, by the database's clock. */
export async function freshCards(): Promise<ArticleCard[]> {
  return cardsWhere(gte(publicArticles.firstPublishedAt, sql`now() - interval '48 hours'`), 1000);
}

const feedRows = (db: Database, condition: SQL | undefined) =>
  db
    .select({ ...cardColumns, body: publicArticles.body, changedAt: publicArticles.changedAt })
    .from(publicArticles)
    .leftJoin(publicMedia, leadPicture)
    .leftJoin(publicDiscussions, eq(publicDiscussions.articleId, publicArticles.id))
    .where(condition)
    .orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id))
    .limit(sql.placeholder("limit"));

const queries = preparedForReaders((db) => ({
  ofPaper: feedRows(db, undefined).prepare("feed_of_paper"),
  ofSection: feedRows(db, eq(publicArticles.sectionId, sql.placeholder("sectionId"))).prepare("feed_of_section"),
  ofTag: feedRows(db, inArray(publicArticles.id, db.select({ id: publicArticleTags.articleId }).from(publicArticleTags).where(eq(publicArticleTags.slug, sql.placeholder("slug"))))).prepare("feed_of_tag"),
  ofAuthor: feedRows(db, inArray(publicArticles.id, db.select({ id: publicBylines.articleId }).from(publicBylines).where(eq(publicBylines.personId, sql.placeholder("personId"))))).prepare("feed_of_author"),
}));

/** Whose stories a feed carries. */
export type FeedOf = { of: "paper" } | { of: "section"; id: string } | { of: "tag"; slug: string } | { of: "author"; id: string };

function rowsOf(which: FeedOf, limit: number) {
  const { ofPaper, ofSection, ofTag, ofAuthor } = queries();
  switch (which.of) {
    case "paper":
      return ofPaper.execute({ limit });
    case "section":
      return ofSection.execute({ sectionId: which.id, limit });
    case "tag":
      return ofTag.execute({ slug: which.slug, limit });
    case "author":
      return ofAuthor.execute({ personId: which.id, limit });
  }
}

/** The newest stories with their text, for feeds. */
export async function feedItems(which: FeedOf, limit: number): Promise<FeedItem[]> {
  const db = readerDatabase();
  const rows = await rowsOf(which, limit);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [material, tags, corrections] = await Promise.all([
    publicMaterial(rows.map((row) => row.body)),
    db.select({ articleId: publicArticleTags.articleId, name: publicArticleTags.name }).from(publicArticleTags).where(inArray(publicArticleTags.articleId, ids)).orderBy(asc(publicArticleTags.position)),
    db.select().from(publicCorrections).where(inArray(publicCorrections.articleId, ids)).orderBy(desc(publicCorrections.createdAt)),
  ]);
  return rows.map((row) => {
    const card = asCard(row);
    return {
      ...card,
      body: readersBody(row.body),
      material,
      changedAt: row.changedAt,
      cardBytes: row.picture ? cardBytes(row.picture.renditions, card.picture?.crop ?? null) : null,
      tags: tags.filter((tag) => tag.articleId === row.id).map((tag) => tag.name),
      corrections: corrections.filter((one) => one.articleId === row.id).map((one) => ({ id: one.id, kind: one.kind, note: one.note, at: one.createdAt })),
    };
  });
}

/** How many stories are public. */
export async function publicCount(): Promise<number> {
  const [row] = await readerDatabase().select({ number: sql<number>`count(*)`.mapWith(Number) }).from(publicArticles);
  return row?.number ?? 0;
}
