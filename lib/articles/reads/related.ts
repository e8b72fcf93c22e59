import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags } from "@/db/schema";
import { asCard, cardRows } from "@/lib/articles/reads/cards";
import type { ArticleCard } from "@/lib/articles/views";

/** How many stories a page proposes to read next. */
const proposed = 3;

const queries = preparedForReaders((db) => {
  const id = sql.placeholder("id");
  const sharing = db.select({ id: publicArticleTags.articleId }).from(publicArticleTags).where(sql`${publicArticleTags.slug} = any (${sql.placeholder("tags")}::text[])`);
  return {
    tags: db.select({ slug: publicArticleTags.slug }).from(publicArticleTags).where(eq(publicArticleTags.articleId, id)).prepare("tags_of_story"),
    byTag: cardRows(db, and(inArray(publicArticles.id, sharing), ne(publicArticles.id, id)), sql.placeholder("limit")).prepare("related_by_tag"),
    // Twice as many as are shown: those that share a tag may stand here too.
    bySection: cardRows(db, and(eq(publicArticles.sectionId, sql.placeholder("sectionId")), ne(publicArticles.id, id)), proposed * 2).prepare("related_by_section"),
  };
});

type Near = { id: string; sectionId: string | null; tags: readonly { slug: string }[] };

/** What to read next: the newest that share a tag, filled up from the section. */
export async function relatedCards(article: Near): Promise<ArticleCard[]> {
  const { byTag, bySection } = queries();
  const [sharing, near] = await Promise.all([byTag.execute({ id: article.id, tags: slugsOf(article.tags), limit: proposed }), article.sectionId ? bySection.execute({ id: article.id, sectionId: article.sectionId }) : []]);
  const known = new Set(sharing.map((row) => row.id));
  return [...sharing, ...near.filter((row) => !known.has(row.id))].slice(0, proposed).map(asCard);
}

/** The newest that share a tag with a public story. */
export async function cardsSharingTags(id: string, limit: number): Promise<ArticleCard[]> {
  const { tags, byTag } = queries();
  return (await byTag.execute({ id, tags: slugsOf(await tags.execute({ id })), limit })).map(asCard);
}

/** As PostgreSQL writes an array; slugs hold nothing that would have to be quoted. */
const slugsOf = (tags: readonly { slug: string }[]) => `{${tags.map((tag) => `"${tag.slug}"`).join(",")}}`;
