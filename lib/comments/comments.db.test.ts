import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase, readerDatabase } from "@/db/client";
import { comments, discussions, moderationEvents, publicComments } from "@/db/schema";
import { longAgo } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { postComment } from "@/lib/comments/commands/post-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { type Decision, decisions } from "@/lib/comments/comment";
import { firstRules } from "@/lib/comments/discussion-rules";
import { issueFormToken } from "@/lib/comments/form-token";
import { discussionPage } from "@/lib/comments/reads/discussion";
import { ownComment } from "@/lib/comments/reads/own-comment";
import { receiveComment } from "@/lib/comments/receive";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import type { Result } from "@/lib/kernel/result";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { moderationQueue } from "@/lib/moderation/reads/queue";

useTestDatabase();

const visitor: VisitorActor = { kind: "visitor", network: "n" };
let editor: PersonActor;
let ana: PersonActor;
let ben: PersonActor;
let articleId: string;

async function liveStory(): Promise<string> {
  const section = await someSection();
  const { id } = expectOk(await createArticle.execute({ content: someContent(section.id) }, { actor: editor }));
  expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
  return id;
}

beforeAll(async () => {
  editor = await somebody("editor");
  ana = await somebody("moderator", "Ana");
  ben = await somebody("moderator", "Ben");
  articleId = await liveStory();
});

let number = 0;
function formFor(changes: Record<string, unknown> = {}) {
  number += 1;
  return { articleId, parentId: null, name: "Hanne Vold", email: `hanne${number}@reader.example`, text: `Remark number ${number}.`, token: issueFormToken(String(changes.articleId ?? articleId), new Date(Date.now() - 10_000)), website: "", ...changes };
}
const post = async (changes: Record<string, unknown> = {}, actor: Actor = visitor) => expectOk(await postComment.execute(formFor(changes), { actor }));
const rowOf = async (id: string) => (await appDatabase().select().from(comments).where(eq(comments.id, id)))[0];

async function decide(commentId: string, decision: Decision, actor: Actor = ana, seen: Partial<{ revisionId: string; status: string }> = {}) {
  const row = await rowOf(commentId);
  return decideComment.execute({ commentId, decision, revisionId: seen.revisionId ?? row?.currentRevisionId ?? "", status: seen.status ?? row?.status ?? "", reason: decision === "reject" ? "off_topic" : null, message: "" }, { actor });
}

