import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentLikes, commentReports, commentRevisions, comments, discussions, events, moderationEvents } from "@/db/schema";
import { cardOf, commentNow, decideNow, published, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { likeComment } from "@/lib/comments/commands/like-comment";
import { reportComment } from "@/lib/comments/commands/report-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { type Decision, decisions } from "@/lib/comments/comment";
import { showLikesJob } from "@/lib/comments/jobs/show-likes";
import { commentAndYou, yoursUnder } from "@/lib/comments/reads/comment-and-you";
import { firstRules } from "@/lib/comments/discussion-rules";
import { commentInPlace, discussionNow, discussionPage } from "@/lib/comments/reads/discussion";
import { ownComment } from "@/lib/comments/reads/own-comment";
import { receiveEdit, receiveLike } from "@/lib/comments/receive-act";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { pickComment } from "@/lib/moderation/commands/pick-comment";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { moderationQueue } from "@/lib/moderation/reads/queue";

const test = useTestDatabase();

const visitor: VisitorActor = { kind: "visitor", network: "n" };
let editor: PersonActor;
let ana: PersonActor;
let wim: PersonActor;

beforeAll(async () => {
  editor = await somebody("editor", "Orla");
  ana = await somebody("moderator", "Ana");
  wim = await somebody("administrator", "Wim");
});

const decide = async (commentId: string, decision: Decision, actor: Actor = ana) => expectOk(await decideNow(commentId, decision, actor));
const like = (commentId: string, actor: Actor, liked = true) => likeComment.execute({ commentId, liked }, { actor });
const pick = async (commentId: string, picked = true, actor: Actor = ana) => pickComment.execute({ ...(await cardOf(commentId)), picked }, { actor });
const discussionOf = async (articleId: string) => (await appDatabase().select().from(discussions).where(eq(discussions.articleId, articleId)))[0];

const knownReader = (name?: string) => readerKnownTo({ editor, moderator: ana }, name);

let places = 0;
const elsewhere = () => {
  places += 1;
  return { network: `network ${places}`, prefix: `prefix ${places}` };
};
const report = (commentId: string, actor: Actor, changes: Record<string, unknown> = {}) => reportComment.execute({ commentId, reason: "abuse", law: "", text: "", ...elsewhere(), ...changes }, { actor });

describe("a like", () => {
  it("of one person is one, however often it comes and however many at once, and so is its end", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), editor);
    const reader = await knownReader();
    const results = await Promise.all(Array.from({ length: 100 }, () => like(commentId, reader)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await commentNow(commentId)).toMatchObject({ likeCount: 1, likeRank: 1 });
    for (let again = 0; again < 2; again++) expect(expectOk(await like(commentId, reader, false))).toEqual({ liked: false, likes: 0 });
    expect(await commentNow(commentId)).toMatchObject({ likeCount: 0, likeRank: 0 });
    expect(await appDatabase().select().from(commentLikes).where(eq(commentLikes.commentId, commentId))).toEqual([]);
  });

  it("is for people with an account, of what is not their own and stands there", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    expect(failureOf(await like(commentId, visitor))?.code).toBe("unauthenticated");
    expect(failureOf(await receiveLike({ commentId, liked: true }, visitor))?.reason).toBe("like_sign_in");
    expect(failureOf(await like(commentId, editor))?.reason).toBe("like_own");
    const held = await said(story, visitor);
    expect(failureOf(await like(held.commentId, editor))?.reason).toBe("comment_gone");
    expect(failureOf(await receiveLike({ commentId: crypto.randomUUID(), liked: true }, editor))?.reason).toBe("comment_gone");
  });

  it("of somebody the paper does not know is shown and moves nothing in the sorting", async () => {
    const story = await storyToTalkAbout(editor);
    const [first, second] = [await said(story, editor), await said(story, editor)];
    for (let stranger = 0; stranger < 3; stranger++) expectOk(await like(second.commentId, await somebody("reader")));
    expectOk(await like(first.commentId, await knownReader()));
    const page = await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date(), { tab: "all", sort: "liked" });
    expect(page.threads.map(({ root }) => [root.id, root.likes])).toEqual([[first.commentId, 1], [second.commentId, 3]]);
  });

  it("leaves no name in the audit; cached pages hear of all of them at once", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    const reader = await knownReader();
    expectOk(await like(commentId, reader));
    const told = () => appDatabase().select({ data: events.data, actorName: events.actorName }).from(events).where(and(eq(events.name, "discussion.likes_counted"), sql`${events.data}->>'articleId' = ${story}`));
    expect(await told()).toEqual([]);
    for (let run = 0; run < 2; run++) await showLikesJob.run({}, new AbortController().signal);
    expect(await told()).toEqual([{ data: { articleId: story }, actorName: "the program" }]);
    expect(await appDatabase().select().from(events).where(and(eq(events.actorId, reader.personId), eq(events.subjectId, commentId)))).toEqual([]);
  });

  it("and one's own comments are told to whoever asks for them", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await knownReader();
    const { commentId } = await said(story, editor);
    const own = await published(story, reader);
    expectOk(await like(commentId, reader));
    expect(await yoursUnder(reader, story)).toEqual({ liked: [commentId], own: [own], editable: [own], muted: [], picks: false });
    expect(await yoursUnder(visitor, story)).toBeNull();
    expect(await commentAndYou(reader, commentId, new Date())).toMatchObject({ liked: true, likes: 1, own: false, edit: null });
    expect(await commentAndYou(reader, own, new Date())).toMatchObject({ own: true, edit: { source: expect.stringContaining("Remark") } });
    expect(await commentAndYou(ana, own, new Date())).toMatchObject({ own: false, edit: null });
  });
});

