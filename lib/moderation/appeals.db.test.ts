import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { appeals, people } from "@/db/schema";
import { cardOf, commentNow, decideNow, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { ownComment } from "@/lib/comments/reads/own-comment";
import { receiveAppeal } from "@/lib/comments/receive-act";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { answerAppeal } from "@/lib/moderation/commands/answer-appeal";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { waitingAppeals } from "@/lib/moderation/reads/appeals";

useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
let editor: PersonActor;
let ana: PersonActor;
let ben: PersonActor;
let wim: PersonActor;
beforeAll(async () => {
  [editor, ana, ben, wim] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("moderator", "Ben"), await somebody("administrator", "Wim")];
});

/** A comment that Ana rejected, with her words. */
async function rejected(actor: Actor = visitor) {
  const { commentId, key } = await said(await storyToTalkAbout(editor), actor);
  const { eventId } = expectOk(await decideComment.execute({ ...(await cardOf(commentId)), decision: "reject", reason: "off_topic", message: "It is about another boat." }, { actor: ana }));
  return { commentId, key, eventId };
}
let networks = 0;
const appeal = (key: string, eventId: string, text = "It is about this very boat.") => receiveAppeal({ of: { key }, eventId, text }, visitor, `network ${networks++}`);

describe("whoever was rejected", () => {
  it("reads why, asks once for another look, and another moderator publishes it", async () => {
    const { commentId, key, eventId } = await rejected();
    expect(await ownComment(key)).toMatchObject({ state: "rejected", reason: "off_topic", decision: { eventId, message: "It is about another boat.", appeal: null } });
    const results = await Promise.all(Array.from({ length: 8 }, () => appeal(key, eventId)));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(failureOf(await appeal(key, eventId))?.reason).toBe("appealed_already");
    expect((await ownComment(key))?.decision?.appeal).toEqual({ outcome: "pending", answer: "" });
    const mine = (await waitingAppeals(ana))?.find((one) => one.text === "It is about this very boat.");
    expect(mine).toMatchObject({ name: "Hanne Vold", own: true, decision: { by: "Ana", reason: "off_topic" } });
    const appealId = mine?.id ?? "";
    expect((await waitingAppeals(ben))?.find((one) => one.id === appealId)?.own).toBe(false);
    expect(failureOf(await answerAppeal.execute({ appealId, granted: true, answer: "" }, { actor: ana }))?.reason).toBe("own_decision");
    expect(failureOf(await answerAppeal.execute({ appealId, granted: true, answer: "" }, { actor: visitor }))?.code).toBe("unauthenticated");
    const answers = await Promise.all([ben, wim].map((actor) => answerAppeal.execute({ appealId, granted: true, answer: "You are right." }, { actor })));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect((await commentNow(commentId)).status).toBe("approved");
    expect((await waitingAppeals(ben))?.map(({ id }) => id)).not.toContain(appealId);
  });

  it("is told where the decision stands, and may object anew only to a new decision", async () => {
    const { commentId, key, eventId } = await rejected();
    expectOk(await appeal(key, eventId));
    const [row] = await appDatabase().select().from(appeals).where(eq(appeals.commentId, commentId));
    expectOk(await answerAppeal.execute({ appealId: row?.id ?? "", granted: false, answer: " It is not. " }, { actor: ben }));
    expect((await ownComment(key))?.decision?.appeal).toEqual({ outcome: "refused", answer: "It is not." });
    expectOk(await decideNow(commentId, "approve", ben));
    expect(failureOf(await appeal(key, eventId))?.reason).toBe("appeal_over");
    const again = expectOk(await decideNow(commentId, "reject", ana));
    expect(failureOf(await appeal(key, eventId))?.reason).toBe("appeal_over");
    expectOk(await appeal(key, again.eventId));
  });

  it("needs words, not too many, and her own comment; three times a week", async () => {
    const { key, eventId } = await rejected();
    expect(failureOf(await appeal(key, eventId, " \u0000 "))?.problems).toEqual({ text: { reason: "appeal_empty" } });
    expect(failureOf(await appeal(key, eventId, "x".repeat(1001)))?.problems).toMatchObject({ text: { reason: "report_too_long" } });
    expect(failureOf(await appeal("x".repeat(43), eventId))?.code).toBe("not_found");
    const reader = await somebody("reader");
    const theirs = await rejected(reader);
    expect(failureOf(await receiveAppeal({ of: { commentId: theirs.commentId }, eventId: theirs.eventId, text: "Mine." }, await somebody("reader"), "n"))?.code).toBe("forbidden");
    for (let index = 0; index < 3; index++) {
      const one = index === 0 ? theirs : await rejected(reader);
      expectOk(await receiveAppeal({ of: { commentId: one.commentId }, eventId: one.eventId, text: "Mine." }, reader, "n"));
    }
    const fourth = await rejected(reader);
    expect(failureOf(await receiveAppeal({ of: { commentId: fourth.commentId }, eventId: fourth.eventId, text: "Mine." }, reader, "n"))?.code).toBe("rate_limited");
  });

  it("has nothing left to wait for where the decision was taken back or the comment purged, and then nothing of her words is kept", async () => {
    const one = await rejected();
    expectOk(await appeal(one.key, one.eventId));
    expectOk(await undoDecision.execute({ eventId: one.eventId }, { actor: ana }));
    const two = await rejected();
    expectOk(await appeal(two.key, two.eventId, "My name is Nell."));
    expectOk(await purgeComment.execute(await cardOf(two.commentId), { actor: wim }));
    const rows = await appDatabase().select().from(appeals);
    expect(rows.find((row) => row.commentId === two.commentId)?.text).toBe("");
    const waiting = (await waitingAppeals(ben))?.map(({ id }) => id);
    for (const { id } of rows.filter((row) => [one.commentId, two.commentId].includes(row.commentId))) expect(waiting).not.toContain(id);
    const [open] = rows.filter((row) => row.commentId === one.commentId);
    expect(failureOf(await answerAppeal.execute({ appealId: open?.id ?? "", granted: true, answer: "" }, { actor: ben }))?.reason).toBe("not_rejected");
  });

  it("is not answered by whoever wrote it, moderator or not, not even where nobody else could", async () => {
    const { commentId, eventId } = await (async () => {
      const own = await said(await storyToTalkAbout(editor), ben);
      return { ...own, ...expectOk(await decideNow(own.commentId, "reject", ana)) };
    })();
    expectOk(await receiveAppeal({ of: { commentId }, eventId, text: "It is mine." }, ben, "n"));
    const [row] = await appDatabase().select().from(appeals).where(eq(appeals.commentId, commentId));
    expect((await waitingAppeals(ben))?.find(({ id }) => id === row?.id)?.own).toBe(true);
    for (const granted of [true, false]) expect(failureOf(await answerAppeal.execute({ appealId: row?.id ?? "", granted, answer: "" }, { actor: ben }))?.reason).toBe("own_comment");
    expectOk(await answerAppeal.execute({ appealId: row?.id ?? "", granted: true, answer: "" }, { actor: wim }));
  });

  it("waits no longer once the comment left the rejected, and a new rejection does not wake the old appeal", async () => {
    const { commentId, key, eventId } = await rejected();
    expectOk(await appeal(key, eventId));
    const [old] = await appDatabase().select().from(appeals).where(eq(appeals.commentId, commentId));
    expectOk(await decideNow(commentId, "approve", wim));
    const again = expectOk(await decideNow(commentId, "reject", ben));
    expect((await waitingAppeals(wim))?.map(({ id }) => id)).not.toContain(old?.id);
    expect(failureOf(await answerAppeal.execute({ appealId: old?.id ?? "", granted: true, answer: "" }, { actor: ben }))?.reason).toBe("not_rejected");
    expectOk(await appeal(key, again.eventId));
    expect((await waitingAppeals(ben))?.find((one) => one.decision.by === "Ben" && one.own)).toBeDefined();
  });

  it("is answered by whoever decided where nobody else could", async () => {
    const { commentId, key, eventId } = await rejected();
    expectOk(await appeal(key, eventId));
    const [row] = await appDatabase().select().from(appeals).where(eq(appeals.commentId, commentId));
    await appDatabase().update(people).set({ disabledAt: new Date() });
    await appDatabase().update(people).set({ disabledAt: null }).where(eq(people.id, ana.personId));
    expectOk(await answerAppeal.execute({ appealId: row?.id ?? "", granted: false, answer: "" }, { actor: ana }));
    await appDatabase().update(people).set({ disabledAt: null });
  });
});
