import { and, eq, inArray, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, commentConsents, comments, commentUses, events, guests, legalHolds, mails, noteThreads, people } from "@/db/schema";
import type { Role, UseKind } from "@/db/vocabulary";
import { cardOf, commentNow, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { correctArticle } from "@/lib/articles/commands/correct-article";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { publishDueArticle } from "@/lib/articles/commands/publish-due-article";
import { cancelSchedule, scheduleArticle } from "@/lib/articles/commands/schedule-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import { mergeIntoLog } from "@/lib/articles/merge-into-log";
import { storyState } from "@/lib/articles/reads/desk";
import { committedContent } from "@/lib/articles/update-log";
import { sealGuestAddress } from "@/lib/comments/guest-address";
import { forgetComments } from "@/lib/comments/commands/forget-comments";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { bodyText } from "@/lib/content/to-text";
import { systemActor, type Actor, type PersonActor, type VisitorActor } from "@/lib/core/actor";
import { provide } from "@/lib/kernel/process-store";
import { oneMail } from "@/lib/mail/reads/mails";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { resolveNote } from "@/lib/notes/commands/settle-note";
import { answerQuestion } from "@/lib/newsroom/commands/answer-question";
import { askCommenter } from "@/lib/newsroom/commands/ask-commenter";
import { closeUse, reopenUse } from "@/lib/newsroom/commands/close-use";
import { forgetUses } from "@/lib/newsroom/commands/forget-uses";
import { markComment, unmarkComment } from "@/lib/newsroom/commands/mark-comment";
import { placeLetter } from "@/lib/newsroom/commands/place-letter";
import { takeUse } from "@/lib/newsroom/commands/take-use";
import { newsroomList, usesOf } from "@/lib/newsroom/reads/newsroom-list";
import { questionsAbout, questionsBehind } from "@/lib/newsroom/reads/questions";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
const mailing = { ...testEnv, mail: { server: { host: "127.0.0.1", port: 1, secure: false, login: null }, from: { name: "", address: "desk@gannet.example" } } };
const program = systemActor("the program");
let [editor, ana, wim, reader] = [] as unknown as PersonActor[] as [PersonActor, PersonActor, PersonActor, PersonActor];
let story: string;
beforeAll(async () => {
  [editor, ana, wim, reader] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("administrator", "Wim"), await somebody("reader", "Nell Quist")];
});
beforeEach(async () => {
  provide("env", mailing);
  story = await storyToTalkAbout(editor);
});
afterEach(() => test.migrator().execute(sql`delete from jobs.job`));

const useNow = async (useId: string) => (await appDatabase().select().from(commentUses).where(eq(commentUses.id, useId)))[0];
const seen = async (useId: string) => ({ useId, version: (await useNow(useId))?.version ?? 0 });
const consentNow = async (useId: string) => (await appDatabase().select().from(commentConsents).where(eq(commentConsents.useId, useId)).orderBy(sql`seq desc`).limit(1))[0];

/** A comment of a reader that is marked as this; by a guest where nobody is named. */
async function marked(kind: UseKind, { by = reader as Actor, text = "The lease was never signed.\n\nMy uncle was there." } = {}) {
  const { commentId, key } = await said(story, by, { text: `${text} ${Math.random()}` });
  const { useId } = expectOk(await markComment.execute({ commentId, revisionId: (await cardOf(commentId)).revisionId, kind }, { actor: ana }));
  return { commentId, key, useId };
}

