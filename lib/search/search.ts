import { desc, eq, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicSearch } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import type { SectionName } from "@/lib/articles/views";
import type { Language } from "@/db/vocabulary";
import { marked, type Snippet, snippetOf } from "@/lib/search/snippet";

export type SearchHit = { id: string; path: string; headline: Snippet; snippet: Snippet; section: SectionName; language: Language; publishedAt: Date };

/** Longest question, in characters, and most words of it that count. */
const longestQuestion = 200;
const mostWords = 12;

/** The words of a question: letters and figures only, so that no search operator can be smuggled in. */
export function questionWords(question: string): string[] {
  return (question.slice(0, longestQuestion).normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, mostWords);
}

/** Public stories that hold every word or one that begins with it, best first; accents and letter variants do not matter. */
export async function search(question: string, limit = 30): Promise<SearchHit[]> {
  const words = questionWords(question);
  if (words.length === 0) return [];
  const query = sql`to_tsquery('simple', standfirst_fold(${words.map((word) => `${word}:*`).join(" & ")}))`;
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
    .where(sql`${publicSearch.words} @@ ${query}`)
    .orderBy(desc(sql`ts_rank(${publicSearch.words}, ${query})`), desc(publicArticles.firstPublishedAt))
    .limit(limit);
  return rows.map((row) => ({
    id: row.id,
    path: articlePath(row.sectionSlug, row.slug ?? ""),
    headline: marked(row.headline, words),
    snippet: snippetOf(row.plain, words),
    section: { slug: row.sectionSlug, name: row.sectionName, accent: row.accent },
    language: row.language,
    publishedAt: row.publishedAt ?? new Date(0),
  }));
}
