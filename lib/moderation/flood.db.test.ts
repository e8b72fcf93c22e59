import { and, eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, commentNetworks, commentRevisions, comments, discussions, events, networkKeys, sections, shields } from "@/db/schema";
import { cardOf, commentNow, decideNow, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { postComment } from "@/lib/comments/commands/post-comment";
import { firstRules } from "@/lib/comments/discussion-rules";
import { issueFormToken } from "@/lib/comments/form-token";
import { discussionPage } from "@/lib/comments/reads/discussion";
import type { Actor, PersonActor } from "@/lib/core/actor";
import { type Whence, whenceOf } from "@/lib/core/network";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { grantTrust } from "@/lib/sanctions/commands/grant-trust";
import { holdUnread, lowerShield, raiseShield } from "@/lib/moderation/commands/raise-shield";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { moderationQueue } from "@/lib/moderation/reads/queue";
import { theShields } from "@/lib/moderation/reads/shields";

const test = useTestDatabase();

let editor: PersonActor;
let moderator: PersonActor;
let administrator: PersonActor;

beforeAll(async () => {
  [editor, moderator, administrator] = [await somebody("editor"), await somebody("moderator"), await somebody("administrator")];
});

let number = 0;
/** A comment that comes in from an address, at a moment. */
function come(articleId: string, { actor = { kind: "visitor", network: "n" } as Actor, from, at = new Date(), text = `A word, number ${++number}.`, parentId = null as string | null, email = `guest${number}@reader.example` }: { actor?: Actor; from?: Whence; at?: Date; text?: string; parentId?: string | null; email?: string } = {}) {
  number++;
  return postComment.execute({ articleId, parentId, name: "Hanne Vold", email, text, token: issueFormToken(articleId, new Date(at.getTime() - 10_000)), website: "" }, { actor, now: at, ...(from ? { whence: from } : {}) });
}
const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
const known = () => readerKnownTo({ editor, moderator });
const phasesOf = async (commentId: string) => (await appDatabase().select({ signals: commentRevisions.signals }).from(commentRevisions).where(eq(commentRevisions.id, (await commentNow(commentId)).currentRevisionId)))[0]?.signals.map(({ phase }) => phase);
const asItIs = { sectionId: null, articleId: null };

it("200 comments in a minute slow the discussion down and suggest a shield, once; the queue is one page after another, and readers see the story as it was", { timeout: 120_000 }, async () => {
  const story = await storyToTalkAbout(editor);
  const first = await said(story, await known(), { text: "The one calm word under it." });
  const began = Date.now() - 60_000;
  for (let sent = 0; sent < 200; sent++) expectOk(await come(story, { at: new Date(began + sent * 300), text: `Earn nine hundred a week from home with only a telephone, ask Doctor Osei for his little book, it costs nothing, number ${sent}.`, email: `flood${sent}@spam.example` }));
  const heated = await appDatabase().select().from(events).where(and(eq(events.name, "discussion.heated"), sql`${events.data} ->> 'articleId' = ${story}`));
  expect(heated).toMatchObject([{ actorId: null, data: { held: 17, of: 20 } }]);
  const [discussion] = await appDatabase().select().from(discussions).where(eq(discussions.articleId, story));
  expect(discussion?.heatedUntil?.getTime()).toBeGreaterThan(Date.now() + 10 * 60_000);
  expect(discussion).toMatchObject({ visibleCount: 1, heldCount: 200 });
  expect(await theShields(moderator)).toMatchObject({ standing: [], suggested: [{ articleId: story }] });
  expect(await theShields(editor)).not.toBeNull();
  expect(await theShields(await somebody("author"))).toBeNull();

  // The same person waits a minute now; others may write at once.
  const [reader, other] = [await known(), await known()];
  expectOk(await come(story, { actor: reader }));
  expect(failureOf(await come(story, { actor: reader, at: at(30) }))).toMatchObject({ reason: "slow_mode", retryAfter: 30 });
  expectOk(await come(story, { actor: other }));

  const queue = await moderationQueue(moderator, "held");
  expect(queue).toMatchObject({ counts: { held: 200 }, next: expect.any(String) });
  expect(queue?.cards.length).toBeLessThanOrEqual(40);
  // From the third on each says that it is like the others, by which they can be decided together.
  const last = (await moderationQueue(moderator, "held", queue?.next ?? undefined))?.cards ?? [];
  expect(last.every(({ signals }) => signals.some(({ phase }) => phase === "nearly_repeated"))).toBe(true);
  const page = await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date());
  expect(page.threads.map(({ root }) => root.id)).toContain(first.commentId);
  expect(page.visible).toBe(3);

  // It cools down by itself.
  expect(failureOf(await come(story, { actor: reader, at: at(16 * 60) }))).toBeNull();
});