/** The link in the newest mail that asks about it. */
async function linkOf(useId: string): Promise<string> {
  const consent = await consentNow(useId);
  const mail = await oneMail(wim, consent?.id ?? "");
  return /\/comments\/asked\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

const ask = async (useId: string, words = "The lease was never signed.\n\nMy uncle was there.", actor: Actor = editor) => askCommenter.execute({ ...(await seen(useId)), words }, { actor });
const answer = async (useId: string, asked: string, what: "agree" | "refuse" | "withdraw", { actor = visitor as Actor, ...given }: { actor?: Actor; signedAs?: string; contact?: string; consentId?: string } = {}) =>
  answerQuestion.execute({ asked, consentId: given.consentId ?? (await consentNow(useId))?.id ?? "", answer: what, signedAs: given.signedAs ?? "Nell Quist, Harbour Row", contact: given.contact ?? "nell@post.example" }, { actor });
const place = async (useId: string, articleId: string | null = null, actor: Actor = editor) => placeLetter.execute({ ...(await seen(useId)), articleId }, { actor });
const close = async (useId: string, outcome: "used" | "closed", { correctionId = null as string | null, actor = editor as Actor } = {}) => closeUse.execute({ ...(await seen(useId)), outcome, correctionId, note: "" }, { actor });

/** A letter to which its author agreed. */
async function agreed(kind: "letter" | "lead" = "letter") {
  const one = await marked(kind);
  expectOk(await ask(one.useId));
  const link = await linkOf(one.useId);
  expectOk(await answer(one.useId, link, "agree"));
  return { ...one, link };
}

describe("marking", () => {
  it("notes what was read, once of each kind, and writes to nobody", async () => {
    const { commentId, useId } = await marked("letter");
    const { revisionId } = await cardOf(commentId);
    expect(failureOf(await markComment.execute({ commentId, revisionId, kind: "letter" }, { actor: ana }))?.reason).toBe("marked_already");
    expectOk(await markComment.execute({ commentId, revisionId, kind: "lead" }, { actor: ana }));
    expect((await usesOf([commentId])).get(commentId)).toEqual([{ kind: "letter", state: "noted" }, { kind: "lead", state: "noted" }]);
    expect(await appDatabase().select().from(mails).where(eq(mails.kind, "comment_use"))).toEqual([]);
    expect(await questionsAbout([commentId])).toEqual(new Map());
    expect(failureOf(await markComment.execute({ commentId, revisionId: useId, kind: "correction" }, { actor: ana }))?.reason).toBe("edited");
  });

  it("is of whoever moderates, not of one’s own comment, nor of spam, what is unconfirmed or gone", async () => {
    const { commentId } = await said(story, reader);
    const { revisionId } = await cardOf(commentId);
    for (const role of ["reader", "contributor", "author"] as const) expect(failureOf(await markComment.execute({ commentId, revisionId, kind: "lead" }, { actor: await somebody(role) }))?.code).toBe("forbidden");
    expect(failureOf(await markComment.execute({ commentId, revisionId, kind: "lead" }, { actor: visitor }))?.code).toBe("unauthenticated");
    const own = await said(story, ana);
    expect(failureOf(await markComment.execute({ commentId: own.commentId, revisionId: (await cardOf(own.commentId)).revisionId, kind: "lead" }, { actor: ana }))?.reason).toBe("own_comment");
    for (const status of ["spam", "unverified", "withdrawn", "purged"]) {
      await test.migrator().execute(sql`update comments set status = ${status} where id = ${commentId}`);
      expect(failureOf(await markComment.execute({ commentId, revisionId, kind: "lead" }, { actor: ana }))?.reason, status).toBe("not_markable");
    }
  });

  it("is taken back while nothing has come of it, and what was closed can be marked anew", async () => {
    const { useId } = await marked("letter");
    const other = await marked("lead");
    expectOk(await unmarkComment.execute(await seen(useId), { actor: ana }));
    expect(await useNow(useId)).toBeUndefined();
    expectOk(await ask(other.useId));
    expect(failureOf(await unmarkComment.execute(await seen(other.useId), { actor: ana }))?.reason).toBe("not_now");
    expectOk(await close(other.useId, "closed"));
    expectOk(await markComment.execute({ commentId: other.commentId, revisionId: (await cardOf(other.commentId)).revisionId, kind: "lead" }, { actor: ana }));
    expect(await useNow(other.useId)).toMatchObject({ state: "noted", settledAt: null, takenBy: null });
  });

  it("of an error tells the story’s desk by a note without the reader’s words, which is seen to with the report and opened with it", async () => {
    const { commentId, useId } = await marked("correction", { text: "It was the north pier." });
    const noteId = (await useNow(useId))?.noteId ?? "";
    const noteOf = async () => (await appDatabase().select().from(noteThreads).where(eq(noteThreads.id, noteId)))[0];
    expect(await noteOf()).toMatchObject({ articleId: story, anchorKind: "story", createdBy: ana.personId, resolvedAt: null });
    const [message] = await test.migrator().execute<{ body: string }>(sql`select body from note_messages where thread_id = ${noteId}`);
    expect(message?.body).toContain(`/desk/comments/newsroom?use=${useId}`);
    expect(message?.body).not.toContain("north pier");
    expectOk(await close(useId, "closed"));
    expect((await noteOf())?.resolvedAt).not.toBeNull();
    expectOk(await reopenUse.execute(await seen(useId), { actor: editor }));
    expect((await noteOf())?.resolvedAt).toBeNull();
    expectOk(await purgeComment.execute(await cardOf(commentId), { actor: wim }));
    expect((await noteOf())?.resolvedAt).not.toBeNull();
  });
});

describe("asking", () => {
  it("sends one mail with the words as they would be printed, and keeps what she is asked to agree to", async () => {
    const { useId, commentId } = await marked("letter");
    expect(failureOf(await ask(useId, " \n "))?.fields).toHaveProperty("words");
    expect(failureOf(await ask(useId, "a".repeat(5001)))?.fields).toHaveProperty("words");
    expect(expectOk(await ask(useId, "Signed it was not.")).mailed).toBe(true);
    const consent = await consentNow(useId);
    expect(consent).toMatchObject({ words: "Signed it was not.", answer: null, askedBy: editor.personId, language: "en" });
    expect(consent?.declaration).toContain("prints this letter, in these words");
    expect((await oneMail(wim, consent?.id ?? ""))?.text).toContain("Signed it was not.");
    expect(await useNow(useId)).toMatchObject({ state: "asked", takenBy: editor.personId });
    const token = await linkOf(useId);
    expect((await questionsBehind(visitor, token))?.questions).toMatchObject([{ state: "asked", words: "Signed it was not.", mayAgree: true, mayTakeBack: false }]);
    expect((await questionsAbout([commentId])).get(commentId)).toHaveLength(1);
    expect(JSON.stringify(await appDatabase().select().from(commentConsents))).not.toContain(token);
  });

  it("is the desk’s of letters, of leads those’s who follow them, and nobody’s of reports", async () => {
    const [letter, lead, report] = [await marked("letter"), await marked("lead"), await marked("correction")];
    const may = async (role: Role) => {
      const actor = role === "moderator" ? ana : await somebody(role);
      return Promise.all([letter, lead].map(async ({ useId }) => failureOf(await askCommenter.execute({ useId, version: 99, words: "x" }, { actor }))?.code));
    };
    expect({ reader: await may("reader"), contributor: await may("contributor"), moderator: await may("moderator"), author: await may("author"), editor: await may("editor") }).toEqual({ reader: ["forbidden", "forbidden"], contributor: ["forbidden", "forbidden"], moderator: ["forbidden", "forbidden"], author: ["forbidden", "conflict"], editor: ["conflict", "conflict"] });
    expect(failureOf(await ask(report.useId))?.reason).toBe("asks_nobody");
  });

  it("happens once for the same words, three times at most, and the last question alone stands", async () => {
    const { useId } = await marked("letter");
    expectOk(await ask(useId, "One."));
    const first = await consentNow(useId);
    const firstLink = await linkOf(useId);
    expect(failureOf(await ask(useId, "One."))?.reason).toBe("asked_already");
    expectOk(await ask(useId, "Two."));
    expect(failureOf(await answer(useId, firstLink, "agree", { consentId: first?.id ?? "" }))?.reason).toBe("question_overtaken");
    expect((await questionsBehind(visitor, firstLink))?.questions).toMatchObject([{ state: "over", mayAgree: false }]);
    expectOk(await answer(useId, await linkOf(useId), "agree"));
    expectOk(await ask(useId, "Three."));
    expect(await useNow(useId)).toMatchObject({ state: "asked" });
    expect(failureOf(await place(useId))?.reason).toBe("not_now");
    expect(failureOf(await ask(useId, "Four."))?.reason).toBe("asked_often");
  });

  it("of a guest without an address stands on her comment’s own page alone; with one it is mailed there", async () => {
    // Without a mail server nothing asks her to confirm, and her comment waits at once.
    provide("env", testEnv);
    const { useId, commentId, key } = await marked("letter", { by: visitor });
    expect(expectOk(await ask(useId)).mailed).toBe(false);
    expect((await questionsBehind(visitor, key))?.questions).toMatchObject([{ useId, state: "asked" }]);
    expectOk(await answer(useId, key, "agree"));
    expect(await useNow(useId)).toMatchObject({ state: "agreed" });
    const guestId = (await commentNow(commentId)).guestId ?? "";
    await appDatabase().update(guests).set({ emailSealed: sealGuestAddress(guestId, "hanne@post.example") }).where(eq(guests.id, guestId));
    provide("env", mailing);
    expect(expectOk(await ask(useId, "Shorter.")).mailed).toBe(true);
    expect((await questionsBehind(visitor, await linkOf(useId)))?.questions).toMatchObject([{ words: "Shorter." }]);
  });

  it("keeps a comment that waits or was rejected until the question is over, and what she agreed to until it is seen to", async () => {
    const [asked, lead, noted] = [await marked("letter"), await agreed("lead"), await marked("lead")];
    for (const { commentId } of [asked, lead, noted]) await appDatabase().update(comments).set({ status: "rejected", statusReason: "off_topic", decidedAt: new Date(Date.now() - 181 * 86_400_000) }).where(eq(comments.id, commentId));
    expectOk(await ask(asked.useId));
    expect(await forgetComments()).toBe(1);
    expect((await commentNow(noted.commentId)).status).toBe("purged");
    await appDatabase().update(commentConsents).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(commentConsents.useId, asked.useId));
    expect(await forgetComments()).toBe(1);
    expect((await commentNow(asked.commentId)).status).toBe("purged");
    expectOk(await close(lead.useId, "used"));
    expect(await forgetComments()).toBe(1);
    expect((await commentNow(lead.commentId)).status).toBe("purged");
  });

  it("says that it was mailed only where a mail goes out", async () => {
    const said = async () => {
      const { useId } = await marked("letter");
      const { mailed } = expectOk(await ask(useId));
      expect([(await consentNow(useId))?.mailedAt !== null, (await newsroomList(editor, { use: useId }))?.rows[0]?.consent?.mailed]).toEqual([mailed, mailed]);
      return mailed;
    };
    expect(await said()).toBe(true);
    provide("env", testEnv);
    expect(await said()).toBe(false);
    provide("env", mailing);
    await appDatabase().update(people).set({ email: "nell at post" }).where(eq(people.id, reader.personId));
    expect(await said()).toBe(false);
    await appDatabase().update(people).set({ email: "nell@post.example" }).where(eq(people.id, reader.personId));
  });

  it("is of nobody where nobody is known behind the comment any more", async () => {
    const { useId, commentId } = await marked("letter");
    await test.migrator().execute(sql`update comments set author_id = null where id = ${commentId}`);
    expect(failureOf(await ask(useId))?.reason).toBe("nobody_there");
  });

  it("counts for the version that was seen: of two at once one asks", async () => {
    const { useId } = await marked("letter");
    const both = await Promise.all([ask(useId, "One."), ask(useId, "Two.")]);
    expect(both.map((result) => (result.ok ? "asked" : result.failure.reason)).sort()).toEqual(["asked", "use_changed"]);
    expect(await appDatabase().select().from(mails).where(and(eq(mails.kind, "comment_use"), inArray(mails.id, appDatabase().select({ id: commentConsents.id }).from(commentConsents).where(eq(commentConsents.useId, useId)))))).toHaveLength(1);
  });
});

