import { and, asc, desc, type Placeholder, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";
import { atMost } from "@/db/prepared";
import { publicArticles, publicDiscussions, publicMedia } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { asJson } from "@/lib/articles/reads/gathered";
import type { ArticleCard, CardList, ShownPicture } from "@/lib/articles/views";
import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";
import { cropsIn, placedPicture } from "@/lib/media/crops";
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
  firstPublishedAt: publicArticles.firstPublishedAt,
  updatedAt: publicArticles.updatedAt,
};

/** A row of a list. As it comes in JSON: its instants are text. */
type CardRow = Omit<Pick<typeof publicArticles.$inferSelect, keyof typeof storyColumns>, "firstPublishedAt" | "updatedAt"> & { firstPublishedAt: string | null; updatedAt: string | null; picture: Media | null; comments: number | null };

/** Which picture of the store leads a story, in SQL. */
export const leadPictureId = sql`(${publicArticles.lead} ->> 'assetId')::uuid`;

/**
 * A picture of the store as one JSON value, null where it is not public. A column rather than a join: PostgreSQL then walks a list along
 * its index and asks for the pictures of those stories alone that are shown.
 */
export const pictureJson = (id: SQLWrapper) => sql<Media | null>`(select ${asJson(pictureColumns)} from ${publicMedia} where ${publicMedia.id} = ${id})`;

const comments = sql`(select ${publicDiscussions.visibleCount} from ${publicDiscussions} where ${publicDiscussions.articleId} = ${publicArticles.id})`;

/**
 * Everything a card shows, all of a story but its text, as one JSON value: reading twenty columns of each row one by one costs the process
 * more than all else that it does for a list.
 */
export const cardColumn = sql<CardRow>`${asJson({ ...storyColumns, picture: pictureJson(leadPictureId), comments })}`.as("card");

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
    publishedAt: new Date(row.firstPublishedAt ?? 0),
    updatedAt: row.updatedAt ? new Date(row.updatedAt) : null,
    comments: row.comments ?? 0,
  };
}

/** A picture of the store with the words that stand beside it here. */
export function shownPicture(media: Media, words: { alt: string; caption: string; credit: string; focal?: FocalPoint | null | undefined; crop?: CropBox | null | undefined }): ShownPicture {
  const { id, width, height, thumbHash, renditions } = media;
  return placedPicture({ id, width, height, whole: { width, height }, widths: offeredWidths(width), thumbHash, crops: cropsIn(renditions), crop: null, focal: null, alt: words.alt, caption: words.caption, credit: words.credit }, words);
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

/** Which stories a list holds: simply so, or said anew for what lies beyond a place and the end from which it is read. */
export type ListCondition = SQL | ((beyond: SQL | undefined, from: "newest" | "oldest") => SQL);

/**
 * The stories of several sections, as many of each as a page can show: one look into the index for each section, however many stories
 * lie below, where asking for all of them at once would sort all of them.
 */
export const ofSections = (ids: SQL | Placeholder): ListCondition & ((beyond: SQL | undefined, from: "newest" | "oldest") => SQL) => (beyond, from) => {
  const way = sql.raw(from === "newest" ? "desc" : "asc");
  return sql`${publicArticles.id} in (select each.id from unnest(${ids}::uuid[]) as one (section) cross join lateral (select id from ${publicArticles} where ${publicArticles.sectionId} = one.section and ${beyond ?? sql`true`} order by first_published_at ${way}, id ${way} limit ${atMost(mostOfOneList)}) as each)`;
};

/** One page of a list, with the signed places of the pages beside it. */
export async function pageOf(list: string, condition: ListCondition, before: string | undefined): Promise<CardList> {
  const place = readCursor(list, before);
  const older = place ? besides(place, "<") : undefined;
  const [cards, newer] = await Promise.all([cardsWhere(and(saidFor(condition, older, "newest"), older), cardsAPage + 1), place ? newerPage(list, condition, place) : null]);
  return asPage(list, cards, newer);
}

const saidFor = (condition: ListCondition, beyond: SQL | undefined, from: "newest" | "oldest") => (typeof condition === "function" ? condition(beyond, from) : condition);

/** A page of a list, made from its cards and the one behind them, with the places of the pages beside it. */
export function asPage(list: string, cards: readonly ArticleCard[], newer: CardList["newer"]): CardList {
  const last = cards[cardsAPage - 1];
  return { cards: cards.slice(0, cardsAPage), newer, older: cards.length > cardsAPage && last ? signCursor(list, { at: last.publishedAt, id: last.id }) : null };
}

/** Stories older or newer than a place in the list. */
function besides(place: Place, than: "<" | ">="): SQL {
  return sql`(${publicArticles.firstPublishedAt}, ${publicArticles.id}) ${sql.raw(than)} (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;
}

/** The page that ends where this one begins: its place, or "first" where the list begins on it. */
async function newerPage(list: string, condition: ListCondition, place: Place): Promise<CardList["newer"]> {
  const newer = besides(place, ">=");
  const [start] = await readerDatabase()
    .select({ at: publicArticles.firstPublishedAt, id: publicArticles.id })
    .from(publicArticles)
    .where(and(saidFor(condition, newer, "oldest"), newer))
    .orderBy(asc(publicArticles.firstPublishedAt), asc(publicArticles.id))
    .offset(cardsAPage)
    .limit(atMost(1));
  return start?.at ? { before: signCursor(list, { at: start.at, id: start.id }) } : "first";
}
