import { and, eq, like, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { comments, discussions, events, guests, idempotencyKeys, moderationEvents, people } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { postComment } from "@/lib/comments/commands/post-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import type { Decision } from "@/lib/comments/comment";
import { firstRules } from "@/lib/comments/discussion-rules";
import { issueFormToken } from "@/lib/comments/form-token";
import { discussionPage } from "@/lib/comments/reads/discussion";
import { ownComment } from "@/lib/comments/reads/own-comment";
import { receiveComment } from "@/lib/comments/receive";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { pageTagsOf } from "@/lib/core/page-tags";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { moderationQueue } from "@/lib/moderation/reads/queue";

const database = useTestDatabase();

const visitor: VisitorActor = { kind: "visitor", network: "n" };
let editor: PersonActor;
let ana: PersonActor;
let ben: PersonActor;
let wim: PersonActor;

async function liveStory(): Promise<string> {
  const section = await someSection();
  const { id } = expectOk(await createArticle.execute({ content: someContent(section.id) }, { actor: editor }));
  expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
  return id;
}

let number = 0;
function formFor(articleId: string, changes: Record<string, unknown> = {}) {
  number += 1;
  return { articleId, parentId: null, name: "Hanne Vold", email: `hanne${number}@reader.example`, text: `Remark number ${number}.`, token: issueFormToken(articleId, new Date(Date.now() - 10_000)), website: "", ...changes };
}
const post = async (articleId: string, changes: Record<string, unknown> = {}, actor: Actor = editor) => expectOk(await postComment.execute(formFor(articleId, changes), { actor }));

async function seen(commentId: string) {
  const [row] = await appDatabase().select({ revisionId: comments.currentRevisionId, status: comments.status }).from(comments).where(eq(comments.id, commentId));
  if (!row) throw new Error("There is no such comment.");
  return { commentId, ...row };
}
const decideAs = (card: Awaited<ReturnType<typeof seen>>, decision: Decision, actor: Actor) => decideComment.execute({ ...card, decision, reason: decision === "reject" ? "off_topic" : null, message: "" }, { actor });
const decide = async (commentId: string, decision: Decision, actor: Actor = ana) => expectOk(await decideAs(await seen(commentId), decision, actor));
const purge = async (commentId: string, actor: Actor = wim) => purgeComment.execute(await seen(commentId), { actor });

const page = (articleId: string) => discussionPage({ id: articleId, publishedAt: new Date(), rules: firstRules }, new Date());
/** The page as its marks and texts, threads newest first, replies after a dash. */
async function shown(articleId: string): Promise<string[]> {
  const say = (one: { name: string | null; mark: string | null }) => one.mark ?? one.name ?? "";
  return (await page(articleId)).threads.flatMap((thread) => [say(thread.root), ...thread.replies.map((reply) => `- ${say(reply)}`)]);
}
const eventsOf = (commentId: string) => appDatabase().select().from(events).where(and(eq(events.subjectType, "comment"), eq(events.subjectId, commentId)));
const moderationOf = (commentId: string) => appDatabase().select().from(moderationEvents).where(eq(moderationEvents.commentId, commentId));

/** Counters of one discussion against a recount of its rows. */
async function expectTrueCounters(articleId: string): Promise<void> {
  const [discussion] = await appDatabase().select().from(discussions).where(eq(discussions.articleId, articleId));
  const rows = await appDatabase().select().from(comments).where(eq(comments.discussionId, discussion?.id ?? ""));
  const visible = rows.filter((row) => row.status === "approved" || row.status === "published");
  expect(discussion).toMatchObject({ visibleCount: visible.length, heldCount: rows.filter((row) => row.status === "held").length });
  for (const row of rows) expect(row.replyCount).toBe(visible.filter((other) => (row.depth === 0 ? other.depth > 0 && other.rootId === row.id : other.parentId === row.id)).length);
}

beforeAll(async () => {
  editor = await somebody("editor", "Orla");
  ana = await somebody("moderator", "Ana");
  ben = await somebody("moderator", "Ben");
  wim = await somebody("administrator", "Wim");
});

describe("what a commenter hears", () => {
  it("of spam is what it is of a comment that waits, to the letter", async () => {
    const story = await liveStory();
    for (let other = 0; other < 3; other++) await post(story, { text: "Cheap sails at https://sails.example" }, visitor);
    const waiting = expectOk(await receiveComment(formFor(story), visitor, "n1"));
    const spam = expectOk(await receiveComment(formFor(story, { text: "Cheap sails at https://sails.example" }), visitor, "n2"));
    expect((await seen(spam.commentId)).status).toBe("spam");
    expect({ ...spam, commentId: "", key: "" }).toEqual({ ...waiting, commentId: "", key: "" });
    expect(JSON.stringify(spam)).not.toMatch(/spam|held/);
    const { said: _, id: __, edit: spamEdit, ...ofSpam } = (await ownComment(spam.key)) ?? {};
    const { said: ___, id: ____, edit, ...ofWaiting } = (await ownComment(waiting.key)) ?? {};
    expect(ofSpam).toEqual(ofWaiting);
    expect([spamEdit, edit].every((one) => one?.source)).toBe(true);
  });
});

describe("a comment that its author withdraws", () => {
  it("is gone from the page, for good, and its own page says so without its text", async () => {
    const story = await liveStory();
    const guest = await post(story, {}, visitor);
    await decide(guest.commentId, "approve");
    expect(await shown(story)).toEqual(["Hanne Vold"]);
    expectOk(await withdrawComment.execute({ key: guest.key }, { actor: visitor }));
    expect(await shown(story)).toEqual([]);
    expect(await ownComment(guest.key)).toMatchObject({ state: "withdrawn", said: null });
    const row = await seen(guest.commentId);
    for (const decision of ["approve", "reject", "spam", "hide", "show"] as const) expect(failureOf(await decideAs(row, decision, ana))?.code).toBe("conflict");
    await expectTrueCounters(story);
  });

  it("leaves a mark where it has visible answers, as root or as reply, and goes with the last of them", async () => {
    const story = await liveStory();
    const root = await post(story);
    const reply = await post(story, { parentId: root.commentId });
    const answer = await post(story, { parentId: reply.commentId });
    expectOk(await withdrawComment.execute({ key: reply.key }, { actor: editor }));
    expect(await shown(story)).toEqual(["Orla", "- withdrawn", "- Orla"]);
    expectOk(await withdrawComment.execute({ key: root.key }, { actor: editor }));
    expect(await shown(story)).toEqual(["withdrawn", "- withdrawn", "- Orla"]);
    expectOk(await withdrawComment.execute({ key: answer.key }, { actor: editor }));
    expect(await shown(story)).toEqual([]);
    await expectTrueCounters(story);
  });

  it("needs the account that wrote it, or the key alone where a guest did; another key opens nothing", async () => {
    const story = await liveStory();
    const own = await post(story);
    expect(failureOf(await withdrawComment.execute({ key: own.key }, { actor: visitor }))?.code).toBe("unauthenticated");
    expect(failureOf(await withdrawComment.execute({ key: own.key }, { actor: ana }))?.code).toBe("forbidden");
    expect(failureOf(await withdrawComment.execute({ key: `${own.key}x` }, { actor: editor }))?.code).toBe("not_found");
    expect((await seen(own.commentId)).status).toBe("approved");
  });

  it("twice at once is withdrawn once; a moderator who decides meanwhile hears that its author withdrew it", async () => {
    const story = await liveStory();
    const guest = await post(story, {}, visitor);
    const card = await seen(guest.commentId);
    const both = await Promise.all([withdrawComment.execute({ key: guest.key }, { actor: visitor }), withdrawComment.execute({ key: guest.key }, { actor: visitor })]);
    expect(both.every((result) => result.ok)).toBe(true);
    expect((await eventsOf(guest.commentId)).filter((event) => event.name === "comment.withdrawn")).toHaveLength(1);
    expect((await moderationOf(guest.commentId)).filter((event) => event.toStatus === "withdrawn")).toHaveLength(1);
    expect(failureOf(await decideAs(card, "approve", ana))).toMatchObject({ code: "conflict", message: expect.stringMatching(/^Its author withdrew this \d+ s ago\.$/) });
  });

  it("can be said again", async () => {
    const story = await liveStory();
    const said = { email: "again@reader.example", text: "Said twice." };
    const { key } = await post(story, said, visitor);
    expect(failureOf(await postComment.execute(formFor(story, said), { actor: visitor }))?.reason).toBe("repeated");
    expectOk(await withdrawComment.execute({ key }, { actor: visitor }));
    expectOk(await postComment.execute(formFor(story, said), { actor: visitor }));
  });

  it("drops the story's cached page", async () => {
    const story = await liveStory();
    const { commentId, key } = await post(story);
    expectOk(await withdrawComment.execute({ key }, { actor: editor }));
    const event = (await eventsOf(commentId)).find((one) => one.name === "comment.withdrawn");
    expect(event && pageTagsOf(event)).toContain(`discussion:${story}`);
  });

  it("drops no page where readers never saw it, however it goes", async () => {
    const story = await liveStory();
    const [first, second] = [await post(story, {}, visitor), await post(story, {}, visitor)];
    const { revisionId } = await seen(first.commentId);
    expectOk(await editComment.execute({ of: { key: first.key }, revisionId, text: "Said better." }, { actor: visitor }));
    expectOk(await withdrawComment.execute({ key: first.key }, { actor: visitor }));
    expectOk(await purge(second.commentId));
    const told = [...(await eventsOf(first.commentId)), ...(await eventsOf(second.commentId))];
    expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(["comment.edited", "comment.withdrawn", "comment.purged"]));
    expect(told.flatMap(pageTagsOf)).toEqual([]);
  });
});

