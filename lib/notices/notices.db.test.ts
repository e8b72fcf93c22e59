import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, guests, mails, noticeChoices, notices, people } from "@/db/schema";
import { commentNow, decideNow, published, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { startLoopbackServer } from "@/db/testing/smtp";
import { languageCodes } from "@/db/vocabulary";
import { appealDecision } from "@/lib/comments/commands/appeal-decision";
import { changeRules } from "@/lib/comments/commands/change-rules";
import { confirmComment } from "@/lib/comments/commands/confirm-comment";
import { followThread } from "@/lib/comments/commands/follow-thread";
import { muteAuthor, unmute } from "@/lib/comments/commands/mute-author";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { claimFor } from "@/lib/comments/claim-for";
import { commentAndYou, yoursUnder } from "@/lib/comments/reads/comment-and-you";
import { writtenRules } from "@/lib/comments/reads/rules";
import { ownMutes } from "@/lib/comments/reads/mutes";
import { type Actor, type PersonActor, systemActor, type VisitorActor } from "@/lib/core/actor";
import { provide } from "@/lib/kernel/process-store";
import { sendMail } from "@/lib/mail/jobs/send-mail";
import { createMailer } from "@/lib/mail/mailer";
import { oneMail } from "@/lib/mail/reads/mails";
import { answerAppeal } from "@/lib/moderation/commands/answer-appeal";
import { undoDecision } from "@/lib/moderation/commands/decide";
import { firstChoices } from "@/lib/notices/choices";
import { chooseNotices, readNotices, stopNotices, unfollowThread } from "@/lib/notices/commands/choose-notices";
import { mailNotices } from "@/lib/notices/commands/mail-notices";
import { mailNoticesJob } from "@/lib/notices/jobs/mail-notices";
import { tellOfCommentJob } from "@/lib/notices/jobs/tell-of-comment";
import { noticesLetter } from "@/lib/notices/letter";
import { ownNews } from "@/lib/notices/reads/notices";
import { readStopToken, stopToken } from "@/lib/notices/stop-token";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
const signal = new AbortController().signal;
const mail = (port = 1) => ({ server: { host: "127.0.0.1", port, secure: false, login: null }, from: { name: "", address: "desk@halyard.example" } });
let editor: PersonActor;
let ana: PersonActor;
let wim: PersonActor;
beforeAll(async () => {
  [editor, ana, wim] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("administrator", "Wim")];
});
beforeEach(() => provide("env", { ...testEnv, mail: mail() }));
afterEach(async () => {
  for (const table of ["jobs.job", "mails", "notices", "notice_choices", "thread_follows"]) await test.migrator().execute(sql.raw(`delete from ${table}`));
});

/** Does what waits in the queue to be told, twice: each job may run again. */
async function tell(): Promise<void> {
  const rows = await test.migrator().execute<{ data: unknown }>(sql`delete from jobs.job where name = 'tell-of-comment' returning data`);
  for (const { data } of rows) for (let again = 0; again < 2; again++) await tellOfCommentJob.run(data, signal);
}
/** Lets what waits for a mail be due, and mails it. */
async function mailNow(): Promise<void> {
  await appDatabase().update(notices).set({ mailDueAt: new Date(Date.now() - 1000) }).where(isNotNull(notices.mailDueAt));
  await Promise.all([1, 2, 3].map(() => mailNoticesJob.run({}, signal)));
}
const noticesOf = (person: PersonActor) => appDatabase().select({ kind: notices.kind, status: notices.status }).from(notices).where(eq(notices.personId, person.personId)).orderBy(notices.id);
async function letters() {
  const rows = await appDatabase().select({ id: mails.id }).from(mails).where(eq(mails.kind, "notices")).orderBy(desc(mails.id));
  return Promise.all(rows.map(async ({ id }) => {
    const { to = null, subject = "", text = null } = (await oneMail(wim, id)) ?? {};
    return { to, subject, text: text ?? "" };
  }));
}
const addressOf = (person: PersonActor) => `${person.personId}@paper.example`;
const reader = () => readerKnownTo({ editor, moderator: ana });
async function fresh(): Promise<PersonActor> {
  const one = await reader();
  await tell();
  await test.migrator().execute(sql`delete from notices`);
  return one;
}