it("a discussion with more than thirty comments a minute is heated, whatever they say, and one of which much has to wait for what it says; one whose newcomers wait is not", async () => {
  const [calm, bad, fast] = [await storyToTalkAbout(editor), await storyToTalkAbout(editor), await storyToTalkAbout(editor)];
  for (let sent = 0; sent < 31; sent++) expectOk(await come(fast, { at: at(-59 + sent) }));
  for (let sent = 0; sent < 24; sent++) {
    expectOk(await come(calm, { at: at(-590 + sent * 20) }));
    expectOk(await come(bad, { at: at(-590 + sent * 20), ...(sent % 3 === 0 ? { text: `Number ${sent}: ring +49 170 123 45 ${10 + sent}` } : {}) }));
  }
  const heatedUntil = async (story: string) => (await appDatabase().select({ until: discussions.heatedUntil }).from(discussions).where(eq(discussions.articleId, story)))[0]?.until;
  expect(await heatedUntil(calm)).toBeNull();
  expect([await heatedUntil(bad), await heatedUntil(fast)]).toEqual([expect.any(Date), expect.any(Date)]);
});

it("does not take a discussion for a flood since those wait whom a moderator reads first, who were often rejected, who share a network or who paste", async () => {
  for (const phase of ["read_first", "history", "network", "hurry"]) {
    const story = await storyToTalkAbout(editor);
    for (let sent = 0; sent < 24; sent++) {
      const { commentId } = expectOk(await come(story, { at: at(-590 + sent * 20) }));
      await test.migrator().execute(sql`update comment_revisions set signals = ${JSON.stringify([{ phase, severity: "hold", evidence: "Not of the text" }])}::text::jsonb where comment_id = ${commentId}`);
    }
    const [discussion] = await appDatabase().select({ id: discussions.id, heatedUntil: discussions.heatedUntil }).from(discussions).where(eq(discussions.articleId, story));
    expect([phase, discussion?.heatedUntil]).toEqual([phase, null]);
  }
});

it("a shield holds what is new, of newcomers or of everybody, over a story, a section with its parts, or all; and ends by itself", async () => {
  const [story, other] = [await storyToTalkAbout(editor), await storyToTalkAbout(editor)];
  const [row] = await appDatabase().select({ sectionId: articles.sectionId }).from(articles).where(eq(articles.id, story));
  const sectionId = row?.sectionId ?? "";
  const reader = await known();
  const status = async (under: string, at?: Date) => expectOk(await come(under, { actor: reader, ...(at ? { at } : {}) })).status;
  expect(await status(story)).toBe("published");
  const raise = async (place: object, who = "everybody", hours = 2) => expectOk(await raiseShield.execute({ ...asItIs, ...place, who, hours }, { actor: moderator })).id;
  const overStory = await raise({ articleId: story });
  expect([await status(story), await status(other), await status(story, at(2 * 3600 + 60))]).toEqual(["held", "published", "published"]);
  expectOk(await lowerShield.execute({ id: overStory }, { actor: moderator }));
  expectOk(await lowerShield.execute({ id: overStory }, { actor: editor }));
  expect(await appDatabase().select({ name: events.name }).from(events).where(eq(events.subjectId, overStory))).toEqual([{ name: "shield.raised" }, { name: "shield.lowered" }]);
  expect(await status(story)).toBe("published");

  const whole = await raise({ sectionId });
  expect([await status(story), await status(other)]).toEqual(["held", "published"]);
  const [otherRow] = await appDatabase().select({ sectionId: articles.sectionId }).from(articles).where(eq(articles.id, other));
  await appDatabase().update(sections).set({ parentId: sectionId }).where(eq(sections.id, otherRow?.sectionId ?? ""));
  expect(await status(other)).toBe("held");
  expectOk(await lowerShield.execute({ id: whole }, { actor: moderator }));

  const [first, second] = [await raise({}, "everybody"), await raise({}, "newcomers", 1)];
  expect(await theShields(moderator)).toMatchObject({ standing: [{ id: second, over: null, who: "newcomers", by: moderator.name }] });
  expect(await status(story)).toBe("published");
  const newcomer = expectOk(await come(story, { actor: await somebody("reader") }));
  expect(await phasesOf(newcomer.commentId)).toContain("shielded");
  expect(expectOk(await come(story, { actor: editor })).status).toBe("approved");
  expect((await appDatabase().select({ loweredBy: shields.loweredBy }).from(shields).where(eq(shields.id, first)))[0]?.loweredBy).toBe(moderator.personId);
  expectOk(await lowerShield.execute({ id: second }, { actor: moderator }));
  for (const wrong of [{ sectionId, articleId: story }, { articleId: sectionId }, { hours: 0 }, { hours: 169 }, { who: "nobody" }]) expect(failureOf(await raiseShield.execute({ ...asItIs, who: "everybody", hours: 1, ...wrong }, { actor: moderator }))).not.toBeNull();
  expect(failureOf(await raiseShield.execute({ ...asItIs, who: "everybody", hours: 1 }, { actor: await somebody("author") }))?.code).toBe("forbidden");
});