describe("an edit", () => {
  const edit = async (commentId: string, text: string, actor: Actor, changes: Record<string, unknown> = {}) => editComment.execute({ of: { commentId }, revisionId: (await commentNow(commentId)).currentRevisionId, text, ...changes }, { actor });

  it("that changes nothing is no change: the text, its approval and the number of changes left stay as they are", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), await knownReader());
    expectOk(await decideNow(commentId, "approve", ana));
    const before = await commentNow(commentId);
    const [{ source }] = (await appDatabase().select({ source: commentRevisions.source }).from(commentRevisions).where(eq(commentRevisions.id, before.currentRevisionId))) as [{ source: string }];
    const author = { kind: "person", personId: before.authorId ?? "", name: "", role: "reader", sessionId: "" } as const;
    for (let again = 0; again < 8; again++) expectOk(await edit(commentId, ` ${source}\n`, author));
    expect(await commentNow(commentId)).toEqual(before);
  });

  it("of an approved comment drops it to published, keeps what it said, and is told to readers", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await knownReader();
    const { commentId, key } = await said(story, reader);
    await decide(commentId, "approve");
    const before = await discussionOf(story);
    expectOk(await edit(commentId, "Said better.", reader));
    expect(await commentNow(commentId)).toMatchObject({ status: "published", editedAt: expect.any(Date) });
    const texts = await appDatabase().select({ seq: commentRevisions.seq, source: commentRevisions.source }).from(commentRevisions).where(eq(commentRevisions.commentId, commentId)).orderBy(commentRevisions.seq);
    expect(texts).toEqual([{ seq: 1, source: expect.stringContaining("Remark") }, { seq: 2, source: "Said better." }]);
    const page = await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date());
    expect(page.threads[0]?.root).toMatchObject({ editedAt: expect.any(Date), body: { blocks: [{ content: [{ text: "Said better." }] }] } });
    expect((await discussionOf(story))?.version).toBe((before?.version ?? 0) + 1);
    expect(await ownComment(key)).toMatchObject({ edit: { source: "Said better." } });
    expect((await moderationQueue(ana, "approved"))?.cards.find((card) => card.id === commentId)?.before).toHaveLength(1);
  });

  it("goes through the pipeline: a link or a guest is read first; out of spam nobody writes herself", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await knownReader();
    const open = await published(story, reader);
    expectOk(await edit(open, "See https://a.example https://b.example https://c.example", reader));
    expect((await commentNow(open)).status).toBe("held");
    const guest = await said(story, visitor);
    await decide(guest.commentId, "approve");
    const revisionId = (await commentNow(guest.commentId)).currentRevisionId;
    expect(expectOk(await receiveEdit({ of: { key: guest.key }, revisionId, text: "Said anew." }, visitor, "a-network"))).toEqual({ commentId: guest.commentId, state: "waiting" });
    const spam = await published(story, reader);
    await decide(spam, "spam");
    expectOk(await edit(spam, "Innocent words.", reader));
    expect((await commentNow(spam)).status).toBe("spam");
  });

  it("is for five minutes, twice, by its author, of the text she saw", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await somebody("reader");
    const { commentId } = await said(story, reader);
    const { currentRevisionId } = await commentNow(commentId);
    expect(failureOf(await edit(commentId, "Not mine.", ana))?.code).toBe("forbidden");
    expect(failureOf(await edit(commentId, "Not mine.", visitor))?.code).toBe("unauthenticated");
    expect(failureOf(await edit((await said(story, visitor)).commentId, "By its id.", visitor))?.code).toBe("not_found");
    expect(failureOf(await edit(commentId, " ", reader))?.fields).toHaveProperty("comment");
    expectOk(await edit(commentId, "Once.", reader));
    expect(failureOf(await edit(commentId, "Twice.", reader, { revisionId: currentRevisionId }))?.reason).toBe("changed_meanwhile");
    expectOk(await edit(commentId, "Twice.", reader));
    expect(failureOf(await edit(commentId, "Thrice.", reader))?.reason).toBe("edits_used");
    await appDatabase().update(comments).set({ createdAt: new Date(Date.now() - 301_000) }).where(eq(comments.id, commentId));
    expect(failureOf(await edit(commentId, "Late.", reader))?.reason).toBe("edit_over");
  });

  it("between seeing and approving: the moderator is told; after a rejection nothing is changed any more", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await somebody("reader");
    const { commentId } = await said(story, reader);
    const card = await cardOf(commentId);
    const both = await Promise.all([edit(commentId, "Changed meanwhile.", reader, { revisionId: card.revisionId }), decideNow(commentId, "reject", ana)]);
    expect(both.some((result) => result.ok)).toBe(true);
    const again = await said(story, reader);
    const seen = await cardOf(again.commentId);
    expectOk(await edit(again.commentId, "And this one.", reader));
    expect(failureOf(await decideComment.execute({ ...seen, decision: "approve", reason: null, message: "" }, { actor: ana }))).toMatchObject({ code: "conflict", reason: "edited" });
    await decide(again.commentId, "reject");
    expect(failureOf(await edit(again.commentId, "Too late.", reader))?.reason).toBe("edit_over");
  });

  it("takes a pick with it: the text that was picked is gone", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    expectOk(await pick(commentId));
    expectOk(await edit(commentId, "Something else.", editor));
    expect(await commentNow(commentId)).toMatchObject({ pickedAt: null });
    expect(await discussionOf(story)).toMatchObject({ pickCount: 0 });
  });
});

