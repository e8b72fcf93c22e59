import { and, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { articles } from "@/db/schema";

/** Whether readers see a story now, by the database's clock: what may be written, liked or reported under it is asked of this. */
export const storyIsPublic: SQL = and(isNotNull(articles.publishedRevisionId), or(isNull(articles.embargoUntil), lte(articles.embargoUntil, sql`now()`))) ?? sql`false`;