describe("a guest's comment", () => {
  it("is held, seen by its writer alone, and public the moment it is approved", async () => {
    const { commentId, key, status } = await post();
    expect(status).toBe("held");
    expect(await readerDatabase().select().from(publicComments).where(eq(publicComments.id, commentId))).toEqual([]);
    expect((await ownComment(key))?.state).toBe("waiting");
    expect(await ownComment(`${key}x`)).toBeNull();
    expectOk(await decide(commentId, "approve"));
    const [shown] = await readerDatabase().select().from(publicComments).where(eq(publicComments.id, commentId));
    expect(shown).toMatchObject({ visible: true, name: "Hanne Vold" });
    expect((await ownComment(key))?.state).toBe("published");
  });

  it("with several mistakes hears of all of them at once", async () => {
    expect(failureOf(await postComment.execute(formFor({ name: "", email: "none", text: "" }), { actor: visitor }))?.fields).toEqual({ name: expect.any(String), email: expect.any(String), comment: expect.any(String) });
  });

  it("never leaves the address behind", async () => {
    const { commentId } = await post({ email: "secret-address@reader.example" });
    const dump = await appDatabase().execute(sql`select (select jsonb_agg(g) from guests g)::text || (select jsonb_agg(c) from comments c)::text as text`);
    expect(JSON.stringify(dump)).not.toContain("secret-address");
    expect((await rowOf(commentId))?.guestId).toBeTruthy();
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["without a name", { name: " " }, "who"],
    ["with no address", { email: "not one" }, "who"],
    ["with a list of addresses", { email: "a@b.example, c@d.example" }, "who"],
    ["with nothing in it", { text: " \u200b " }, "text"],
    ["by a robot", { website: "https://spam.example" }, "robot"],
    ["with a made-up token", { token: "x.y.z" }, "form_old"],
  ])("%s is refused with a sentence and nothing is kept", async (_, changes, reason) => {
    const [before] = await appDatabase().select({ number: sql`count(*)` }).from(comments);
    const failure = failureOf(await postComment.execute(formFor(changes), { actor: visitor }));
    expect(failure).toMatchObject({ reason, message: expect.stringMatching(/\w{4}.*[.]/) });
    expect((await appDatabase().select({ number: sql`count(*)` }).from(comments))[0]).toEqual(before);
  });

  it("posted too quickly is asked to be read again", async () => {
    expect(failureOf(await postComment.execute(formFor({ token: issueFormToken(articleId, new Date()) }), { actor: visitor }))).toMatchObject({ reason: "early", message: expect.stringMatching(/in [23] seconds?/), retryAfter: expect.any(Number) });
  });

  it("sent twice by one form is one comment with one answer", async () => {
    const form = formFor();
    const results = await Promise.all(Array.from({ length: 6 }, () => receiveComment(form, visitor, `network-${number}`)));
    const answers = results.map((result) => expectOk(result).commentId);
    expect(new Set(answers).size).toBe(1);
    expect(failureOf(await postComment.execute({ ...formFor(), token: form.token }, { actor: visitor }))?.reason).toBe("form_used");
  });

  it("said again by the same person is not kept twice", async () => {
    const form = formFor({ text: "The very same words." });
    expectOk(await postComment.execute(form, { actor: visitor }));
    expect(failureOf(await postComment.execute({ ...form, token: issueFormToken(articleId, new Date(Date.now() - 9000)) }, { actor: visitor }))?.reason).toBe("repeated");
  });

  it("is limited to three an hour from one network, with the time to wait", async () => {
    const results = [];
    for (let attempt = 0; attempt < 4; attempt++) results.push(await receiveComment(formFor(), visitor, "one-household"));
    expect(results.map((result) => result.ok)).toEqual([true, true, true, false]);
    expect(failureOf(results[3] as Result<unknown>)).toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
  });

  it("beyond the limit stays refused when the same form is sent again, one by one or six at once", async () => {
    for (let sent = 0; sent < 3; sent++) expectOk(await receiveComment(formFor(), visitor, "persistent-household"));
    const form = formFor();
    for (const result of [await receiveComment(form, visitor, "persistent-household"), await receiveComment(form, visitor, "persistent-household"), ...(await Promise.all(Array.from({ length: 6 }, () => receiveComment(form, visitor, "persistent-household"))))]) expect(failureOf(result)?.code).toBe("rate_limited");
  });

  it("with a mistake counts each time it is sent; one that arrived is answered again for nothing", async () => {
    const arrived = formFor();
    const first = expectOk(await receiveComment(arrived, visitor, "careless-household"));
    for (let again = 0; again < 4; again++) expect(expectOk(await receiveComment(arrived, visitor, "careless-household"))).toEqual(first);
    const wrong = formFor({ name: "" });
    const codes = [];
    for (let sent = 0; sent < 3; sent++) codes.push(failureOf(await receiveComment(wrong, visitor, "careless-household"))?.code);
    expect(codes).toEqual(["invalid", "invalid", "rate_limited"]);
  });

  it("corrected after it arrived is told that its form was used", async () => {
    const form = formFor();
    expectOk(await receiveComment(form, visitor, "second-thoughts"));
    expect(failureOf(await receiveComment({ ...form, text: "Another text." }, visitor, "second-thoughts"))?.reason).toBe("form_used");
  });
});

describe("people with an account", () => {
  it("a reader waits until two were seen for a day; staff are shown at once, with a badge", async () => {
    const reader = await somebody("reader", "Jon");
    for (let round = 0; round < 2; round++) {
      const { commentId, status } = await post({}, reader);
      expect(status).toBe("held");
      expectOk(await decide(commentId, "approve"));
    }
    expect((await post({}, reader)).status).toBe("held");
    await longAgo(reader, 24);
    expect((await post({}, reader)).status).toBe("published");
    const { commentId, status } = await post({}, editor);
    expect(status).toBe("approved");
    expect(await rowOf(commentId)).toMatchObject({ staffBadge: "staff", nameSnapshot: editor.name });
  });
});

describe("replies", () => {
  it("keep their true parent, are shown in two levels, and leave a mark where the root is gone", async () => {
    const story = await liveStory();
    const inStory = { articleId: story };
    const root = await post(inStory, editor);
    const reply = await post({ ...inStory, parentId: root.commentId }, editor);
    const deeper = await post({ ...inStory, parentId: reply.commentId }, editor);
    expect(await rowOf(deeper.commentId)).toMatchObject({ parentId: reply.commentId, rootId: root.commentId, depth: 2 });
    expectOk(await decide(root.commentId, "reject"));
    const page = await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date());
    expect(page.threads).toHaveLength(1);
    expect(page.threads[0]?.root).toMatchObject({ name: null, body: null, mark: "removed" });
    expect(page.threads[0]?.replies.map((shown) => shown.inReplyTo?.id)).toEqual([root.commentId, reply.commentId]);
    expect(failureOf(await postComment.execute(formFor({ ...inStory, parentId: root.commentId }), { actor: visitor }))?.reason).toBe("parent_gone");
  });
});

