import { and, desc, eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commenterNotes, commentSweepItems, commentSweeps, events, guests, mails, moderationEvents, people, sanctions } from "@/db/schema";
import { commentNow, decideNow, published, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { appealDecision } from "@/lib/comments/commands/appeal-decision";
import { claimComments } from "@/lib/comments/commands/claim-comments";
import { confirmComment } from "@/lib/comments/commands/confirm-comment";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { followThread } from "@/lib/comments/commands/follow-thread";
import { likeComment } from "@/lib/comments/commands/like-comment";
import { postComment } from "@/lib/comments/commands/post-comment";
import { reportComment } from "@/lib/comments/commands/report-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { issueFormToken } from "@/lib/comments/form-token";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { provide } from "@/lib/kernel/process-store";
import { oneMail } from "@/lib/mail/reads/mails";
import { decideComment } from "@/lib/moderation/commands/decide";
import { confirmBan } from "@/lib/sanctions/commands/confirm-ban";
import { imposeSanction } from "@/lib/sanctions/commands/impose-sanction";
import { liftSanction, undoSweep } from "@/lib/sanctions/commands/lift-sanction";
import { noteCommenter } from "@/lib/sanctions/commands/note-commenter";
import { chooseNotices } from "@/lib/notices/commands/choose-notices";
import { firstChoices } from "@/lib/notices/choices";
import { bringBackSweptJob, rejectSweptJob } from "@/lib/sanctions/jobs/sweep-comments";
import { ownSanctions, sanctionsOfGuest } from "@/lib/sanctions/reads/own-sanctions";
import { standingOf } from "@/lib/sanctions/standing";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
const signal = new AbortController().signal;
let [editor, ana, bo, wim] = [] as unknown as [PersonActor, PersonActor, PersonActor, PersonActor];
beforeAll(async () => {
  [editor, ana, bo, wim] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("moderator", "Bo"), await somebody("administrator", "Wim")];
});
const withMail = () => provide("env", { ...testEnv, mail: { server: { host: "127.0.0.1", port: 1, secure: false, login: null }, from: { name: "", address: "desk@halyard.example" } } });
beforeEach(() => provide("env", testEnv));
afterEach(() => test.migrator().execute(sql`delete from jobs.job`));

type Changes = Partial<{ who: { personId: string } | { guestId: string }; kind: string; days: number | null; reason: string; message: string; sweep: string | null; seen: string | null }>;
const impose = (who: { personId: string } | { guestId: string }, changes: Changes = {}, actor: Actor = ana) =>
  imposeSanction.execute({ who, kind: "suspend", days: 7, reason: "abuse", message: "", sweep: null, seen: null, ...changes }, { actor });
const ofPerson = ({ personId }: PersonActor) => ({ personId });
const stands = (who: Parameters<typeof standingOf>[1]) => standingOf(appDatabase(), who, new Date());
const guestOf = async (commentId: string) => ({ guestId: (await commentNow(commentId)).guestId ?? "" });
const form = (articleId: string, changes: Record<string, unknown> = {}) => ({ articleId, parentId: null, name: "Hanne Vold", email: "hanne@reader.example", text: `Once more ${crypto.randomUUID()}.`, token: issueFormToken(articleId, new Date(Date.now() - 10_000)), website: "", ...changes });
const edit = async (commentId: string, actor: Actor) => editComment.execute({ of: { commentId }, revisionId: (await commentNow(commentId)).currentRevisionId, text: `Otherwise ${crypto.randomUUID()}.` }, { actor });
const report = (commentId: string, actor: Actor) => reportComment.execute({ commentId, reason: "abuse", law: "", text: "", network: "n", prefix: "p" }, { actor });
async function runJobs(): Promise<void> {
  const jobs = await test.migrator().execute<{ name: string; data: unknown }>(sql`delete from jobs.job where name in ('reject-swept', 'bring-back-swept') returning name, data`);
  // Each may happen twice.
  for (const { name, data } of [...jobs, ...jobs]) await (name === "reject-swept" ? rejectSweptJob : bringBackSweptJob).run(data, signal);
}
const letters = async () => {
  const rows = await appDatabase().select({ id: mails.id }).from(mails).where(eq(mails.kind, "sanction")).orderBy(desc(mails.id));
  return Promise.all(rows.map(({ id }) => oneMail(wim, id)));
};

