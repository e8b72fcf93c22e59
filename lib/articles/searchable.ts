import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleSearch, people, searchWords } from "@/db/schema";
import type { RevisionRow } from "@/lib/articles/cut-revision";
import { publicHeadWords } from "@/lib/articles/head-words";
import { bodyText } from "@/lib/content/to-text";

/** The form in which stories are indexed now (migration 0009 has an index on what is older). A new one makes `renew-search` go through all. */
export const searchForm = 2;

/** What is kept of a text to compare slips of typing with: words of letters alone. */
const kept = sql.raw("'^[[:alpha:]]{3,30}$'");
/** So many of the newest stories are asked first who else has a word: between them they have all the common ones. */
const asked = sql.raw("50");

/**
 * Indexes a public story: headline before standfirst before body; every word folded and its stem beside it (migrations 0005 and 0009).
 * One that was `indexed` before may lose words that it vouched for.
 */
export async function makeSearchable(tx: Transaction, revision: RevisionRow, indexed: boolean): Promise<void> {
  const body = bodyText(revision.body);
  const head = [revision.headline, revision.kicker, ...revision.tags].join(" ");
  const beside = [revision.standfirst, ...revision.bylines.map((byline) => byline.name)].join(" ");
  const words = sql`standfirst_index(${revision.language}, ${head}, ${beside}, ${body})`;
  const signing = revision.bylines.flatMap((byline) => byline.personId ?? []);
  const authors = sql`array(select id from people where ${signing.length > 0 ? inArray(people.id, signing) : sql`false`})`;
  const excluded = (column: string) => sql`excluded.${sql.identifier(column)}`;
  await tx
    .insert(articleSearch)
    .values({ articleId: revision.articleId, words: words as unknown as string, head: publicHeadWords(revision) as unknown as string, plain: body, authors: authors as unknown as string[], form: searchForm })
    // What was worked out for the row, and not once more.
    .onConflictDoUpdate({ target: articleSearch.articleId, set: { words: excluded("words"), head: excluded("head"), plain: excluded("plain"), authors: excluded("authors"), form: searchForm } });
  if (indexed) await handOverWords(tx, revision.articleId, sql`and not exists (select from article_search where article_id = ${revision.articleId} and words @@ standfirst_quoted(word)::tsquery)`);
  // In their order, so that two who publish at once wait for each other and never both.
  await tx.execute(sql`insert into ${searchWords} (word, public_from, article_id) select lexeme, public_from, article_id from article_search, unnest(tsvector_to_array(words)) as lexeme where article_id = ${revision.articleId} and lexeme ~ ${kept}
    and not exists (select from search_words join article_search as vouching using (article_id) where word = lexeme and vouching.public_from <= article_search.public_from)
    order by lexeme on conflict (word) do update set public_from = excluded.public_from, article_id = excluded.article_id`);
}

/**
 * Words that a story vouches for and is about to lose are vouched for by another public story that has them, or go: no reader is asked
 * whether she meant a word that stands nowhere. `which` narrows them.
 */
export async function handOverWords(tx: Transaction, articleId: string, which = sql``): Promise<void> {
  const own = sql`article_id = ${articleId} ${which}`;
  const [owns] = await tx.execute(sql`select 1 as one from search_words where ${own} limit 1`);
  if (!owns) return;
  await tx.execute(sql`with fresh as (select article_id, public_from, words from article_search where article_id <> ${articleId} and public_from <= now() order by published_at desc limit ${asked}),
    other as (select distinct on (lexeme) lexeme, article_id, public_from from fresh, unnest(tsvector_to_array(words)) as lexeme order by lexeme, public_from)
    update search_words set article_id = other.article_id, public_from = other.public_from from other where other.lexeme = word and search_words.${own}`);
  await tx.execute(sql`with other as materialized (select word as lexeme, (select article_search.article_id from article_search where words @@ standfirst_quoted(word)::tsquery and article_search.article_id <> ${articleId} and public_from <= now() order by published_at + interval '0' limit 1) as article_id from search_words where ${own})
    update search_words set article_id = other.article_id, public_from = (select public_from from article_search where article_search.article_id = other.article_id) from other where other.lexeme = word and other.article_id is not null`);
  await tx.execute(sql`delete from search_words where ${own}`);
}
