import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags } from "@/db/schema";
import { asCard, cardRows } from "@/lib/articles/reads/cards";
import type { ArticleCard } from "@/lib/articles/views";

/** How many stories a page proposes to read next. */
const proposed = 3;

const queries = preparedForReaders((db) => {
  const id = sql.placeholder("id");
  const ownTags = db.select({ id: publicArticleTags.tagId }).from(publicArticleTags).where(eq(publicArticleTags.articleId, id));
  const sharing = db.select({ id: publicArticleTags.articleId }).from(publicArticleTags).where(inArray(publicArticleTags.tagId, ownTags));
  return {
    byTag: cardRows(db, and(inArray(publicArticles.id, sharing), ne(publicArticles.id, id)), sql.placeholder("limit")).prepare("related_by_tag"),
    // Twice as many as are shown: those that share a tag may stand here too.
    bySection: cardRows(db, and(eq(publicArticles.sectionId, sql.placeholder("sectionId")), ne(publicArticles.id, id)), proposed * 2).prepare("related_by_section"),
  };
});

/** What to read next: the newest that share a tag, filled up from the section. */
export async function relatedCards(article: { id: string; sectionId: string | null }): Promise<ArticleCard[]> {
  const { byTag, bySection } = queries();
  const [sharing, near] = await Promise.all([byTag.execute({ id: article.id, limit: proposed }), article.sectionId ? bySection.execute({ id: article.id, sectionId: article.sectionId }) : []]);
  const known = new Set(sharing.map((row) => row.id));
  return [...sharing, ...near.filter((row) => !known.has(row.id))].slice(0, proposed).map(asCard);
}

/** The newest that share a tag with a story. */
export async function cardsSharingTags(id: string, limit: number): Promise<ArticleCard[]> {
  return (await queries().byTag.execute({ id, limit })).map(asCard);
}
