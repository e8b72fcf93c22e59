import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicFinds, publicPeople, publicSearch, publicSections } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import type { SectionName } from "@/lib/articles/views";
import type { Filters } from "@/lib/search/filters";
import { nearestWords } from "@/lib/search/nearest-words";
import { type Question, questionOf, withWords } from "@/lib/search/question";
import { folded, marked, type Snippet, type Sought, snippetOf } from "@/lib/search/snippet";

export type SearchHit = { id: string; path: string; headline: Snippet; snippet: Snippet; section: SectionName; language: Language; publishedAt: Date };
/** One way to narrow the search, with what it would leave. */
export type Facet = { value: string; name: string; count: number };
export type SearchResults = {
  /** What was searched: what was typed, or the nearest to it that finds anything. */
  question: string;
  total: number;
  hits: SearchHit[];
  sections: Facet[];
  authors: Facet[];
  years: Facet[];
  /** The last story of this page, where more follow; the next page comes after it. */
  next: string | null;
  /** So many are put in order and can be reached page by page. */
  reachable: number;
  /** There are more than `total`: the newest alone were counted. */
  more: boolean;
};
export type Search = SearchResults & {
  /** Nothing stood under what was typed; these are for `question`. */
  instead: boolean;
  /** What else may have been meant. */
  meant: string | null;
};

const hitsAPage = 20;
/** So many are put in order by their whole text and can be reached page by page; of what lies beyond, facets lead to the rest. */
const ordered = 200;
/** So many of the newest are counted and weighed: a word that stands in every story says little about the old ones, which days lead to. */
const counted = 5_000;
/** Fewer than so many, and a slip of typing is looked for. */
const few = 3;

/**
 * Public stories that hold every word (or one that begins with it, or another form of it in the story's language) and every phrase, best
 * first. Accents and letter variants do not matter. Where nothing is found, what stands under the nearest words. Null where nothing was asked.
 */
export async function search(typed: string, filters: Filters, timeZone: string, after: string | null = null): Promise<Search | null> {
  const question = questionOf(typed);
  if (question.words.length + question.phrases.length === 0) return null;
  const found = await resultsOf(typed, question, filters, timeZone, after);
  const narrowed = Object.values(filters).some(Boolean);
  if (found.total >= few || narrowed || after) return { ...found, instead: false, meant: null };
  const near = await nearestWords([...question.words, ...question.phrases.flat()]);
  if (near.size === 0) return { ...found, instead: false, meant: null };
  const meant = withWords(typed, near);
  const other = await resultsOf(meant, questionOf(meant), filters, timeZone, null);
  if (found.total === 0 && other.total > 0) return { ...other, instead: true, meant };
  // A rare word is no slip merely because a common one is near it.
  return { ...found, instead: false, meant: other.total >= 10 * Math.max(found.total, 1) ? meant : null };
}

/** What is asked, for PostgreSQL. Always within a sub-select: worked out once, not for each story. */
function queryOf({ words, phrases }: Question): SQL {
  const parts = [...words.map((word) => sql`standfirst_asked(${word})`), ...phrases.map((phrase) => sql`phraseto_tsquery('pg_catalog.simple', standfirst_parted(standfirst_fold(${phrase.join(" ")})))`)];
  return sql.join(parts, sql` && `);
}

type Counted = { total: number; best: string[]; sections: Facet[]; authors: Facet[]; years: Facet[] };

async function resultsOf(typed: string, question: Question, filters: Filters, timeZone: string, after: string | null): Promise<SearchResults> {
  const { best, ...counts } = await countedAndOrdered(question, filters, timeZone);
  const start = after ? best.indexOf(after) + 1 : 0;
  const page = best.slice(start, start + hitsAPage);
  const hits = await hitsOf(page, question);
  return { question: typed, ...counts, hits, reachable: best.length, more: counts.total >= counted, next: start + hitsAPage < best.length ? (page.at(-1) ?? null) : null };
}

