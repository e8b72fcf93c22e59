import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { type Database, readerDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { greatPaper } from "@/db/testing/great-paper";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { markSitemaps } from "@/lib/articles/jobs/mark-sitemaps";
import { listParts, publicExtent } from "@/lib/articles/reads/syndication";
import { fromProcess, provide } from "@/lib/kernel/process-store";

const database = useTestDatabase();

it("the index of the sitemaps costs the same however many stories, tags and authors there are", async () => {
  const rowsRead = () =>
    readerDatabase().transaction(async (tx) => {
      const { reader, ...others } = fromProcess("database");
      provide("database", { ...others, reader: { ...reader, current: () => tx as unknown as Database } });
      try {
        const answer = { extent: await publicExtent(), ...(await listParts()) };
        const [row] = await tx.execute<{ rows: number }>(sql`select (sum(seq_tup_read) + sum(idx_tup_fetch))::int as rows from pg_stat_xact_user_tables`);
        return { ...answer, rows: row?.rows ?? Number.NaN };
      } finally {
        provide("database", { ...others, reader });
      }
    });
  const editor = await somebody("editor");
  const made = await createArticle.execute({ content: someContent((await someSection()).id, { tags: ["Ferries"], bylines: [{ role: "by", personId: editor.personId, name: "Ines" }] }) }, { actor: editor });
  expect(made.ok && (await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor }))).toMatchObject({ ok: true });
  const few = await rowsRead();
  expect(few).toMatchObject({ extent: 1, tags: 1, authors: 1 });
  await greatPaper(database.migrator(), 8000);
  await database.migrator().execute(sql`insert into tags (id, slug, name) select gen_random_uuid(), 'great-' || n, 'Great ' || n from generate_series(1, 30000) as n`);
  await database.migrator().execute(sql`insert into article_tags (article_id, tag_id, position, published_at) select articles.id, tags.id, 1, first_published_at from (select id, first_published_at, row_number() over () as n from articles where draft_hash = 'great') as articles join (select id, row_number() over () as n from tags where slug like 'great-%') as tags on tags.n % 8000 = articles.n % 8000`);
  await database.migrator().execute(sql`insert into people (id, name, email, role) select gen_random_uuid(), 'Reader ' || n, 'reader-' || n || '@paper.example', 'reader' from generate_series(1, 20000) as n`);
  await markSitemaps();
  for (const table of ["articles", "article_tags", "people", "tags"]) await database.migrator().execute(sql.raw(`vacuum analyze ${table}`));
  const many = await rowsRead();
  expect(many).toMatchObject({ tags: 4, authors: 1 });
  expect(many.extent).toBeGreaterThanOrEqual(8000);
  // The first of each list, the last of the stories, the marks, and a look at small tables beside them: of the many nothing.
  expect(few.rows).toBeGreaterThanOrEqual(3);
  expect(many.rows).toBeLessThan(40);
}, 120_000);
