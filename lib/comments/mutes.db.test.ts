import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { comments, mutes, people } from "@/db/schema";
import { readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { claimFor } from "@/lib/comments/claim-for";
import { muteAuthor } from "@/lib/comments/commands/mute-author";
import { receiveMute } from "@/lib/comments/receive-act";
import { commentAndYou, yoursUnder } from "@/lib/comments/reads/comment-and-you";
import { ownMutes } from "@/lib/comments/reads/mutes";
import { limits } from "@/lib/core/limits";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
let [editor, moderator, other] = [] as unknown as PersonActor[] as [PersonActor, PersonActor, PersonActor];

beforeAll(async () => {
  [editor, moderator] = [await somebody("editor"), await somebody("moderator")];
  other = await readerKnownTo({ editor, moderator }, "Anna Vik");
});

const mute = (commentId: string, actor: PersonActor, muted = true) => muteAuthor.execute({ commentId, muted }, { actor });
const set = (commentId: string, changes: Partial<typeof comments.$inferInsert>) => appDatabase().update(comments).set(changes).where(eq(comments.id, commentId));
const namesOf = async ({ personId }: PersonActor) => (await ownMutes(personId)).map(({ name }) => name);

it("whoever mutes learns no other name of whom she muted: neither the one that they take later nor that of an account", async () => {
  const me = await somebody("reader");
  const story = await storyToTalkAbout(editor);
  const { commentId } = await said(story, other);
  const guest = await said(story, visitor, { name: "Bo", email: "bo@post.example" });
  await set(guest.commentId, { status: "approved", confirmedAt: new Date() });
  for (const id of [commentId, guest.commentId]) expectOk(await mute(id, me));
  await appDatabase().update(people).set({ name: "Quite Another" }).where(eq(people.id, other.personId));
  const claiming = await somebody("reader", "Bodil Ravn");
  await appDatabase().transaction((tx) => claimFor(tx, { id: claiming.personId, email: "bo@post.example" }));
  expect((await namesOf(me)).sort()).toEqual(["Anna Vik", "Bo"]);
  await appDatabase().update(people).set({ name: "Anna Vik" }).where(eq(people.id, other.personId));
});

it("folded are the comments that readers see, each by its id, and of nobody else who has the name", async () => {
  const me = await somebody("reader");
  const story = await storyToTalkAbout(editor);
  const [one, two, gone] = [await said(story, other), await said(story, other), await said(story, other)];
  await set(gone.commentId, { status: "rejected" });
  const namesake = await said(story, visitor, { name: "Anna V.", email: "vik@post.example" });
  await set(namesake.commentId, { status: "approved", nameSnapshot: "Anna Vik" });
  expectOk(await mute(one.commentId, me));
  expect((await yoursUnder(me, story))?.muted.sort()).toEqual([one.commentId, two.commentId].sort());
  expect((await yoursUnder(me, await storyToTalkAbout(editor)))?.muted).toEqual([]);
});

it("nobody is muted behind a comment that readers do not see, nor behind one that is nobody’s, nor oneself; and hearing again of nobody is no error", async () => {
  const me = await somebody("reader");
  const story = await storyToTalkAbout(editor);
  const { commentId } = await said(story, other);
  for (const status of ["held", "rejected", "hidden", "withdrawn", "purged"] as const) {
    await set(commentId, { status });
    expect(failureOf(await mute(commentId, me))?.reason, status).toBe("comment_gone");
  }
  await set(commentId, { status: "published", authorId: null, nameSnapshot: "A former reader" });
  expect(failureOf(await mute(commentId, me))?.reason).toBe("mute_nobody");
  expectOk(await mute(commentId, me, false));
  expect((await commentAndYou(me, commentId, new Date()))?.mayMute).toBe(false);
  expect(await ownMutes(me.personId)).toEqual([]);
  const own = await said(story, other);
  expect(failureOf(await mute(own.commentId, other))?.reason).toBe("mute_own");
  expect((await commentAndYou(other, own.commentId, new Date()))?.mayMute).toBe(false);
  expect((await commentAndYou(me, own.commentId, new Date()))?.mayMute).toBe(true);
  for (const whose of [{}, { authorId: other.personId, guestId: (await test.migrator().execute<{ id: string }>(sql`select id from guests limit 1`))[0]?.id ?? null }]) await expect(appDatabase().insert(mutes).values({ personId: me.personId, name: "Nobody", ...whose })).rejects.toThrow();
});

it("is taken so often and no oftener", async () => {
  const me = await somebody("reader");
  const { commentId } = await said(await storyToTalkAbout(editor), other);
  for (let tries = 0; tries < limits.mutes.max; tries++) expectOk(await receiveMute({ commentId, muted: tries % 2 === 0 }, me));
  expect(failureOf(await receiveMute({ commentId, muted: true }, me))?.code).toBe("rate_limited");
  expect(failureOf(await receiveMute({ commentId, muted: true }, visitor))?.code).toBe("unauthenticated");
});