describe("a commenter is told", () => {
  it("of an answer once readers see it, not of one that waits, and not of her own", async () => {
    const one = await fresh();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    const waiting = await said(story, await somebody("reader"), { parentId: commentId });
    await said(story, one, { parentId: commentId });
    await tell();
    expect(await noticesOf(one)).toEqual([]);
    expectOk(await decideNow(waiting.commentId, "approve", ana));
    await tell();
    expect(await noticesOf(one)).toEqual([{ kind: "answer", status: "approved" }]);
    expectOk(await decideNow(waiting.commentId, "hide", ana));
    expectOk(await decideNow(waiting.commentId, "show", ana));
    await tell();
    expect(await noticesOf(one)).toHaveLength(1);
  });

  it("of decisions about her comments, each once; of spam never", async () => {
    const one = await somebody("reader");
    const story = await storyToTalkAbout(editor);
    const [first, second] = [await said(story, one), await said(story, one)];
    expectOk(await decideNow(first.commentId, "approve", ana));
    expectOk(await decideNow(second.commentId, "spam", ana));
    await tell();
    expect(await noticesOf(one)).toEqual([{ kind: "decision", status: "approved" }]);
    expectOk(await decideNow(first.commentId, "reject", ana));
    await tell();
    expect(await noticesOf(one)).toEqual([{ kind: "decision", status: "approved" }, { kind: "decision", status: "rejected" }]);
  });

  it("of what is new in a thread that she follows, until she does not", async () => {
    const one = await somebody("reader");
    const story = await storyToTalkAbout(editor);
    const root = await said(story, editor);
    const reply = await said(story, editor, { parentId: root.commentId });
    const follow = (hear: string, actor: Actor = one) => followThread.execute({ commentId: reply.commentId, hear }, { actor });
    expect(failureOf(await follow("all", visitor))?.code).toBe("unauthenticated");
    await Promise.all([1, 2, 3].map(() => follow("all")));
    await tell();
    await said(story, wim, { parentId: root.commentId });
    await said(story, wim);
    await tell();
    expect(await noticesOf(one)).toEqual([{ kind: "thread", status: "approved" }]);
    expect((await ownNews(one)).follows).toMatchObject([{ rootId: root.commentId, name: "Orla" }]);
    expectOk(await unfollowThread.execute({ rootId: root.commentId }, { actor: one }));
    await said(story, wim, { parentId: root.commentId });
    await tell();
    expect(await noticesOf(one)).toHaveLength(1);
    expectOk(await readNotices.execute({}, { actor: one }));
    expect((await ownNews(one)).rows.map(({ fresh: isNew }) => isNew)).toEqual([false]);
  });

  it("of nothing in a thread of which she wants to hear nothing, also of answers to herself; of a decision all the same; until she wants to again", async () => {
    const one = await reader();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    await tell();
    const before = (await noticesOf(one)).length;
    const hear = async (choice: string) => expectOk(await followThread.execute({ commentId, hear: choice }, { actor: one }));
    await hear("all");
    await Promise.all([hear("nothing"), hear("nothing")]);
    expect((await ownNews(one)).follows).toMatchObject([{ rootId: commentId, quiet: true }]);
    await said(story, editor, { parentId: commentId });
    await tell();
    expect(await noticesOf(one)).toHaveLength(before);
    expectOk(await decideNow(commentId, "reject", ana));
    await tell();
    expect((await noticesOf(one)).at(-1)).toEqual({ kind: "decision", status: "rejected" });
    expectOk(await decideNow(commentId, "approve", ana));
    expect(expectOk(await unfollowThread.execute({ rootId: commentId }, { actor: one }))).toEqual({ wasQuiet: true });
    await said(story, editor, { parentId: commentId, text: "One more word." });
    await tell();
    expect((await noticesOf(one)).filter(({ kind }) => kind === "answer")).toHaveLength(1);
    expect(failureOf(await followThread.execute({ commentId, hear: "some" }, { actor: one }))?.code).toBe("invalid");
  });

  it("of a question to her under a story that she wrote, and of every question where readers are asked to ask", async () => {
    const author = await somebody("author", "Ragnhild Sund");
    const story = await storyToTalkAbout(editor);
    await test.migrator().execute(sql`update revisions set bylines = ${JSON.stringify([{ name: "Ragnhild Sund", personId: author.personId }])}::text::jsonb where id = (select published_revision_id from articles where id = ${story})`);
    const one = await reader();
    await said(story, one, { text: "When does it sail?" });
    await said(story, one, { text: "Ragnhild, when does it sail?" });
    await said(story, editor, { text: "Ragnhild, is this right?" });
    await tell();
    expect(await noticesOf(author)).toEqual([{ kind: "question", status: "published" }]);
    expect((await ownNews(author)).rows).toMatchObject([{ kind: "question", name: one.name }]);
    await test.migrator().execute(sql`update discussions set preset = 'questions', mode = 'open' where article_id = ${story}`);
    await said(story, await reader(), { text: "And who pays for it?" });
    await tell();
    expect(await noticesOf(author)).toHaveLength(2);
    // The same where its section is held so, and the story has no way of its own.
    const [placed] = await appDatabase().select({ sectionId: articles.sectionId }).from(articles).where(eq(articles.id, story));
    expectOk(await changeRules.execute({ version: (await writtenRules()).version, sectionId: placed?.sectionId ?? null, mode: null, closesAfterDays: null, slowModeSeconds: null, preset: "questions" }, { actor: editor }));
    for (const [preset, mode, told] of [["standard", "inherit", 3], [null, "inherit", 4], [null, "open", 4], ["live", "open", 4]] as const) {
      await test.migrator().execute(sql`update discussions set preset = ${preset}, mode = ${mode} where article_id = ${story}`);
      await said(story, await reader(), { text: `Who pays, and how much, and when? ${told}${mode}` });
      await tell();
      expect(await noticesOf(author), `${preset} ${mode}`).toHaveLength(told);
    }
    await mailNow();
    expect((await letters()).find(({ to }) => to === addressOf(author))?.text).toContain("asks you under");
  });

  it("of nothing that somebody says whom she muted: answers, and what is new in a thread; until she hears of her again", async () => {
    const one = await reader();
    const other = await reader();
    const story = await storyToTalkAbout(editor);
    const root = await said(story, editor);
    const own = await published(story, one);
    const theirs = await published(story, other);
    const mute = (muted: boolean, actor: Actor = one) => muteAuthor.execute({ commentId: theirs, muted }, { actor });
    expect(failureOf(await mute(true, visitor))?.code).toBe("unauthenticated");
    expect(failureOf(await mute(true, other))?.code).toBe("conflict");
    expectOk(await followThread.execute({ commentId: root.commentId, hear: "all" }, { actor: one }));
    await tell();
    const before = (await noticesOf(one)).length;
    await Promise.all([mute(true), mute(true)].map(async (done) => expectOk(await done)));
    for (const parentId of [own, root.commentId]) await said(story, other, { parentId });
    await tell();
    expect(await noticesOf(one)).toHaveLength(before);
    expect((await commentAndYou(one, theirs, new Date()))?.muted).toBe(true);
    expect((await yoursUnder(one, story))?.muted).toContain(theirs);
    const [muted] = await ownMutes(one.personId);
    expect(muted).toMatchObject({ name: other.name });
    expectOk(await unmute.execute({ muteId: muted?.id }, { actor: other }));
    expect(await ownMutes(one.personId)).toHaveLength(1);
    expectOk(await unmute.execute({ muteId: muted?.id }, { actor: one }));
    await said(story, other, { parentId: root.commentId, text: "Now she hears it." });
    await tell();
    expect((await noticesOf(one)).filter(({ kind }) => kind === "thread")).toHaveLength(1);
    // Of a guest, and of the account into which she takes what she wrote.
    const guest = await said(story, visitor, { email: "muted@post.example", text: "As a guest." });
    await test.migrator().execute(sql`update comments set status = 'approved', confirmed_at = now() where id = ${guest.commentId}`);
    expectOk(await muteAuthor.execute({ commentId: guest.commentId, muted: true }, { actor: one }));
    await appDatabase().transaction((tx) => claimFor(tx, { id: other.personId, email: "muted@post.example" }));
    expect(await ownMutes(one.personId)).toMatchObject([{ name: "Hanne Vold" }]);
    expect((await commentAndYou(one, guest.commentId, new Date()))?.muted).toBe(true);
  });

  it("on her page, by mail or not at all, as she chooses", async () => {
    const one = await fresh();
    const { commentId } = await said(await storyToTalkAbout(editor), one);
    const answer = async () => {
      await said((await storyOf(commentId)), editor, { parentId: commentId });
      await tell();
    };
    const choose = async (here: boolean, byMail: boolean) => expectOk(await chooseNotices.execute({ choices: { ...firstChoices, answer: { here, mail: byMail } }, pace: "daily", language: "en" }, { actor: one }));
    await choose(false, false);
    await answer();
    expect(await noticesOf(one)).toEqual([]);
    await choose(true, false);
    await answer();
    await choose(false, true);
    await answer();
    expect((await ownNews(one)).rows).toHaveLength(1);
    const [due] = await appDatabase().select({ at: notices.mailDueAt, created: notices.createdAt }).from(notices).where(and(eq(notices.personId, one.personId), isNotNull(notices.mailDueAt)));
    expect((due?.at?.getTime() ?? 0) - (due?.created.getTime() ?? 0)).toBe(86_400_000);
    expect(failureOf(await chooseNotices.execute({ choices: { ...firstChoices, more: true }, pace: "never", language: "xx" }, { actor: one }))?.code).toBe("invalid");
    expect(failureOf(await chooseNotices.execute({ choices: firstChoices, pace: "soon", language: "en" }, { actor: visitor }))?.code).toBe("unauthenticated");
  });
});