describe("answering", () => {
  it("keeps what she says, her name as she writes it and when; said twice it is done once", async () => {
    const { useId } = await marked("letter");
    expectOk(await ask(useId));
    const link = await linkOf(useId);
    expect(failureOf(await answer(useId, link, "agree", { signedAs: " " }))?.problems).toEqual({ signedAs: { reason: "signature_missing" } });
    for (let again = 0; again < 2; again++) expect(expectOk(await answer(useId, link, "agree", { signedAs: "  Nell\n Quist " })).answer).toBe("agreed");
    expect(await consentNow(useId)).toMatchObject({ answer: "agreed", signedAs: "Nell Quist", answeredAt: expect.any(Date) });
    expect(await useNow(useId)).toMatchObject({ state: "agreed", contact: null, version: 3 });
    expect(await appDatabase().select().from(events).where(and(eq(events.name, "comment.consent_given"), sql`data->>'useId' = ${useId}`))).toHaveLength(1);
  });

  it("is hers alone: by the mailed link, her account, or as a guest the key, and no other’s", async () => {
    const { useId, key } = await marked("letter");
    const other = await marked("letter");
    expectOk(await ask(useId));
    expectOk(await ask(other.useId));
    const foreign = await linkOf(other.useId);
    for (const [asked, actor] of [[foreign, visitor], [key, visitor], [useId, visitor], [useId, editor], ["none", reader], ["", visitor]] as const) expect(failureOf(await answer(useId, asked, "agree", { actor }))?.code, asked).toBe("not_found");
    expect(await Promise.all([questionsBehind(visitor, key), questionsBehind(visitor, useId), questionsBehind(editor, useId), questionsBehind(visitor, "none")])).toEqual([null, null, null, null]);
    expectOk(await answer(useId, useId, "agree", { actor: reader }));
    expect((await questionsBehind(reader, useId))?.questions).toMatchObject([{ state: "agreed", mayTakeBack: true }]);
  });

  it("no may become yes while there is time, and yes no at any time; then nobody may ask again", async () => {
    const { useId } = await marked("letter");
    expectOk(await ask(useId));
    const link = await linkOf(useId);
    expectOk(await answer(useId, link, "refuse"));
    expect(await useNow(useId)).toMatchObject({ state: "refused", settledAt: expect.any(Date) });
    expect(failureOf(await ask(useId, "Other words."))?.reason).toBe("not_now");
    expect(failureOf(await place(useId))?.reason).toBe("not_now");
    expectOk(await answer(useId, link, "agree"));
    expect(await useNow(useId)).toMatchObject({ state: "agreed", settledAt: null });
    await appDatabase().update(commentConsents).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(commentConsents.useId, useId));
    for (let again = 0; again < 2; again++) expectOk(await answer(useId, link, "withdraw"));
    expect(await useNow(useId)).toMatchObject({ state: "withdrawn", settledAt: expect.any(Date) });
    expect(failureOf(await answer(useId, link, "agree"))?.reason).toBe("question_over");
    expect(failureOf(await ask(useId, "Other words."))?.reason).toBe("not_now");
    expect(failureOf(await place(useId))?.reason).toBe("not_now");
  });

  it("no is no: closed, opened or marked anew, she is not asked again, and that she was asked is not unmarked", async () => {
    const [refused, takenBack] = [await marked("letter"), await agreed("lead")];
    expectOk(await ask(refused.useId));
    expectOk(await answer(refused.useId, await linkOf(refused.useId), "refuse"));
    expectOk(await answer(takenBack.useId, takenBack.link, "withdraw"));
    for (const { useId, commentId } of [refused, takenBack]) {
      const kind = (await useNow(useId))?.kind;
      for (const again of [async () => reopenUse.execute(await seen(useId), { actor: editor }), async () => markComment.execute({ commentId, revisionId: (await cardOf(commentId)).revisionId, kind }, { actor: ana })]) {
        expectOk(await close(useId, "closed"));
        expectOk(await again());
        expect(failureOf(await ask(useId, "Quite other words."))?.reason).toBe("said_no");
        expect(failureOf(await unmarkComment.execute(await seen(useId), { actor: ana }))?.reason).toBe("was_asked");
        expect((await newsroomList(editor, { use: useId }))?.rows[0]?.can).toMatchObject({ ask: false, unmark: false, close: true });
      }
    }
  });

  it("is not taken once its time is over, and a question that nobody answered closes itself", async () => {
    const { useId } = await marked("letter");
    expectOk(await ask(useId));
    const link = await linkOf(useId);
    await appDatabase().update(commentConsents).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(commentConsents.useId, useId));
    expect(failureOf(await answer(useId, link, "agree"))?.reason).toBe("question_over");
    await forgetUses();
    expect(await useNow(useId)).toMatchObject({ state: "closed" });
    expect((await questionsBehind(visitor, link))?.questions).toMatchObject([{ state: "over" }]);
  });

  it("of a lead says where she may be reached: sealed, and read by whoever sees to it and by nobody else", async () => {
    const { useId } = await marked("lead");
    expectOk(await ask(useId));
    const link = await linkOf(useId);
    expect(failureOf(await answer(useId, link, "agree", { contact: " " }))?.problems).toEqual({ contact: { reason: "contact_missing" } });
    expectOk(await answer(useId, link, "agree", { contact: "nell@post.example" }));
    expect(JSON.stringify(await useNow(useId))).not.toContain("nell@post");
    const author = await somebody("author");
    const contactFor = async (actor: PersonActor) => (await newsroomList(actor, { use: useId }))?.rows[0]?.contact;
    expect(await Promise.all([editor, ana, author].map(contactFor))).toEqual(["nell@post.example", null, null]);
    expectOk(await takeUse.execute({ ...(await seen(useId)), taken: true }, { actor: author }));
    expect(await Promise.all([editor, ana, author, wim].map(contactFor))).toEqual([null, null, "nell@post.example", null]);
    expectOk(await takeUse.execute({ ...(await seen(useId)), taken: false }, { actor: author }));
    expect(await contactFor(author)).toBeNull();
    expectOk(await takeUse.execute({ ...(await seen(useId)), taken: true }, { actor: author }));
    expectOk(await answer(useId, link, "withdraw"));
    expect(await contactFor(author)).toBeNull();
    expect((await useNow(useId))?.contact).toBeNull();
  });
});