describe("whoever is suspended", () => {
  it("may not write, change, like or report, from that moment on; may withdraw, take a like back, object and follow; and may take part again once it is over", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await readerKnownTo({ editor, moderator: ana });
    const other = (await said(story, editor)).commentId;
    const [own, liked] = [await published(story, reader), (await said(story, editor)).commentId];
    const second = await said(story, reader);
    expectOk(await likeComment.execute({ commentId: liked, liked: true }, { actor: reader }));
    const { eventId } = expectOk(await decideComment.execute({ commentId: second.commentId, revisionId: (await commentNow(second.commentId)).currentRevisionId, status: "published", decision: "reject", reason: "abuse", message: "" }, { actor: ana }));

    const { sanctionId } = expectOk(await impose(ofPerson(reader)));
    const refusals = [await postComment.execute(form(story), { actor: reader }), await edit(own, reader), await likeComment.execute({ commentId: other, liked: true }, { actor: reader }), await report(other, reader)];
    for (const refused of refusals) expect(failureOf(refused)).toMatchObject({ code: "forbidden", reason: "suspended", message: expect.stringContaining("7 days") });

    expectOk(await likeComment.execute({ commentId: liked, liked: false }, { actor: reader }));
    expectOk(await followThread.execute({ commentId: other, hear: "all" }, { actor: reader }));
    expectOk(await appealDecision.execute({ of: { commentId: second.commentId }, eventId, text: "It was calm." }, { actor: reader }));
    expectOk(await withdrawComment.execute({ key: second.key }, { actor: reader }));

    await appDatabase().update(sanctions).set({ endsAt: new Date(Date.now() - 1000) }).where(eq(sanctions.id, sanctionId));
    expectOk(await postComment.execute(form(story), { actor: reader }));
    expectOk(await edit(own, reader));
    expectOk(await likeComment.execute({ commentId: other, liked: true }, { actor: reader }));
    expectOk(await report(other, reader));
    expect(failureOf(await liftSanction.execute({ sanctionId, message: "", bringBack: false }, { actor: ana }))?.reason).toBe("over");
  });

  it("is not helped by signing out, nor by an account of the same address", async () => {
    const story = await storyToTalkAbout(editor);
    const [reader, again] = [await somebody("reader"), await somebody("reader")];
    const email = `${reader.personId}@post.example`;
    await appDatabase().update(people).set({ email, emailConfirmedAt: new Date() }).where(eq(people.id, reader.personId));
    expectOk(await impose(ofPerson(reader), { kind: "ban", days: null }, wim));
    expect(failureOf(await postComment.execute(form(story), { actor: reader }))?.reason).toBe("banned");
    expect(failureOf(await postComment.execute(form(story, { email: email.toUpperCase() }), { actor: visitor }))?.reason).toBe("address_blocked");
    // The account is gone, and she signs up anew.
    await appDatabase().update(people).set({ email: `${crypto.randomUUID()}@post.example` }).where(eq(people.id, reader.personId));
    await appDatabase().update(people).set({ email, emailConfirmedAt: new Date() }).where(eq(people.id, again.personId));
    expect(failureOf(await postComment.execute(form(story), { actor: again }))?.reason).toBe("banned");
  });
});

