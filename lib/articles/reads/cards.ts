import { and, asc, desc, type Placeholder, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";
import { atMost } from "@/db/prepared";
import { publicArticles, publicArticleTags, publicBylines, publicDiscussions, publicMedia } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { asJson } from "@/lib/articles/reads/gathered";
import type { ArticleCard, CardList, ShownPicture } from "@/lib/articles/views";
import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";
import { cropsIn, pageCropsIn, placedPicture } from "@/lib/media/crops";
import { offeredWidths } from "@/lib/media/sizes";
import { type Place, readCursor, signCursor } from "@/lib/core/signed-cursor";

/* How a public story becomes a card. One query brings all that a list shows: asking again for pictures and counts would triple the way. */

const cardsAPage = 24;
/** Ids as PostgreSQL writes an array. */
export const uuids = (ids: Iterable<string>) => `{${[...ids].join(",")}}`;
/** No list takes more of one section at once: a page and the story behind it, or a feed. */
const mostOfOneList = 30;

/** Everything that showing a picture takes. */
export const pictureColumns = { id: publicMedia.id, width: publicMedia.width, height: publicMedia.height, renditions: publicMedia.renditions, thumbHash: publicMedia.thumbHash };

/** What a card shows of a story's picture. */
type Media = Pick<typeof publicMedia.$inferSelect, keyof typeof pictureColumns>;

const storyColumns = {
  id: publicArticles.id,
  slug: publicArticles.slug,
  sectionSlug: publicArticles.sectionSlug,
  sectionName: publicArticles.sectionName,
  accent: publicArticles.accent,
  format: publicArticles.format,
  kicker: publicArticles.kicker,
  headline: publicArticles.headline,
  frontHeadline: publicArticles.frontHeadline,
  standfirst: publicArticles.standfirst,
  language: publicArticles.language,
  bylines: publicArticles.bylines,
  lead: publicArticles.lead,
  words: publicArticles.words,
  verdict: publicArticles.verdict,
  firstPublishedAt: publicArticles.firstPublishedAt,
  updatedAt: publicArticles.updatedAt,
};

/** A row of a list. As it comes in JSON: its instants are text. */
type CardRow = Omit<Pick<typeof publicArticles.$inferSelect, keyof typeof storyColumns>, "firstPublishedAt" | "updatedAt"> & { firstPublishedAt: string | null; updatedAt: string | null; picture: Media | null; pictures: number | null; comments: number | null };

/** Which picture of the store leads a story, in SQL. */
export const leadPictureId = sql`(${publicArticles.lead} ->> 'assetId')::uuid`;

/**
 * A picture of the store as one JSON value, null where it is not public. A column rather than a join: PostgreSQL then walks a list along
 * its index and asks for the pictures of those stories alone that are shown.
 */
export const pictureJson = (id: SQLWrapper) => sql<Media | null>`(select ${asJson(pictureColumns)} from ${publicMedia} where ${publicMedia.id} = ${id})`;

const comments = sql`(select ${publicDiscussions.visibleCount} from ${publicDiscussions} where ${publicDiscussions.articleId} = ${publicArticles.id})`;

/** How many pictures a gallery shows: galleries alone are counted, and of those few stand in a list. */
const pictures = sql`case when ${publicArticles.format} = 'gallery' then (select count(*) from jsonb_path_query(${publicArticles.body}, 'strict $.**{0 to 4} ? (@.type == "figure")')) + case when ${publicArticles.lead} is null then 0 else 1 end end`;

/**
 * Everything a card shows, all of a story but its text, as one JSON value: reading twenty columns of each row one by one costs the process
 * more than all else that it does for a list.
 */
export const cardColumn = sql<CardRow>`${asJson({ ...storyColumns, picture: pictureJson(leadPictureId), pictures, comments })}`.as("card");

/** A story of a list, from its row. */
export function asCard({ card: row }: { card: CardRow }): ArticleCard {
  return {
    id: row.id,
    path: articlePath(row.sectionSlug, row.slug ?? ""),
    format: row.format,
    kicker: row.kicker,
    headline: row.headline,
    frontHeadline: row.frontHeadline || row.headline,
    standfirst: row.standfirst,
    language: row.language,
    section: { slug: row.sectionSlug, name: row.sectionName, accent: row.accent },
    bylines: row.bylines,
    picture: row.picture && row.lead ? shownPicture(row.picture, row.lead) : null,
    words: row.words,
    verdict: row.verdict,
    pictures: row.pictures ?? 0,
    publishedAt: new Date(row.firstPublishedAt ?? 0),
    updatedAt: row.updatedAt ? new Date(row.updatedAt) : null,
    comments: row.comments ?? 0,
  };
}

/** A picture of the store with the words that stand beside it here. */
export function shownPicture(media: Media, words: { alt: string; caption: string; credit: string; focal?: FocalPoint | null | undefined; crop?: CropBox | null | undefined }): ShownPicture {
  const { id, width, height, thumbHash, renditions } = media;
  return placedPicture({ id, width, height, whole: { width, height }, widths: offeredWidths(width), thumbHash, crops: cropsIn(renditions), pageCrops: pageCropsIn(renditions), crop: null, focal: null, alt: words.alt, caption: words.caption, credit: words.credit }, words);
}

/** Rows of cards, newest first by first publication. */
export const cardRows = (db: Database, condition: SQL | undefined, limit: number) => cardRowsWith(db, {}, condition, limit);

/** The same, with something more beside each card. */
export function cardRowsWith<More extends Record<string, SQL.Aliased>>(db: Database, more: More, condition: SQL | undefined, limit: number) {
  return db
    .select({ card: cardColumn, ...more })
    .from(publicArticles)
    .where(condition)
    .orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id))
    .limit(atMost(limit));
}