describe("a letter", () => {
  it("becomes a story in the words and under the name that she agreed to", async () => {
    const { useId } = await agreed();
    const { articleId } = expectOk(await place(useId));
    const content = await appDatabase().transaction((tx) => committedContent(tx, articleId));
    expect(bodyText(content.body)).toContain("The lease was never signed.");
    expect(content.body.content).toHaveLength(2);
    expect(content.bylines).toEqual([{ role: "by", personId: null, name: "Nell Quist, Harbour Row" }]);
    expect(await useNow(useId)).toMatchObject({ state: "used", usedIn: articleId, settledAt: expect.any(Date) });
    expect(failureOf(await place(useId))?.reason).toBe("not_now");
  });

  it("goes to the end of a story that is there, with her name below it", async () => {
    const { useId } = await agreed();
    const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
    expectOk(await place(useId, id));
    const content = await appDatabase().transaction((tx) => committedContent(tx, id));
    expect(bodyText(content.body).trim().endsWith("Nell Quist, Harbour Row")).toBe(true);
    const [event] = await appDatabase().select().from(events).where(and(eq(events.name, "article.letter_placed"), eq(events.subjectId, id)));
    expect(event?.data).toMatchObject({ useId, updateId: expect.any(Number) });
    const { useId: other } = await agreed();
    expect(failureOf(await place(other, other))?.reason).toBe("no_story");
    for (const actor of [ana, await somebody("author")]) expect(failureOf(await place(other, id, actor))?.code).toBe("forbidden");
  });

  it("is not used where she takes her word back at the same time, or her word comes after and is told", async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round++) {
      const { useId, link } = await agreed();
      const mine = await seen(useId);
      const [placed, taken] = await Promise.all(round % 2 ? [placeLetter.execute({ ...mine, articleId: null }, { actor: editor }), answer(useId, link, "withdraw")] : [...(await Promise.all([answer(useId, link, "withdraw"), placeLetter.execute({ ...mine, articleId: null }, { actor: editor })]))].reverse() as never);
      expectOk(taken as never);
      const use = await useNow(useId);
      expect(use?.state).toBe("withdrawn");
      outcomes.add((placed as { ok: boolean }).ok ? "used first" : "taken back first");
      // Used first, somebody has to see to it; else nothing is left to do.
      expect(use?.settledAt === null).toBe((placed as { ok: boolean }).ok);
      expect(use?.usedIn !== null).toBe((placed as { ok: boolean }).ok);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  it("that is taken back stops its story from going out until it is out of it and the desk has closed it", async () => {
    const { useId, link, before, write, publish } = await letterInStory();
    expectOk(await answer(useId, link, "withdraw"));
    const refused = failureOf(await publish());
    expect(refused?.reason).toBe("checks_failed");
    expect(refused?.message).toContain("The letter of Nell Quist, Harbour Row may not be printed any more");
    expect((await newsroomList(editor, { kind: "letter" }))?.rows.find((row) => row.id === useId)).toMatchObject({ mustBeSeenTo: true, can: { close: true } });
    expect(failureOf(await close(useId, "closed"))?.reason).toBe("still_there");
    await write(before);
    expectOk(await close(useId, "closed"));
    expectOk(await publish());
  });

  it("that is taken back after it was printed hinders no correction, and she is told that it was", async () => {
    const { useId, link } = await agreed();
    const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
    expectOk(await place(useId, id));
    expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
    expectOk(await answer(useId, link, "withdraw"));
    expect((await questionsBehind(visitor, link))?.questions).toMatchObject([{ state: "withdrawn", printed: true }]);
    expect((await newsroomList(editor, { use: useId }))?.rows[0]).toMatchObject({ mustBeSeenTo: true });
    const version = (await appDatabase().select().from(articles).where(eq(articles.id, id)))[0]?.version ?? 0;
    expectOk(await correctArticle.execute({ articleId: id, version, kind: "correction", note: "A letter stood here by mistake." }, { actor: editor }));
  });

  it("stops an update of a live story, and a scheduled version in which it stands", async () => {
    const { useId, link } = await agreed();
    expectOk(await place(useId, story));
    expectOk(await answer(useId, link, "withdraw"));
    const version = (await appDatabase().select().from(articles).where(eq(articles.id, story)))[0]?.version ?? 0;
    expect(failureOf(await updateArticle.execute({ articleId: story, version, kind: "fix", note: "" }, { actor: editor }))?.reason).toBe("checks_failed");
    const other = await agreed();
    const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
    expectOk(await place(other.useId, id));
    expectOk(await scheduleArticle.execute({ articleId: id, version: 1, at: new Date(Date.now() + 3_600_000).toISOString() }, { actor: editor }));
    expectOk(await answer(other.useId, other.link, "withdraw"));
    await test.migrator().execute(sql`update articles set scheduled_for = now() - interval '1 second' where id = ${id}`);
    expect(expectOk(await publishDueArticle.execute({ articleId: id }, { actor: program })).published).toBe(false);
    expect((await appDatabase().select().from(articles).where(eq(articles.id, id)))[0]?.scheduleFailure).toContain("took back her consent");
  });

  it("waits for whoever publishes its story: the word that comes after is told that it was printed", async () => {
    const { useId, link } = await agreed();
    const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
    expectOk(await place(useId, id));
    const [published] = await Promise.all([publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }), answer(useId, link, "withdraw")]);
    const [question] = (await questionsBehind(visitor, link))?.questions ?? [];
    expect(question).toMatchObject({ state: "withdrawn", printed: published.ok });
  });
});

