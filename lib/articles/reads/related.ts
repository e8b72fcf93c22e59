import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags } from "@/db/schema";
import { asCard, cardRows, cardRowsWith } from "@/lib/articles/reads/cards";
import type { ArticleCard } from "@/lib/articles/views";

/** How many stories a page proposes to read next. */
const proposed = 3;
/** How many the front shows beside its lead. */
export const besideLead = 4;

const shares = (db: Database, slugs: SQL) => inArray(publicArticles.id, db.select({ id: publicArticleTags.articleId }).from(publicArticleTags).where(sql`${publicArticleTags.slug} = any (${slugs})`));
const id = sql.placeholder("id");

/** The newest of a section. Twice as many as are shown: those that share a tag may stand here too. */
const nearRows = (db: Database) => cardRowsWith(db, { byTag: sql<boolean>`false`.as("by_tag") }, and(eq(publicArticles.sectionId, sql.placeholder("sectionId")), ne(publicArticles.id, id)), proposed * 2);

const queries = preparedForReaders((db) => {
  const own = db.select({ slug: publicArticleTags.slug }).from(publicArticleTags).where(eq(publicArticleTags.articleId, id));
  return {
    near: nearRows(db).prepare("related_in_section"),
    byTag: cardRows(db, and(shares(db, sql`array(${own})`), ne(publicArticles.id, id)), besideLead).prepare("related_by_tag"),
  };
});

// Some tags have two stories and some a hundred thousand.
const queriesByValue = preparedForReaders((db) => {
  const sharing = cardRowsWith(db, { byTag: sql<boolean>`true`.as("by_tag") }, and(shares(db, sql`${sql.placeholder("tags")}::text[]`), ne(publicArticles.id, id)), proposed);
  return { sharingOrNear: sharing.unionAll(nearRows(db)).prepare("related_stories") };
}, "by value");

type Near = { id: string; sectionId: string | null; tags: readonly { slug: string }[] };

/** What to read next: the newest that share a tag, filled up from the section. */
export async function relatedCards({ id, sectionId, tags }: Near): Promise<ArticleCard[]> {
  const rows = await (tags.length === 0 ? queries().near.execute({ id, sectionId }) : queriesByValue().sharingOrNear.execute({ id, tags: slugsOf(tags), sectionId }));
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
