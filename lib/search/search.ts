import { eq, type SQL, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicSearch } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import type { SectionName } from "@/lib/articles/views";
import { counted, countedAndOrdered, type Facet } from "@/lib/search/counted";
import type { Filters } from "@/lib/search/filters";
import { nearestWords } from "@/lib/search/nearest-words";
import { otherForms } from "@/lib/search/other-forms";
import { type Question, questionOf, withWords } from "@/lib/search/question";
import { folded, marked, type Snippet, type Sought, snippetOf } from "@/lib/search/snippet";

export type SearchHit = { id: string; path: string; headline: Snippet; snippet: Snippet; section: SectionName; language: Language; publishedAt: Date };
export type SearchResults = {
  /** What was searched: what was typed, or the nearest to it that finds anything. */
  question: string;
  total: number;
  hits: SearchHit[];
  sections: Facet[];
  authors: Facet[];
  formats: Facet[];
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

/** The pairs of words that stand beside each other in its phrases, as stories are indexed by them. */
function pairsOf({ phrases }: Question): SQL | null {
  const several = phrases.filter((phrase) => phrase.length > 1).map((phrase) => sql`standfirst_word_pairs(standfirst_words(${phrase.join(" ")}))`);
  return several.length > 0 ? sql`(select ${sql.join(several, sql` || `)})` : null;
}

async function resultsOf(typed: string, question: Question, filters: Filters, timeZone: string, after: string | null): Promise<SearchResults> {
  const { best, ...counts } = await countedAndOrdered({ query: queryOf(question), words: question.words.length, pairs: pairsOf(question) }, filters, timeZone);
  const start = after ? best.indexOf(after) + 1 : 0;
  const page = best.slice(start, start + hitsAPage);
  const hits = await hitsOf(page, question);
  return { question: typed, ...counts, hits, reachable: best.length, more: counts.total >= counted, next: start + hitsAPage < best.length ? (page.at(-1) ?? null) : null };
}

async function hitsOf(ids: readonly string[], question: Question): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
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
    })
    .from(publicSearch)
    .innerJoin(publicArticles, eq(publicArticles.id, publicSearch.articleId))
    .where(sql`${publicSearch.articleId} = any (${`{${ids.join(",")}}`}::uuid[])`);
  const sought: Sought = { words: question.words.map(folded), phrases: question.phrases.map((phrase) => phrase.map(folded)), forms: await otherForms(question.words, rows.map(({ language, headline, plain }) => ({ language, text: `${headline} ${plain}` }))) };
  const found = new Map(
    rows.map((row) => {
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