describe("a comment that a moderator hides", () => {
  it("says so in its place, is found under Hidden, and is shown again", async () => {
    const story = await liveStory();
    const { commentId, key } = await post(story);
    await decide(commentId, "hide");
    expect(await shown(story)).toEqual(["hidden"]);
    expect((await page(story)).visible).toBe(0);
    expect(await ownComment(key)).toMatchObject({ state: "hidden", said: { name: "Orla" } });
    const hidden = await moderationQueue(ana, "hidden");
    expect(hidden?.cards.find((card) => card.id === commentId)).toMatchObject({ can: { show: true, approve: false, hide: false, purge: false } });
    expect((await moderationQueue(ana, "held"))?.cards.map((card) => card.id)).not.toContain(commentId);
    await expectTrueCounters(story);
    await decide(commentId, "show", ben);
    expect(await shown(story)).toEqual(["Orla"]);
    expect((await eventsOf(commentId)).map((event) => event.name)).toEqual(["comment.posted", "comment.hidden", "comment.shown_again"]);
    await expectTrueCounters(story);
  });

  it("stands as a mark among replies, takes no answer, and comes back by undo as it was", async () => {
    const story = await liveStory();
    const root = await post(story);
    const reply = await post(story, { parentId: root.commentId });
    const { eventId } = await decide(reply.commentId, "hide");
    expect(await shown(story)).toEqual(["Orla", "- hidden"]);
    expect(failureOf(await postComment.execute(formFor(story, { parentId: reply.commentId }), { actor: visitor }))?.reason).toBe("parent_gone");
    expectOk(await undoDecision.execute({ eventId }, { actor: ana }));
    expect(await shown(story)).toEqual(["Orla", "- Orla"]);
    await expectTrueCounters(story);
  });

  it("by two at once is hidden once, and only by those who moderate", async () => {
    const story = await liveStory();
    const { commentId } = await post(story);
    const card = await seen(commentId);
    expect(failureOf(await decideAs(card, "hide", await somebody("author")))?.code).toBe("forbidden");
    const results = await Promise.all([decideAs(card, "hide", ana), decideAs(card, "hide", ben)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await eventsOf(commentId)).filter((event) => event.name === "comment.hidden")).toHaveLength(1);
    expect((await moderationOf(commentId)).filter((event) => event.toStatus === "hidden")).toHaveLength(1);
  });
});

