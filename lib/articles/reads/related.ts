import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags } from "@/db/schema";
import { asCard, cardRows, cardRowsWith } from "@/lib/articles/reads/cards";
import type { ArticleCard } from "@/lib/articles/views";

/** How many stories a page proposes to read next. */
const proposed = 3;
/** How many the front shows beside its lead. */
export const besideLead = 4;

const queries = preparedForReaders((db) => {
  const id = sql.placeholder("id");
  const shares = (slugs: SQL) => inArray(publicArticles.id, db.select({ id: publicArticleTags.articleId }).from(publicArticleTags).where(sql`${publicArticleTags.slug} = any (${slugs})`));
  const own = db.select({ slug: publicArticleTags.slug }).from(publicArticleTags).where(eq(publicArticleTags.articleId, id));
  const because = (tag: boolean) => ({ byTag: sql<boolean>`${sql.raw(String(tag))}`.as("by_tag") });
  const sharing = cardRowsWith(db, because(true), and(shares(sql`${sql.placeholder("tags")}::text[]`), ne(publicArticles.id, id)), proposed);
  // Twice as many as are shown: those that share a tag may stand here too.
  const near = cardRowsWith(db, because(false), and(eq(publicArticles.sectionId, sql.placeholder("sectionId")), ne(publicArticles.id, id)), proposed * 2);
  return {
    near: near.prepare("related_in_section"),
    proposed: sharing.unionAll(near).prepare("related_stories"),
    byTag: cardRows(db, and(shares(sql`array(${own})`), ne(publicArticles.id, id)), besideLead).prepare("related_by_tag"),
  };
});

type Near = { id: string; sectionId: string | null; tags: readonly { slug: string }[] };

/** What to read next: the newest that share a tag, filled up from the section. */
export async function relatedCards(article: Near): Promise<ArticleCard[]> {
  const { near, proposed: sharingOrNear } = queries();
  const { id, sectionId } = article;
  // Without tags PostgreSQL would plan anew each time: a list of none is cheaper than the lists that it plans for.
  const rows = await (article.tags.length === 0 ? near.execute({ id, sectionId }) : sharingOrNear.execute({ id, tags: slugsOf(article.tags), sectionId }));
  const sharing = rows.filter((row) => row.byTag);
  const known = new Set(sharing.map(({ card }) => card.id));
  return [...sharing, ...rows.filter(({ card }) => !known.has(card.id))].slice(0, proposed).map(asCard);
}

/** The newest that share a tag with a public story, as many as stand beside a lead. */
export async function cardsSharingTags(id: string): Promise<ArticleCard[]> {
  return (await queries().byTag.execute({ id })).map(asCard);
}

/** As PostgreSQL writes an array; slugs hold nothing that would have to be quoted. */
const slugsOf = (tags: readonly { slug: string }[]) => `{${tags.map((tag) => `"${tag.slug}"`).join(",")}}`;