describe("a pick", () => {
  it("is of whoever wrote the story, too, under it alone and not of her own words", async () => {
    const [author, other] = [await somebody("author"), await somebody("author")];
    const [story, elsewhere] = [await storyToTalkAbout(editor), await storyToTalkAbout(editor)];
    await test.migrator().execute(sql`update revisions set bylines = ${JSON.stringify([{ name: author.name, personId: author.personId }])}::text::jsonb where id = (select published_revision_id from articles where id = ${story})`);
    const [here, there, own] = [await said(story, editor), await said(elsewhere, editor), await said(story, author)];
    expect(failureOf(await pick(here.commentId, true, other))?.code).toBe("forbidden");
    expect(failureOf(await pick(there.commentId, true, author))?.code).toBe("forbidden");
    expect(failureOf(await pick(own.commentId, true, author))?.reason).toBe("own_comment");
    const offered = async (commentId: string, actor: Actor = author) => (await commentAndYou(actor, commentId, new Date()))?.pick;
    expect([await offered(here.commentId, other), await offered(there.commentId), await offered(own.commentId), await offered(here.commentId, visitor)]).toEqual([null, null, null, null]);
    expect([await yoursUnder(author, story), await yoursUnder(author, elsewhere), await yoursUnder(ana, elsewhere)].map((yours) => yours?.picks)).toEqual([true, false, true]);
    const { currentRevisionId: revisionId, status } = await commentNow(here.commentId);
    expect(await offered(here.commentId)).toEqual({ picked: false, revisionId, status });
    expectOk(await pick(here.commentId, true, author));
    expect([(await offered(here.commentId))?.picked, (await offered(here.commentId, ana))?.picked]).toEqual([true, true]);
    expectOk(await pick(here.commentId, false, author));
  });

  it("is of moderators, of what readers see, and stands in its own list; hidden it does not count", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    const reply = await said(story, editor, { parentId: commentId });
    await said(story, editor);
    expect(failureOf(await pick(reply.commentId, true, await somebody("author")))?.code).toBe("forbidden");
    expect(failureOf(await pick((await said(story, visitor)).commentId))?.reason).toBe("not_visible");
    for (let again = 0; again < 2; again++) expectOk(await pick(reply.commentId));
    const picks = () => discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date(), { tab: "picks", sort: "newest" });
    expect(await picks()).toMatchObject({ tabs: { picks: 1, staff: 3 }, threads: [{ root: { id: reply.commentId, picked: true, inReplyTo: { id: commentId } } }] });
    await decide(reply.commentId, "hide");
    expect(await picks()).toMatchObject({ tabs: { picks: 0, staff: 2 }, threads: [] });
    await decide(reply.commentId, "show");
    expect((await picks()).tabs.picks).toBe(1);
    expectOk(await pick(reply.commentId, false));
    expect((await picks()).tabs.picks).toBe(0);
  });
});

