import { desc, eq, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicSearch } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import type { SectionName } from "@/lib/articles/views";
import type { Language } from "@/db/vocabulary";

/** A stretch of text; `hit` where it is what was searched. */
export type Snippet = { text: string; hit: boolean }[];
export type SearchHit = { id: string; path: string; headline: Snippet; snippet: Snippet; section: SectionName; language: Language; publishedAt: Date };

/** Longest question, in characters, and most words of it that count. */
const longestQuestion = 200;
const mostWords = 12;
const open = "\u0001";
const close = "\u0002";

/** The words of a question: letters and figures only, so that no search operator can be smuggled in. */
export function questionWords(question: string): string[] {
  return (question.slice(0, longestQuestion).normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, mostWords);
}

/** Public stories that hold every word or one that begins with it, best first; accents and letter variants do not matter. */
export async function search(question: string, limit = 30): Promise<SearchHit[]> {
  const words = questionWords(question);
  if (words.length === 0) return [];
  const query = sql`to_tsquery('simple', standfirst_fold(${words.map((word) => `${word}:*`).join(" & ")}))`;
  const options = `StartSel=${open}, StopSel=${close}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "`;
  const rows = await readerDatabase()
    .select({
      id: publicArticles.id,
      slug: publicArticles.slug,
      sectionSlug: publicArticles.sectionSlug,
      sectionName: publicArticles.sectionName,
      accent: publicArticles.accent,
      language: publicArticles.language,
      publishedAt: publicArticles.firstPublishedAt,
      headline: sql<string>`ts_headline('simple', ${publicArticles.headline}, ${query}, ${`${options}, HighlightAll=true`})`,
      snippet: sql<string>`ts_headline('simple', left(${publicSearch.plain}, 20000), ${query}, ${options})`,
    })
    .from(publicSearch)
    .innerJoin(publicArticles, eq(publicArticles.id, publicSearch.articleId))
    .where(sql`${publicSearch.words} @@ ${query}`)
    .orderBy(desc(sql`ts_rank(${publicSearch.words}, ${query})`), desc(publicArticles.firstPublishedAt))
    .limit(limit);
  return rows.map((row) => ({
    id: row.id,
    path: articlePath(row.sectionSlug, row.slug ?? ""),
    headline: stretches(row.headline),
    snippet: stretches(row.snippet),
    section: { slug: row.sectionSlug, name: row.sectionName, accent: row.accent },
    language: row.language,
    publishedAt: row.publishedAt ?? new Date(0),
  }));
}

/** Text with marks from PostgreSQL as stretches; the marks are control characters that no stored text holds. */
export function stretches(marked: string): Snippet {
  const parts = marked.split(open).flatMap((part, index) => {
    const [hit = "", after = ""] = index === 0 ? ["", part] : part.split(close);
    return [
      { text: hit, hit: true },
      { text: after, hit: false },
    ];
  });
  return parts.filter((part) => part.text !== "");
}