const storyOf = async (commentId: string) => {
  const [row] = await appDatabase().execute<{ id: string }>(sql`select d.article_id as id from comments c join discussions d on d.id = c.discussion_id where c.id = ${commentId}`);
  return row?.id ?? "";
};

describe("what is mailed", () => {
  it("is one mail for all that waits, after ten minutes, and two at once send one", async () => {
    const one = await fresh();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    for (let index = 0; index < 3; index++) await said(story, editor, { parentId: commentId, text: `Answer ${index}.` });
    await tell();
    await mailNoticesJob.run({}, signal);
    expect(await letters()).toEqual([]);
    await mailNow();
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: addressOf(one), subject: "3 pieces of news of your comments at The paper" });
    for (let index = 0; index < 3; index++) expect(letter?.text).toContain(`Answer ${index}.`);
    await mailNow();
    expect(await letters()).toHaveLength(1);
  });

  it("loses nothing that another is just sending or telling, and sends nothing twice", async () => {
    const one = await fresh();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    for (let index = 0; index < 2; index++) await said(story, editor, { parentId: commentId, text: `Reply ${index}.` });
    await tell();
    const [first] = await appDatabase().select({ id: notices.id }).from(notices).where(eq(notices.personId, one.personId)).orderBy(notices.createdAt);
    await appDatabase().transaction(async (tx) => {
      // Another has this one in hand.
      await tx.execute(sql`select 1 from notices where id = ${first?.id} for update`);
      expectOk(await mailNotices.execute({ person: one.personId }, { actor: systemActor("the program") }));
    });
    expect((await letters()).map(({ text }) => [text.includes("Reply 0."), text.includes("Reply 1.")])).toEqual([[false, true]]);
    expect(await appDatabase().select({ id: notices.id }).from(notices).where(and(eq(notices.personId, one.personId), isNotNull(notices.mailDueAt)))).toEqual([first]);
    await mailNow();
    expect((await letters()).filter(({ text }) => text.includes("Reply 0."))).toHaveLength(1);
    expect((await letters()).filter(({ text }) => text.includes("Reply 1."))).toHaveLength(1);
  });

  it("is nothing of a kind of which she wants no mail any more, also what waits", async () => {
    const one = await fresh();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    await said(story, editor, { parentId: commentId });
    expectOk(await decideNow(commentId, "approve", ana));
    await tell();
    expectOk(await chooseNotices.execute({ choices: { ...firstChoices, answer: { here: true, mail: false } }, pace: "soon", language: "en" }, { actor: one }));
    expect(await appDatabase().select({ kind: notices.kind }).from(notices).where(and(eq(notices.personId, one.personId), isNotNull(notices.mailDueAt)))).toEqual([{ kind: "decision" }]);
  });

  it("is not what was taken back, withdrawn or read meanwhile", async () => {
    const one = await fresh();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    const { commentId: answerId, key } = await said(story, editor, { parentId: commentId, text: "Words in haste." });
    const { eventId } = expectOk(await decideNow(commentId, "reject", ana));
    await tell();
    expectOk(await undoDecision.execute({ eventId }, { actor: ana }));
    expectOk(await withdrawComment.execute({ key }, { actor: editor }));
    await mailNow();
    expect(await letters()).toEqual([]);
    expect((await ownNews(one)).rows.find((row) => row.kind === "answer")).toMatchObject({ name: null, path: null });
    expect((await commentNow(answerId)).status).toBe("withdrawn");
    await said(story, editor, { parentId: commentId });
    await tell();
    expectOk(await readNotices.execute({}, { actor: one }));
    await mailNow();
    expect(await letters()).toEqual([]);
  });

  it("is nothing where nothing is, nor to whoever was disabled", async () => {
    const one = await somebody("reader");
    const { commentId } = await said(await storyToTalkAbout(editor), one);
    provide("env", testEnv);
    expectOk(await decideNow(commentId, "approve", ana));
    await tell();
    expect(await appDatabase().select().from(notices).where(isNotNull(notices.mailDueAt))).toEqual([]);
    provide("env", { ...testEnv, mail: mail() });
    expectOk(await decideNow(commentId, "reject", ana));
    await tell();
    await appDatabase().update(people).set({ disabledAt: new Date() }).where(eq(people.id, one.personId));
    await mailNow();
    expect(await letters()).toEqual([]);
    expect(failureOf(await mailNotices.execute({ person: one.personId }, { actor: wim }))?.code).toBe("forbidden");
  });

  it("says of an appeal that the decision stays, not that one could still be made", async () => {
    const one = await somebody("reader");
    const { commentId } = await said(await storyToTalkAbout(editor), one);
    const { eventId } = expectOk(await decideNow(commentId, "reject", ana));
    await tell();
    await mailNow();
    expect((await letters())[0]?.text).toContain("where you can ask for another look");
    const { appealId } = expectOk(await appealDecision.execute({ of: { commentId }, eventId, text: "Look again." }, { actor: one }));
    expectOk(await answerAppeal.execute({ appealId, granted: false, answer: "It stays." }, { actor: wim }));
    await tell();
    await mailNow();
    const [letter, ...before] = await letters();
    expect(before).toHaveLength(1);
    expect(letter?.text).toContain("looked at your comment under “");
    expect(letter?.text).not.toContain("ask for another look");
  });

  it("tells a guest who wants it of answers and decisions, until she ends it", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, visitor, { email: "told@post.example", name: "Nell" });
    const token = (await oneMail(wim, commentId))?.text?.match(/\/comments\/confirm\/(\S+)/)?.[1] ?? "";
    expectOk(await confirmComment.execute({ token, tell: true }, { actor: visitor }));
    const { guestId } = await commentNow(commentId);
    const [guest] = await appDatabase().select().from(guests).where(eq(guests.id, guestId ?? ""));
    expect(guest?.emailSealed).not.toContain("told");
    expectOk(await decideNow(commentId, "approve", ana));
    await said(story, editor, { parentId: commentId });
    await tell();
    await mailNow();
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: "told@post.example", subject: "2 pieces of news of your comments at The paper" });
    expect(letter?.text).not.toContain("/account/");
    const stop = letter?.text.match(/\/api\/v1\/notices\/stop\/(\S+)/)?.[1] ?? "";
    for (let again = 0; again < 2; again++) expectOk(await stopNotices.execute({ token: stop }, { actor: visitor }));
    expect((await appDatabase().select().from(guests).where(eq(guests.id, guestId ?? "")))[0]?.emailSealed).toBeNull();
    await said(story, editor, { parentId: commentId });
    await tell();
    await mailNow();
    expect(await letters()).toHaveLength(1);
  });

  it("goes over the wire with a header by which one press ends it (RFC 8058), whatever a name holds", async () => {
    const server = await startLoopbackServer();
    const set = mail(server.port);
    provide("env", { ...testEnv, mail: set });
    const mailer = createMailer(set, testEnv.appUrl);
    provide("mailer", mailer);
    const one = await fresh();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    await said(story, { ...editor, name: "Orla\r\nBcc: all@post.example" }, { parentId: commentId });
    await tell();
    await mailNow();
    const [row] = await appDatabase().select({ id: mails.id }).from(mails).where(eq(mails.kind, "notices"));
    await sendMail.run({ mailId: row?.id }, signal);
    const [caught] = server.caught;
    expect(caught?.recipients).toEqual([addressOf(one)]);
    expect(caught?.raw.replaceAll("\r\n ", " ")).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3999\/api\/v1\/notices\/stop\/p\.[\w.-]+>\r$/m);
    expect(caught?.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(caught?.raw).not.toMatch(/^Bcc:/m);
    mailer.stop();
    provide("mailer", null);
    await server.stop();
  });
});