describe("moderators", () => {
  it("deciding at once make exactly one decision; the other hears whose", async () => {
    const { commentId } = await post();
    const row = await rowOf(commentId);
    const seen = { revisionId: row?.currentRevisionId ?? "", status: "held" };
    const results = await Promise.all([decide(commentId, "approve", ana, seen), decide(commentId, "reject", ben, seen), decide(commentId, "spam", ana, seen)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.failure).toMatchObject({ code: "conflict", message: expect.stringMatching(/Ana|Ben/) });
    const events = await appDatabase().select().from(moderationEvents).where(eq(moderationEvents.commentId, commentId));
    expect(events.filter((event) => event.actorId !== null)).toHaveLength(1);
  });

  it("cannot decide about a text they did not see", async () => {
    const { commentId } = await post();
    expect(failureOf(await decide(commentId, "approve", ana, { revisionId: crypto.randomUUID() }))?.code).toBe("conflict");
  });

  it("take a decision back, but not over somebody else's later one", async () => {
    const { commentId } = await post();
    const { eventId } = expectOk(await decide(commentId, "approve"));
    expectOk(await undoDecision.execute({ eventId }, { actor: ana }));
    expect((await rowOf(commentId))?.status).toBe("held");
    const second = expectOk(await decide(commentId, "approve"));
    expectOk(await decide(commentId, "spam", ben));
    expect(failureOf(await undoDecision.execute({ eventId: second.eventId }, { actor: ana }))?.code).toBe("conflict");
  });

  it("need a reason to reject, and must be moderators", async () => {
    const { commentId } = await post();
    const row = await rowOf(commentId);
    expect(failureOf(await decideComment.execute({ commentId, decision: "reject", revisionId: row?.currentRevisionId, status: "held", reason: null, message: "" }, { actor: ana }))?.reason).toBe("no_reason");
    expect(failureOf(await decide(commentId, "approve", await somebody("author")))?.code).toBe("forbidden");
    expect(await moderationQueue(await somebody("author"), "held")).toBeNull();
    expect((await moderationQueue(ana, "held"))?.cards.map((card) => card.id)).toContain(commentId);
  });
});

it("a story that was taken back takes no comments and shows none", async () => {
  const story = await liveStory();
  const { commentId } = await post({ articleId: story }, editor);
  expectOk(await unpublishArticle.execute({ articleId: story, version: 2, reason: "Legal" }, { actor: editor }));
  expect(failureOf(await postComment.execute(formFor({ articleId: story }), { actor: visitor }))?.code).toBe("not_found");
  expect(await readerDatabase().select().from(publicComments).where(eq(publicComments.id, commentId))).toEqual([]);
});

it("counters equal a recount after 200 random decisions and withdrawals", async () => {
  const story = await liveStory();
  const ids: string[] = [];
  const keys: string[] = [];
  for (let index = 0; index < 14; index++) {
    const parents = ids.length > 0 ? await appDatabase().select({ id: comments.id }).from(comments).where(inArray(comments.status, ["approved", "published"])) : [];
    const own = parents.filter((parent) => ids.includes(parent.id));
    const posted = await post({ articleId: story, parentId: own[index % Math.max(1, own.length)]?.id ?? null }, index % 2 ? editor : visitor);
    ids.push(posted.commentId);
    keys.push(posted.key);
  }
  let seed = 7;
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  for (let step = 0; step < 200; step++) {
    if (step % 50 === 49) await withdrawComment.execute({ key: keys[random(keys.length)] ?? "" }, { actor: editor });
    else await decide(ids[random(ids.length)] ?? "", decisions[random(decisions.length)] ?? "approve", step % 2 ? ana : ben);
  }
  const [discussion] = await appDatabase().select().from(discussions).where(eq(discussions.articleId, story));
  const rows = await appDatabase().select().from(comments).where(eq(comments.discussionId, discussion?.id ?? ""));
  const visible = rows.filter((row) => row.status === "approved" || row.status === "published");
  expect(discussion?.visibleCount).toBe(visible.length);
  expect(discussion?.heldCount).toBe(rows.filter((row) => row.status === "held").length);
  for (const row of rows) expect(row.replyCount).toBe(visible.filter((other) => (row.depth === 0 ? other.depth > 0 && other.rootId === row.id : other.parentId === row.id)).length);
  expect(rows.map((row) => row.status)).toContain("withdrawn");
  expect(rows.map((row) => row.status)).toContain("hidden");
});
