import { desc, eq, ilike, or, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicFinds, publicPeople, publicSections } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { type Language, languages } from "@/db/vocabulary";
import { questionWords } from "@/lib/search/question";

/** Something to go to at once while one types. `kind` is what it is called beside its name. */
export type Suggestion = { label: string; kind: string; path: string; lang: Language; dir: "ltr" | "rtl" };

const mostStories = 6;
const mostOthers = 2;
/** So many of the newest stories that fit are weighed against each other. */
const weighed = 300;
/** Fewer letters fit everything. */
const fewestLetters = 2;

/** Sections, people and stories whose name or headline has each typed word or one that begins with it. */
export async function suggestionsFor(typed: string): Promise<Suggestion[]> {
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
  const latin = { lang: "en", dir: "ltr" } as const;
  return [
    ...sections.map(({ name, slug }): Suggestion => ({ label: name, kind: "Section", path: `/${slug}`, ...latin })),
    ...people.map(({ name, handle }): Suggestion => ({ label: name, kind: "Author", path: `/authors/${handle}`, ...latin })),
    ...stories,
  ];
}

async function storiesFor(words: readonly string[]): Promise<Suggestion[]> {
  const query = sql`(select to_tsquery('pg_catalog.simple', standfirst_fold(${words.map((word) => `${word}:*`).join(" & ")})))`;
  const newest = readerDatabase().select({ id: publicFinds.articleId, head: publicFinds.head, at: publicFinds.publishedAt }).from(publicFinds).where(sql`${publicFinds.head} @@ ${query}`).orderBy(desc(publicFinds.publishedAt)).limit(weighed).as("newest");
  const best = readerDatabase().select({ id: newest.id, rank: sql<number>`ts_rank_cd(${newest.head}, ${query})`.as("rank"), at: newest.at }).from(newest).orderBy(sql`rank desc`, desc(newest.at)).limit(mostStories).as("best");
  const rows = await readerDatabase()
    .select({ headline: publicArticles.headline, slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug, language: publicArticles.language, section: publicArticles.sectionName })
    .from(best)
    .innerJoin(publicArticles, eq(publicArticles.id, best.id))
    .orderBy(desc(best.rank), desc(best.at));
  return rows.map((row) => ({ label: row.headline, kind: row.section, path: articlePath(row.sectionSlug, row.slug ?? ""), lang: row.language, dir: languages[row.language].direction }));
}
