import { and, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase, readerDatabase } from "@/db/client";
import { articles, people, publicArticles, publicSearch, revisions, sections } from "@/db/schema";
import { articleCreate, articleEdit } from "@/lib/articles/abilities";
import { articlePath, articleStatus } from "@/lib/articles/article";
import type { StoryChoice } from "@/lib/articles/desk-views";
import { uuids } from "@/lib/articles/reads/cards";
import type { Actor } from "@/lib/core/actor";
import { ownOrigins } from "@/lib/core/own-origin";
import { begunWords } from "@/lib/search/begun-words";
import { questionWords } from "@/lib/search/question";

/** How many are offered before anything is typed, and at most. */
const recent = 5;
const most = 20;
/** So many of the newest that fit are weighed against each other: a word that stands in every headline says nothing about the old ones. */
const weighed = 400;

/** A story that may be offered: by how well it fits, and how new it is. */
type Candidate = { id: string; rank: number; at: number };

/**
 * Stories to link to: the newest before anything is typed, then those whose headline, slug, tags or names have every typed word or one
 * that begins with it, best first. Of stories that this person may edit the working copy counts; of all others only what is public.
 * Null for those who do not write.
 */
export async function storyPicker(actor: Actor, typed: string): Promise<StoryChoice[] | null> {
  if (!articleCreate.check(actor, null)) return null;
  const question = slugOfOwnAddress(typed.trim()) ?? typed.trim();
  const words = questionWords(question);
  if (question !== "" && words.length === 0) return [];
  const [editable, open] = words.length > 0 ? await Promise.all([editableMatches(actor, words), publicMatches(words)]) : await Promise.all([newestEditable(actor), newestPublic()]);
  const own = new Set(editable.map(({ id }) => id));
  const chosen = [...editable, ...open.filter(({ id }) => !own.has(id))].sort((left, right) => right.rank - left.rank || right.at - left.at).slice(0, words.length > 0 ? most : recent);
  return details(actor, chosen.map(({ id }) => id));
}

/** One story that somebody linked to, as this person may see it; an empty list where it is not there for her. */
export async function linkedStory(actor: Actor, id: string): Promise<StoryChoice[] | null> {
  if (!articleCreate.check(actor, null)) return null;
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? details(actor, [id]) : [];
}