describe("a sanction", () => {
  it("is imposed by moderators alone, for as long as each kind may last, with words where they are needed, and on nobody who works here", async () => {
    const reader = await somebody("reader");
    const who = ofPerson(reader);
    for (const role of ["reader", "contributor", "author"] as const) expect(failureOf(await impose(who, {}, await somebody(role)))?.code).toBe("forbidden");
    expect(failureOf(await impose(who, {}, visitor))?.code).toBe("unauthenticated");
    for (const wrong of [{ days: 31 }, { days: null }, { days: 0 }, { kind: "ban", days: 30 }, { kind: "premod", days: 4000 }]) expect(failureOf(await impose(who, wrong))?.fields, JSON.stringify(wrong)).toHaveProperty("days");
    for (const wordless of [{ kind: "warn" }, { reason: "other" }]) expect(failureOf(await impose(who, wordless))?.fields).toHaveProperty("message");
    expect(failureOf(await impose(ofPerson(editor)))?.reason).toBe("staff");
    expect(failureOf(await impose({ personId: crypto.randomUUID() }))?.code).toBe("not_found");
    expect(await appDatabase().select().from(sanctions).where(eq(sanctions.personId, reader.personId))).toEqual([]);
    expectOk(await impose(who, { days: 30 }, editor));
  });

  it("of a warning refuses nothing; always to be read first holds whatever she writes, also what she changes", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await readerKnownTo({ editor, moderator: ana });
    const { sanctionId } = expectOk(await impose(ofPerson(reader), { kind: "warn", days: null, message: "Stay with the matter." }));
    const own = await published(story, reader);
    expect(await stands(ofPerson(reader))).toMatchObject({ standing: "warned" });
    expectOk(await impose(ofPerson(reader), { kind: "premod", days: 90, seen: sanctionId }));
    expect((await said(story, reader)).status).toBe("held");
    expectOk(await edit(own, reader));
    expect((await commentNow(own)).status).toBe("held");
    expect(await stands(ofPerson(reader))).toMatchObject({ standing: "premod", premod: true });
  });

  it("of two moderators at once is imposed once, and who acts upon an old page hears so", async () => {
    const who = ofPerson(await somebody("reader"));
    const both = await Promise.all([impose(who), impose(who, { kind: "premod", days: null }, bo)]);
    expect(both.map((one) => failureOf(one)?.reason ?? "done").sort()).toEqual(["done", "sanctioned_meanwhile"]);
    expect(await appDatabase().select().from(sanctions).where(eq(sanctions.personId, who.personId))).toHaveLength(1);
  });

  it("is lifted by whoever may impose it, once; what it was is kept, and the strongest that is left counts", async () => {
    const reader = await somebody("reader");
    const first = expectOk(await impose(ofPerson(reader), { kind: "premod", days: null })).sanctionId;
    const second = expectOk(await impose(ofPerson(reader), { seen: first })).sanctionId;
    expect(await stands(ofPerson(reader))).toMatchObject({ standing: "suspended", premod: true });
    expect(failureOf(await liftSanction.execute({ sanctionId: second, message: "", bringBack: false }, { actor: reader }))?.code).toBe("forbidden");
    expectOk(await liftSanction.execute({ sanctionId: second, message: "We were wrong.", bringBack: false }, { actor: bo }));
    expect(await stands(ofPerson(reader))).toMatchObject({ standing: "premod" });
    expect(failureOf(await liftSanction.execute({ sanctionId: second, message: "", bringBack: false }, { actor: bo }))?.reason).toBe("lifted_already");
    const [kept] = await appDatabase().select().from(sanctions).where(eq(sanctions.id, second));
    expect(kept).toMatchObject({ kind: "suspend", imposedBy: ana.personId, liftedBy: bo.personId, liftedMessage: "We were wrong." });
    const told = await appDatabase().select({ name: events.name }).from(events).where(eq(events.subjectId, second)).orderBy(events.id);
    expect(told.map(({ name }) => name)).toEqual(["sanction.imposed", "sanction.lifted"]);
  });

  it("is told to her in her language, with the reason, what holds and how to object, and so is its end", async () => {
    withMail();
    const reader = await somebody("reader", "Nell");
    await appDatabase().update(people).set({ email: `${reader.personId}@post.example` }).where(eq(people.id, reader.personId));
    expectOk(await chooseNotices.execute({ choices: firstChoices, pace: "soon", language: "de" }, { actor: reader }));
    const { sanctionId } = expectOk(await impose(ofPerson(reader), { reason: "harassment", message: "Lassen Sie Frau Vold in Ruhe." }));
    expectOk(await liftSanction.execute({ sanctionId, message: "", bringBack: false }, { actor: ana }));
    const [lifted, imposed] = await letters();
    expect(imposed).toMatchObject({ to: `${reader.personId}@post.example`, subject: expect.stringContaining("Zu Ihren Kommentaren") });
    for (const part of ["Guten Tag Nell", "Bis ", "Belästigung", "Frau Vold", "widersprechen", "/account/comments"]) expect(imposed?.text).toContain(part);
    expect(lifted?.text).toContain("wieder an den Kommentaren teilnehmen");
    expect(imposed?.text).not.toMatch(/Ana|[{}]/);
  });
});

