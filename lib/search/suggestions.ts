import { ilike, or, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicPeople, publicSections } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { type Language, languages } from "@/db/vocabulary";
import { newestFinds } from "@/lib/search/newest-finds";
import { begunWords } from "@/lib/search/begun-words";
import { questionWords } from "@/lib/search/question";

/** Something to go to at once while one types. `kind` is what it is called beside its name. */
export type Suggestion = { label: string; kind: string; path: string; lang: Language; dir: "ltr" | "rtl" };

const mostStories = 6;
const mostOthers = 2;
/** So many of the newest stories that fit are weighed against each other. */
const weighed = 300;
const nearby = 4_000;
/** Fewer letters fit everything. */
const fewestLetters = 2;

/** What sections and people are called beside their names, and the language of the paper, in which the names of its sections are. */
export type Naming = { language: Language; kinds: { section: string; author: string } };

/** Sections, people and stories whose name or headline has each typed word or one that begins with it. */
export async function suggestionsFor(typed: string, { language, kinds }: Naming): Promise<Suggestion[]> {
  const words = questionWords(typed);
  if (words.join("").length < fewestLetters) return [];
  const begins = (column: typeof publicPeople.name | typeof publicSections.name) => {
    const text = typed.trim().slice(0, 100).replaceAll(/[\\%_]/g, "\\$&");
    return or(ilike(column, `${text}%`), ilike(column, `% ${text}%`));
  };
  const [sections, people, stories] = await Promise.all([
    readerDatabase().select({ name: publicSections.name, slug: publicSections.slug }).from(publicSections).where(begins(publicSections.name)).orderBy(publicSections.position).limit(mostOthers),
    readerDatabase().select({ name: publicPeople.name, handle: publicPeople.handle }).from(publicPeople).where(begins(publicPeople.name)).orderBy(publicPeople.name).limit(mostOthers),
    storiesFor(words),
  ]);
  const own = { lang: language, dir: languages[language].direction };
  return [
    ...sections.map(({ name, slug }): Suggestion => ({ label: name, kind: kinds.section, path: `/${slug}`, ...own })),
    ...people.map(({ name, handle }): Suggestion => ({ label: name, kind: kinds.author, path: `/authors/${handle}`, ...own })),
    ...stories,
  ];
}

async function storiesFor(words: readonly string[]): Promise<Suggestion[]> {
  const rows = await readerDatabase().execute<{ headline: string; slug: string | null; sectionSlug: string; language: Language; section: string }>(sql`
    with asked as materialized (select ${begunWords(words)} as query),
    ${newestFinds("found", sql`head`, sql``, { most: weighed, nearby })},
    best as materialized (
      select article_id, ts_rank_cd(head, query) as rank, published_at from asked, found_newest order by rank desc, published_at desc limit ${sql.raw(String(mostStories))}
    )
    select headline, slug, section_slug as "sectionSlug", language, section_name as section from best join ${publicArticles} on id = article_id order by rank desc, best.published_at desc`);
  return rows.map((row) => ({ label: row.headline, kind: row.section, path: articlePath(row.sectionSlug, row.slug ?? ""), lang: row.language, dir: languages[row.language].direction }));
}