/** One question for all: each facet counts what it would leave beside the other facets that are chosen. */
async function countedAndOrdered(question: Question, { section, author, from, to }: Filters, timeZone: string): Promise<Counted> {
  const inSection = section ? sql`coalesce(section_id = (select id from ${publicSections} where slug = ${section}), false)` : sql`true`;
  const byAuthor = author ? sql`coalesce((select id from ${publicPeople} where handle = ${author}) = any (authors), false)` : sql`true`;
  const since = from ? sql`published_at >= ${from}::date::timestamp at time zone ${timeZone}` : sql`true`;
  const until = to ? sql`published_at < (${to}::date + 1)::timestamp at time zone ${timeZone}` : sql`true`;
  const [row] = await readerDatabase().execute<Counted>(sql`
    with asked as materialized (select ${queryOf(question)} as query),
    newest as materialized (
      select article_id, section_id, authors, published_at, head, ${inSection} as in_section, ${byAuthor} as by_author, ${since} and ${until} as in_days
      from asked join ${publicFinds} on words @@ query
      order by ${inSection} and ${byAuthor} and ${since} and ${until} desc, published_at desc limit ${sql.raw(String(counted))}
    ),
    found as materialized (select article_id, section_id, authors, published_at, in_section, by_author, in_days, ts_rank(head, query) as rank from newest, asked),
    best as materialized (select article_id, published_at from found where in_section and by_author and in_days order by rank desc, published_at desc limit ${sql.raw(String(ordered))})
    select
      (select count(*)::int from found where in_section and by_author and in_days) as total,
      array(select best.article_id from best join ${publicFinds} using (article_id), asked order by ts_rank(words, query) desc, best.published_at desc, best.article_id) as best,
      (select coalesce(json_agg(json_build_object('value', slug, 'name', name, 'count', stories) order by stories desc, name), '[]') from (select section_id, count(*) as stories from found where by_author and in_days group by 1) as counted join ${publicSections} on id = section_id) as sections,
      (select coalesce(json_agg(json_build_object('value', handle, 'name', name, 'count', stories) order by stories desc, name), '[]') from (select person, count(*) as stories from found, unnest(authors) as person where in_section and in_days group by 1 order by 2 desc limit 12) as counted join ${publicPeople} on id = person) as authors,
      (select coalesce(json_agg(json_build_object('value', year, 'name', year, 'count', stories) order by year desc), '[]') from (select extract(year from published_at at time zone ${timeZone})::int::text as year, count(*) as stories from found where in_section and by_author group by 1) as counted) as years`);
  if (!row) throw new Error("A question without FROM answers with one row.");
  return row;
}

async function hitsOf(ids: readonly string[], question: Question): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const beginnings = question.words.map(folded);
  const starts = `{${beginnings.map((word) => JSON.stringify([...word].slice(0, 2).join(""))).join(",")}}`;
  // Other forms of what was asked, in the story's own words, to be marked. Arabic puts letters before the stem too.
  const forms = sql<string[]>`array(select word from unnest(tsvector_to_array(${publicSearch.words})) as word
    where word not like '=%' and (left(word, 2) = any (${starts}::text[]) or ${publicArticles.language} = 'ar') and standfirst_stems(${publicArticles.language}, word) @@ (select ${queryOf({ words: question.words, phrases: [] })}))`;
  const rows = await readerDatabase()
    .select({
      id: publicArticles.id,
      slug: publicArticles.slug,
      sectionSlug: publicArticles.sectionSlug,
      sectionName: publicArticles.sectionName,
      accent: publicArticles.accent,
      language: publicArticles.language,
      publishedAt: publicArticles.firstPublishedAt,
      headline: publicArticles.headline,
      plain: publicSearch.plain,
      forms: question.words.length > 0 ? forms : sql<string[]>`array[]::text[]`,
    })
    .from(publicSearch)
    .innerJoin(publicArticles, eq(publicArticles.id, publicSearch.articleId))
    .where(inArray(publicSearch.articleId, [...ids]));
  const found = new Map(
    rows.map((row) => {
      const sought: Sought = { words: beginnings, phrases: question.phrases.map((phrase) => phrase.map(folded)), forms: new Set(row.forms) };
      return [
        row.id,
        {
          id: row.id,
          path: articlePath(row.sectionSlug, row.slug ?? ""),
          headline: marked(row.headline, sought),
          snippet: snippetOf(row.plain, sought),
          section: { slug: row.sectionSlug, name: row.sectionName, accent: row.accent },
          language: row.language,
          publishedAt: row.publishedAt ?? new Date(0),
        },
      ];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