describe("what holds", () => {
  it("stands on her account’s pages in her language, without who decided, until it is over or lifted", async () => {
    const reader = await somebody("reader");
    const { sanctionId } = expectOk(await impose(ofPerson(reader), { reason: "hate", message: "Not here." }));
    const [told, ...more] = await ownSanctions(reader, "fr");
    expect(more).toEqual([]);
    expect(told).toMatchObject({ reason: "hate", message: "Not here.", says: expect.stringContaining("Jusqu’au") });
    expect(JSON.stringify(told)).not.toContain(ana.personId);
    expectOk(await liftSanction.execute({ sanctionId, message: "", bringBack: false }, { actor: ana }));
    expect(await ownSanctions(reader, "fr")).toEqual([]);
    expect(await ownSanctions(editor, "en")).toEqual([]);
  });

  it("stands on a guest’s own page where it is known that she wrote the comment, or where that cannot be known", async () => {
    withMail();
    const story = await storyToTalkAbout(editor);
    const email = `nell-${crypto.randomUUID()}@post.example`;
    const { commentId } = await said(story, visitor, { email });
    expectOk(await impose(await guestOf(commentId), { message: "Not here." }));
    expect(await sanctionsOfGuest(commentId, "en")).toEqual([]);
    provide("env", testEnv);
    expect(await sanctionsOfGuest(commentId, "en")).toMatchObject([{ message: "Not here." }]);
    withMail();
    await test.migrator().execute(sql`update comments set confirmed_at = now() where id = ${commentId}`);
    expect(await sanctionsOfGuest(commentId, "en")).toMatchObject([{ message: "Not here." }]);
  });
});

