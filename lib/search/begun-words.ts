import { type SQL, sql } from "drizzle-orm";

/**
 * What PostgreSQL is asked for: every word, or one that begins with it, folded as what is searched. Quoted once it is folded: folding makes
 * brackets of some letters ("⑴"), strokes ("½") and apostrophes ("ŉ"), which would be read as signs of a question. Words come from `questionWords`.
 */
export const begunWords = (words: readonly string[]): SQL => sql`(${sql.join(words.map((word) => sql`to_tsquery('pg_catalog.simple', standfirst_quoted(standfirst_parted(standfirst_fold(${word}))) || ':*')`), sql` && `)})`;