/** The words of a slug where one of our own addresses was pasted: "/town/night-ferry-vote". */
function slugOfOwnAddress(typed: string): string | null {
  const path = [...ownOrigins(), ""].flatMap((origin) => (typed.startsWith(`${origin}/`) ? typed.slice(origin.length) : []))[0];
  const [, slug] = /^\/[^/?#]+\/([^/?#]+)/.exec(path ?? "") ?? [];
  try {
    return slug ? decodeURIComponent(slug) : null;
  } catch {
    // A broken percent sign: it is searched as it was typed.
    return null;
  }
}

const millisecondsOf = (instant: SQL | typeof articles.draftEditedAt | typeof publicArticles.firstPublishedAt) => sql<number>`extract(epoch from ${instant}) * 1000`.mapWith(Number);

/** Working copies that this person may edit. Uses the index `articles_draft_search`. */
export function editableMatches(actor: Actor, words: readonly string[]) {
  const query = begunWords(words);
  const newest = appDatabase()
    .select({ id: articles.id, vector: articles.draftSearch, at: sql<number>`${millisecondsOf(articles.draftEditedAt)}`.mapWith(Number).as("at") })
    .from(articles)
    .where(and(sql`${articles.draftSearch} @@ ${query}`, articleEdit.where(actor)))
    .orderBy(desc(articles.draftEditedAt))
    .limit(weighed)
    .as("newest");
  const rank = sql<number>`ts_rank(${newest.vector}, ${query})`.mapWith(Number);
  return appDatabase().select({ id: newest.id, rank, at: newest.at }).from(newest).orderBy(desc(rank), desc(newest.at)).limit(most);
}

/** What is public, by its headline, slug, tags and names. Uses the index `article_search_head`. */
export function publicMatches(words: readonly string[]) {
  const query = begunWords(words);
  const newest = readerDatabase()
    .select({ id: publicSearch.articleId, vector: publicSearch.head })
    .from(publicSearch)
    .where(sql`${publicSearch.head} @@ ${query}`)
    // Ids sort by age.
    .orderBy(desc(publicSearch.articleId))
    .limit(weighed)
    .as("newest");
  const rank = sql<number>`ts_rank(${newest.vector}, ${query})`.mapWith(Number);
  return readerDatabase().select({ id: newest.id, rank, at: sql<number>`0`.mapWith(Number) }).from(newest).orderBy(desc(rank), desc(newest.id)).limit(most);
}

async function newestEditable(actor: Actor): Promise<Candidate[]> {
  return appDatabase().select({ id: articles.id, rank: sql<number>`0`.mapWith(Number), at: millisecondsOf(articles.draftEditedAt) }).from(articles).where(articleEdit.where(actor)).orderBy(desc(articles.draftEditedAt), desc(articles.id)).limit(recent);
}

async function newestPublic(): Promise<Candidate[]> {
  return readerDatabase().select({ id: publicArticles.id, rank: sql<number>`0`.mapWith(Number), at: millisecondsOf(publicArticles.firstPublishedAt) }).from(publicArticles).orderBy(desc(publicArticles.firstPublishedAt), desc(publicArticles.id)).limit(recent);
}

const published = alias(revisions, "published");
const publicSection = alias(sections, "public_section");

/** What the picker shows of each, in the given order: of one's own the working copy, of others the public story. */
async function details(actor: Actor, ids: string[]): Promise<StoryChoice[]> {
  if (ids.length === 0) return [];
  const [own, open] = await Promise.all([ownDetails(actor, ids), publicDetails(ids)]);
  return ids.flatMap((id) => own.get(id) ?? open.get(id) ?? []);
}

/** One statement however many they are, which PostgreSQL then knows already. */
const oneOf = (column: SQLWrapper, ids: readonly string[]) => sql`${column} = any (${uuids(ids)}::uuid[])`;

async function ownDetails(actor: Actor, ids: string[]): Promise<Map<string, StoryChoice>> {
  const rows = await appDatabase()
    .select({ article: articles, hash: published.hash, section: { name: sections.name, accent: sections.accent }, sectionSlug: publicSection.slug, names: sql<string[]>`array_to_json(array(select ${people.name} from ${people} where ${people.id} = any (${articles.draftPeople}) order by array_position(${articles.draftPeople}, ${people.id})))` })
    .from(articles)
    .leftJoin(published, eq(published.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.draftSectionId))
    .leftJoin(publicSection, eq(publicSection.id, articles.sectionId))
    .where(and(oneOf(articles.id, ids), articleEdit.where(actor)));
  return new Map(
    rows.map(({ article, hash, section, sectionSlug, names }) => {
      const live = article.publishedRevisionId !== null;
      const path = live && article.slug && sectionSlug ? articlePath(sectionSlug, article.slug) : null;
      return [article.id, { id: article.id, status: articleStatus(article, hash !== article.draftHash), headline: article.draftHeadline, path, publishedAt: live ? (article.firstPublishedAt?.toISOString() ?? null) : null, section, byline: names.join(", ") }];
    }),
  );
}

async function publicDetails(ids: string[]): Promise<Map<string, StoryChoice>> {
  const rows = await readerDatabase()
    .select({ id: publicArticles.id, headline: publicArticles.headline, slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug, name: publicArticles.sectionName, accent: publicArticles.accent, at: publicArticles.firstPublishedAt, bylines: publicArticles.bylines })
    .from(publicArticles)
    .where(oneOf(publicArticles.id, ids));
  return new Map(
    // Whether a colleague is changing it is not for everybody to know: to others it is live.
    rows.map((row) => [row.id, { id: row.id, status: "live", headline: row.headline, path: articlePath(row.sectionSlug, row.slug ?? ""), publishedAt: row.at?.toISOString() ?? null, section: { name: row.name, accent: row.accent }, byline: row.bylines.map((byline) => byline.name).join(", ") }]),
  );
}
