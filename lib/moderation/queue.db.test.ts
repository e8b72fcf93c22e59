import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { comments, moderationEvents } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { postComment } from "@/lib/comments/commands/post-comment";
import { issueFormToken } from "@/lib/comments/form-token";
import type { PersonActor } from "@/lib/core/actor";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { type Queue, queueNames } from "@/lib/moderation/queue-address";
import { moderationQueue, mostCounted } from "@/lib/moderation/reads/queue";
import { inOrder as sortedAs, within } from "@/lib/moderation/reads/queue-list";

const database = useTestDatabase();

let maud: PersonActor;
let ben: PersonActor;
let articleId: string;
const inOrder: string[] = [];

/** A guest's comment, so many seconds after the first. */
async function post(second: number): Promise<string> {
  const now = new Date(Date.now() - 600_000 + second * 1000);
  const form = { articleId, parentId: null, name: "Hanne Vold", email: `hanne${second}@reader.example`, text: `Remark number ${second}.`, token: issueFormToken(articleId, new Date(now.getTime() - 10_000)), website: "" };
  const posted = await postComment.execute(form, { actor: { kind: "visitor", network: "n" }, now });
  if (!posted.ok) throw new Error(posted.failure.message);
  return posted.value.commentId;
}

async function seen(commentId: string) {
  const [row] = await appDatabase().select({ revisionId: comments.currentRevisionId, status: comments.status }).from(comments).where(eq(comments.id, commentId));
  if (!row) throw new Error("There is no such comment.");
  return { commentId, ...row };
}

const decide = (card: Awaited<ReturnType<typeof seen>>, decision: "approve" | "reject" | "spam", actor: PersonActor, now?: Date) => decideComment.execute({ ...card, decision, reason: decision === "reject" ? "off_topic" : null, message: "" }, { actor, ...(now ? { now } : {}) });

async function walk(queue: Queue): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await moderationQueue(maud, queue, after);
    pages.push((page?.cards ?? []).map((card) => card.id));
    after = page?.next ?? undefined;
    more = after !== undefined;
  }
  return pages;
}

beforeAll(async () => {
  maud = await somebody("moderator", "Maud Pettersen");
  ben = await somebody("moderator", "Ben");
  const editor = await somebody("editor");
  const created = await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor });
  if (!created.ok) throw new Error(created.failure.message);
  articleId = created.value.id;
  await publishArticle.execute({ articleId, version: 1 }, { actor: editor, now: new Date(Date.now() - 900_000) });
  for (let second = 0; second < 85; second++) inOrder.push(await post(second));
}, 60_000);

it("a long queue is paged, oldest first, every comment once, and back again", async () => {
  expect(await walk("held")).toEqual([inOrder.slice(0, 40), inOrder.slice(40, 80), inOrder.slice(80)]);
  const first = await moderationQueue(maud, "held");
  expect(first).toMatchObject({ previous: null, next: expect.any(String) });
  const second = await moderationQueue(maud, "held", first?.next ?? "");
  expect(second?.previous).toBe("first");
  const third = await moderationQueue(maud, "held", second?.next ?? "");
  expect(third?.next).toBeNull();
  const back = third?.previous;
  if (!back || back === "first") throw new Error("There is no page before the third.");
  expect((await moderationQueue(maud, "held", back.after))?.cards.map((card) => card.id)).toEqual(inOrder.slice(40, 80));
});

it("whichever page is open, the head says since when the oldest waits", async () => {
  const first = await moderationQueue(maud, "held");
  const second = await moderationQueue(maud, "held", first?.next ?? "");
  expect(second?.oldest).toBe(first?.cards[0]?.at);
});

it("what others decided meanwhile neither repeats nor hides a comment of the next page", async () => {
  const first = await moderationQueue(maud, "held");
  for (const id of inOrder.slice(30, 45)) await decide(await seen(id), "spam", ben, new Date());
  const second = await moderationQueue(maud, "held", first?.next ?? "");
  expect(second?.cards.map((card) => card.id)).toEqual(inOrder.slice(45, 85));
});

it("decided comments are paged by when they were decided, newest first", async () => {
  const chosen = inOrder.slice(45);
  await appDatabase().update(comments).set({ status: "held", decidedAt: null }).where(inArray(comments.id, inOrder));
  for (const [index, id] of inOrder.entries()) await decide(await seen(id), "approve", ben, new Date(Date.now() - 300_000 + index * 1000));
  const newest = [...inOrder].reverse();
  expect(await walk("approved")).toEqual([newest.slice(0, 40), newest.slice(40, 80), newest.slice(80)]);
  expect(chosen.length).toBe(40);
});

