import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentReports, events, people } from "@/db/schema";
import { commentNow, decideNow, published, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { reportComment } from "@/lib/comments/commands/report-comment";
import type { Decision } from "@/lib/comments/comment";
import { receiveReport } from "@/lib/comments/receive-act";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { undoDecision } from "@/lib/moderation/commands/decide";
import { moderationQueue } from "@/lib/moderation/reads/queue";

useTestDatabase();

const visitor: VisitorActor = { kind: "visitor", network: "n" };
let editor: PersonActor;
let ana: PersonActor;
let wim: PersonActor;

beforeAll(async () => {
  editor = await somebody("editor", "Orla");
  ana = await somebody("moderator", "Ana");
  wim = await somebody("administrator", "Wim");
});

const decide = async (commentId: string, decision: Decision, actor: Actor = ana) => expectOk(await decideNow(commentId, decision, actor));

const knownReader = (name?: string) => readerKnownTo({ editor, moderator: ana }, name);

let places = 0;
const elsewhere = () => {
  places += 1;
  return { network: `network ${places}`, prefix: `prefix ${places}` };
};
const report = (commentId: string, actor: Actor, changes: Record<string, unknown> = {}) => reportComment.execute({ commentId, reason: "abuse", law: "", text: "", ...elsewhere(), ...changes }, { actor });

describe("a report", () => {
  it("needs a reason; breaking the law needs the law, another reason needs words", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), editor);
    const fieldsOf = async (changes: Record<string, unknown>) => Object.keys(failureOf(await report(commentId, visitor, changes))?.fields ?? {});
    expect(await fieldsOf({ reason: "" })).toEqual(["reason"]);
    expect(await fieldsOf({ reason: "banned_word" })).toEqual(["reason"]);
    expect((await fieldsOf({ reason: "illegal" })).sort()).toEqual(["email", "faith", "law", "name", "text"]);
    expect(await fieldsOf({ reason: "other" })).toEqual(["text"]);
    expect(await fieldsOf({ text: "x".repeat(1001) })).toEqual(["text"]);
    expectOk(await report(commentId, visitor, { reason: "illegal", law: "StGB § 185", text: "It calls the harbour master a thief.", notice: { name: "Nell Brandt", email: "nell@post.example", childOffence: false, goodFaith: true } }));
    expect(await appDatabase().select({ law: commentReports.law, weight: commentReports.weight }).from(commentReports).where(eq(commentReports.commentId, commentId))).toEqual([{ law: "StGB § 185", weight: 0.5 }]);
  });

  it("counts once for each person and each network, and always hears the same thanks", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    const reader = await somebody("reader");
    const place = elsewhere();
    const answers = [];
    for (let again = 0; again < 2; again++) answers.push(await report(commentId, reader), await report(commentId, visitor, place));
    answers.push(await report(commentId, editor));
    answers.push(await report((await said(story, visitor)).commentId, visitor));
    answers.push(await receiveReport({ commentId: crypto.randomUUID(), reason: "abuse", law: "", text: "", notice: null }, visitor, elsewhere()));
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { thanks: true } });
    expect(await commentNow(commentId)).toMatchObject({ reportCount: 2, status: "approved" });
  });

  it("may be sent again once the text is another one, by a person and from a network alike; the first one of each text counts", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    const [reader, place] = [await somebody("reader"), elsewhere()];
    const both = async () => {
      for (let again = 0; again < 2; again++) for (const [who, whence] of [[reader, elsewhere()], [visitor, place]] as const) expectOk(await report(commentId, who, whence));
    };
    await both();
    expectOk(await editComment.execute({ of: { commentId }, revisionId: (await commentNow(commentId)).currentRevisionId, text: "Worse words." }, { actor: editor }));
    await both();
    expect(await commentNow(commentId)).toMatchObject({ reportCount: 4 });
  });

  it("is limited to five a day for a guest", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), editor);
    const place = elsewhere();
    const send = () => receiveReport({ commentId, reason: "abuse", law: "", text: "", notice: null }, visitor, place);
    for (let sent = 0; sent < 5; sent++) expectOk(await send());
    expect(failureOf(await send())).toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
  });

  it("hides what nobody approved, once several people in several networks send it; never what was approved", async () => {
    const story = await storyToTalkAbout(editor);
    const author = await knownReader();
    const [open, approved] = [await published(story, author), await published(story, author)];
    await decide(approved, "approve");
    const staff = [editor, ana, wim];
    await appDatabase().update(people).set({ createdAt: new Date(Date.now() - 49 * 3_600_000) }).where(inArray(people.id, staff.map(({ personId }) => personId)));
    for (const one of staff.slice(0, 2)) for (const id of [open, approved]) expectOk(await report(id, one, { network: "n", prefix: "p" }));
    expect((await commentNow(open)).status).toBe("published");
    for (const id of [open, approved]) expectOk(await report(id, wim, { network: "n", prefix: "p" }));
    // Weight and people are enough; they all sit in one network.
    expect((await commentNow(open)).status).toBe("published");
    for (const id of [open, approved]) expectOk(await report(id, visitor));
    expect((await commentNow(open)).status).toBe("hidden");
    expect((await commentNow(approved)).status).toBe("approved");
    const [last] = await appDatabase().select().from(events).where(and(eq(events.subjectId, open), eq(events.name, "comment.hidden_by_reports")));
    expect(last).toMatchObject({ actorId: null });
    expect((await moderationQueue(ana, "reported"))?.cards.find((card) => card.id === open)?.reports).toHaveLength(4);
  });

  it("of a new account that never commented here does not count towards hiding; a day-old one that did does", async () => {
    const story = await storyToTalkAbout(editor);
    const open = await published(story, await knownReader());
    const old = await somebody("reader");
    await appDatabase().update(people).set({ createdAt: new Date(Date.now() - 49 * 3_600_000) }).where(eq(people.id, old.personId));
    const known = await knownReader();
    for (const one of [await somebody("reader"), old, known]) expectOk(await report(open, one));
    const rows = await appDatabase().select({ who: commentReports.reporterId, counts: commentReports.counts, weight: commentReports.weight }).from(commentReports).where(eq(commentReports.commentId, open)).orderBy(commentReports.createdAt);
    expect(rows.map(({ counts, weight }) => [counts, weight])).toEqual([[false, 0.5], [true, 0.5], [true, 1]]);
  });

  it("is settled by the decision, waits again when that is taken back, and is dismissed by approving once more", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    expectOk(await report(commentId, visitor, { text: "It is rude." }));
    const outcomes = async () => (await appDatabase().select({ outcome: commentReports.outcome }).from(commentReports).where(eq(commentReports.commentId, commentId))).map(({ outcome }) => outcome);
    const card = (await moderationQueue(ana, "reported"))?.cards.find((one) => one.id === commentId);
    expect(card).toMatchObject({ can: { approve: true, reject: true }, reports: [{ reason: "abuse", text: "It is rude.", account: false }] });
    const { eventId } = await decide(commentId, "reject");
    expect(await outcomes()).toEqual(["agreed"]);
    expectOk(await undoDecision.execute({ eventId }, { actor: ana }));
    expect(await outcomes()).toEqual(["pending"]);
    await decide(commentId, "approve");
    expect(await outcomes()).toEqual(["disagreed"]);
    expect(failureOf(await decideNow(commentId, "approve", wim))?.code).toBe("conflict");
    expect((await moderationQueue(ana, "reported"))?.cards.map((one) => one.id)).not.toContain(commentId);
  });
});
