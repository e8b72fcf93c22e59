import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { searchForm } from "@/lib/articles/searchable";

const nouns = ["ferry", "council", "harbour", "library", "reservoir", "tram", "orchard", "museum", "cinema", "lighthouse", "market", "pool", "choir", "goalkeeper", "bypass", "turbine", "café", "Brücke", "salt", "marsh"];

/** An old paper: this many stories in one section by one person, every second of them public. Made in SQL, for questions of scale. */
export async function manyStories(db: Database, count: number, by: string, sectionId: string): Promise<void> {
  const noun = (place: number) => sql.raw(`(array[${nouns.map((word) => `'${word}'`).join(",")}])[1 + (n / ${place}) % ${nouns.length}]`);
  const headline = sql`'The ' || ${noun(1)} || ' and the ' || ${noun(20)} || ' of ' || ${noun(400)} || ' ' || n`;
  const id = (kind: string) => sql.raw(`('0190b5a0-0000-7000-${kind}-' || lpad(to_hex(n), 12, '0'))::uuid`);
  const vector = (text: ReturnType<typeof sql>) => sql`setweight(to_tsvector('simple', standfirst_fold(${text})), 'A')`;
  const numbers = sql.raw(`generate_series(1, ${count}) as n`);
  const at = sql`now() - n * interval '1 hour'`;
  await db.execute(sql`insert into articles (id, created_by, created_at, draft_headline, draft_slug, draft_section_id, draft_people, draft_hash, draft_search, draft_edited_at)
    select ${id("8000")}, ${by}::uuid, ${at}, ${headline}, 'story-' || n, ${sectionId}::uuid, array[${by}::uuid], 'h', ${vector(headline)}, ${at} from ${numbers}`);
  await db.execute(sql`insert into revisions (id, article_id, seq, kind, schema_version, kicker, headline, standfirst, dateline, slug, section_id, language, tags, bylines, body, words, hash, created_by, contributors, created_at)
    select ${id("9000")}, ${id("8000")}, 1, 'publish', 1, '', ${headline}, '', '', 'story-' || n, ${sectionId}::uuid, 'en', '{}', '[]', '{"type":"doc","content":[]}', 900, 'h', ${by}::uuid, array[${by}::uuid], ${at} from ${numbers} where n % 2 = 0`);
  await db.execute(sql`update articles set published_revision_id = revisions.id, section_id = ${sectionId}::uuid, slug = revisions.slug, first_published_at = revisions.created_at, public_number = nextval('articles_public_number') from revisions where revisions.article_id = articles.id and articles.draft_hash = 'h'`);
  await db.execute(sql`insert into article_search (article_id, words, head, plain, form) select article_id, ${vector(sql`headline`)}, ${vector(sql`headline`)}, headline, ${searchForm} from revisions where hash = 'h'`);
  // As the database does by itself before long.
  for (const table of ["articles", "revisions", "article_search"]) await db.execute(sql.raw(`vacuum analyze ${table}`));
}
