import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { accountDeletions, appeals, commentConfirmations, commentFingerprints, commentNetworks, commentRevisions, comments, events, guests, moderationEvents, networkKeys, people } from "@/db/schema";
import type { CommentStatus } from "@/db/vocabulary";
import { cardOf, commentNow, decideNow, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { dueDeletions, eraseAccount } from "@/lib/commenters/commands/erase-account";
import { appealDecision } from "@/lib/comments/commands/appeal-decision";
import { forgetComments, forgetGuestAddresses } from "@/lib/comments/commands/forget-comments";
import { commentSettings } from "@/lib/comments/settings";
import { type PersonActor, systemActor, type VisitorActor } from "@/lib/core/actor";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { forgetDecisions } from "@/lib/moderation/forget-decisions";
import { liftLegalHold, placeLegalHold } from "@/lib/moderation/commands/legal-hold";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { commentIdIn, theLegalHolds } from "@/lib/moderation/reads/legal-holds";
import { moderationQueue } from "@/lib/moderation/reads/queue";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
const program = systemActor("the program");
let editor: PersonActor;
let ana: PersonActor;
let wim: PersonActor;
let story: string;
beforeAll(async () => {
  editor = await somebody("editor", "Orla");
  ana = await somebody("moderator", "Ana");
  wim = await somebody("administrator", "Wim");
});
beforeEach(async () => {
  story = await storyToTalkAbout(editor);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
const status = async (commentId: string): Promise<CommentStatus> => (await commentNow(commentId)).status;
const textOf = async (commentId: string) => (await appDatabase().select({ source: commentRevisions.source }).from(commentRevisions).where(eq(commentRevisions.commentId, commentId)))[0]?.source;
/** A comment of a guest that came to its state so many days ago. */
async function since(days: number, decision?: "reject" | "spam" | "approve"): Promise<string> {
  const { commentId } = await said(story, visitor);
  if (decision) expectOk(await decideNow(commentId, decision, ana));
  const at = daysAgo(days);
  await appDatabase().update(comments).set({ createdAt: at, ...(decision ? { decidedAt: at } : {}) }).where(eq(comments.id, commentId));
  return commentId;
}
const hold = (commentId: string, actor: PersonActor = wim) => placeLegalHold.execute({ commentId, matter: "The mill against the paper" }, { actor });
const lift = (commentId: string, actor: PersonActor = wim) => liftLegalHold.execute({ commentId, reason: "The court has decided" }, { actor });

describe("the text of a comment", () => {
  it("is erased when its time is over, and not a day before; what readers see stays", async () => {
    const { held, rejected, spam } = commentSettings.keptDays;
    const over = [await since(held + 1), await since(rejected + 1, "reject"), await since(spam + 1, "spam")];
    const kept = [await since(held - 1), await since(rejected - 1, "reject"), await since(spam - 1, "spam"), await since(4000, "approve")];
    expect(await forgetComments()).toBe(3);
    expect(await forgetComments()).toBe(0);
    for (const commentId of over) {
      expect(await status(commentId)).toBe("purged");
      expect(await textOf(commentId)).toBe("");
      expect((await appDatabase().select().from(moderationEvents).where(eq(moderationEvents.commentId, commentId))).at(-1)).toMatchObject({ toStatus: "purged", actorId: null });
    }
    expect(await Promise.all(kept.map(status))).toEqual(["held", "rejected", "spam", "approved"]);
  });

  it("stays as long as somebody waits for the answer to an objection", async () => {
    const { commentId, key } = await said(story, visitor);
    expectOk(await decideNow(commentId, "reject", ana));
    const [decision] = await appDatabase().select({ id: moderationEvents.id }).from(moderationEvents).where(eq(moderationEvents.commentId, commentId)).orderBy(sql`created_at desc`).limit(1);
    expectOk(await appealDecision.execute({ of: { key }, eventId: decision?.id, text: "It was on topic." }, { actor: visitor }));
    await appDatabase().update(comments).set({ decidedAt: daysAgo(400) }).where(eq(comments.id, commentId));
    expect(await forgetComments()).toBe(0);
    await appDatabase().update(appeals).set({ outcome: "refused" }).where(eq(appeals.commentId, commentId));
    expect(await forgetComments()).toBe(1);
  });

  it("that is decided about while it is erased ends as one or the other", async () => {
    const commentId = await since(commentSettings.keptDays.held + 1);
    const [decided] = await Promise.all([decideNow(commentId, "approve", ana), forgetComments()]);
    expect(await status(commentId)).toBe(decided.ok ? "approved" : "purged");
  });
});

describe("a legal hold", () => {
  it("keeps a comment from everything that erases, is an administrator’s, and ends", async () => {
    const commentId = await since(commentSettings.keptDays.rejected + 1, "reject");
    expect(failureOf(await hold(commentId, ana))?.code).toBe("forbidden");
    expectOk(await hold(commentId));
    expect(failureOf(await hold(commentId))?.reason).toBe("already");
    expect(await forgetComments()).toBe(0);
    expect(failureOf(await purgeComment.execute(await cardOf(commentId), { actor: wim }))?.reason).toBe("legal_hold");
    await expect(appDatabase().execute(sql`select erase_purged_comment(${commentId})`)).rejects.toThrow();
    expect(await textOf(commentId)).not.toBe("");
    expect(failureOf(await lift(commentId, ana))?.code).toBe("forbidden");
    expectOk(await lift(commentId));
    expect(failureOf(await lift(commentId))?.reason).toBe("not_held");
    expect(await forgetComments()).toBe(1);
    expect(failureOf(await hold(commentId))?.reason).toBe("purged");
    const said = await appDatabase().select({ name: events.name, data: events.data }).from(events).where(eq(events.subjectId, commentId));
    expect(said.filter(({ name }) => name.startsWith("comment.legal_hold")).map(({ name }) => name)).toEqual(["comment.legal_hold_placed", "comment.legal_hold_lifted"]);
  });

  it("keeps where its comment came from, with the key of that day, and what its text is known by; and lets them go when it ends", async () => {
    const [held, free] = [await since(40, "reject"), await since(40, "reject")];
    const db = appDatabase();
    const at = daysAgo(40);
    const day = at.toISOString().slice(0, 10);
    await db.delete(commentFingerprints);
    await db.insert(networkKeys).values([{ day, key: "k" }, { day: daysAgo(45).toISOString().slice(0, 10), key: "k" }]).onConflictDoNothing();
    for (const commentId of [held, free]) {
      const { currentRevisionId: revisionId } = await commentNow(commentId);
      await db.insert(commentFingerprints).values({ revisionId, commentId, fingerprint: 1n, createdAt: at });
      await db.insert(commentNetworks).values({ commentId, network: "n", prefix: "p", browser: "b", createdAt: at });
      await db.insert(commentConfirmations).values({ commentId, tokenHash: commentId, address: "sealed", expiresAt: at });
    }
    const { guestId } = await commentNow(held);
    await db.update(guests).set({ emailSealed: "sealed", createdAt: daysAgo(200) }).where(eq(guests.id, guestId ?? ""));
    await db.update(comments).set({ createdAt: daysAgo(100) }).where(eq(comments.id, held));
    const left = async () => ({
      where: (await db.select({ id: commentNetworks.commentId }).from(commentNetworks)).map(({ id }) => id),
      known: (await db.select({ id: commentFingerprints.commentId }).from(commentFingerprints)).map(({ id }) => id),
      addresses: (await db.select({ id: commentConfirmations.commentId }).from(commentConfirmations)).map(({ id }) => id),
      keys: (await db.select({ day: networkKeys.day }).from(networkKeys)).map((row) => row.day),
      sealed: (await db.select({ sealed: guests.emailSealed }).from(guests).where(eq(guests.id, guestId ?? "")))[0]?.sealed,
    });
    expectOk(await hold(held));
    await forgetExpired();
    await forgetGuestAddresses();
    expect(await left()).toEqual({ where: [held], known: [held], addresses: [held], keys: [day], sealed: "sealed" });
    expectOk(await lift(held));
    await forgetExpired();
    await forgetGuestAddresses();
    expect(await left()).toEqual({ where: [], known: [], addresses: [], keys: [], sealed: null });
  });

  it("that is placed while its comment is erased comes first or too late, never half", async () => {
    const commentId = await since(commentSettings.keptDays.held + 1);
    const [held] = await Promise.all([hold(commentId), forgetComments()]);
    expect(await status(commentId)).toBe(held.ok ? "held" : "purged");
    expect(await textOf(commentId)).toMatch(held.ok ? /^Remark/ : /^$/);
  });

  it("keeps whoever wrote it until it is lifted; what else she wrote goes, and others are not kept waiting", async () => {
    const reader = await somebody("reader");
    const [held, free] = [(await said(story, reader)).commentId, (await said(story, reader)).commentId];
    expectOk(await hold(held));
    await appDatabase().insert(accountDeletions).values({ personId: reader.personId, keepTexts: true, dueAt: daysAgo(1) });
    expect(await dueDeletions()).toEqual([reader.personId]);
    await eraseAccount(reader.personId, { actor: program });
    expect(await commentNow(held)).toMatchObject({ authorId: reader.personId, status: "held" });
    expect(await status(free)).toBe("purged");
    expect((await appDatabase().select().from(people).where(eq(people.id, reader.personId)))[0]?.erasedAt).toBeNull();
    expect(await dueDeletions()).toEqual([]);
    expectOk(await lift(held));
    expect(await dueDeletions()).toEqual([reader.personId]);
    await eraseAccount(reader.personId, { actor: program });
    expect((await appDatabase().select().from(people).where(eq(people.id, reader.personId)))[0]?.erasedAt).not.toBeNull();
  });
});

it("a guest’s address is forgotten so long after her last comment", async () => {
  const [old, young] = [await since(commentSettings.guestAddressDays + 1, "approve"), await since(commentSettings.guestAddressDays - 1, "approve")];
  const guestOf = async (commentId: string) => (await commentNow(commentId)).guestId ?? "";
  for (const one of [old, young]) await appDatabase().update(guests).set({ emailSealed: "sealed", createdAt: daysAgo(200) }).where(eq(guests.id, await guestOf(one)));
  expect(await forgetGuestAddresses()).toBe(1);
  const sealed = async (commentId: string) => (await appDatabase().select({ sealed: guests.emailSealed }).from(guests).where(eq(guests.id, await guestOf(commentId))))[0]?.sealed;
  expect(await sealed(old)).toBeNull();
  expect(await sealed(young)).toBe("sealed");
});

it("a decision is forgotten after three years, whatever the program asks for; the comment stays", async () => {
  const [old, kept, young] = [await since(10, "approve"), await since(10, "approve"), await since(10, "approve")];
  expectOk(await hold(kept));
  const decisions = async (commentId: string) => (await appDatabase().select().from(moderationEvents).where(eq(moderationEvents.commentId, commentId))).length;
  const age = (commentId: string, days: number) =>
    test.migrator().execute(sql`update moderation_events set created_at = now() - make_interval(days => ${days}), id = (lpad(to_hex((extract(epoch from now() - make_interval(days => ${days})) * 1000)::bigint), 12, '0') || substr(replace(id::text, '-', ''), 13))::uuid where comment_id = ${commentId}`);
  for (const one of [old, kept]) await age(one, 3 * 366);
  await age(young, 3 * 364);
  const before = await decisions(young);
  expect(await forgetDecisions()).toBe(before);
  expect(await forgetDecisions()).toBe(0);
  expect([await decisions(old), await decisions(kept), await decisions(young)]).toEqual([0, before, before]);
  expect(await status(old)).toBe("approved");
  await expect(appDatabase().execute(sql`delete from moderation_events`)).rejects.toThrow();
});

it("administrators see which comments are under hold and which were, by whom, when and why; nobody else does", async () => {
  const [one, other] = [await since(1), await since(1)];
  expect(failureOf(await placeLegalHold.execute({ commentId: one, matter: " " }, { actor: wim }))?.fields).toEqual({ matter: "Say which matter it is." });
  for (const commentId of [one, other]) expectOk(await hold(commentId));
  expect(failureOf(await liftLegalHold.execute({ commentId: one, reason: "" }, { actor: wim }))?.fields).toEqual({ reason: "Say why it is released." });
  expectOk(await lift(one));
  const holds = await theLegalHolds(wim, other);
  expect(holds?.standing.filter(({ comment }) => [one, other].includes(comment.id))).toMatchObject([{ comment: { id: other }, matter: "The mill against the paper", by: "Wim" }]);
  expect(holds?.released[0]).toMatchObject({ commentId: one, matter: "The mill against the paper", placed: { by: "Wim" }, reason: "The court has decided", released: { by: "Wim" } });
  expect(holds?.asked).toMatchObject({ id: other, kept: true });
  expect(await theLegalHolds(ana)).toBeNull();
  await expect(appDatabase().execute(sql`delete from released_holds`)).rejects.toThrow();
  const card = async (actor: PersonActor) => (await moderationQueue(actor, "all"))?.cards.find(({ id }) => id === other);
  expect(await card(wim)).toMatchObject({ underHold: true, can: { keep: true } });
  expect(await card(ana)).toMatchObject({ underHold: true, can: { keep: false } });
});

it("a comment is named by its id or by any of its addresses", () => {
  const id = "01999999-aaaa-7bbb-8ccc-dddddddddddd";
  for (const typed of [id, id.toUpperCase(), ` https://halyard.example/comments/at/${id}#comment-${id} `, `/town/story#comment-${id}`, `/desk/comments?queue=all&at=${id}`]) expect(commentIdIn(typed)).toBe(id);
  for (const typed of ["", "the third one", "https://halyard.example/town/story"]) expect(commentIdIn(typed)).toBeNull();
});
