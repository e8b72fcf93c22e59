import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { readerDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someSection } from "@/db/testing/factories";
import { greatPaper } from "@/db/testing/great-paper";

const database = useTestDatabase();

it("readers find every story of a great paper, as they would had each been published: in lists, by tag, by author and by search", async () => {
  const author = await somebody("author");
  await database.migrator().execute(sql`update people set handle = 'great-author' where id = ${author.personId}`);
  await someSection();
  await greatPaper(database.migrator(), 300);
  const [row] = await readerDatabase().execute(sql`select (select count(*)::int from public_articles) as stories, (select count(*)::int from public_finds where section_id is not null and published_at is not null and format = 'news') as found,
    (select count(*)::int from public_article_tags where slug = 'great-common') as tagged, (select count(*)::int from public_people) as authors`);
  expect(row).toEqual({ stories: 300, found: 300, tagged: 100, authors: 1 });
});