it("a made-up place in the list is the first page", async () => {
  const first = await moderationQueue(maud, "approved");
  expect((await moderationQueue(maud, "approved", "1.2.3"))?.cards.map((card) => card.id)).toEqual(first?.cards.map((card) => card.id));
  expect((await moderationQueue(maud, "spam", first?.next ?? ""))?.previous).toBeNull();
});

it.each([
  ["approve", /^Maud Pettersen approved this \d+ s ago\.$/, 200],
  ["reject", /^Maud Pettersen rejected this \d+ s ago\.$/, 201],
  ["spam", /^Maud Pettersen marked this as spam \d+ s ago\.$/, 202],
] as const)("the second moderator hears who was faster, with what (%s) and when", async (decision, sentence, postedAt) => {
  const card = await seen(await post(postedAt));
  await decide(card, decision, maud);
  const second = await decide(card, "approve", ben);
  expect(second).toMatchObject({ ok: false, failure: { code: "conflict", reason: "decided_meanwhile", message: expect.stringMatching(sentence) } });
});

it("a decision that was taken back meanwhile is said so, and long ago is said in minutes or hours", async () => {
  const card = await seen(await post(150));
  const now = new Date(Date.now() - 3 * 60_000);
  const decided = await decide(card, "approve", maud, now);
  if (!decided.ok) throw new Error(decided.failure.message);
  expect(await decide(card, "spam", ben)).toMatchObject({ ok: false, failure: { message: "Maud Pettersen approved this 3 min ago." } });
  await undoDecision.execute({ eventId: decided.value.eventId }, { actor: maud });
  expect(await undoDecision.execute({ eventId: decided.value.eventId }, { actor: ben })).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/^Maud Pettersen took the decision back \d+ s ago\.$/) } });
});

it("pressing a decision twice is one decision; another decision, another moderator or a decision taken back is told who was faster", async () => {
  const card = await seen(await post(90));
  const once = await decide(card, "approve", maud);
  expect(await decide(card, "approve", maud)).toEqual(once);
  const history = await appDatabase().select({ to: moderationEvents.toStatus }).from(moderationEvents).where(and(eq(moderationEvents.commentId, card.commentId), isNotNull(moderationEvents.actorId)));
  expect(history).toEqual([{ to: "approved" }]);
  const told = { ok: false, failure: { reason: "decided_meanwhile" } };
  expect(await decide(card, "spam", maud)).toMatchObject(told);
  expect(await decide(card, "approve", ben)).toMatchObject(told);
  if (once.ok) await undoDecision.execute({ eventId: once.value.eventId }, { actor: maud });
  expect(await seen(card.commentId)).toEqual(card);
});

it.each(queueNames)("the queue “%s” is read along an index of its own, however many comments there are", async (queue) => {
  const plan: string[] = [];
  await appDatabase().transaction(async (tx) => {
    // What a small table does by reading all of it is not the question.
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    await tx.execute(sql`set local enable_sort = off`);
    const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain (costs off) ${tx.select({ id: comments.id }).from(comments).where(within(queue)).orderBy(...sortedAs(queue, "forwards")).limit(41)}`);
    plan.push(...rows.map((row) => row["QUERY PLAN"]));
  });
  expect(plan.join("\n")).toMatch(/Index (Only )?Scan (Backward )?using comments_(queue|reported|escalated|all)/);
  expect(plan.join("\n")).not.toContain("Sort");
});

it("a queue is counted up to a thousand", async () => {
  const page = await moderationQueue(maud, "held");
  expect(page?.counts.held).toBe((await walk("held")).flat().length);
  const template = await seen(await post(240));
  await database.migrator().execute(sql`insert into comments (id, discussion_id, root_id, guest_id, name_snapshot, status, current_revision_id, key_hash) select gen_random_uuid(), discussion_id, root_id, guest_id, name_snapshot, 'spam', current_revision_id, 'many-' || n from comments, generate_series(1, 1200) as n where id = ${template.commentId}::uuid`);
  expect((await moderationQueue(maud, "held"))?.counts.spam).toBe(mostCounted + 1);
});