describe("the address that ends mails", () => {
  it("opens only where we signed it, and ends what waits and what comes, but not the account’s page", async () => {
    const one = await fresh();
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, one);
    await said(story, editor, { parentId: commentId });
    await tell();
    const token = stopToken({ person: one.personId });
    expect(readStopToken(token)).toEqual({ person: one.personId });
    for (const wrong of ["", "p", token.replace("p.", "g."), token.slice(0, -1), `${token}x`, "p..", `p.${wim.personId}.${token.split(".")[2]}`, "\u0000", "x".repeat(10_000)]) expect(readStopToken(wrong)).toBeNull();
    await Promise.all([1, 2, 3].map(() => stopNotices.execute({ token }, { actor: visitor })));
    await mailNow();
    expect(await letters()).toEqual([]);
    const [row] = await appDatabase().select().from(noticeChoices).where(eq(noticeChoices.personId, one.personId));
    expect(Object.values(row?.choices ?? {}).some((choice) => choice.mail)).toBe(false);
    expect((await ownNews(one)).rows).toHaveLength(1);
    expect(failureOf(await stopNotices.execute({ token: `${token.slice(0, -2)}xx` }, { actor: visitor }))?.code).toBe("not_found");
  });
});

it.each(languageCodes)("in %s a letter tells of everything, and how to end it", (language) => {
  const of = (kind: "answer" | "decision" | "picked" | "thread", status: "approved" | "rejected" | "hidden") => ({ kind, status, name: "Orla", headline: "The boat", excerpt: "Words.", link: null });
  const lines = [{ ...of("decision", "rejected"), kept: true }, of("answer", "approved"), of("thread", "approved"), of("picked", "approved"), of("decision", "approved"), of("decision", "rejected"), of("decision", "hidden")];
  const { subject, text } = noticesLetter({ paper: "The Halyard", name: "Nell", lines, stop: "https://stop.example", choose: "https://choose.example" }, language);
  expect(subject).toContain("The Halyard");
  expect(text.match(/The boat/g)).toHaveLength(7);
  expect(new Set(text.split("\n").filter((line) => line.includes("The boat"))).size).toBe(7);
  expect(text).toMatch(/Nell[\s\S]*https:\/\/choose\.example[\s\S]*https:\/\/stop\.example/);
  if (language !== "en") expect(text).not.toMatch(/comment under|answered/);
});

it("mails nobody who is not there", async () => {
  expect(failureOf(await mailNotices.execute({ guest: crypto.randomUUID() }, { actor: systemActor("x") }))?.code).toBe("not_found");
});