/** Stories, newest first by first publication. */
export async function cardsWhere(condition: SQL | undefined, limit: number): Promise<ArticleCard[]> {
  return (await cardRows(readerDatabase(), condition, limit)).map(asCard);
}

/** What the first page of a list is made from: its rows and the one behind them. */
export const firstPageRows = (db: Database, condition: SQL | undefined) => cardRows(db, condition, cardsAPage + 1);

/** Where in a list a page begins, and on which side of it the page lies. */
type Beyond = { place: Place; than: "<" | ">=" };
type From = "newest" | "oldest";

/** Which stories a list holds: simply so, or said anew for what lies beyond a place and the end from which it is read. */
export type ListCondition = SQL | ((beyond: Beyond | null, from: From) => SQL);

type Walk = { ids: SQLWrapper; at: SQLWrapper; in: SQLWrapper; of: SQL };

/**
 * Ids of a list along its index, as many as a page can show. Asked for together with all that a card shows, PostgreSQL would rather
 * gather the whole list, however long it is.
 */
function walked({ ids, at, in: list, of }: Walk, beyond: Beyond | null, from: From): SQL {
  const way = sql.raw(from === "newest" ? "desc" : "asc");
  return sql`select ${ids} as id from ${list} where ${of} and ${beyond ? besides(beyond, at, ids) : sql`true`} order by ${at} ${way}, ${ids} ${way} limit ${atMost(mostOfOneList)}`;
}

/** The stories of several sections: one look into the index for each. */
export const ofSections = (ids: SQL | Placeholder) => (beyond: Beyond | null, from: From): SQL => {
  const each = walked({ ids: publicArticles.id, at: publicArticles.firstPublishedAt, in: publicArticles, of: sql`${publicArticles.sectionId} = one.section` }, beyond, from);
  return sql`${publicArticles.id} in (select each.id from unnest(${ids}::uuid[]) as one (section) cross join lateral (${each}) as each)`;
};

/** The stories with a tag. */
export const ofTag = (id: string | Placeholder) => (beyond: Beyond | null, from: From): SQL => {
  const { articleId, publishedAt, tagId } = publicArticleTags;
  return sql`${publicArticles.id} in (${walked({ ids: articleId, at: publishedAt, in: publicArticleTags, of: sql`${tagId} = ${id}` }, beyond, from)})`;
};

/** The stories that somebody signed; in whatever roles, once. */
export const signedBy = (id: string | Placeholder) => (beyond: Beyond | null, from: From): SQL => {
  const { articleId, publishedAt, personId, position } = publicBylines;
  const first = sql`not exists (select 1 from ${publicBylines} as again where again.article_id = ${articleId} and again.person_id = ${id} and again.position < ${position})`;
  return sql`${publicArticles.id} in (${walked({ ids: articleId, at: publishedAt, in: publicBylines, of: sql`${personId} = ${id} and ${first}` }, beyond, from)})`;
};

/** One page of a list, with the signed places of the pages beside it. */
export async function pageOf(list: string, condition: ListCondition, before: string | undefined): Promise<CardList> {
  const place = readCursor(list, before);
  const older = place ? ({ place, than: "<" } as const) : null;
  const [cards, newer] = await Promise.all([cardsWhere(conditionFor(condition, older, "newest"), cardsAPage + 1), place ? newerPage(list, condition, place) : null]);
  return asPage(list, cards, newer);
}

function conditionFor(condition: ListCondition, beyond: Beyond | null, from: From): SQL | undefined {
  return and(typeof condition === "function" ? condition(beyond, from) : condition, beyond ? besides(beyond) : undefined);
}

/** A page of a list, made from its cards and the one behind them, with the places of the pages beside it. */
export function asPage(list: string, cards: readonly ArticleCard[], newer: CardList["newer"]): CardList {
  const last = cards[cardsAPage - 1];
  return { cards: cards.slice(0, cardsAPage), newer, older: cards.length > cardsAPage && last ? signCursor(list, { at: last.publishedAt, id: last.id }) : null };
}

/** What lies on one side of a place in a list. */
function besides({ place, than }: Beyond, at: SQLWrapper = publicArticles.firstPublishedAt, id: SQLWrapper = publicArticles.id): SQL {
  return sql`(${at}, ${id}) ${sql.raw(than)} (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;
}

/** The page that ends where this one begins: its place, or "first" where the list begins on it. */
async function newerPage(list: string, condition: ListCondition, place: Place): Promise<CardList["newer"]> {
  const [start] = await readerDatabase()
    .select({ at: publicArticles.firstPublishedAt, id: publicArticles.id })
    .from(publicArticles)
    .where(conditionFor(condition, { place, than: ">=" }, "oldest"))
    .orderBy(asc(publicArticles.firstPublishedAt), asc(publicArticles.id))
    .offset(cardsAPage)
    .limit(atMost(1));
  return start?.at ? { before: signCursor(list, { at: start.at, id: start.id }) } : "first";
}
