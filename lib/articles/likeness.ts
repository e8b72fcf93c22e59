import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";

/** So many are kept of each story: what a page proposes, and as many again for what is taken back meanwhile. */
export const mostAlike = 6;
/** Among so many of the newest stories it is looked for. The work is the same however large the paper is; what is older is found by its tags. */
const among = 1_000;
/** So many of a story's own words are compared, those that it says most about. */
const terms = 48;
/** So many that have the most of them are weighed by how often they say them: taking a whole index apart is what costs. */
const weighed = 40;
/** Fewer telling words in common are chance. */
const fewestInCommon = 3;

const count = (number: number) => sql.raw(String(number));

/**
 * The public stories in the same language that are most like a public story, best first: words in common, weighed by how often each says
 * them (headline, kicker and tags three times) and by how few others do, against the length of both; each tag in common adds as much again.
 * Stems are compared where the language has a stemmer, words elsewhere. Empty where the story is not public.
 */
export async function storiesLike(articleId: string): Promise<{ id: string; likeness: number }[]> {
  const weight = sql.raw("least(cardinality(positions), 5) * case when 'A' = any(weights) then 3 else 1 end");
  return appDatabase().execute<{ id: string; likeness: number }>(sql`
    with this as materialized (
      select own.words, length(own.words) as size, own.words::text like ${"%'=__=%"} as stemmed, language from article_search as own join public_articles on id = article_id where article_id = ${articleId}
    ), own as materialized (
      select lexeme, ${weight} as weight from this, unnest(words) where case when stemmed then lexeme like '=%' else char_length(lexeme) > 2 end and lexeme !~ '[0-9]' order by weight desc, lexeme limit ${count(terms)}
    ), fresh as materialized (
      select newest.article_id, newest.words from (select article_id, words, published_at from public_finds where article_id <> ${articleId} order by published_at desc limit ${count(among)}) as newest
      join public_articles on id = newest.article_id where language = (select language from this)
    ), said as materialized (
      select article_id, lexeme, weight, length(fresh.words) as size from fresh, unnest(tsvector_to_array(fresh.words)) as lexeme join own using (lexeme)
    ), telling as materialized (
      select lexeme, ln(1 + (select count(*) from fresh)::float8 / count(*)) as worth, count(*) <= greatest(3, (select count(*) from fresh) / 8) as tells from said group by lexeme
    ), likely as materialized (
      select article_id from said join telling using (lexeme) group by article_id, size having count(*) filter (where tells) >= ${count(fewestInCommon)} order by sum(weight * worth * worth) / sqrt(size) desc limit ${count(weighed)}
    ), alike as (
      select article_id, sum(own.weight * ${weight} * worth * worth) / sqrt(length(fresh.words)::float8 * (select size from this)) as likeness from likely join fresh using (article_id), unnest(fresh.words) join own using (lexeme) join telling using (lexeme) group by article_id, fresh.words
    )
    select article_id as id, (likeness * (1 + (select count(*) from article_tags as theirs join article_tags as ours using (tag_id) where theirs.article_id = alike.article_id and ours.article_id = ${articleId})))::float8 as likeness
    from alike order by 2 desc, 1 desc limit ${count(mostAlike)}`);
}