it("what nobody has read goes back into the queue where the shield stands, and nothing else", async () => {
  const [story, other] = [await storyToTalkAbout(editor), await storyToTalkAbout(editor)];
  const reader = await known();
  const [one, two, approved, elsewhere] = [await said(story, reader), await said(story, reader), await said(story, reader), await said(other, reader)];
  expectOk(await decideNow(approved.commentId, "approve", moderator));
  expect(expectOk(await holdUnread.execute({ ...asItIs, articleId: story }, { actor: moderator }))).toEqual({ held: 2, more: false });
  expect(expectOk(await holdUnread.execute({ ...asItIs, articleId: story }, { actor: moderator }))).toEqual({ held: 0, more: false });
  const now = async ({ commentId }: { commentId: string }) => (await commentNow(commentId)).status;
  expect([await now(one), await now(two), await now(approved), await now(elsewhere)]).toEqual(["held", "held", "approved", "published"]);
  const [discussion] = await appDatabase().select().from(discussions).where(eq(discussions.articleId, story));
  expect(discussion).toMatchObject({ visibleCount: 1, heldCount: 2 });
  expectOk(await holdUnread.execute(asItIs, { actor: moderator }));
  expect(await now(elsewhere)).toBe("held");
});

it("out of a network from which three were refused today the next ones wait, and several names with one browser are told; nobody learns an address", async () => {
  const story = await storyToTalkAbout(editor);
  const from = (last: number, browser = "Gannet/1.0") => whenceOf(`203.0.114.${last}`, browser);
  for (const last of [1, 2, 3]) expectOk(await decideNow(expectOk(await come(story, { from: from(last) })).commentId, last === 3 ? "spam" : "reject", moderator));
  const [reader, elsewhere] = [await known(), await known()];
  const near = expectOk(await come(story, { actor: reader, from: from(200, "Other/2.0"), at: at(60) }));
  expect([near.status, await phasesOf(near.commentId)]).toEqual(["held", ["network"]]);
  const same = expectOk(await come(story, { actor: await known(), from: from(9), at: at(60) }));
  expect(await phasesOf(same.commentId)).toEqual(["network", "same_browser"]);
  expect(expectOk(await come(story, { actor: elsewhere, from: whenceOf("198.51.101.7", "Gannet/1.0"), at: at(60) })).status).toBe("published");
  // After a day, under another day's key too, nothing is held against it.
  expect(expectOk(await come(story, { actor: elsewhere, from: from(8), at: at(25 * 3600) })).status).toBe("published");

  const everything = JSON.stringify([await test.migrator().execute(sql`select * from comment_networks`), await test.migrator().execute(sql`select signals from comment_revisions`)]);
  expect(everything).not.toMatch(/203\.0\.114|198\.51\.101|Gannet/);
  const { prefix } = from(1);
  expect(everything).not.toContain(prefix);
  const rows = await appDatabase().select().from(commentNetworks);
  expect(new Set(rows.map((row) => row.prefix)).size).toBe(3);
  expectOk(await purgeComment.execute(await cardOf(near.commentId), { actor: administrator }));
  expect(await appDatabase().select().from(commentNetworks).where(eq(commentNetworks.commentId, near.commentId))).toEqual([]);
  await appDatabase().update(commentNetworks).set({ createdAt: sql`now() - interval '31 days'` });
  await appDatabase().update(networkKeys).set({ day: sql`day - 40` });
  await forgetExpired();
  expect([await appDatabase().select().from(commentNetworks), await appDatabase().select().from(networkKeys)]).toEqual([[], []]);
});

