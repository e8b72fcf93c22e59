import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { comments, people } from "@/db/schema";
import { cardOf, decideNow, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { ownComments } from "@/lib/comments/reads/own-comments";
import { decideComment } from "@/lib/moderation/commands/decide";

useTestDatabase();

it("shows somebody her own comments alone, newest first, with where each stands and why; of spam that it waits", async () => {
  const [editor, ana, reader] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("reader")];
  const story = await storyToTalkAbout(editor);
  const [approved, rejected, spam, waiting] = [await said(story, reader), await said(story, reader), await said(story, reader), await said(story, reader)];
  await said(story, await somebody("reader"));
  expectOk(await decideNow(approved.commentId, "approve", ana));
  expectOk(await decideNow(spam.commentId, "spam", ana));
  const { eventId } = expectOk(await decideComment.execute({ ...(await cardOf(rejected.commentId)), decision: "reject", reason: "abuse", message: "Not so." }, { actor: ana }));
  const { rows, next } = await ownComments(reader);
  expect(rows.map(({ id, state, reason }) => ({ id, state, reason }))).toEqual([
    { id: waiting.commentId, state: "waiting", reason: null },
    { id: spam.commentId, state: "waiting", reason: null },
    { id: rejected.commentId, state: "rejected", reason: "abuse" },
    { id: approved.commentId, state: "published", reason: null },
  ]);
  expect(rows.map(({ decision }) => decision)).toEqual([null, null, { eventId, message: "Not so.", appeal: null }, null]);
  expect(JSON.stringify(rows)).not.toContain("spam");
  expect(next).toBeNull();
});

it("pages without leaving one out or showing one twice, also where many came in one moment", async () => {
  const [editor, reader] = [await somebody("editor", "Orla"), await somebody("reader")];
  const story = await storyToTalkAbout(editor);
  const { commentId } = await said(story, reader);
  await appDatabase().execute(sql`insert into comments (id, discussion_id, root_id, depth, author_id, name_snapshot, status, current_revision_id, key_hash, created_at)
    select gen_random_uuid(), discussion_id, root_id, 0, author_id, name_snapshot, 'held', current_revision_id, 'key ' || n, created_at - make_interval(secs => (n / 20)) from comments, generate_series(1, 74) n where comments.id = ${commentId}`);
  const seen: string[] = [];
  for (let after: string | undefined, pages = 0; pages < 5; pages++) {
    const page = await ownComments(reader, after);
    seen.push(...page.rows.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toHaveLength(75);
  expect(new Set(seen).size).toBe(75);
});

it("counts what was left as a guest with a confirmed address, and of a story that is gone shows no way there", async () => {
  const [editor, reader] = [await somebody("editor", "Orla"), await somebody("reader")];
  const story = await storyToTalkAbout(editor);
  const email = `${reader.personId}@paper.example`;
  for (let index = 0; index < 2; index++) {
    const { commentId } = await said(story, { kind: "visitor", network: "n" }, { email });
    await appDatabase().update(comments).set({ confirmedAt: new Date() }).where(eq(comments.id, commentId));
  }
  await said(story, reader);
  expect((await ownComments(reader)).claimable).toBe(0);
  await appDatabase().update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.id, reader.personId));
  expect((await ownComments(reader)).claimable).toBe(2);
  expect((await ownComments(reader)).rows[0]?.path).toMatch(/^\/section-/);
  expectOk(await unpublishArticle.execute({ articleId: story, version: 2, reason: "It was wrong." }, { actor: editor }));
  expect((await ownComments(reader)).rows[0]?.path).toBeNull();
  expect(await appDatabase().select().from(comments).where(eq(comments.authorId, reader.personId))).toHaveLength(1);
});
