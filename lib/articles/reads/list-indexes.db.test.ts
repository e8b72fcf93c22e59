import { desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase, type Database, readerDatabase } from "@/db/client";
import { articles, publicArticles, publicComments, tags } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someSection } from "@/db/testing/factories";
import { manyStories } from "@/db/testing/many-stories";
import { cardRows, firstPageRows, ofTag, signedBy } from "@/lib/articles/reads/cards";
import { newId } from "@/lib/kernel/ids";

const test = useTestDatabase();

let section: { id: string };
let author: string;
const [common, rare] = [newId(), newId()];

beforeAll(async () => {
  const editor = await somebody("editor");
  section = await someSection();
  author = editor.personId;
  await manyStories(test.migrator(), 4000, author, section.id);
  // A tag that half of the stories carry and one that two do: the way to the newest is the same.
  await test.migrator().insert(tags).values([{ id: common, slug: "common", name: "Common" }, { id: rare, slug: "rare", name: "Rare" }]);
  await test.migrator().execute(sql`insert into article_tags (article_id, tag_id, position, published_at) select id, ${common}::uuid, 0, first_published_at from articles where published_revision_id is not null`);
  await test.migrator().execute(sql`insert into article_tags (article_id, tag_id, position, published_at) select id, ${rare}::uuid, 1, first_published_at from articles where published_revision_id is not null order by first_published_at limit 2`);
  // One person signs every second story, a staff of two hundred the others.
  await test.migrator().execute(sql`insert into people (id, name, email, role, handle, password_hash) select gen_random_uuid(), 'Staff ' || n, 'staff-' || n || '@paper.example', 'author', 'staff-' || n, 'x' from generate_series(0, 199) as n`);
  await test.migrator().execute(sql`insert into article_bylines (article_id, position, person_id, role, published_at) select articles.id, 0, case when number % 2 = 0 then ${author}::uuid else people.id end, 'by', first_published_at
    from (select *, row_number() over (order by id)::integer as number from articles where published_revision_id is not null) as articles join people on people.handle = 'staff-' || number % 200`);
  for (const table of ["article_tags", "article_bylines", "people"]) await test.migrator().execute(sql.raw(`vacuum analyze ${table}`));
});

/** How PostgreSQL goes about it, by its own account. */
async function planOf(db: Pick<Database, "execute">, query: SQLWrapper | SQL): Promise<string> {
  const rows = await db.execute<{ "QUERY PLAN": string }>(sql`explain (costs off) ${query}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

it.each([
  ["the front", () => cardRows(readerDatabase(), undefined, 30), "articles_public_latest"],
  ["a section", () => firstPageRows(readerDatabase(), eq(publicArticles.sectionId, section.id)), "articles_public_section"],
])("%s reads as many stories as it shows, however many there are", async (_, rows, index) => {
  const plan = await planOf(readerDatabase(), rows());
  expect(plan).toMatch(new RegExp(`Index Scan Backward using ${index}`));
  expect(plan).not.toMatch(/Sort|Seq Scan on (articles|revisions)/);
});

it.each([
  ["a common tag", () => firstPageRows(readerDatabase(), ofTag(common)(null, "newest")), "article_tags_tag"],
  ["a rare tag", () => firstPageRows(readerDatabase(), ofTag(rare)(null, "newest")), "article_tags_tag"],
  ["an author", () => firstPageRows(readerDatabase(), signedBy(author)(null, "newest")), "article_bylines_person"],
])("%s is read along its index, and the stories behind it one by one", async (_, rows, index) => {
  const plan = await planOf(readerDatabase(), rows());
  expect(plan).toMatch(new RegExp(`Index (Only )?Scan Backward using ${index}`));
  expect(plan).not.toMatch(/Seq Scan on (articles|revisions|article_tags|article_bylines)/);
});

it("the desk reads its list along its index", async () => {
  const plan = await planOf(appDatabase(), appDatabase().select({ id: articles.id }).from(articles).orderBy(desc(articles.draftEditedAt), desc(articles.id)).limit(50));
  expect(plan).toContain("using articles_desk");
  expect(plan).not.toContain("Sort");
});

it.each([
  ["its newest roots", "comments_roots", ({ depth, createdAt }: typeof publicComments) => ({ condition: sql`${depth} = 0`, by: createdAt })],
  ["its most liked roots", "comments_roots_liked", ({ depth, likeRank }: typeof publicComments) => ({ condition: sql`${depth} = 0`, by: likeRank })],
  ["the editors' picks", "comments_picked", ({ pickedAt, visible, createdAt }: typeof publicComments) => ({ condition: sql`${pickedAt} is not null and ${visible} = true`, by: createdAt })],
  ["replies of staff", "comments_of_staff", ({ staffBadge, visible, createdAt }: typeof publicComments) => ({ condition: sql`${staffBadge} is not null and ${visible} = true`, by: createdAt })],
])("a discussion reads %s along their index", async (_, index, list) => {
  const { condition, by } = list(publicComments);
  const plan = await readerDatabase().transaction(async (tx) => {
    // There are no comments here: what PostgreSQL would do with many is seen where it may not read them all.
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    return planOf(tx, sql`select ${publicComments.id} from ${publicComments} where ${publicComments.discussionId} = ${newId()} and ${condition} order by ${by} desc, ${publicComments.id} desc limit 26`);
  });
  expect(plan).toMatch(new RegExp(`using ${index} `));
  expect(plan).not.toContain("Sort");
});