it("an address that is none of the public network tells nobody apart", async () => {
  const story = await storyToTalkAbout(editor);
  const behind = whenceOf("10.0.0.7", "Gannet/1.0");
  for (let sent = 0; sent < 3; sent++) expectOk(await decideNow(expectOk(await come(story, { from: behind })).commentId, "spam", moderator));
  expect(expectOk(await come(story, { actor: await known(), from: behind, at: at(60) })).status).toBe("published");
  expect(await appDatabase().select().from(commentNetworks).innerJoin(comments, eq(comments.id, commentNetworks.commentId)).innerJoin(discussions, and(eq(discussions.id, comments.discussionId), eq(discussions.articleId, story)))).toEqual([]);
});

it("nobody whom the paper knows is stopped for what waits, nor a newcomer for what does not", async () => {
  const story = await storyToTalkAbout(editor);
  const home = whenceOf("192.0.4.1", "Gannet/1.0");
  const granted = await somebody("reader");
  expectOk(await grantTrust.execute({ personId: granted.personId, level: 1, note: "Keeps the harbour log.", seen: null }, { actor: moderator }));
  for (const minutes of [0, 1, 2, 3]) expect(expectOk(await come(story, { actor: granted, from: home, at: at(minutes * 60) })).status).toBe("published");
  const newcomer = await somebody("reader");
  const waiting: string[] = [];
  for (const minutes of [0, 1, 2]) waiting.push(expectOk(await come(story, { actor: newcomer, from: home, at: at(minutes * 60) })).commentId);
  expect(failureOf(await come(story, { actor: newcomer, from: home, at: at(180) }))?.reason).toBe("first_ones_wait");
  expectOk(await decideNow(waiting[0] ?? "", "reject", moderator));
  expectOk(await come(story, { actor: newcomer, from: home, at: at(180) }));
});

it("whoever comes from outside keeps to a pace: between two, in an hour, before anything was approved, and in one thread", async () => {
  const [story, other] = [await storyToTalkAbout(editor), await storyToTalkAbout(editor)];
  const home = whenceOf("192.0.3.1", "Gannet/1.0");
  const newcomer = await somebody("reader");
  // All from one moment: a slow machine takes a second for what is asked to the second.
  const began = Date.now();
  const then = (seconds: number) => new Date(began + seconds * 1000);
  const send = (under: string, seconds: number, actor: Actor = newcomer, parentId: string | null = null) => come(under, { actor, from: home, at: then(seconds), parentId });
  expectOk(await send(story, 0));
  expect(failureOf(await send(other, 59))).toMatchObject({ reason: "too_often", retryAfter: 1 });
  for (const seconds of [60, 120]) expectOk(await send(story, seconds));
  expect(failureOf(await send(story, 180))).toMatchObject({ code: "rate_limited", reason: "first_ones_wait" });
  for (const seconds of [180, 240]) expectOk(await send(other, seconds));
  expect(failureOf(await send(other, 300))).toMatchObject({ reason: "too_often", retryAfter: 3300 });

  const reader = await known();
  const root = await said(story, editor);
  for (const seconds of [4000, 4021, 4042, 4063, 4084]) expectOk(await send(story, seconds, reader, root.commentId));
  expect(failureOf(await send(story, 4105, reader, root.commentId))).toMatchObject({ code: "rate_limited", reason: "in_a_row" });
  expectOk(await come(story, { actor: editor, parentId: root.commentId, at: then(4110) }));
  expectOk(await send(story, 4126, reader, root.commentId));
  for (const _ of [1, 2]) expectOk(await come(story, { actor: editor, from: home }));
});

it("whoever shouts is asked once whether she means it, and taken at her word the second time; nobody else is", async () => {
  const story = await storyToTalkAbout(editor);
  const [reader, from] = [await known(), whenceOf("192.0.4.1", "Gannet/1.0")];
  const form = (text: string, more: object = {}) => ({ articleId: story, parentId: null, name: "", email: "", text, token: issueFormToken(story, new Date(Date.now() - 10_000)), website: "", ...more });
  const shout = form("THIS IS WRITTEN IN CAPITALS FROM THE FIRST TO THE LAST WORD OF IT");
  const send = (input: object, now = at(60)) => postComment.execute(input, { actor: reader, whence: from, now });
  expect(failureOf(await send(shout))).toMatchObject({ code: "conflict", reason: "nudge" });
  const { commentId, status } = expectOk(await send({ ...shout, nudged: true }));
  expect([status, await phasesOf(commentId)]).toEqual(["published", ["shape"]]);
  expectOk(await send(form("A calm word of hers."), at(120)));
  expectOk(await postComment.execute(form("SO DO WE AT THE PAPER WRITE IN CAPITALS IF WE HAVE TO, AND OFTEN"), { actor: editor, whence: from }));
});
