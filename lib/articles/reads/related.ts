import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { atMost, preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags, publicLikeness, publicRelatedPicks, relatedPicks } from "@/db/schema";
import { mostPicks } from "@/lib/articles/inputs";
import { asCard, cardRows, cardRowsWith, cardsWhere } from "@/lib/articles/reads/cards";
import type { ArticleCard } from "@/lib/articles/views";

/** How many stories a page proposes to read next, unless more were chosen by hand. */
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
  /** Why a story is proposed, the strongest reason first, and its place among those that are proposed for the same. */
  const because = (reason: number, place: SQL) => ({ reason: sql<number>`${sql.raw(String(reason))}`.as("reason"), place: sql<number>`${place}::float8`.as("place") });
  const newest = sql`0`;
  const other = publicArticles.id;
  const picked = cardRowsWith(db, because(0, sql`(select position from ${publicRelatedPicks} where ${publicRelatedPicks.articleId} = ${id} and ${publicRelatedPicks.relatedId} = ${other})`), sql`${other} in (select related_id from ${publicRelatedPicks} where ${publicRelatedPicks.articleId} = ${id})`, mostPicks);
  const alike = cardRowsWith(db, because(1, sql`(select -likeness from ${publicLikeness} where ${publicLikeness.articleId} = ${id} and ${publicLikeness.otherId} = ${other})`), sql`${other} in (select other_id from ${publicLikeness} where ${publicLikeness.articleId} = ${id} order by likeness desc, other_id desc limit ${atMost(proposed)})`, proposed);
  const sharing = cardRowsWith(db, because(2, newest), sharesTag(proposed), proposed);
  // Enough to fill up with: those that are proposed for a better reason may stand here too.
  const near = cardRowsWith(db, because(3, newest), and(eq(publicArticles.sectionId, sql.placeholder("sectionId")), ne(other, id)), proposed * 2);
  return { proposed: picked.unionAll(alike).unionAll(sharing).unionAll(near).prepare("related_stories"), byTag: cardRows(db, sharesTag(besideLead), besideLead).prepare("related_by_tag") };
});

/** What to read next: what was chosen by hand, then what is most alike in words and tags, then the newest that share a tag, filled up from the section. */
export async function relatedCards({ id, sectionId }: { id: string; sectionId: string | null }): Promise<ArticleCard[]> {
  const rows = await queries().proposed.execute({ id, sectionId });
  // What is of one reason and place stays as it came, newest first.
  const inOrder = rows.map((row, index) => ({ ...row, index })).sort((one, two) => one.reason - two.reason || one.place - two.place || one.index - two.index);
  const seen = new Set<string>();
  const cards = inOrder.filter(({ card }) => !seen.has(card.id) && seen.add(card.id));
  return cards.slice(0, Math.max(proposed, cards.filter(({ reason }) => reason === 0).length)).map(asCard);
}

/** The same as a preview shows it: what was chosen for a story that is not public yet stands nowhere that readers' queries look. */
export async function relatedInPreview(story: { id: string; sectionId: string | null }): Promise<ArticleCard[]> {
  const picks = (await appDatabase().select({ id: relatedPicks.relatedId }).from(relatedPicks).where(eq(relatedPicks.articleId, story.id)).orderBy(asc(relatedPicks.position))).map((pick) => pick.id);
  const [picked, others] = await Promise.all([picks.length > 0 ? cardsWhere(inArray(publicArticles.id, picks), mostPicks) : [], relatedCards(story)]);
  const chosen = picked.sort((one, two) => picks.indexOf(one.id) - picks.indexOf(two.id));
  return [...chosen, ...others.filter((card) => !picks.includes(card.id))].slice(0, Math.max(proposed, chosen.length));
}

/** The newest that share a tag with a public story, as many as stand beside a lead. */
export async function cardsSharingTags(id: string): Promise<ArticleCard[]> {
  return (await queries().byTag.execute({ id })).map(asCard);
}