describe("a long discussion", () => {
  it("is walked to its end and back in each order, no comment twice and none left out", async () => {
    const story = await storyToTalkAbout(editor);
    const all: string[] = [];
    for (let index = 0; index < 60; index++) all.push((await said(story, editor)).commentId);
    await appDatabase().update(comments).set({ likeRank: sql`('x' || right(id::text, 2))::bit(8)::int % 7` }).where(inArray(comments.id, all));
    for (const sort of ["newest", "oldest", "liked"] as const) {
      const page = (cursor?: string) => discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date(), { tab: "all", sort, ...(cursor ? { cursor } : {}) });
      const ids = ({ threads }: Awaited<ReturnType<typeof page>>) => threads.map(({ root }) => root.id);
      const first = await page();
      const second = await page(first.next ?? "");
      const third = await page(second.next ?? "");
      const walked = [...ids(first), ...ids(second), ...ids(third)];
      expect(third.next).toBeNull();
      expect(walked).toHaveLength(60);
      expect([...walked].sort()).toEqual([...all].sort());
      if (sort !== "liked") expect(walked).toEqual(sort === "newest" ? [...all].reverse() : all);
      expect([first.previous, second.previous]).toEqual([null, "first"]);
      expect(ids(await page(third.previous ?? ""))).toEqual(ids(second));
    }
    expect((await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date(), { tab: "all", sort: "liked", cursor: "1.x.made-up" })).previous).toBeNull();

    const place = await commentInPlace(all[30] ?? "", () => firstRules, new Date());
    const roots = place?.threads.map(({ root }) => root.id) ?? [];
    expect(roots).toEqual(all.slice(20, 41).reverse());
    const beyond = await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date(), { tab: "all", sort: "newest", cursor: place?.next ?? "" });
    expect(beyond.threads[0]?.root.id).toBe(all[19]);
    const above = await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date(), { tab: "all", sort: "newest", cursor: typeof place?.previous === "string" && place.previous !== "first" ? place.previous : "" });
    expect(above.threads.map(({ root }) => root.id)).toContain(all[41]);
    expect(await commentInPlace(crypto.randomUUID(), () => firstRules, new Date())).toBeNull();
  });

  it("shows fifty more replies at a time, and a reply at its own address among its neighbours", async () => {
    const story = await storyToTalkAbout(editor);
    const root = await said(story, editor);
    const replies: string[] = [];
    for (let index = 0; index < 110; index++) replies.push((await said(story, editor, { parentId: root.commentId })).commentId);
    const page = (cursor?: string) => discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date(), { tab: "all", sort: "newest", ...(cursor ? { cursor } : {}) });
    const [first] = (await page()).threads;
    expect(first).toMatchObject({ earlier: false, more: { replies: 50 } });
    const [second] = (await page(first?.more?.cursor)).threads;
    expect(second?.replies.map(({ id }) => id)).toEqual(replies.slice(3, 53));
    expect(second).toMatchObject({ earlier: true, more: { replies: 50 } });
    const [third] = (await page(second?.more?.cursor)).threads;
    const [fourth] = (await page(third?.more?.cursor)).threads;
    expect(third?.more?.replies).toBe(7);
    expect(fourth?.replies.map(({ id }) => id)).toEqual(replies.slice(103));
    expect(fourth?.more).toBeNull();
    const place = (await commentInPlace(replies[60] ?? "", () => firstRules, new Date()))?.threads.find((thread) => thread.root.id === root.commentId);
    expect(place?.replies.map(({ id }) => id)).toEqual(replies.slice(35, 85));
    expect(place).toMatchObject({ earlier: true, more: { replies: 25 } });
  });
});

