import { desc, eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { accountDeletions, commentReports, events, legalHolds, legalNotices, mails } from "@/db/schema";
import { languageCodes, reasonCodes } from "@/db/vocabulary";
import { cardOf, commentNow, decideNow, published, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { eraseAccount } from "@/lib/commenters/commands/erase-account";
import { appealDecision } from "@/lib/comments/commands/appeal-decision";
import { reportComment } from "@/lib/comments/commands/report-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { answerLegalNoticesJob } from "@/lib/comments/jobs/answer-legal-notices";
import { openContact } from "@/lib/comments/legal-notice";
import { noticeAnswerLetter, noticeReceivedLetter } from "@/lib/comments/notice-letters";
import { ownComment } from "@/lib/comments/reads/own-comment";
import { ownComments } from "@/lib/comments/reads/own-comments";
import { commentSettings } from "@/lib/comments/settings";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { systemActor } from "@/lib/core/actor";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { provide } from "@/lib/kernel/process-store";
import { oneMail } from "@/lib/mail/reads/mails";
import { answerAppeal } from "@/lib/moderation/commands/answer-appeal";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { addWordRule } from "@/lib/moderation/word-rules/commands/change-word-rules";
import { moderationQueue, waitingComments } from "@/lib/moderation/reads/queue";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
const signal = new AbortController().signal;
let [editor, ana, bo, wim] = [] as unknown as [PersonActor, PersonActor, PersonActor, PersonActor];
let story: string;
beforeAll(async () => {
  [editor, ana, bo, wim] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("moderator", "Bo"), await somebody("administrator", "Wim")];
});
beforeEach(async () => {
  provide("env", testEnv);
  story = await storyToTalkAbout(editor);
});
afterEach(() => test.migrator().execute(sql`delete from jobs.job`));

let places = 0;
const nell = { name: "Nell Brandt", email: "Nell@post.example", childOffence: false, goodFaith: true };
const because = "It says that the harbour master was paid for the lease, which a court found to be untrue.";
const notify = (commentId: string, changes: Record<string, unknown> = {}, actor: Actor = visitor) => {
  places += 1;
  return reportComment.execute({ commentId, reason: "illegal", law: "StGB § 187", text: because, notice: nell, network: `network ${places}`, prefix: `prefix ${places}`, ...changes }, { actor });
};
const noticesOf = (commentId: string) => appDatabase().select().from(legalNotices).where(eq(legalNotices.commentId, commentId)).orderBy(legalNotices.createdAt);
const letters = async () => {
  const rows = await appDatabase().select({ id: mails.id }).from(mails).where(eq(mails.kind, "legal_notice")).orderBy(desc(mails.id));
  return Promise.all(rows.map(async ({ id }) => oneMail(wim, id)));
};
/** As if the decisions of these minutes had stood long enough; the job may run twice. */
async function answerNow(): Promise<void> {
  await appDatabase().update(legalNotices).set({ settledAt: sql`settled_at - interval '11 minutes'` });
  await Promise.all([answerLegalNoticesJob.run({}, signal), answerLegalNoticesJob.run({}, signal)]);
}
const shownComment = async () => published(story, await readerKnownTo({ editor, moderator: ana }));

describe("a notice of unlawful content", () => {
  it("needs the law, why, who says so and her good faith; of offences against children nobody is asked who she is", async () => {
    const { commentId } = await said(story, editor);
    const wrong = async (changes: Record<string, unknown>) => Object.keys(failureOf(await notify(commentId, changes))?.fields ?? {}).sort();
    expect(await wrong({ notice: null, law: "", text: "" })).toEqual(["email", "faith", "law", "name", "text"]);
    expect(await wrong({ text: "Just so." })).toEqual(["text"]);
    expect(await wrong({ notice: { ...nell, goodFaith: false } })).toEqual(["faith"]);
    expect(await wrong({ notice: { ...nell, email: "nell" } })).toEqual(["email"]);
    expect(await wrong({ notice: { ...nell, childOffence: true, name: "", email: "nell" } })).toEqual(["email"]);
    expect(await noticesOf(commentId)).toEqual([]);
    expectOk(await notify(commentId, { notice: { ...nell, childOffence: true, name: "", email: "" } }));
    expect(await noticesOf(commentId)).toMatchObject([{ contact: null, childOffence: true, outcome: "pending" }]);
    expect(await letters()).toEqual([]);
    // Any other report asks for none of it, and keeps none.
    expectOk(await notify(commentId, { reason: "abuse" }));
    expect(await noticesOf(commentId)).toHaveLength(1);
  });

  it("is acknowledged at once by mail, names the exact place, and tells no event who sent it", async () => {
    const commentId = await shownComment();
    expectOk(await notify(commentId));
    const [notice] = await noticesOf(commentId);
    expect(notice).toMatchObject({ law: "StGB § 187", explanation: because, place: `${testEnv.appUrl}/comments/at/${commentId}#comment-${commentId}`, language: "en" });
    expect(JSON.stringify(notice)).not.toMatch(/nell/i);
    expect(openContact(notice?.id ?? "", notice?.contact ?? null)).toEqual({ name: "Nell Brandt", email: "nell@post.example" });
    const [mail] = await letters();
    expect(mail).toMatchObject({ to: "nell@post.example", subject: "We received your notice about a comment at The paper" });
    expect(mail?.text).toContain(notice?.place);
    // Whoever types another's address does not write to her in the paper's name.
    expect(mail?.text).not.toMatch(/harbour master|Nell/);
    const told = await appDatabase().select().from(events).where(eq(events.name, "comment.legal_notice_received")).orderBy(desc(events.id)).limit(1);
    expect(told).toMatchObject([{ subjectId: commentId, actorId: null, data: { noticeId: notice?.id } }]);
  });

  it("stands in a queue of its own with its words, counts as waiting, and leaves both with the decision", async () => {
    const commentId = await shownComment();
    const before = await waitingComments();
    expect((await moderationQueue(ana, "noticed"))?.cards.map(({ id }) => id)).not.toContain(commentId);
    expectOk(await notify(commentId));
    expectOk(await notify(commentId, { reason: "abuse" }));
    expect(await waitingComments()).toBe(before + 1);
    const page = await moderationQueue(ana, "noticed");
    const card = page?.cards.find(({ id }) => id === commentId);
    expect(card?.notices).toMatchObject([{ law: "StGB § 187", explanation: because, contact: true, childOffence: false, ofFormerText: false }]);
    expect(card?.reports.map(({ reason }) => reason)).toEqual(["abuse"]);
    expect(JSON.stringify(card)).not.toMatch(/nell/i);
    expectOk(await decideNow(commentId, "approve", ana));
    expect((await moderationQueue(ana, "noticed"))?.cards.map(({ id }) => id)).not.toContain(commentId);
  });

  it("is answered once, with the reason, who decided and where to turn, when the decision has stood for some minutes", async () => {
    const author = await readerKnownTo({ editor, moderator: ana });
    const withdrawn = await said(story, author);
    const [bad, fine, gone] = [await shownComment(), await shownComment(), withdrawn.commentId];
    for (const commentId of [bad, fine, gone]) expectOk(await notify(commentId));
    expectOk(await decideNow(bad, "reject", ana));
    expectOk(await decideNow(fine, "approve", ana));
    expectOk(await withdrawComment.execute({ key: withdrawn.key }, { actor: author }));
    const before = (await letters()).length;
    await answerLegalNoticesJob.run({}, signal);
    expect(await letters()).toHaveLength(before);
    await answerNow();
    await answerNow();
    const told = (await letters()).filter((mail) => mail?.subject?.includes("the decision") && [bad, fine, gone].some((commentId) => mail.text?.includes(commentId)));
    expect(told).toHaveLength(3);
    const about = (commentId: string) => told.find((mail) => mail?.text?.includes(commentId))?.text ?? "";
    expect(about(bad)).toContain("We took the comment from the page");
    expect(about(bad)).toContain("The reason: comments that are not about the story");
    expect(about(fine)).toContain("The comment stays.");
    for (const commentId of [bad, fine]) expect(about(commentId)).toMatch(/A person decided this[\s\S]*out-of-court dispute settlement[\s\S]*Digital Services Coordinator[\s\S]*court/);
    expect(about(gone)).toContain("There is nothing left to decide.");
    expect((await noticesOf(bad))[0]).toMatchObject({ outcome: "agreed", answeredAt: expect.any(Date) });
  });

  it("is answered with a reason whatever was decided, and says whether a program had a part", async () => {
    const [held, spam, hidden] = [await said(story, await readerKnownTo({ editor, moderator: ana }), { text: "A clean word." }), await shownComment(), await shownComment()];
    for (let one = 0; one < 12; one++) expectOk(await notify(held.commentId, { reason: "abuse" }));
    for (const commentId of [held.commentId, spam, hidden]) expectOk(await notify(commentId));
    expectOk(await decideNow(held.commentId, "reject", ana));
    expectOk(await decideNow(spam, "spam", ana));
    expectOk(await decideNow(hidden, "hide", ana));
    await answerNow();
    const about = async (commentId: string) => (await letters()).find((mail) => mail?.subject?.includes("the decision") && mail.text?.includes(commentId))?.text ?? "";
    expect(await about(held.commentId)).toContain("A person decided this. A program had kept the comment back, or hidden it, for a person to read.");
    expect(await about(spam)).toContain("The reason: it is advertising or other spam.");
    expect(await about(spam)).toContain("No program took part in the decision.");
    expect(await about(hidden)).toContain("The reason: it stays out of sight while we look into it further.");
  });

  it("waits again when the decision is taken back, and is told of the next one", async () => {
    const commentId = await shownComment();
    expectOk(await notify(commentId));
    const { eventId } = expectOk(await decideNow(commentId, "reject", ana));
    expectOk(await undoDecision.execute({ eventId }, { actor: ana }));
    expect((await noticesOf(commentId))[0]).toMatchObject({ outcome: "pending", settledBy: null, settledAt: null });
    await answerNow();
    const told = async () => (await letters()).filter((mail) => mail?.text?.includes(commentId));
    expect((await told()).map((mail) => mail?.subject)).toEqual(["We received your notice about a comment at The paper"]);
    expectOk(await decideNow(commentId, "approve", ana));
    await answerNow();
    expect((await told())[0]?.text).toContain("The comment stays.");
  });

  it("is told anew when somebody decides the opposite, also where it was told already, and follows an undoing back", async () => {
    const outcome = async (commentId: string) => (await noticesOf(commentId)).map((notice) => [notice.outcome, notice.answeredAt !== null]);
    const told = async (commentId: string) => (await letters()).filter((mail) => mail?.text?.includes(commentId) && mail.subject?.includes("the decision")).map((mail) => (mail?.text?.includes("The comment stays.") ? "stays" : "gone"));
    const author = await readerKnownTo({ editor, moderator: ana });
    const [turned, shown, fell, objected] = [await shownComment(), await shownComment(), await shownComment(), await said(story, author)];
    for (const commentId of [turned, shown, fell, objected.commentId]) expectOk(await notify(commentId));
    expectOk(await decideNow(turned, "reject", ana));
    expectOk(await decideNow(shown, "hide", ana));
    expectOk(await decideNow(fell, "approve", ana));
    const { eventId } = expectOk(await decideNow(objected.commentId, "reject", ana));
    await answerNow();
    const { eventId: approved } = expectOk(await decideNow(turned, "approve", ana));
    expect(await outcome(turned)).toEqual([["disagreed", false]]);
    expectOk(await undoDecision.execute({ eventId: approved }, { actor: ana }));
    expect(await outcome(turned)).toEqual([["agreed", false]]);
    expectOk(await decideNow(turned, "approve", ana));
    expectOk(await decideNow(shown, "show", ana));
    expectOk(await decideNow(fell, "reject", ana));
    const { appealId } = expectOk(await appealDecision.execute({ of: { key: objected.key }, eventId, text: "It was on topic." }, { actor: author }));
    expectOk(await answerAppeal.execute({ appealId, granted: true, answer: "" }, { actor: bo }));
    await answerNow();
    await answerNow();
    expect(await Promise.all([turned, shown, fell, objected.commentId].map(told))).toEqual([["stays", "gone"], ["stays", "gone"], ["gone", "stays"], ["stays", "gone"]]);
    // The same said once more is no news.
    expectOk(await decideNow(fell, "spam", ana));
    expect(await outcome(fell)).toEqual([["agreed", true]]);
  });

  it("may be sent once more after the decision, and then waits as the first did", async () => {
    const commentId = await shownComment();
    const where = { network: "one", prefix: "one" };
    expectOk(await notify(commentId, where));
    expectOk(await notify(commentId, where));
    expect((await commentNow(commentId)).reportCount).toBe(1);
    expectOk(await decideNow(commentId, "approve", ana));
    expectOk(await notify(commentId, { ...where, text: "The court’s judgment is number 4 O 12/26, and you did not look at it." }));
    expect((await commentNow(commentId)).reportCount).toBe(1);
    expect((await noticesOf(commentId)).map(({ outcome }) => outcome)).toEqual(["disagreed", "disagreed", "pending"]);
    expect(await appDatabase().select({ outcome: commentReports.outcome }).from(commentReports).where(eq(commentReports.commentId, commentId))).toEqual([{ outcome: "pending" }]);
    expectOk(await decideNow(commentId, "reject", ana));
    expect((await noticesOf(commentId)).map(({ outcome }) => outcome)).toEqual(["agreed", "agreed", "agreed"]);
  });

  it("is not blanked with its sender’s account while it waits or is held; what is settled and answered is", async () => {
    const sender = await readerKnownTo({ editor, moderator: ana });
    const [over, held, open] = [await shownComment(), await shownComment(), await shownComment()];
    for (const commentId of [over, held, open]) expectOk(await notify(commentId, {}, sender));
    for (const commentId of [over, held]) expectOk(await decideNow(commentId, "reject", ana));
    await answerNow();
    await appDatabase().insert(legalHolds).values({ commentId: held, matter: "The mill", placedBy: wim.personId });
    await appDatabase().insert(accountDeletions).values({ personId: sender.personId, keepTexts: false, dueAt: sql`now() - interval '1 minute'` });
    await eraseAccount(sender.personId, { actor: systemActor("the program") });
    const left = async (commentId: string) => (await noticesOf(commentId)).map(({ reporterId, contact, law, explanation }) => [reporterId, contact !== null, law !== "", explanation !== ""]);
    expect(await left(over)).toEqual([[null, false, false, false]]);
    for (const commentId of [held, open]) expect(await left(commentId)).toEqual([[null, true, true, true]]);
  });

  it("says nothing of the comment any more once that is purged; who sent it and what was decided stay", async () => {
    const commentId = await shownComment();
    expectOk(await notify(commentId));
    expectOk(await decideNow(commentId, "reject", ana));
    expectOk(await purgeComment.execute(await cardOf(commentId), { actor: wim }));
    expect(await noticesOf(commentId)).toMatchObject([{ law: "", explanation: "", outcome: "agreed", contact: expect.any(String) }]);
  });

  it("leaves what a neighbour on the same network reported as it was said, and carries its own words", async () => {
    const commentId = await shownComment();
    const where = { network: "a house", prefix: "a street" };
    expectOk(await notify(commentId, { ...where, reason: "abuse", text: "It calls me names." }));
    expectOk(await notify(commentId, where));
    expect(await appDatabase().select({ reason: commentReports.reason, law: commentReports.law, text: commentReports.text }).from(commentReports).where(eq(commentReports.commentId, commentId))).toEqual([{ reason: "abuse", law: "", text: "It calls me names." }]);
    expect(await noticesOf(commentId)).toMatchObject([{ law: "StGB § 187", explanation: because, outcome: "pending" }]);
  });

  it("is forgotten step by step: who sent it, what it said, and that it came; not while a legal hold stands or nobody has decided", async () => {
    const [over, held, open] = [await shownComment(), await shownComment(), await shownComment()];
    for (const commentId of [over, held, open]) expectOk(await notify(commentId));
    for (const commentId of [over, held]) expectOk(await decideNow(commentId, "reject", ana));
    await answerNow();
    await appDatabase().insert(legalHolds).values({ commentId: held, matter: "The mill", placedBy: wim.personId });
    const age = async (days: number) => appDatabase().update(legalNotices).set({ createdAt: sql`now() - make_interval(days => ${days})`, answeredAt: sql`case when answered_at is null then null else now() - make_interval(days => ${days}) end` });
    const { contactDays, textDays, keptDays } = commentSettings.reports.notice;
    const left = async (commentId: string) => (await noticesOf(commentId)).map(({ contact, law, explanation }) => [contact !== null, law !== "", explanation !== ""]);
    const all = [[true, true, true]];
    for (const [days, expected] of [[contactDays - 1, all], [contactDays + 1, [[false, true, true]]], [textDays + 1, [[false, false, false]]], [keptDays + 1, []]] as const) {
      await age(days);
      await forgetExpired();
      expect(await left(over)).toEqual(expected);
      expect([await left(held), await left(open)]).toEqual([all, all]);
    }
  });
});

it("its letters say everything in every language, and nothing of it is left to be filled in", () => {
  const of = { paper: "The Halyard", timeZone: "Europe/Berlin", place: "https://halyard.example/comments/at/1", number: "4711", at: new Date("2026-03-01T12:00:00Z") };
  for (const language of languageCodes) {
    const texts = [noticeReceivedLetter(of, language), ...(["agreed", "disagreed", "ignored"] as const).flatMap((outcome) => reasonCodes.flatMap((reason) => (["person", "pointed"] as const).map((by) => noticeAnswerLetter({ ...of, outcome, to: "rejected", reason, by }, language))))];
    for (const { subject, text } of texts) {
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|null/);
      expect(text).toContain(of.place);
      expect(text).toContain("4711");
    }
    expect(noticeAnswerLetter({ ...of, outcome: "agreed", to: "rejected", reason: "illegal", by: "person" }, language).text.length).toBeGreaterThan(400);
  }
});