describe("a ban", () => {
  it("that a moderator asks for is a suspension until another confirms it; an administrator needs nobody", async () => {
    const [reader, other] = [await somebody("reader"), await somebody("reader")];
    const asked = expectOk(await impose(ofPerson(reader), { kind: "ban", days: 365 }));
    expect(asked.unconfirmed).toBe(true);
    const until = (await stands(ofPerson(reader))).until;
    expect(await stands(ofPerson(reader))).toMatchObject({ standing: "suspended" });
    expect(Math.round(((until?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(30);
    const confirm = (actor: Actor) => confirmBan.execute({ sanctionId: asked.sanctionId }, { actor });
    expect(failureOf(await confirm(ana))?.reason).toBe("own_ban");
    expect(failureOf(await confirm(reader))?.code).toBe("forbidden");
    expectOk(await confirm(bo));
    expect(failureOf(await confirm(wim))?.reason).toBe("no_ban_waits");
    const banned = await stands(ofPerson(reader));
    expect(banned.standing).toBe("banned");
    expect(Math.round(((banned.until?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(365);
    expect(expectOk(await impose(ofPerson(other), { kind: "ban", days: null }, wim)).unconfirmed).toBe(false);
    expect(await stands(ofPerson(other))).toMatchObject({ standing: "banned", until: null });
  });

  it("that nobody confirms is over after thirty days", async () => {
    const reader = await somebody("reader");
    const { sanctionId } = expectOk(await impose(ofPerson(reader), { kind: "ban", days: null }));
    await appDatabase().update(sanctions).set({ endsAt: new Date(Date.now() - 1000) }).where(eq(sanctions.id, sanctionId));
    expect(failureOf(await confirmBan.execute({ sanctionId }, { actor: bo }))?.reason).toBe("no_ban_waits");
    expect(await stands(ofPerson(reader))).toMatchObject({ standing: "ok" });
  });
});

describe("a guest’s address", () => {
  it("is blocked for what she writes, changes and confirms, no longer than its key is kept, and tells nobody why", async () => {
    withMail();
    const story = await storyToTalkAbout(editor);
    const email = `nell-${crypto.randomUUID()}@post.example`;
    const first = await said(story, visitor, { email });
    const waiting = await said(story, visitor, { email });
    const token = (id: string) => oneMail(wim, id).then((mail) => mail?.text?.match(/\/comments\/confirm\/(\S+)/)?.[1] ?? "");
    expectOk(await confirmComment.execute({ token: await token(first.commentId), tell: true }, { actor: visitor }));
    const who = await guestOf(first.commentId);
    const { told } = expectOk(await impose(who, { kind: "ban", days: null }, wim));
    expect(told).toBe(true);
    const [row] = await appDatabase().select().from(sanctions).where(eq(sanctions.addressKey, (await appDatabase().select().from(guests).where(eq(guests.id, who.guestId)))[0]?.emailHmac ?? ""));
    expect(Math.round(((row?.endsAt?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(90);
    const refusals = [await postComment.execute(form(story, { email }), { actor: visitor }), await editComment.execute({ of: { key: first.key }, revisionId: (await commentNow(first.commentId)).currentRevisionId, text: "Otherwise." }, { actor: visitor }), await confirmComment.execute({ token: await token(waiting.commentId), tell: false }, { actor: visitor })];
    for (const refused of refusals) expect(failureOf(refused)).toMatchObject({ code: "forbidden", reason: "address_blocked", message: "No comments are taken from this address at the moment." });
    expectOk(await withdrawComment.execute({ key: first.key }, { actor: visitor }));
    // Her own account is held to it, since she confirmed the address.
    const reader = await somebody("reader");
    await appDatabase().update(people).set({ email, emailConfirmedAt: new Date() }).where(eq(people.id, reader.personId));
    expect((await stands(ofPerson(reader))).standing).toBe("banned");
  });

  it("that nobody confirmed may be anybody’s: no account is touched by what was left from it", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await somebody("reader");
    const email = `${reader.personId}@paper.example`;
    const { commentId } = await said(story, visitor, { email });
    expectOk(await impose(await guestOf(commentId)));
    expect((await stands(ofPerson(reader))).standing).toBe("ok");
    expect(failureOf(await postComment.execute(form(story, { email }), { actor: visitor }))?.reason).toBe("address_blocked");
  });

  it("is read first where a moderator said so, whatever she is known for", async () => {
    withMail();
    const story = await storyToTalkAbout(editor);
    const email = `nell-${crypto.randomUUID()}@post.example`;
    const { commentId } = await said(story, visitor, { email });
    await appDatabase().update(guests).set({ verifiedAt: new Date() }).where(eq(guests.id, (await guestOf(commentId)).guestId));
    expectOk(await impose(await guestOf(commentId), { kind: "premod", days: null }));
    const next = await said(story, visitor, { email });
    const mail = await oneMail(wim, next.commentId);
    expectOk(await confirmComment.execute({ token: mail?.text?.match(/\/comments\/confirm\/(\S+)/)?.[1] ?? "", tell: false }, { actor: visitor }));
    expect((await commentNow(next.commentId)).status).toBe("held");
  });
});

describe("what goes with a sanction", () => {
  it("is rejected one by one as it stood, in the moderator’s name and as one batch; what changed meanwhile is left", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await readerKnownTo({ editor, moderator: ana });
    const [seen, changed, decided, old] = [await published(story, reader), await published(story, reader), await published(story, reader), await published(story, reader)];
    await test.migrator().execute(sql`update comments set created_at = now() - interval '3 days' where id = ${old}`);
    const before = { seen: await commentNow(seen), changed: await commentNow(changed) };
    const { sanctionId, swept } = expectOk(await impose(ofPerson(reader), { sweep: "day", message: "Stop it." }));
    // Those of today, without the two by which she became known.
    expect(swept).toBe(3);
    await test.migrator().execute(sql`update comments set current_revision_id = (insert_one.id) from (select gen_random_uuid() as id) as insert_one where comments.id = ${changed}`);
    expectOk(await decideNow(decided, "approve", bo));
    await runJobs();
    const [sweep] = await appDatabase().select().from(commentSweeps).where(eq(commentSweeps.sanctionId, sanctionId));
    const outcome = async (commentId: string) => (await appDatabase().select({ outcome: commentSweepItems.outcome }).from(commentSweepItems).where(and(eq(commentSweepItems.sweepId, sweep?.id ?? ""), eq(commentSweepItems.commentId, commentId))))[0]?.outcome;
    expect([await outcome(seen), await outcome(changed), await outcome(decided), await outcome(old)]).toEqual(["rejected", "changed", "changed", undefined]);
    expect(await commentNow(seen)).toMatchObject({ status: "rejected", statusReason: "abuse", decidedBy: ana.personId });
    expect((await commentNow(changed)).status).toBe(before.changed.status);
    expect((await commentNow(old)).status).toBe("published");
    const decisions = await appDatabase().select().from(moderationEvents).where(and(eq(moderationEvents.commentId, seen), eq(moderationEvents.toStatus, "rejected")));
    expect(decisions).toMatchObject([{ actorId: ana.personId, reasonCode: "abuse", messageToAuthor: "Stop it." }]);
    const told = await appDatabase().select({ data: events.data }).from(events).where(and(eq(events.subjectId, seen), eq(events.name, "comment.rejected")));
    expect(told).toMatchObject([{ data: { batch: sweep?.id, from: before.seen.status, status: "rejected" } }]);
  });

  it("comes back with one word, but for what somebody decided about since; lifting the sanction offers it", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await readerKnownTo({ editor, moderator: ana });
    const [one, two] = [await published(story, reader), await published(story, reader)];
    const { sanctionId } = expectOk(await impose(ofPerson(reader), { sweep: "all" }));
    await runJobs();
    expect([(await commentNow(one)).status, (await commentNow(two)).status]).toEqual(["rejected", "rejected"]);
    expectOk(await decideNow(two, "spam", bo));
    expect(expectOk(await liftSanction.execute({ sanctionId, message: "", bringBack: true }, { actor: bo })).broughtBack).toBe(true);
    await runJobs();
    expect([(await commentNow(one)).status, (await commentNow(two)).status]).toEqual(["published", "spam"]);
    const [row] = await test.migrator().execute<{ visible: number; counted: number }>(sql`select d.visible_count as visible, (select count(*)::int from comments c where c.discussion_id = d.id and c.status in ('published', 'approved')) as counted from discussions d where d.article_id = ${story}`);
    expect(row?.visible).toBe(row?.counted);
  });

  it("is stopped by its undoing: what was not rejected yet stays as it is", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await readerKnownTo({ editor, moderator: ana });
    const one = await published(story, reader);
    const { sanctionId } = expectOk(await impose(ofPerson(reader), { sweep: "all" }));
    const [sweep] = await appDatabase().select().from(commentSweeps).where(eq(commentSweeps.sanctionId, sanctionId));
    expect(failureOf(await undoSweep.execute({ sweepId: sweep?.id ?? "" }, { actor: reader }))?.code).toBe("forbidden");
    for (let again = 0; again < 2; again++) expectOk(await undoSweep.execute({ sweepId: sweep?.id ?? "" }, { actor: bo }));
    await runJobs();
    expect((await commentNow(one)).status).toBe("published");
    expect((await stands(ofPerson(reader))).standing).toBe("suspended");
  });

  it("stopped in the middle goes on where it stood", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await readerKnownTo({ editor, moderator: ana });
    const one = await published(story, reader);
    const { sanctionId } = expectOk(await impose(ofPerson(reader), { sweep: "all" }));
    const [sweep] = await appDatabase().select().from(commentSweeps).where(eq(commentSweeps.sanctionId, sanctionId));
    await expect(rejectSweptJob.run({ sweepId: sweep?.id }, AbortSignal.abort())).rejects.toThrow("Stopped");
    expect((await commentNow(one)).status).toBe("published");
    await runJobs();
    expect((await commentNow(one)).status).toBe("rejected");
  });
});

describe("a note on a commenter", () => {
  it("is kept as it was written, with who and when, and goes on with a guest who signs up", async () => {
    withMail();
    const story = await storyToTalkAbout(editor);
    const email = `nell-${crypto.randomUUID()}@post.example`;
    const { commentId } = await said(story, visitor, { email });
    const who = await guestOf(commentId);
    expect(failureOf(await noteCommenter.execute({ who, text: "  " }, { actor: ana }))?.code).toBe("invalid");
    expect(failureOf(await noteCommenter.execute({ who, text: "No." }, { actor: await somebody("author") }))?.code).toBe("forbidden");
    const { noteId } = expectOk(await noteCommenter.execute({ who, text: "Writes as Hanne, too." }, { actor: ana }));
    await expect(appDatabase().update(commenterNotes).set({ text: "Never." }).where(eq(commenterNotes.id, noteId))).rejects.toThrow();
    await expect(appDatabase().delete(commenterNotes).where(eq(commenterNotes.id, noteId))).rejects.toThrow();
    const mail = await oneMail(wim, commentId);
    expectOk(await confirmComment.execute({ token: mail?.text?.match(/\/comments\/confirm\/(\S+)/)?.[1] ?? "", tell: false }, { actor: visitor }));
    const reader = await somebody("reader");
    await appDatabase().update(people).set({ email, emailConfirmedAt: new Date() }).where(eq(people.id, reader.personId));
    expectOk(await claimComments.execute({}, { actor: reader }));
    expect(await appDatabase().select().from(commenterNotes).where(eq(commenterNotes.personId, reader.personId))).toMatchObject([{ text: "Writes as Hanne, too.", writtenBy: ana.personId }]);
    expect(await appDatabase().select().from(commenterNotes).where(eq(commenterNotes.guestId, who.guestId))).toEqual([]);
  });

  it("goes on once, however often she claims what she left; what was noted since goes on, too", async () => {
    withMail();
    const story = await storyToTalkAbout(editor);
    const email = `nell-${crypto.randomUUID()}@post.example`;
    const [first, second] = [await said(story, visitor, { email }), await said(story, visitor, { email })];
    // Nobody confirms this one, so that the guest stays.
    await said(story, visitor, { email });
    const who = await guestOf(first.commentId);
    const note = async (text: string) => expectOk(await noteCommenter.execute({ who, text }, { actor: ana }));
    await note("Writes as Hanne, too.");
    const reader = await somebody("reader");
    await appDatabase().update(people).set({ email, emailConfirmedAt: new Date() }).where(eq(people.id, reader.personId));
    for (const { commentId } of [first, second]) {
      const mail = await oneMail(wim, commentId);
      expectOk(await confirmComment.execute({ token: mail?.text?.match(/\/comments\/confirm\/(\S+)/)?.[1] ?? "", tell: false }, { actor: visitor }));
      expectOk(await claimComments.execute({}, { actor: reader }));
      await note(`Noted after ${commentId}.`);
    }
    const known = await appDatabase().select({ text: commenterNotes.text }).from(commenterNotes).where(eq(commenterNotes.personId, reader.personId)).orderBy(commenterNotes.createdAt);
    expect(known.map(({ text }) => text)).toEqual(["Writes as Hanne, too.", `Noted after ${first.commentId}.`]);
  });
});
