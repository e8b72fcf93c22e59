import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { atMost, preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags } from "@/db/schema";
import { asCard, cardRows, cardRowsWith } from "@/lib/articles/reads/cards";
import type { ArticleCard } from "@/lib/articles/views";

/** How many stories a page proposes to read next. */
const proposed = 3;
/** How many the front shows beside its lead. */
export const besideLead = 4;

const id = sql.placeholder("id");

/** The newest that share a tag with the story: `most` of each of its tags, read along their index. */
const sharesTag = (most: number): SQL => {
  const { articleId, tagId } = publicArticleTags;
  return sql`${publicArticles.id} in (select each.article_id from ${publicArticleTags} as own cross join lateral (
    select article_id from ${publicArticleTags} where ${tagId} = own.tag_id and ${articleId} <> own.article_id order by published_at desc, article_id desc limit ${atMost(most)}
  ) as each where own.article_id = ${id})`;
};

const queries = preparedForReaders((db) => {
  const because = (tag: boolean) => ({ byTag: sql<boolean>`${sql.raw(String(tag))}`.as("by_tag") });
  const sharing = cardRowsWith(db, because(true), sharesTag(proposed), proposed);
  // Twice as many as are shown: those that share a tag may stand here too.
  const near = cardRowsWith(db, because(false), and(eq(publicArticles.sectionId, sql.placeholder("sectionId")), ne(publicArticles.id, id)), proposed * 2);
  return { proposed: sharing.unionAll(near).prepare("related_stories"), byTag: cardRows(db, sharesTag(besideLead), besideLead).prepare("related_by_tag") };
});

/** What to read next: the newest that share a tag, filled up from the section. */
export async function relatedCards({ id, sectionId }: { id: string; sectionId: string | null }): Promise<ArticleCard[]> {
  const rows = await queries().proposed.execute({ id, sectionId });
  const sharing = rows.filter((row) => row.byTag);
  const known = new Set(sharing.map(({ card }) => card.id));
  return [...sharing, ...rows.filter(({ card }) => !known.has(card.id))].slice(0, proposed).map(asCard);
}

/** The newest that share a tag with a public story, as many as stand beside a lead. */
export async function cardsSharingTags(id: string): Promise<ArticleCard[]> {
  return (await queries().byTag.execute({ id })).map(asCard);
}
