import { desc, eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentConfirmations, commentRevisions, comments, guests, mails, people } from "@/db/schema";
import { cardOf, commentNow, decideNow, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { claimComments } from "@/lib/comments/commands/claim-comments";
import { confirmComment } from "@/lib/comments/commands/confirm-comment";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { forgetComments } from "@/lib/comments/commands/forget-comments";
import { postComment } from "@/lib/comments/commands/post-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { issueFormToken } from "@/lib/comments/form-token";
import { ownComments } from "@/lib/comments/reads/own-comments";
import { ownComment } from "@/lib/comments/reads/own-comment";
import { commentToConfirm } from "@/lib/comments/reads/to-confirm";
import { receiveComment } from "@/lib/comments/receive";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import { provide } from "@/lib/kernel/process-store";
import { oneMail } from "@/lib/mail/reads/mails";
import { moderationQueue } from "@/lib/moderation/reads/queue";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";

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
const withMail = () => provide("env", { ...testEnv, mail: { server: { host: "127.0.0.1", port: 1, secure: false, login: null }, from: { name: "", address: "desk@halyard.example" } } });
beforeEach(withMail);
afterEach(async () => {
  await test.migrator().execute(sql`delete from jobs.job`);
  await test.migrator().execute(sql`delete from rate_windows`);
});

/** The link in the newest mail to a guest. */
async function linkOf(commentId: string): Promise<string> {
  const mail = await oneMail(wim, commentId);
  return mail?.text?.match(/\/comments\/confirm\/(\S+)/)?.[1] ?? "";
}
const confirm = (token: string, tell = false) => confirmComment.execute({ token, tell }, { actor: visitor });

describe("a guest’s comment, where mail goes out,", () => {
  it("waits for her link, is seen by nobody meanwhile, and then goes to review; the link works once", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId, key, status } = await said(story, visitor, { email: "Nell@Post.example" });
    expect(status).toBe("unverified");
    expect((await ownComment(key))?.state).toBe("unverified");
    const [mail] = await appDatabase().select({ id: mails.id, goodUntil: mails.goodUntil }).from(mails).orderBy(desc(mails.id)).limit(1);
    expect(mail).toMatchObject({ id: commentId, goodUntil: expect.any(Date) });
    expect((await oneMail(wim, commentId))?.to).toBe("nell@post.example");
    const token = await linkOf(commentId);
    expect(await commentToConfirm(token)).toMatchObject({ name: "Hanne Vold", language: "en" });
    const dump = JSON.stringify(await appDatabase().execute(sql`select (select jsonb_agg(c) from comment_confirmations c)::text || (select jsonb_agg(m) from mails m)::text as text`));
    expect(dump).not.toContain(token);
    expect(dump).not.toMatch(/nell/i);
    const results = await Promise.all(Array.from({ length: 12 }, () => confirm(token)));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(results.find((one) => one.ok)).toMatchObject({ value: { key, state: "waiting" } });
    expect(await commentNow(commentId)).toMatchObject({ status: "held" });
    expect((await appDatabase().select().from(guests).where(eq(guests.id, (await commentNow(commentId)).guestId ?? "")))[0]).toMatchObject({ verifiedAt: expect.any(Date), emailSealed: null });
    expect(await commentToConfirm(token)).toBeNull();
    expect(failureOf(await confirm("x".repeat(43)))?.code).toBe("not_found");
  });

  it("is shown at once after three of the same confirmed address were approved, and never because somebody typed that address", async () => {
    const story = await storyToTalkAbout(editor);
    const from = { email: "known@post.example" };
    for (let index = 0; index < 3; index++) {
      const { commentId } = await said(story, visitor, from);
      expectOk(await confirm(await linkOf(commentId)));
      expect((await commentNow(commentId)).status).toBe("held");
      expectOk(await decideNow(commentId, "approve", ana));
    }
    const { commentId } = await said(story, visitor, from);
    expect((await commentNow(commentId)).status).toBe("unverified");
    expectOk(await confirm(await linkOf(commentId)));
    expect((await commentNow(commentId)).status).toBe("published");
    provide("env", testEnv);
    expect((await said(story, visitor, from)).status).toBe("held");
  });

  it("is read with what was found when it was confirmed, and what was known then counts when she changes it", async () => {
    const story = await storyToTalkAbout(editor);
    const from = { email: "judged-anew@post.example" };
    const signals = async (commentId: string) => (await appDatabase().select().from(commentRevisions).where(eq(commentRevisions.commentId, commentId)).orderBy(commentRevisions.seq)).map((row) => row.signals.map(({ evidence }) => evidence));
    for (let index = 0; index < 3; index++) {
      const { commentId } = await said(story, visitor, from);
      expectOk(await confirm(await linkOf(commentId)));
      expect(await signals(commentId)).toEqual([["A guest: every comment is read first"], ["A guest who is new here"]]);
      expect((await commentNow(commentId)).editedAt).toBeNull();
      expectOk(await decideNow(commentId, "approve", ana));
    }
    const { commentId, key } = await said(story, visitor, from);
    expectOk(await confirm(await linkOf(commentId)));
    const shown = await commentNow(commentId);
    expect(shown.status).toBe("published");
    expect(expectOk(await editComment.execute({ of: { key }, revisionId: shown.currentRevisionId, text: "A better remark." }, { actor: visitor })).status).toBe("published");
    expect((await commentNow(commentId)).editedAt).not.toBeNull();
    expect((await moderationQueue(ana, "unreviewed"))?.cards.find(({ id }) => id === commentId)?.before).toHaveLength(1);
  });

  it("that is spam is told like any other until it is confirmed, and like any that waits then", async () => {
    const story = await storyToTalkAbout(editor);
    const text = "Cheap sails at https://sails.example";
    const states = [];
    for (let index = 0; index < 4; index++) {
      const { commentId, key, status } = await said(story, visitor, { text });
      states.push(status, (await ownComment(key))?.state, expectOk(await confirm(await linkOf(commentId))).state);
    }
    expect(new Set(states)).toEqual(new Set(["unverified", "waiting"]));
  });

  it("is erased after a day, with whom the mail went to; what was confirmed in time is not touched", async () => {
    const story = await storyToTalkAbout(editor);
    const [over, confirmed, withdrawn, young] = [await said(story, visitor, { text: "Words nobody stands by." }), await said(story, visitor), await said(story, visitor), await said(story, visitor)];
    expectOk(await confirm(await linkOf(confirmed.commentId)));
    expectOk(await withdrawComment.execute({ key: withdrawn.key }, { actor: visitor }));
    for (const { commentId } of [over, confirmed, withdrawn]) await appDatabase().update(comments).set({ createdAt: new Date(Date.now() - 25 * 3_600_000) }).where(eq(comments.id, commentId));
    const { guestId } = await commentNow(over.commentId);
    expect(await forgetComments()).toBe(1);
    expect(await forgetComments()).toBe(0);
    expect(await Promise.all([over, confirmed, withdrawn, young].map(async ({ commentId }) => (await commentNow(commentId)).status))).toEqual(["purged", "held", "purged", "unverified"]);
    expect(await appDatabase().select().from(guests).where(eq(guests.id, guestId ?? ""))).toEqual([]);
    expect(await appDatabase().select().from(commentConfirmations).where(eq(commentConfirmations.commentId, over.commentId))).toEqual([]);
    expect(failureOf(await confirm(await linkOf(over.commentId)))?.code).toBe("not_found");
    expect(failureOf(await confirm(await linkOf(withdrawn.commentId)))?.code).toBe("not_found");
  });

  it("that is confirmed while it is erased ends as one or the other", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), visitor);
    const token = await linkOf(commentId);
    await appDatabase().update(comments).set({ createdAt: new Date(Date.now() - 25 * 3_600_000) }).where(eq(comments.id, commentId));
    const [confirmed, erased] = await Promise.all([confirm(token), forgetComments()]);
    expect((await commentNow(commentId)).status).toBe(confirmed.ok ? "held" : "purged");
    expect(erased).toBe(confirmed.ok ? 0 : 1);
  });

  it("is not confirmed by a link that is too old", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), visitor);
    await appDatabase().update(commentConfirmations).set({ expiresAt: new Date(Date.now() - 1000) });
    expect(failureOf(await confirm(await linkOf(commentId)))?.code).toBe("not_found");
    expect((await commentNow(commentId)).status).toBe("unverified");
  });

  it("fills nobody’s mailbox: five mails an hour to one address, from wherever", async () => {
    const story = await storyToTalkAbout(editor);
    const send = (n: number) => receiveComment({ articleId: story, parentId: null, name: "Hanne Vold", email: n % 2 ? "Full@post.example" : " full@post.example", text: `Remark ${n} of many.`, token: issueFormToken(story, new Date(Date.now() - 10_000)), website: "" }, visitor, `network ${n}`);
    for (let n = 0; n < 5; n++) expect(expectOk(await send(n)).state).toBe("unverified");
    expect(failureOf(await send(5))?.code).toBe("rate_limited");
  });

  it("is signed by no name that reads as somebody else’s", async () => {
    const story = await storyToTalkAbout(editor);
    await somebody("author", "Ines Marlowe");
    const signed = (name: string) => postComment.execute({ articleId: story, parentId: null, name, email: "a@post.example", text: `I am ${name}.`, token: issueFormToken(story, new Date(Date.now() - 10_000)), website: "" }, { actor: visitor });
    expect(failureOf(await signed("Іnes Mаrlowe"))?.problems).toEqual({ name: { reason: "name_of_staff" } });
    expect(failureOf(await signed("The Paper"))?.problems).toEqual({ name: { reason: "name_of_paper" } });
    expect(failureOf(await signed("🙂🙂"))?.problems).toEqual({ name: { reason: "name_without_letters" } });
    expectOk(await signed("Ines M."));
  });

  it("nor, with an account, by one that is drawn otherwise than it is kept", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), { ...(await somebody("reader")), name: "\u202erotide" });
    expect((await commentNow(commentId)).nameSnapshot).toBe("rotide");
  });

  it("renames nobody before it is confirmed", async () => {
    const story = await storyToTalkAbout(editor);
    const from = { email: "one-name@post.example" };
    const { commentId } = await said(story, visitor, { ...from, name: "Nell Orme" });
    expectOk(await confirm(await linkOf(commentId)));
    const name = async () => (await appDatabase().select().from(guests).where(eq(guests.id, (await commentNow(commentId)).guestId ?? "")))[0]?.name;
    const strange = await said(story, visitor, { ...from, name: "Sir Mockery" });
    expect(await name()).toBe("Nell Orme");
    expect((await commentNow(strange.commentId)).nameSnapshot).toBe("Sir Mockery");
    expectOk(await confirm(await linkOf(strange.commentId)));
    expect(await name()).toBe("Sir Mockery");
  });

  it("makes nobody else’s the same text before it is confirmed", async () => {
    const story = await storyToTalkAbout(editor);
    const text = "The harbour wall was never meant to carry the weight of those new cranes, whatever the port says.";
    for (let index = 0; index < 3; index++) await said(story, visitor, { text });
    const signals = async (id: string) => (await appDatabase().select().from(commentRevisions).where(eq(commentRevisions.commentId, id)))[0]?.signals.map(({ phase }) => phase);
    expect(await signals((await said(story, await somebody("reader"), { text })).commentId)).toEqual(["newness"]);
  });

  it("that is withdrawn before it was confirmed leaves nothing behind: no word, no address, no link", async () => {
    const { commentId, key } = await said(await storyToTalkAbout(editor), visitor, { text: "Never mind." });
    const { guestId } = await commentNow(commentId);
    for (let again = 0; again < 2; again++) expectOk(await withdrawComment.execute({ key }, { actor: visitor }));
    expect(await commentNow(commentId)).toMatchObject({ status: "purged", nameSnapshot: "", guestId: null });
    expect(await appDatabase().select().from(guests).where(eq(guests.id, guestId ?? ""))).toEqual([]);
    expect(await appDatabase().select().from(commentConfirmations).where(eq(commentConfirmations.commentId, commentId))).toEqual([]);
  });
});