describe("why a comment is not shown", () => {
  const statement = async (key: string) => (await ownComment(key))?.statement;

  it("says what that means, upon which ground, what led to it and whether a person decided; and only of what is not shown", async () => {
    const author = await readerKnownTo({ editor, moderator: ana });
    const [waits, shown, noticed, reported] = [await said(story, visitor), await said(story, author), await said(await storyToTalkAbout(editor), author), await said(await storyToTalkAbout(editor), author)];
    expect([await statement(waits.key), await statement(shown.key)]).toEqual([null, null]);
    expectOk(await decideNow(waits.commentId, "reject", ana));
    expect(await statement(waits.key)).toEqual({ scope: "never", upon: "own", by: "pointed", ground: "rules" });
    expectOk(await decideNow(shown.commentId, "reject", ana));
    expect(await statement(shown.key)).toEqual({ scope: "taken", upon: "own", by: "person", ground: "rules" });
    expectOk(await notify(noticed.commentId));
    expectOk(await decideComment.execute({ ...(await cardOf(noticed.commentId)), decision: "reject", reason: "illegal", message: "Against § 187 of the criminal code." }, { actor: ana }));
    expect(await statement(noticed.key)).toEqual({ scope: "taken", upon: "notice", by: "person", ground: "law" });
    expectOk(await notify(reported.commentId, { reason: "abuse" }));
    expectOk(await decideNow(reported.commentId, "hide", ana));
    expect(await statement(reported.key)).toEqual({ scope: "hidden", upon: "reports", by: "person", ground: null });
    expect((await ownComments(author)).rows.find(({ id }) => id === noticed.commentId)?.statement?.ground).toBe("law");
  });

  it("knows a report that an earlier decision settled, and that the program hid it before a person rejected it", async () => {
    const author = await readerKnownTo({ editor, moderator: ana });
    const [reported, noticed, counted] = [await said(story, author), await said(await storyToTalkAbout(editor), author), await said(await storyToTalkAbout(editor), author)];
    expectOk(await notify(reported.commentId, { reason: "abuse" }));
    expectOk(await notify(noticed.commentId));
    for (const { commentId } of [reported, noticed]) {
      expectOk(await decideNow(commentId, "hide", ana));
      expectOk(await decideNow(commentId, "reject", ana));
    }
    expect(await statement(reported.key)).toMatchObject({ upon: "reports", by: "person" });
    expect(await statement(noticed.key)).toMatchObject({ upon: "notice", by: "person" });
    for (let one = 0; one < 12; one++) expectOk(await notify(counted.commentId, { reason: "abuse" }));
    expect(await statement(counted.key)).toMatchObject({ scope: "hidden", by: "counted" });
    expectOk(await decideNow(counted.commentId, "reject", ana));
    expect(await statement(counted.key)).toMatchObject({ scope: "taken", upon: "reports", by: "pointed" });
  });

  it("says so where a program decided by itself", async () => {
    expectOk(await addWordRule.execute({ kind: "words", pattern: "zwiebelfisch", action: "reject", language: null, sectionId: null, note: "", enabled: true }, { actor: editor }));
    const { key, status } = await said(story, await readerKnownTo({ editor, moderator: ana }), { text: "What a zwiebelfisch." });
    expect(status).toBe("rejected");
    expect(await statement(key)).toMatchObject({ scope: "never", by: "program", ground: "rules" });
  });
});
