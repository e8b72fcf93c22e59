import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { searchForm } from "@/lib/articles/searchable";

const paragraphs = 4_000;
const wordsAParagraph = 90;
const vocabulary = 30_000;
const syllables = ["ba", "den", "cor", "mil", "tan", "ver", "sol", "rin", "pal", "gos", "lum", "fer", "nex", "hav", "ost", "qui"];
/** Words that hold sentences together: two of five. */
const between = ["the", "of", "and", "to", "in", "for", "on", "with", "was", "at", "by", "from", "they", "that", "this", "have", "were", "has", "but", "not"];
/** The commonest words that say something, commonest first: real ones, so that stems have something to do. */
const common = [...between, "council", "year", "people", "city", "school", "ferry", "harbour", "votes", "night", "library", "museum", "winter", "bridges", "trains", "market", "island", "reservoir", "lighthouse"];

/** The word of a rank, commonest first: no two ranks share one. From 20 on they say something. */
export function oldPaperWord(rank: number): string {
  if (rank < common.length) return common[rank] ?? "";
  let word = "";
  for (let rest = rank; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length];
  return word;
}

/** Numbers that look drawn and are the same each time. */
function drawn(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The archive of an old paper: so many public stories of 270 words over 20 years, in every section, by every person who signs. Few words
 * are in many of them and many in few, as in a language. Made with the migrator's login, in some minutes for 100,000.
 */
export async function oldPaper(db: Database, stories: number): Promise<void> {
  const next = drawn();
  const word = () => oldPaperWord(next() < 0.4 ? Math.floor(next() * between.length) : Math.floor(between.length * (vocabulary / between.length) ** next()));
  const texts = Array.from({ length: paragraphs }, () => Array.from({ length: wordsAParagraph }, word).join(" "));
  await db.execute(sql`create table bench_paragraphs as select (n - 1)::int as n, text, standfirst_index('en', '', '', text) as words, standfirst_word_pairs(standfirst_words(text)) as pairs from unnest(${`{${texts.map((text) => `"${text}"`).join(",")}}`}::text[]) with ordinality as given (text, n)`);
  await db.execute(sql`create unique index on bench_paragraphs (n)`);
  const id = (kind: string) => sql.raw(`('0190b5a0-0000-7000-${kind}-' || lpad(to_hex(story.n), 12, '0'))::uuid`);
  const rows = sql`(select i, now() - i * (interval '20 years' / ${sql.raw(String(stories))}) as at, signing[1 + i % cardinality(signing)] as by, opened[1 + (i / 7) % cardinality(opened)] as section,
      initcap(array_to_string((string_to_array(text, ' '))[1 + i % 40 : 8 + i % 40], ' ')) || ' ' || i as headline
    from generate_series(1, ${sql.raw(String(stories))}) as i join bench_paragraphs as first on first.n = i % ${sql.raw(String(paragraphs))},
      (select array(select id from people where handle is not null) as signing) as people, (select array(select id from sections) as opened) as sections) as story (n, at, by, section, headline)`;
  await db.execute(sql`insert into articles (id, created_by, created_at, draft_headline, draft_slug, draft_section_id, draft_people, draft_hash, draft_search, draft_edited_at)
    select ${id("8000")}, by, at, headline, 'old-' || story.n, section, array[by], 'old', '', at from ${rows}`);
  await db.execute(sql`insert into revisions (id, article_id, seq, kind, schema_version, kicker, headline, standfirst, dateline, slug, section_id, language, tags, bylines, body, words, hash, created_by, contributors, created_at)
    select ${id("9000")}, ${id("8000")}, 1, 'publish', 1, '', headline, '', '', 'old-' || story.n, section, 'en', '{}', '[]', '{"type":"doc","content":[]}', 270, 'old', by, array[by], at from ${rows}`);
  await db.execute(sql`update articles set published_revision_id = revisions.id, section_id = revisions.section_id, slug = revisions.slug, first_published_at = revisions.created_at, public_number = nextval('articles_public_number') from revisions where revisions.article_id = articles.id and revisions.hash = 'old'`);
  await db.execute(sql`insert into article_bylines (article_id, person_id, role, position, published_at) select article_id, created_by, 'by', 0, created_at from revisions where hash = 'old'`);
  // Built at once afterwards: three times as quick.
  await db.execute(sql`drop index article_search_words`);
  await db.execute(sql`insert into article_search (article_id, words, head, plain, authors, form)
    select ${id("8000")}, standfirst_index('en', headline, '', '') || a.words || b.words || c.words, standfirst_index('en', headline, '', ''), a.text || '. ' || b.text || '. ' || c.text, array[by], ${sql.raw(String(searchForm))}
    from ${rows} join bench_paragraphs as a on a.n = story.n * 7 % ${sql.raw(String(paragraphs))} join bench_paragraphs as b on b.n = story.n * 11 / 3 % ${sql.raw(String(paragraphs))} join bench_paragraphs as c on c.n = story.n * 13 / 5 % ${sql.raw(String(paragraphs))}`);
  await db.execute(sql`drop index article_word_pairs_pairs`);
  await db.execute(sql`update article_word_pairs set pairs = standfirst_word_pairs(standfirst_words(headline)) || a.pairs || b.pairs || c.pairs
    from ${rows} join bench_paragraphs as a on a.n = story.n * 7 % ${sql.raw(String(paragraphs))} join bench_paragraphs as b on b.n = story.n * 11 / 3 % ${sql.raw(String(paragraphs))} join bench_paragraphs as c on c.n = story.n * 13 / 5 % ${sql.raw(String(paragraphs))} where article_id = ${id("8000")}`);
  await db.execute(sql`create index article_word_pairs_pairs on article_word_pairs using gin (pairs) with (fastupdate = false)`);
  await db.execute(sql`create index article_search_words on article_search using gin (words)`);
  await db.execute(sql`insert into search_words select distinct on (lexeme) lexeme, public_from, article_id from (select * from article_search order by published_at limit ${sql.raw(String(paragraphs * 3))}) as oldest, unnest(tsvector_to_array(words)) as lexeme where lexeme ~ '^[[:alpha:]]{3,30}$' on conflict do nothing`);
  await db.execute(sql`drop table bench_paragraphs`);
  for (const table of ["articles", "revisions", "article_search", "article_word_pairs", "article_bylines", "search_words"]) await db.execute(sql.raw(`vacuum analyze ${table}`));
}
