import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { searchForm } from "@/lib/articles/searchable";

const nouns = ["ferry", "council", "harbour", "library", "reservoir", "tram", "orchard", "museum", "cinema", "lighthouse", "market", "pool", "choir", "goalkeeper", "bypass", "turbine", "bridge", "kiosk", "salt", "marsh"];
const words = 60;
const aTurn = 100_000;

/** A tag on every third story, and one on the two oldest. */
export const greatTags = { common: "great-common", rare: "great-rare" };
/** The address of the `number`th story, newest first; sections take turns. */
export const greatSlug = (number: number) => `great-${number}`;

/**
 * A great paper: so many public stories over twenty years, in every section and by every person who signs, one of whom signs every second.
 * Short ones, since it is their number that counts. Made in SQL in some minutes for a million, with a login that may switch off the
 * checks between tables: each row points to the others.
 */
export async function greatPaper(db: Database, stories: number): Promise<void> {
  const id = (kind: string) => sql.raw(`('0190b5a0-0000-7000-${kind}-' || lpad(to_hex(n), 12, '0'))::uuid`);
  const noun = (place: number) => sql.raw(`(array[${nouns.map((word) => `'${word}'`).join(",")}])[1 + (n / ${place}) % ${nouns.length}]`);
  const headline = sql`initcap(${noun(1)}) || ' and ' || ${noun(20)} || ' of the ' || ${noun(400)} || ' ' || n`;
  const body = JSON.stringify({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: Array.from({ length: words }, (_, place) => nouns[place % nouns.length]).join(" ") }] }] });
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into tags (id, slug, name) select gen_random_uuid(), slug, slug from unnest(array[${greatTags.common}, ${greatTags.rare}]) as slug`);
    for (let first = 1; first <= stories; first += aTurn) {
      const rows = sql`(select n, now() - n * (interval '20 years' / ${sql.raw(String(stories))}) as at, signing[case when n % 2 = 0 then 1 else 1 + n % cardinality(signing) end] as by, opened[1 + n % cardinality(opened)] as section
        from generate_series(${sql.raw(String(first))}, ${sql.raw(String(Math.min(stories, first + aTurn - 1)))}) as n, (select array(select id from people where handle is not null order by handle) as signing) as people, (select array(select id from sections order by position) as opened) as sections) as story`;
      await tx.execute(sql`insert into articles (id, created_by, created_at, draft_headline, draft_slug, draft_section_id, draft_people, draft_hash, draft_edited_at, published_revision_id, section_id, slug, first_published_at, public_number)
        select ${id("8000")}, by, at, ${headline}, 'great-' || n, section, array[by], 'great', at, ${id("9000")}, section, 'great-' || n, at, ${sql.raw(String(stories))} - n + 1 from ${rows}`);
      await tx.execute(sql`insert into revisions (id, article_id, seq, kind, schema_version, kicker, headline, standfirst, dateline, slug, section_id, language, tags, bylines, body, words, hash, created_by, contributors, created_at)
        select ${id("9000")}, ${id("8000")}, 1, 'publish', 1, '', ${headline}, '', '', 'great-' || n, section, 'en', '{}', '[]', ${body}::jsonb, ${sql.raw(String(words))}, 'great', by, array[by], at from ${rows}`);
      await tx.execute(sql`insert into article_bylines (article_id, person_id, role, position, published_at) select ${id("8000")}, by, 'by', 0, at from ${rows}`);
      await tx.execute(sql`insert into article_tags (article_id, tag_id, position, published_at) select ${id("8000")}, tags.id, 0, at from ${rows} join tags on slug = ${greatTags.common} and n % 3 = 0 or slug = ${greatTags.rare} and n > ${sql.raw(String(stories - 2))}`);
      // What a trigger would copy, which is off with the checks.
      await tx.execute(sql`insert into article_search (article_id, words, head, plain, authors, section_id, published_at, public_from, format, form)
        select ${id("8000")}, indexed, indexed, ${headline}, array[by], section, at, at, 'news', ${sql.raw(String(searchForm))} from ${rows}, standfirst_index('en', ${headline}, '', '') as indexed`);
      await tx.execute(sql`insert into article_word_pairs (article_id, published_at, public_from, pairs) select article_id, published_at, public_from, standfirst_word_pairs(words) from article_search join ${rows} on article_id = ${id("8000")}`);
    }
  });
  for (const table of ["articles", "revisions", "article_search", "article_word_pairs", "article_bylines", "article_tags"]) await db.execute(sql.raw(`vacuum analyze ${table}`));
}
