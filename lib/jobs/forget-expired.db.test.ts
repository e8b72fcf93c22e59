import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentConfirmations, commentReports, idempotencyKeys, rateWindows, sanctions, spentFormTokens, storyLooks } from "@/db/schema";
import { said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { forgetExpired } from "@/lib/jobs/forget-expired";

useTestDatabase();

const hoursFromNow = (hours: number) => sql`now() + make_interval(hours => ${hours})`;

it("what is over is forgotten, however much it is, and what still counts stays", async () => {
  const db = appDatabase();
  const key = (name: string, hours: number) => ({ key: name, command: "c", bodyHash: "h", response: { sealed: "s" }, expiresAt: hoursFromNow(hours) });
  await db.insert(idempotencyKeys).values([key("over", -1), key("counts", 1)]);
  await db.insert(spentFormTokens).values([{ tokenHash: "over", spentAt: hoursFromNow(-26) }, { tokenHash: "counts", spentAt: hoursFromNow(-24) }]);
  await db.insert(rateWindows).values({ key: "counts", count: 3, expiresAt: hoursFromNow(1) });
  await db.execute(sql`insert into rate_windows (key, count, expires_at) select 'over ' || n, 1, now() - interval '1 minute' from generate_series(1, 1203) n`);

  expect(await forgetExpired()).toBe(1205);
  expect(await db.select({ key: idempotencyKeys.key }).from(idempotencyKeys)).toEqual([{ key: "counts" }]);
  expect(await db.select({ tokenHash: spentFormTokens.tokenHash }).from(spentFormTokens)).toEqual([{ tokenHash: "counts" }]);
  expect(await db.select({ key: rateWindows.key }).from(rateWindows)).toEqual([{ key: "counts" }]);
  expect(await forgetExpired()).toBe(0);
});

it("what tells the networks of reports apart is forgotten after a month; the reports stay for a year once they are settled", async () => {
  const editor = await somebody("editor");
  const { commentId } = await said(await storyToTalkAbout(editor), editor);
  const of = (network: string, days: number) => ({ commentId, revisionId: crypto.randomUUID(), network, prefix: "p", reason: "abuse" as const, weight: 0.5, counts: true, createdAt: new Date(Date.now() - days * 86_400_000) });
  await appDatabase().insert(commentReports).values([{ ...of("over", 366), outcome: "agreed" }, of("old", 31), of("young", 29)]);
  expect(await forgetExpired()).toBe(2);
  expect(await appDatabase().select({ network: commentReports.network, prefix: commentReports.prefix }).from(commentReports).orderBy(commentReports.createdAt)).toEqual([{ network: null, prefix: null }, { network: "young", prefix: "p" }]);
});

it("the key of a blocked address is kept for ninety days and no longer, and not less where the block was over sooner; what was imposed on an account stays", async () => {
  const { personId } = await somebody("reader");
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  const of = (addressKey: string, since: number, until: number, more: object = {}) => ({ addressKey, addressProven: true, kind: "suspend" as const, reason: "abuse" as const, createdAt: day(since), endsAt: day(until), ...more });
  await appDatabase().insert(sanctions).values([of("over", -90.1, -0.1), of("lately", -89, -60), of("holds", -400, 3), of("lifted", -91, 3, { liftedAt: day(-2) }), of("account", -400, -300, { personId })]);
  expect(await forgetExpired()).toBe(2);
  expect((await appDatabase().select({ key: sanctions.addressKey }).from(sanctions)).map(({ key }) => key).sort()).toEqual(["account", "holds", "lately"]);
});

it("the address to which a confirmation went is forgotten when its link is over, whatever became of the comment", async () => {
  const { commentId } = await said(await storyToTalkAbout(await somebody("editor")), { kind: "visitor", network: "n" });
  const of = (hours: number) => appDatabase().update(commentConfirmations).set({ expiresAt: hoursFromNow(hours) });
  await appDatabase().insert(commentConfirmations).values({ commentId, tokenHash: "t", address: "sealed", expiresAt: hoursFromNow(1) });
  expect(await forgetExpired()).toBe(0);
  await of(-1);
  expect(await forgetExpired()).toBe(1);
});

it("what somebody saw last of a story is forgotten after a year", async () => {
  const [editor, other] = [await somebody("editor"), await somebody("editor")];
  const articleId = await storyToTalkAbout(editor);
  const looked = (personId: string, days: number) => ({ personId, articleId, lookedAt: new Date(Date.now() - days * 86_400_000) });
  await appDatabase().insert(storyLooks).values([looked(editor.personId, 366), looked(other.personId, 364)]);
  await forgetExpired();
  expect(await appDatabase().select({ personId: storyLooks.personId }).from(storyLooks).where(eq(storyLooks.articleId, articleId))).toEqual([{ personId: other.personId }]);
});

it("two processes that sweep at once do not wait for each other", async () => {
  await appDatabase().execute(sql`insert into rate_windows (key, count, expires_at) select 'again ' || n, 1, now() - interval '1 minute' from generate_series(1, 2000) n`);
  const [first, second] = await Promise.all([forgetExpired(), forgetExpired()]);
  await forgetExpired();
  expect(first + second).toBeGreaterThan(0);
  expect((await appDatabase().select({ key: rateWindows.key }).from(rateWindows)).filter((row) => row.key.startsWith("again"))).toEqual([]);
});
