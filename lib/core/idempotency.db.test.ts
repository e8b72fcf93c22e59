import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { postComment } from "@/lib/comments/commands/post-comment";
import { issueFormToken } from "@/lib/comments/form-token";
import { provide } from "@/lib/kernel/process-store";
import { invitePerson } from "@/lib/people/commands/membership";

useTestDatabase();
const stored = async () => JSON.stringify(await appDatabase().execute(sql`select * from idempotency_keys`));

it("an invitation sent twice is one invitation with one link, and the link cannot be read in the table", async () => {
  const admin = await somebody("administrator");
  const invite = () => invitePerson.execute({ name: "New Person", email: "new@paper.example", role: "author" }, { actor: admin, key: "k1" });
  const first = expectOk(await invite());
  expect(expectOk(await invite())).toEqual(first);
  expect(await stored()).not.toContain(first.token);
  expect(await stored()).not.toContain(first.personId);
});

it("the key to a commenter's own page cannot be read in the table", async () => {
  const editor = await somebody("editor");
  const { id: articleId } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
  expectOk(await publishArticle.execute({ articleId, version: 1 }, { actor: editor }));
  const form = { articleId, parentId: null, name: "Hanne Vold", email: "hanne@reader.example", text: "A remark.", token: issueFormToken(articleId, new Date(Date.now() - 10_000)), website: "" };
  const send = () => postComment.execute(form, { actor: { kind: "visitor", network: "n" }, key: "form" });
  const first = expectOk(await send());
  expect(expectOk(await send())).toEqual(first);
  expect(await stored()).not.toContain(first.key);
});

it("an answer that can no longer be read is not done again", async () => {
  const admin = await somebody("administrator");
  const invite = () => invitePerson.execute({ name: "Another One", email: "another@paper.example", role: "author" }, { actor: admin, key: "k2" });
  expectOk(await invite());
  provide("env", { ...testEnv, secret: "another secret than before, 0123456789 abcdefg" });
  const again = await invite();
  provide("env", testEnv);
  expect(again).toMatchObject({ ok: false, failure: { code: "conflict", reason: "done_before" } });
});
