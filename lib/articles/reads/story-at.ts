import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { preparedForReaders } from "@/db/prepared";
import { publicAddresses, publicArticles, publicArticleTags, publicBylines, publicChanges, publicCorrections, publicDiscussions, publicMedia, publicPeople } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { asCard, cardColumns, leadPicture } from "@/lib/articles/reads/cards";
import { publicMaterial } from "@/lib/articles/reads/material";
import { signatoryMap, signatoryRows } from "@/lib/articles/reads/signatories";
import type { ArticlePage } from "@/lib/articles/views";

export type StoryAt = { found: "here"; article: ArticlePage } | { found: "moved"; path: string } | { found: "gone" } | { found: "nowhere" };

/** What stands at an address: the published revision with all that its page shows, its new address, the mark of one that was taken back, or nothing. */
export async function storyAt(sectionSlug: string, slug: string): Promise<StoryAt> {
  const article = await publishedArticle(sectionSlug, slug.normalize("NFC"));
  if (article) return article.path === articlePath(sectionSlug, slug) ? { found: "here", article } : { found: "moved", path: article.path };
  const [address] = await readerDatabase().select().from(publicAddresses).where(eq(publicAddresses.slug, slug.normalize("NFC")));
  if (!address) return { found: "nowhere" };
  return address.live ? { found: "moved", path: articlePath(address.sectionSlug, address.currentSlug) } : { found: "gone" };
}

const queries = preparedForReaders((db) => {
  const id = sql.placeholder("id");
  return {
    story: db
      .select({ ...cardColumns, searchHeadline: publicArticles.searchHeadline, socialHeadline: publicArticles.socialHeadline, dateline: publicArticles.dateline, body: publicArticles.body, changedAt: publicArticles.changedAt })
      .from(publicArticles)
      .leftJoin(publicMedia, leadPicture)
      .leftJoin(publicDiscussions, eq(publicDiscussions.articleId, publicArticles.id))
      .where(and(eq(publicArticles.slug, sql.placeholder("slug")), eq(publicArticles.sectionSlug, sql.placeholder("section"))))
      .prepare("story"),
    tags: db.select({ slug: publicArticleTags.slug, name: publicArticleTags.name }).from(publicArticleTags).where(eq(publicArticleTags.articleId, id)).orderBy(asc(publicArticleTags.position)).prepare("story_tags"),
    signatories: signatoryRows(db, inArray(publicPeople.id, db.select({ id: publicBylines.personId }).from(publicBylines).where(eq(publicBylines.articleId, id)))).prepare("story_signatories"),
    corrections: db.select({ id: publicCorrections.id, kind: publicCorrections.kind, note: publicCorrections.note, at: publicCorrections.createdAt }).from(publicCorrections).where(eq(publicCorrections.articleId, id)).orderBy(desc(publicCorrections.createdAt)).prepare("story_corrections"),
    changes: db.select({ kind: publicChanges.kind, note: publicChanges.note, at: publicChanges.createdAt }).from(publicChanges).where(eq(publicChanges.articleId, id)).orderBy(desc(publicChanges.createdAt)).prepare("story_changes"),
  };
});

async function publishedArticle(section: string, slug: string): Promise<ArticlePage | null> {
  const { story, ...parts } = queries();
  const [row] = await story.execute({ section, slug });
  if (!row) return null;
  const { id } = row;
  const [material, tags, people, corrections, changes] = await Promise.all([publicMaterial([row.body]), parts.tags.execute({ id }), parts.signatories.execute({ id }), parts.corrections.execute({ id }), parts.changes.execute({ id })]);
  return { ...asCard(row), sectionId: row.sectionId, searchHeadline: row.searchHeadline, socialHeadline: row.socialHeadline, dateline: row.dateline, body: row.body, material, changedAt: row.changedAt, lead: row.lead, tags, signatories: signatoryMap(people), corrections, changes };
}