describe("an account takes in what was left as a guest with its address", () => {
  const reader = async (email: string, confirmed = true) => {
    const actor = await somebody("reader");
    await appDatabase().update(people).set({ email, emailConfirmedAt: confirmed ? new Date() : null }).where(eq(people.id, actor.personId));
    return actor;
  };

  it("once its address is confirmed, without what waits to be confirmed; the names stay", async () => {
    const story = await storyToTalkAbout(editor);
    const email = "claims@post.example";
    const [one, two] = [await said(story, visitor, { email }), await said(story, visitor, { email })];
    expectOk(await confirm(await linkOf(one.commentId)));
    const other = await said(story, visitor, { email: "other@post.example" });
    const actor = await reader(email, false);
    expect(failureOf(await claimComments.execute({}, { actor }))?.reason).toBe("not_confirmed");
    await appDatabase().update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.id, actor.personId));
    const results = await Promise.all([1, 2, 3].map(() => claimComments.execute({}, { actor })));
    expect(results.map((result) => expectOk(result).claimed).sort()).toEqual([0, 0, 1]);
    expect(await commentNow(one.commentId)).toMatchObject({ authorId: actor.personId, guestId: null, nameSnapshot: "Hanne Vold" });
    expect((await commentNow(two.commentId)).authorId).toBeNull();
    expect((await commentNow(other.commentId)).authorId).toBeNull();
    expect(failureOf(await claimComments.execute({}, { actor: visitor }))?.code).toBe("unauthenticated");
  });

  it("without what nobody ever confirmed, withdrawn or posted while no mail went out", async () => {
    const story = await storyToTalkAbout(editor);
    const email = "stranger@post.example";
    const { commentId } = await said(story, visitor, { email, name: "Not Her" });
    await test.migrator().execute(sql`update comments set status = 'withdrawn' where id = ${commentId}`);
    provide("env", testEnv);
    const without = await said(story, visitor, { email, name: "Not Her" });
    const actor = await reader(email);
    expect((await ownComments(actor)).claimable).toBe(0);
    expect(expectOk(await claimComments.execute({}, { actor })).claimed).toBe(0);
    expect(await Promise.all([commentId, without.commentId].map(async (id) => (await commentNow(id)).authorId))).toEqual([null, null]);
    withMail();
    const hers = await said(story, visitor, { email });
    expectOk(await confirm(await linkOf(hers.commentId)));
    expect((await ownComments(actor)).claimable).toBe(1);
    expect(expectOk(await claimComments.execute({}, { actor })).claimed).toBe(1);
  });

  it("and neither it nor who posts waits for ever for the other", async () => {
    const story = await storyToTalkAbout(editor);
    const email = "posts-meanwhile@post.example";
    const { commentId } = await said(story, visitor, { email });
    expectOk(await confirm(await linkOf(commentId)));
    const actor = await reader(email);
    await appDatabase().transaction(async (tx) => {
      // What posting does, a step at a time: the discussion, then the row that names her.
      await tx.execute(sql`select 1 from discussions where article_id = ${story} for update`);
      const claiming = claimComments.execute({}, { actor });
      await new Promise((done) => setTimeout(done, 300));
      await tx.execute(sql`select 1 from people where id = ${actor.personId} for key share`);
      return { claiming };
    }).then(async ({ claiming }) => expect(expectOk(await claiming).claimed).toBe(1));
  });

  it("and neither waits for ever for the other where a comment is purged meanwhile", async () => {
    const story = await storyToTalkAbout(editor);
    provide("env", testEnv);
    const ids = [];
    for (let index = 0; index < 6; index++) ids.push((await said(story, visitor, { email: "race@post.example" })).commentId);
    await test.migrator().execute(sql`update comments set confirmed_at = now() where id in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)})`);
    const actor = await reader("race@post.example");
    const cards = await Promise.all(ids.slice(0, 3).map(cardOf));
    const results = await Promise.all([claimComments.execute({}, { actor }), ...cards.map((card) => purgeComment.execute(card, { actor: wim }))]);
    expect(results.every((result) => result.ok)).toBe(true);
    const rows = await Promise.all(ids.map(commentNow));
    for (const row of rows) expect([row.guestId, row.authorId]).toEqual([null, row.status === "purged" ? null : actor.personId]);
  });
});