/** A story with a letter at its end, to which its author agreed, and what rewrites it. */
async function letterInStory() {
  const { useId, link, commentId } = await agreed();
  const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
  const before = await appDatabase().transaction((tx) => committedContent(tx, id));
  expectOk(await place(useId, id));
  const placed = await appDatabase().transaction((tx) => committedContent(tx, id));
  const write = (content: typeof placed) => appDatabase().transaction((tx) => mergeIntoLog(tx, editor, new Date(), id, content));
  const changed = JSON.parse(JSON.stringify(placed).replace("The lease was never signed.", "The lease was signed.")) as typeof placed;
  const versionNow = async () => (await appDatabase().select().from(articles).where(eq(articles.id, id)))[0]?.version ?? 0;
  const publish = async () => publishArticle.execute({ articleId: id, version: await versionNow() }, { actor: editor });
  const takeOut = async () => reopenUse.execute(await seen(useId), { actor: editor });
  return { useId, link, commentId, id, before, placed, changed, write, versionNow, publish, takeOut };
}

describe("a letter that is edited in its story", () => {
  it("stops the story until it says again what she agreed to; once printed that is a hint", async () => {
    const { id, placed, changed, write, publish, versionNow } = await letterInStory();
    await write(changed);
    expect(failureOf(await publish())?.message).toContain("The letter of Nell Quist, Harbour Row does not say what its author agreed to");
    expect(failureOf(await scheduleArticle.execute({ articleId: id, version: await versionNow(), at: new Date(Date.now() + 3_600_000).toISOString() }, { actor: editor }))?.reason).toBe("checks_failed");
    await write(placed);
    expectOk(await publish());
    await write(changed);
    expect((await storyState(editor, id))?.checks.find(({ message }) => message.includes("agreed to"))?.level).toBe("warn");
    expectOk(await correctArticle.execute({ articleId: id, version: await versionNow(), kind: "correction", note: "A sentence of a letter was wrong." }, { actor: editor }));
  });

  it("comes out of it again before it is printed, once its words are gone, and may go elsewhere or be asked about anew", async () => {
    const { useId, id, before, placed, changed, write, publish, versionNow, takeOut } = await letterInStory();
    for (const content of [placed, changed]) {
      await write(content);
      expect(failureOf(await takeOut())?.reason).toBe("still_there");
    }
    await write(placed);
    expectOk(await scheduleArticle.execute({ articleId: id, version: await versionNow(), at: new Date(Date.now() + 3_600_000).toISOString() }, { actor: editor }));
    await write(before);
    expect(failureOf(await takeOut())?.reason).toBe("still_scheduled");
    expectOk(await cancelSchedule.execute({ articleId: id, version: await versionNow() }, { actor: editor }));
    expectOk(await takeOut());
    expect(await useNow(useId)).toMatchObject({ state: "agreed", usedIn: null, usedAt: null, settledAt: null });
    expectOk(await publish());
    const { articleId } = expectOk(await place(useId));
    expect(articleId).not.toBe(id);
    expect((await newsroomList(editor, { use: useId }))?.rows[0]).toMatchObject({ printed: false, can: { reopen: true } });
  });

  it("does not come out of a story that readers have seen, and one that is gone from it stops nothing", async () => {
    const { useId, before, write, publish, takeOut } = await letterInStory();
    expectOk(await publish());
    await write(before);
    expect(failureOf(await takeOut())?.reason).toBe("printed");
    expect((await newsroomList(editor, { use: useId }))?.rows[0]).toMatchObject({ printed: true, can: { reopen: false } });
    const other = await letterInStory();
    await other.write(other.before);
    expectOk(await other.publish());
  });

  it("that she took back is not closed while a version with it is to go out by itself, or its words stand there still", async () => {
    const { useId, link, id, before, placed, write, versionNow } = await letterInStory();
    expectOk(await scheduleArticle.execute({ articleId: id, version: await versionNow(), at: new Date(Date.now() + 3_600_000).toISOString() }, { actor: editor }));
    expectOk(await answer(useId, link, "withdraw"));
    await write(before);
    expect(failureOf(await close(useId, "closed"))?.reason).toBe("still_scheduled");
    expectOk(await cancelSchedule.execute({ articleId: id, version: await versionNow() }, { actor: editor }));
    await write(placed);
    expect(failureOf(await close(useId, "closed"))?.reason).toBe("still_there");
    await write(before);
    expectOk(await close(useId, "closed"));
    expect((await questionsBehind(visitor, link))?.questions).toMatchObject([{ state: "withdrawn", printed: false }]);
  });

  it("whose comment is erased leaves a note that stops the story, where it stands there and was not printed", async () => {
    const notesOf = (id: string) => appDatabase().select().from(noteThreads).where(eq(noteThreads.articleId, id));
    const { useId, link, commentId, id, before, write, publish } = await letterInStory();
    expectOk(await answer(useId, link, "withdraw"));
    expectOk(await purgeComment.execute(await cardOf(commentId), { actor: wim }));
    expect(await useNow(useId)).toBeUndefined();
    expect(await notesOf(id)).toMatchObject([{ blocking: true, anchorKind: "story", createdBy: editor.personId }]);
    expect(failureOf(await publish())?.message).toContain("Orla");
    await write(before);
    expectOk(await resolveNote.execute({ articleId: id, noteId: (await notesOf(id))[0]?.id ?? "" }, { actor: editor }));
    expectOk(await publish());

    const [printed, gone] = [await letterInStory(), await letterInStory()];
    expectOk(await printed.publish());
    await gone.write(gone.before);
    for (const one of [printed, gone]) {
      expectOk(await purgeComment.execute(await cardOf(one.commentId), { actor: wim }));
      expect(await notesOf(one.id)).toEqual([]);
    }
  });

  it("put in at the same time as its story goes out is printed or is not, and never half", async () => {
    for (let round = 0; round < 4; round++) {
      const { useId, link } = await agreed();
      const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor }));
      const mine = await seen(useId);
      const [placed] = await Promise.all([placeLetter.execute({ ...mine, articleId: id }, { actor: editor }), publishArticle.execute({ articleId: id, version: 1 }, { actor: editor })]);
      expectOk(placed);
      const [out] = await test.migrator().execute<{ body: string }>(sql`select r.body::text as body from articles a join revisions r on r.id = a.published_revision_id where a.id = ${id}`);
      expectOk(await answer(useId, link, "withdraw"));
      // What readers never saw must never be called printed: it would go out with the next update.
      if (!out?.body.includes("never signed")) expect((await questionsBehind(visitor, link))?.questions[0]?.printed).toBe(false);
    }
  });
});

