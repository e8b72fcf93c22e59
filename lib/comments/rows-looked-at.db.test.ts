import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase, commandDatabase, type Database, pagesDatabase, readerDatabase } from "@/db/client";
import { articles } from "@/db/schema";
import { said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { greatDiscussion } from "@/db/testing/great-discussion";
import { firstRules } from "@/lib/comments/discussion-rules";
import { discussionPage } from "@/lib/comments/reads/discussion";

const test = useTestDatabase();

let story: string;
const visitor = { kind: "visitor", network: "n" } as const;
const day = 86_400_000;

beforeAll(async () => {
  story = await storyToTalkAbout(await somebody("editor"));
  await somebody("moderator");
  const [{ slug } = { slug: null }] = await appDatabase().select({ slug: articles.slug }).from(articles).where(eq(articles.id, story));
  await greatDiscussion(test.migrator(), { comments: 30_000, slug: slug ?? "", underIt: 30_000 });
});

/** How many rows of the tables of comments were looked at since they were made. Each connection tells what it did when it is asked for it. */
async function rowsLookedAt(): Promise<number> {
  const tell = (db: Database, connections: number) => Promise.all(Array.from({ length: connections }, () => db.execute(sql`select pg_stat_force_next_flush(), pg_sleep(0.05)`)));
  await Promise.all([tell(appDatabase(), 12), tell(commandDatabase(), 12), tell(readerDatabase(), 4), tell(pagesDatabase(), 4)]);
  const [row] = await test.migrator().execute<{ rows: string }>(sql`select sum(seq_tup_read + idx_tup_fetch) as rows from pg_stat_user_tables where relname in ('comments', 'comment_revisions', 'comment_fingerprints', 'comment_networks', 'moderation_events')`);
  return Number(row?.rows);
}

const inAll = async (what: () => Promise<unknown>): Promise<number> => {
  await what();
  const before = await rowsLookedAt();
  await what();
  return (await rowsLookedAt()) - before;
};

const page = (asked?: Parameters<typeof discussionPage>[2]) => discussionPage({ id: story, publishedAt: new Date(Date.now() - day), rules: firstRules }, new Date(), asked);

it.each([
  ["the newest threads", undefined],
  ["the most liked", { tab: "all", sort: "liked" }],
  ["the oldest", { tab: "all", sort: "oldest" }],
] as const)("a page of %s is read as if there were no others", async (_, asked) => {
  expect((await page(asked)).threads.flatMap(({ replies }) => replies).length).toBeGreaterThan(0);
  expect(await inAll(() => page(asked))).toBeLessThan(600);
});

it("and so is the next page of a thread", async () => {
  const { threads } = await page();
  const root = threads[0]?.root.id;
  expect(await inAll(() => page({ tab: "all", sort: "newest", cursor: `thread.${root}` }))).toBeLessThan(100);
});

it("what somebody posts is judged without looking through the day", async () => {
  let number = 0;
  expect(await inAll(() => said(story, visitor, { text: `The ${++number}th word about a bridge that nobody asked for, and who pays`, email: `somebody-${number}@reader.example` }))).toBeLessThan(300);
});