it("open pages are told the version of a discussion and how many comments it has, and nothing of what is not public", async () => {
  const story = await storyToTalkAbout(editor);
  expect(await discussionNow(story)).toEqual({ version: 0, visible: 0 });
  expect([await discussionNow(crypto.randomUUID()), await discussionNow("x".repeat(5000))]).toEqual([null, null]);
  await said(story, editor);
  const now = await discussionNow(story);
  expect(now).toEqual({ version: 1, visible: 1 });
  await said(story, visitor);
  expect(await discussionNow(story)).toEqual(now);
});

it("of a purged comment nobody finds who liked it, what was reported of it, or who edited it", async () => {
  const story = await storyToTalkAbout(editor);
  const { commentId } = await said(story, editor);
  const reader = await knownReader();
  expectOk(await like(commentId, reader));
  expectOk(await report(commentId, reader, { reason: "illegal", law: "The law on secrets", text: "She lives in Quay Street 4.", notice: { name: "Nell Brandt", email: "nell@post.example", childOffence: false, goodFaith: true } }));
  expectOk(await editComment.execute({ of: { commentId }, revisionId: (await commentNow(commentId)).currentRevisionId, text: "Other words." }, { actor: editor }));
  expectOk(await pick(commentId));
  expectOk(await purgeComment.execute(await cardOf(commentId), { actor: wim }));
  const dump = await appDatabase().execute(sql`select (select jsonb_agg(r) from comment_reports r where comment_id = ${commentId})::text || coalesce((select jsonb_agg(l) from comment_likes l where comment_id = ${commentId})::text, '') || (select jsonb_agg(c) from comments c where id = ${commentId})::text || (select jsonb_agg(e) from events e where subject_id = ${commentId} and name = 'comment.edited')::text as text`);
  const text = JSON.stringify(dump);
  expect(text).not.toMatch(/secrets|Quay Street|Orla/);
  expect(await appDatabase().select().from(commentLikes).where(eq(commentLikes.commentId, commentId))).toEqual([]);
  expect(await commentNow(commentId)).toMatchObject({ likeCount: 0, pickedAt: null, reportCount: 0 });
  expect(await discussionOf(story)).toMatchObject({ pickCount: 0 });
});