describe("two at once", () => {
  const reasonsOf = (results: readonly { ok: boolean; failure?: { reason: string } }[]) => results.map((result) => (result.ok ? "done" : result.failure?.reason)).sort();

  it("mark a comment once", async () => {
    const { commentId } = await said(story, reader);
    const { revisionId } = await cardOf(commentId);
    const both = await Promise.all([ana, wim].map((actor) => markComment.execute({ commentId, revisionId, kind: "correction" }, { actor })));
    expect(reasonsOf(both)).toEqual(["done", "marked_already"]);
    expect(await appDatabase().select().from(noteThreads).where(eq(noteThreads.articleId, story))).toHaveLength(1);
  });

  it("see to it, close it or take its mark back: one of them does, and the other hears it", async () => {
    const { useId } = await marked("lead");
    const mine = await seen(useId);
    const author = await somebody("author");
    expect(reasonsOf(await Promise.all([takeUse.execute({ ...mine, taken: true }, { actor: author }), takeUse.execute({ ...mine, taken: true }, { actor: editor })]))).toEqual(["done", "use_changed"]);
    const other = await marked("lead");
    const theirs = await seen(other.useId);
    const results = await Promise.all([unmarkComment.execute(theirs, { actor: ana }), closeUse.execute({ ...theirs, outcome: "closed", correctionId: null, note: "" }, { actor: editor })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("ask anew and answer: she agrees to the words that she read, or to none", async () => {
    for (let round = 0; round < 4; round++) {
      const { useId } = await marked("letter");
      expectOk(await ask(useId, "One."));
      const [link, mine, consentId] = [await linkOf(useId), await seen(useId), (await consentNow(useId))?.id ?? ""];
      const [asked, answered] = await Promise.all([askCommenter.execute({ ...mine, words: "Two." }, { actor: editor }), answer(useId, link, "agree", { consentId })]);
      // Either is first: the other sees what happened, and takes nothing for granted.
      expect([asked.ok, answered.ok].filter(Boolean)).toHaveLength(1);
      expect(await useNow(useId)).toMatchObject({ state: asked.ok ? "asked" : "agreed" });
      if (asked.ok) expect(failureOf(answered)?.reason).toBe("question_overtaken");
      else expect(failureOf(asked)?.reason).toBe("use_changed");
    }
  });

  it("close a lead and say yes to it: what is closed keeps no address", async () => {
    for (let round = 0; round < 4; round++) {
      const { useId } = await marked("lead");
      expectOk(await ask(useId));
      const [link, mine] = [await linkOf(useId), await seen(useId)];
      const [closed, answered] = await Promise.all([closeUse.execute({ ...mine, outcome: "closed", correctionId: null, note: "" }, { actor: editor }), answer(useId, link, "agree")]);
      expect([closed.ok, answered.ok].filter(Boolean)).toHaveLength(1);
      expect(await useNow(useId)).toMatchObject(closed.ok ? { state: "closed", contact: null } : { state: "agreed", contact: expect.any(String) });
    }
  });

  it("say yes and take the comment back: nothing is left to be used", async () => {
    for (let round = 0; round < 4; round++) {
      const { useId, key } = await marked("lead");
      expectOk(await ask(useId));
      const link = await linkOf(useId);
      const [, gone] = await Promise.all([answer(useId, link, "agree"), withdrawComment.execute({ key }, { actor: reader })]);
      expectOk(gone);
      expect(await useNow(useId)).toMatchObject({ state: "withdrawn", contact: null, settledAt: expect.any(Date) });
      expect(failureOf(await close(useId, "used"))?.reason).toBe("not_now");
    }
  });
});

describe("a comment that is changed or taken back", () => {
  it("takes what was asked with it, and its address; what was used somebody sees to", async () => {
    const [asked, lead, used, report] = [await marked("letter"), await agreed("lead"), await agreed(), await marked("correction")];
    expectOk(await ask(asked.useId));
    expectOk(await place(used.useId));
    for (const { key } of [asked, lead, used, report]) expectOk(await withdrawComment.execute({ key }, { actor: reader }));
    expect(await Promise.all([asked, lead, used, report].map(async ({ useId }) => [(await useNow(useId))?.state, (await useNow(useId))?.contact, (await useNow(useId))?.settledAt === null]))).toEqual([["withdrawn", null, false], ["withdrawn", null, false], ["withdrawn", null, true], ["noted", null, true]]);
    expect((await consentNow(lead.useId))?.withdrawnAt).not.toBeNull();
    expect(await questionsBehind(visitor, lead.link)).toBeNull();
    expect((await newsroomList(editor, { use: used.useId }))?.rows[0]?.comment).toMatchObject({ body: { blocks: [] }, source: "" });
  });

  it("edited after the mark leaves the words that she was asked about as they are", async () => {
    const { useId, commentId } = await agreed();
    expectOk(await editComment.execute({ of: { commentId }, revisionId: (await cardOf(commentId)).revisionId, text: "Something else altogether." }, { actor: reader }));
    const { articleId } = expectOk(await place(useId));
    expect(bodyText((await appDatabase().transaction((tx) => committedContent(tx, articleId))).body)).not.toContain("Something else");
  });

  it("erased takes all of it along; under a legal hold nothing goes", async () => {
    const { useId, commentId } = await agreed("lead");
    await appDatabase().insert(legalHolds).values({ commentId, matter: "A case", placedBy: wim.personId });
    expect(failureOf(await purgeComment.execute(await cardOf(commentId), { actor: wim }))?.reason).toBe("legal_hold");
    await test.migrator().execute(sql`update comment_uses set state = 'closed', settled_at = now() - interval '2 years' where id = ${useId}`);
    await test.migrator().execute(sql`update comment_consents set answered_at = now() - interval '2 years' where use_id = ${useId}`);
    await forgetUses();
    expect((await useNow(useId))?.contact).not.toBeNull();
    await appDatabase().delete(legalHolds).where(eq(legalHolds.commentId, commentId));
    expectOk(await purgeComment.execute(await cardOf(commentId), { actor: wim }));
    expect(await useNow(useId)).toBeUndefined();
    expect(await consentNow(useId)).toBeUndefined();
  });
});

describe("a report and a lead", () => {
  it("are closed as corrected with a correction of that story, or not, by whoever may write in it", async () => {
    const { useId } = await marked("correction");
    const author = await somebody("author");
    expect(failureOf(await close(useId, "used", { actor: author }))?.code).toBe("forbidden");
    const elsewhere = await storyToTalkAbout(editor);
    const correct = async (articleId: string) => expectOk(await correctArticle.execute({ articleId, version: (await appDatabase().select().from(articles).where(eq(articles.id, articleId)))[0]?.version ?? 0, kind: "correction", note: "It was the north pier." }, { actor: editor }));
    await correct(story);
    await correct(elsewhere);
    const idOf = async (articleId: string) => (await test.migrator().execute<{ id: string }>(sql`select id from corrections where article_id = ${articleId}`))[0]?.id ?? "";
    expect(failureOf(await close(useId, "used", { correctionId: await idOf(elsewhere) }))?.reason).toBe("no_correction");
    expect((await newsroomList(editor, { use: useId }))?.rows[0]?.corrections).toMatchObject([{ note: "It was the north pier." }]);
    expectOk(await close(useId, "used", { correctionId: await idOf(story) }));
    expect((await newsroomList(editor, { use: useId }))?.rows[0]).toMatchObject({ state: "used", correction: { note: "It was the north pier." }, can: { reopen: true, corrected: false } });
    expect(failureOf(await close(useId, "closed"))?.reason).toBe("not_now");
  });

  it("a lead is followed once she agreed, a letter only by being placed", async () => {
    const { useId } = await marked("lead");
    expect(failureOf(await close(useId, "used"))?.reason).toBe("not_now");
    const lead = await agreed("lead");
    expectOk(await close(lead.useId, "used"));
    expect(await useNow(lead.useId)).toMatchObject({ state: "used", contact: expect.any(String) });
    expect(failureOf(await close((await agreed()).useId, "used"))?.reason).toBe("letter_is_placed");
  });

  it("closed forgets where she may be reached and lets the question go", async () => {
    const { useId, link } = await agreed("lead");
    expectOk(await close(useId, "closed"));
    expect(await useNow(useId)).toMatchObject({ state: "closed", contact: null });
    expect(failureOf(await answer(useId, link, "withdraw"))?.reason).toBe("question_overtaken");
    expect((await questionsBehind(visitor, link))?.questions).toMatchObject([{ state: "over" }]);
  });
});

describe("the list", () => {
  it("shows moderators all, reporters leads, writers the reports of their own stories, and readers nothing", async () => {
    const author = await somebody("author");
    const { id } = expectOk(await createArticle.execute({ content: { ...someContent((await someSection()).id), bylines: [{ role: "by" as const, personId: author.personId, name: author.name }] } }, { actor: editor }));
    expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
    const foreign = [await marked("letter"), await marked("lead"), await marked("correction")];
    story = id;
    const own = [await marked("letter"), await marked("correction")];
    const all = [...foreign, ...own].map(({ useId }) => useId);
    const sees = async (actor: Actor) => (await newsroomList(actor, {}))?.rows.map((row) => all.indexOf(row.id)).filter((at) => at >= 0).sort();
    expect(await sees(ana)).toEqual([0, 1, 2, 3, 4]);
    expect(await sees(author)).toEqual([1, 4]);
    expect(await sees(await somebody("contributor"))).toEqual([]);
    expect(await newsroomList(reader, {})).toBeNull();
    expect(await newsroomList(visitor, {})).toBeNull();
    const [moderators] = (await newsroomList(ana, { use: foreign[0]?.useId }))?.rows ?? [];
    expect(moderators?.can).toMatchObject({ ask: false, print: false, close: false, take: false, unmark: true });
  });

  it("is paged by signed places, narrowed by kind, and shows what is seen to only where it is asked for", async () => {
    const before = (await newsroomList(editor, { kind: "letter" }))?.open.letter ?? 0;
    const { useId } = await marked("letter");
    expect((await newsroomList(editor, { kind: "letter" }))?.open.letter).toBe(before + 1);
    expectOk(await close(useId, "closed"));
    expect((await newsroomList(editor, { kind: "letter" }))?.rows.some(({ id }) => id === useId)).toBe(false);
    expect((await newsroomList(editor, { kind: "letter", all: true }))?.rows[0]?.id).toBe(useId);
    expect((await newsroomList(editor, { kind: "lead", all: true }))?.rows.some(({ id }) => id === useId)).toBe(false);
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await newsroomList(editor, { all: true, after });
      found.push(...(page?.rows ?? []).map(({ id }) => id));
      if (!page?.next) break;
      after = page.next;
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength((await appDatabase().select().from(commentUses)).length);
  });
});

describe("what is kept", () => {
  it("forgets where she may be reached, and that nothing came of it, each in its time", async () => {
    const [followed, waiting, closed, used] = [await agreed("lead"), await agreed("lead"), await marked("letter"), await agreed()];
    expectOk(await close(followed.useId, "used"));
    expectOk(await close(closed.useId, "closed"));
    expectOk(await place(used.useId));
    await forgetUses();
    expect(await Promise.all([followed, waiting, closed, used].map(async ({ useId }) => (await useNow(useId))?.state))).toEqual(["used", "agreed", "closed", "used"]);
    expect((await useNow(followed.useId))?.contact).not.toBeNull();
    await test.migrator().execute(sql`update comment_uses set used_at = used_at - interval '91 days', settled_at = settled_at - interval '366 days'`);
    await test.migrator().execute(sql`update comment_consents set answered_at = answered_at - interval '366 days' where use_id = ${waiting.useId}`);
    await forgetUses();
    expect((await useNow(followed.useId))?.contact).toBeNull();
    expect((await useNow(waiting.useId))?.contact).toBeNull();
    expect(await useNow(closed.useId)).toBeUndefined();
    expect(await useNow(used.useId)).toMatchObject({ state: "used" });
    expect((await appDatabase().select({ status: comments.status }).from(comments).where(eq(comments.id, closed.commentId)))[0]).toBeDefined();
  });
});
