import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { comments, discussions } from "@/db/schema";
import { commentNow, decideNow, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { postComment } from "@/lib/comments/commands/post-comment";
import { issueFormToken } from "@/lib/comments/form-token";
import type { PersonActor } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";

useTestDatabase();

let editor: PersonActor;
let moderator: PersonActor;
const visitor = { kind: "visitor", network: "n" } as const;
const whence = () => ({ isPublic: true, network: newId(), prefix: newId(), browser: newId() });
const form = (articleId: string, changes: Record<string, unknown>) => ({ articleId, parentId: null, name: "Hanne Vold", email: "hanne@reader.example", text: `Something else each time: ${newId()}`, token: issueFormToken(articleId, new Date(Date.now() - 10_000)), website: "", ...changes });

beforeAll(async () => {
  [editor, moderator] = [await somebody("editor"), await somebody("moderator")];
});

it("whoever sends several comments at once is held to her pace as if they came one after the other", async () => {
  const story = await storyToTalkAbout(editor);
  const email = `${newId()}@reader.example`;
  const asGuest = await Promise.all(Array.from({ length: 4 }, () => postComment.execute(form(story, { email }), { actor: visitor, whence: whence() })));
  expect(asGuest.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(asGuest.flatMap((one) => failureOf(one)?.reason ?? []))).toEqual(new Set(["too_often"]));
  const reader = await readerKnownTo({ editor, moderator });
  const signedIn = await Promise.all(Array.from({ length: 4 }, () => postComment.execute(form(story, {}), { actor: reader, whence: whence() })));
  expect(signedIn.filter(({ ok }) => ok)).toHaveLength(1);
});

it("and what she sends twice at once is said once", async () => {
  const story = await storyToTalkAbout(editor);
  const email = `${newId()}@reader.example`;
  const twice = await Promise.all([1, 2].map(() => postComment.execute(form(story, { email, text: "The very same words, sent from two tabs" }), { actor: visitor })));
  expect(twice.map((one) => failureOf(one)?.reason ?? "taken").sort()).toEqual(["repeated", "taken"]);
});

it("the same words of several people at once are seen as repeats, under one story and under many", async () => {
  const [one, other] = [await storyToTalkAbout(editor), await storyToTalkAbout(editor)];
  for (const story of [one, other]) await said(story, editor);
  const readers = await Promise.all(Array.from({ length: 5 }, () => readerKnownTo({ editor, moderator })));
  const send = (story: string, actor: PersonActor, text: string) => postComment.execute(form(story, { text }), { actor });
  const stood = async (sent: Awaited<ReturnType<typeof send>>[]) => {
    const rows = await Promise.all(sent.map((posted) => commentNow(expectOk(posted).commentId)));
    return { statuses: rows.map(({ status }) => status).sort(), clusters: new Set(rows.map(({ id, clusterId }) => clusterId ?? id)).size };
  };
  const after = [];
  for (const reader of readers) after.push(await send(one, reader, "Wheat will be dearer than it was in any winter since the war"));
  const oneByOne = await stood(after);
  expect(oneByOne.clusters).toBe(1);
  expect(oneByOne.statuses).not.toEqual(Array(5).fill("published"));
  for (const [text, stories] of [["The harbour master has sold the quay to his own brother", [one]], ["Nobody asked the fishermen whether the lighthouse may be closed", [one, other]]] as const) {
    const atOnce = await Promise.all(readers.map((reader, number) => send(stories[number % stories.length] ?? one, reader, text)));
    expect(await stood(atOnce), text).toEqual(oneByOne);
  }
});

/** Changes a discussion, and commits only when so many comments wait for that. */
async function whileJudged(story: string, set: Partial<typeof discussions.$inferInsert>, post: () => Promise<unknown>): Promise<unknown> {
  let posting: Promise<unknown> = Promise.resolve();
  await appDatabase().transaction(async (tx) => {
    await tx.select().from(discussions).where(eq(discussions.articleId, story)).for(rowLock);
    posting = post();
    await expect.poll(async () => (await appDatabase().execute(sql`select 1 from pg_locks where not granted`)).length, { timeout: 10_000 }).toBeGreaterThan(0);
    await tx.update(discussions).set({ ...set, rulesVersion: sql`${discussions.rulesVersion} + 1` }).where(eq(discussions.articleId, story));
  });
  return posting;
}

it("a discussion that is closed while a comment is judged takes it no more, and one that is read first from then on holds it", async () => {
  const reader = await readerKnownTo({ editor, moderator });
  const story = await storyToTalkAbout(editor);
  await said(story, visitor);
  const held = await whileJudged(story, { mode: "premod" }, () => postComment.execute(form(story, {}), { actor: reader }));
  expect(expectOk(held as Awaited<ReturnType<typeof postComment.execute>>).status).toBe("held");
  const refused = await whileJudged(story, { mode: "read_only" }, () => postComment.execute(form(story, { email: `${newId()}@reader.example` }), { actor: visitor }));
  expect(failureOf(refused as Awaited<ReturnType<typeof postComment.execute>>)?.reason).toBe("closed");
});

it("a comment whose answer is being written may be rejected meanwhile: then it is not answered", async () => {
  const reader = await readerKnownTo({ editor, moderator });
  const story = await storyToTalkAbout(editor);
  const { commentId } = await said(story, reader);
  expect((await commentNow(commentId)).status).toBe("published");
  let answer: ReturnType<typeof postComment.execute> | undefined;
  await appDatabase().transaction(async (tx) => {
    await tx.select().from(discussions).where(eq(discussions.articleId, story)).for(rowLock);
    answer = postComment.execute(form(story, { parentId: commentId }), { actor: visitor });
    await expect.poll(async () => (await appDatabase().execute(sql`select 1 from pg_locks where not granted`)).length, { timeout: 10_000 }).toBeGreaterThan(0);
    await tx.update(comments).set({ status: "rejected", statusReason: "off_topic" }).where(eq(comments.id, commentId));
  });
  expect(failureOf((await answer) as Awaited<ReturnType<typeof postComment.execute>>)?.reason).toBe("parent_gone");
  expectOk(await decideNow(commentId, "approve", moderator));
});