/** How many: a thousand with every run of the tests; `TRANSITIONS=10000 npx vitest run lib/comments/engagement.db.test.ts` takes some minutes. */
const transitions = Number(process.env.TRANSITIONS ?? 1000);

it("counters of comments, picks, staff, reports and likes equal a recount after so many random transitions", { timeout: 120 * transitions }, async () => {
  const story = await storyToTalkAbout(editor);
  const reader = await knownReader();
  const likers = [ana, reader, await somebody("reader")];
  const ids: string[] = [];
  const keys: string[] = [];
  for (let index = 0; index < 20; index++) {
    const parentId = index % 3 === 2 ? (ids.at(-1) ?? null) : null;
    const visible = parentId && ["approved", "published"].includes((await commentNow(parentId)).status) ? parentId : null;
    const posted = await said(story, [editor, reader, visitor][index % 3] ?? editor, { parentId: visible });
    ids.push(posted.commentId);
    keys.push(posted.key);
  }
  let seed = 11;
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed / 65_536) % most;
  };
  const done: string[] = [];
  for (let step = 0; step < transitions; step++) {
    const id = ids[random(ids.length)] ?? "";
    const kind = random(40);
    if (kind < 16) await decideNow(id, decisions[random(decisions.length)] ?? "approve", step % 2 ? ana : wim);
    else if (kind < 22) await pick(id, random(2) === 0);
    else if (kind < 28) await report(id, random(2) === 0 ? visitor : (likers[random(3)] ?? ana));
    else if (kind < 34) await like(id, likers[random(3)] ?? ana, random(2) === 0);
    else if (kind < 39) await editComment.execute({ of: { commentId: id }, revisionId: (await commentNow(id)).currentRevisionId, text: `Edit ${step}` }, { actor: [editor, reader][random(2)] ?? editor });
    else if (done.length < 6) {
      const index = ids.indexOf(id);
      await withdrawComment.execute({ key: keys[index] ?? "" }, { actor: [editor, reader, visitor][index % 3] ?? editor });
      done.push(id);
    }
    const own = await appDatabase().select({ id: moderationEvents.id }).from(moderationEvents).where(eq(moderationEvents.commentId, id)).orderBy(sql`${moderationEvents.createdAt} desc, ${moderationEvents.id} desc`).limit(1);
    if (step % 9 === 0 && own[0]) await undoDecision.execute({ eventId: own[0].id }, { actor: ana });
  }
  const discussion = await discussionOf(story);
  const rows = await appDatabase().select().from(comments).where(eq(comments.discussionId, discussion?.id ?? ""));
  const visible = rows.filter((row) => row.status === "approved" || row.status === "published");
  expect(discussion).toMatchObject({
    visibleCount: visible.length,
    heldCount: rows.filter((row) => row.status === "held").length,
    pickCount: visible.filter((row) => row.pickedAt).length,
    staffCount: visible.filter((row) => row.staffBadge).length,
  });
  const likes = await appDatabase().select().from(commentLikes).where(inArray(commentLikes.commentId, ids));
  const pending = await appDatabase().select().from(commentReports).where(and(inArray(commentReports.commentId, ids), eq(commentReports.outcome, "pending")));
  for (const row of rows) {
    expect(row.replyCount).toBe(visible.filter((other) => (row.depth === 0 ? other.depth > 0 && other.rootId === row.id : other.parentId === row.id)).length);
    expect([row.likeCount, row.likeRank]).toEqual([likes.filter((one) => one.commentId === row.id).length, likes.filter((one) => one.commentId === row.id && one.ranks).length]);
    expect(row.reportCount).toBe(pending.filter((one) => one.commentId === row.id).length);
  }
  for (const status of ["withdrawn", "hidden", "rejected"]) expect(rows.map((row) => row.status)).toContain(status);
});
