import { desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase, type Database, readerDatabase } from "@/db/client";
import { articles, publicArticles, publicComments } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someSection } from "@/db/testing/factories";
import { manyStories } from "@/db/testing/many-stories";
import { cardRows, firstPageRows } from "@/lib/articles/reads/cards";
import { newId } from "@/lib/kernel/ids";

const test = useTestDatabase();

let section: { id: string };

beforeAll(async () => {
  const editor = await somebody("editor");
  section = await someSection();
  await manyStories(test.migrator(), 4000, editor.personId, section.id);
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

it("the desk reads its list along its index", async () => {
  const plan = await planOf(appDatabase(), appDatabase().select({ id: articles.id }).from(articles).orderBy(desc(articles.draftEditedAt), desc(articles.id)).limit(50));
  expect(plan).toContain("using articles_desk");
  expect(plan).not.toContain("Sort");
});

it("a discussion reads its newest roots along their index", async () => {
  const { discussionId, depth, createdAt, id } = publicComments;
  const plan = await readerDatabase().transaction(async (tx) => {
    // There are no comments here: what PostgreSQL would do with many is seen where it may not read them all.
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    return planOf(tx, sql`select ${id} from ${publicComments} where ${discussionId} = ${newId()} and ${depth} = 0 order by ${createdAt} desc, ${id} desc limit 26`);
  });
  expect(plan).toContain("comments_roots");
  expect(plan).not.toContain("Sort");
});