describe("a comment that is purged", () => {
  /** Every row of every table but the accounts, as text. */
  async function everything(): Promise<string> {
    const tables = await database.migrator().execute<{ name: string }>(sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'people'`);
    const rows = await Promise.all(tables.map(({ name }) => database.migrator().execute(sql.raw(`select '${name}' as "table", t::text as row from ${name} t`))));
    return JSON.stringify(rows);
  }

  it("of a guest leaves neither text nor name nor address in any table, and a mark without a name where it has answers", async () => {
    const story = await liveStory();
    const guest = await post(story, { name: "Quilla Marchbank", email: "quilla@marchbank.example", text: "My cellar number is quince-and-sorrel." }, visitor);
    await decide(guest.commentId, "approve");
    await post(story, { parentId: guest.commentId });
    const [row] = await appDatabase().select({ guestId: comments.guestId }).from(comments).where(eq(comments.id, guest.commentId));
    expect(await everything()).toMatch(/Quilla Marchbank/);
    expectOk(await purge(guest.commentId));
    const after = await everything();
    for (const trace of ["Quilla", "Marchbank", "quince", "sorrel", row?.guestId ?? "?"]) expect(after).not.toContain(trace);
    expect(await shown(story)).toEqual(["removed", "- Orla"]);
    expect(await ownComment(guest.key)).toMatchObject({ state: "purged", said: null });
    await expectTrueCounters(story);
  });

  it("of somebody with an account says nowhere whose it was, also once withdrawn; her other comments stay", async () => {
    const story = await liveStory();
    const reader = await somebody("reader", "Ottoline Varga");
    const { commentId, key } = await post(story, { text: "Words of hers." }, reader);
    const other = await post(story, { text: "Other words of hers." }, reader);
    expectOk(await withdrawComment.execute({ key }, { actor: reader }));
    expectOk(await purge(commentId));
    expect((await eventsOf(commentId)).map(({ name, actorName, actorId }) => ({ name, actorName, whose: actorId === reader.personId }))).toEqual([
      { name: "comment.posted", actorName: "its author", whose: false },
      { name: "comment.withdrawn", actorName: "its author", whose: false },
      { name: "comment.purged", actorName: "Wim", whose: false },
    ]);
    for (const event of await moderationOf(commentId)) expect(event.actorId).not.toBe(reader.personId);
    expect(await ownComment(other.key)).toMatchObject({ said: { name: "Ottoline Varga" } });
  });

  it("keeps the guest where another comment is hers", async () => {
    const story = await liveStory();
    const first = await post(story, { email: "twice@reader.example" }, visitor);
    const second = await post(story, { email: "twice@reader.example" }, visitor);
    const [row] = await appDatabase().select({ guestId: comments.guestId }).from(comments).where(eq(comments.id, second.commentId));
    expectOk(await purge(first.commentId));
    expect(await appDatabase().select().from(guests).where(eq(guests.id, row?.guestId ?? ""))).toHaveLength(1);
    expectOk(await purge(second.commentId));
    expect(await appDatabase().select().from(guests).where(eq(guests.id, row?.guestId ?? ""))).toHaveLength(0);
  });

  it("is purged by administrators alone, once, and nobody takes it back", async () => {
    const story = await liveStory();
    const { commentId } = await post(story);
    const card = await seen(commentId);
    for (const actor of [ana, editor, visitor]) expect(failureOf(await purgeComment.execute(card, { actor }))?.code).toMatch(/forbidden|unauthenticated/);
    expect((await moderationQueue(wim, "approved"))?.cards.find((one) => one.id === commentId)?.can.purge).toBe(true);
    const results = await Promise.all([purgeComment.execute(card, { actor: wim }), purgeComment.execute(card, { actor: wim })]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const [event] = (await moderationOf(commentId)).filter((one) => one.toStatus === "purged");
    expect(failureOf(await undoDecision.execute({ eventId: event?.id ?? "" }, { actor: wim }))?.code).toBe("not_found");
    expect((await moderationQueue(wim, "gone"))?.recent).toEqual([]);
  });

  it("is the only thing that may be erased from the history, and only what is the author's of it", async () => {
    const story = await liveStory();
    const { commentId } = await post(story);
    const refused = { cause: { code: "42501" } };
    await expect(appDatabase().execute(sql`select erase_purged_comment(${commentId})`)).rejects.toMatchObject(refused);
    await expect(database.migrator().execute(sql`update events set actor_name = 'its author', actor_id = null where subject_id = ${commentId}`)).rejects.toMatchObject(refused);
    expectOk(await purge(commentId));
    await expect(database.migrator().execute(sql`update events set actor_name = 'somebody else' where subject_id = ${commentId}`)).rejects.toMatchObject(refused);
    expect(await appDatabase().select().from(people).where(eq(people.id, editor.personId))).toHaveLength(1);
  });
});

describe("many at one thread", () => {
  it("move a root and its replies at the same time without waiting for each other for ever", async () => {
    const articleId = await liveStory();
    const root = await post(articleId);
    const replies = await Promise.all(Array.from({ length: 4 }, () => post(articleId, { parentId: root.commentId })));
    for (let round = 0; round < 6; round++) {
      const [onRoot, onReplies]: [Decision, Decision] = round % 2 === 0 ? ["hide", "hide"] : ["show", "show"];
      const cards = await Promise.all([root, ...replies].map((one) => seen(one.commentId)));
      const outcomes = await Promise.allSettled(cards.map((card, index) => decideAs(card, index === 0 ? onRoot : onReplies, index % 2 === 0 ? ana : ben)));
      expect(outcomes.map((outcome) => outcome.status === "fulfilled" && outcome.value.ok)).toEqual(cards.map(() => true));
    }
    await expectTrueCounters(articleId);
  });

  it("and nothing that was answered to the author of a purged comment is kept", async () => {
    const articleId = await liveStory();
    const { commentId } = expectOk(await postComment.execute(formFor(articleId), { actor: editor, key: "once" }));
    const kept = () => appDatabase().select({ key: idempotencyKeys.key }).from(idempotencyKeys).where(like(idempotencyKeys.key, `postComment:${editor.personId}:%`));
    expect(await kept()).not.toEqual([]);
    expectOk(await purge(commentId));
    expect(await kept()).toEqual([]);
  });
});
