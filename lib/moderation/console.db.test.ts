import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentLooks, comments, moderationEvents } from "@/db/schema";
import { cardOf, commentNow, decideNow, published, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { reportComment } from "@/lib/comments/commands/report-comment";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { escalateComment } from "@/lib/moderation/commands/escalate-comment";
import { lookAtComment } from "@/lib/moderation/commands/look-at-comment";
import { pickComment } from "@/lib/moderation/commands/pick-comment";
import { decideMany, undoBatch } from "@/lib/moderation/decide-many";
import { commentToDecide } from "@/lib/moderation/reads/comment-to-decide";
import { conversationOf } from "@/lib/moderation/reads/conversation";
import { moderationQueue } from "@/lib/moderation/reads/queue";
import { whoLooks } from "@/lib/moderation/reads/who-looks";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
let editor: PersonActor;
let ana: PersonActor;
let ben: PersonActor;
let story: string;
beforeAll(async () => {
  [editor, ana, ben] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("moderator", "Ben")];
  story = await storyToTalkAbout(editor);
});

const several = async (number: number) => {
  const ids: string[] = [];
  for (let index = 0; index < number; index++) ids.push((await said(story, visitor)).commentId);
  return ids;
};
const seenOf = (ids: readonly string[]) => Promise.all(ids.map(cardOf));
const statuses = async (ids: readonly string[]) => (await Promise.all(ids.map(commentNow))).map(({ status }) => status);
const decidedBy = (ids: readonly string[]) => appDatabase().select().from(moderationEvents).where(and(inArray(moderationEvents.commentId, [...ids]), isNotNull(moderationEvents.actorId)));
const many = (items: Awaited<ReturnType<typeof seenOf>>, actor: PersonActor, decision = "spam", batchId = newId()) => decideMany({ batchId, decision, reason: decision === "reject" ? "off_topic" : null, message: "", items }, { actor });
const cardIn = async (queue: "held" | "reported" | "escalated" | "all", id: string, actor: PersonActor = ana, filters = {}) => (await moderationQueue(actor, queue, undefined, { filters }))?.cards.find((card) => card.id === id);

describe("nobody decides about her own comment", () => {
  it("not an author who was rejected, nor who was approved, whatever her role, and she takes no decision about it back", async () => {
    const { commentId } = await said(story, ben);
    const { eventId } = expectOk(await decideComment.execute({ ...(await cardOf(commentId)), decision: "reject", reason: "off_topic", message: "" }, { actor: ana }));
    expect(failureOf(await decideNow(commentId, "approve", ben))).toMatchObject({ code: "forbidden", reason: "own_comment", message: "You wrote this comment: somebody else decides." });
    expect(failureOf(await undoDecision.execute({ eventId }, { actor: ben }))?.reason).toBe("own_comment");
    expectOk(await many([await cardOf(commentId)], ben, "approve"));
    expect((await commentNow(commentId)).status).toBe("rejected");
    expectOk(await undoDecision.execute({ eventId }, { actor: ana }));
    expect(failureOf(await pickComment.execute({ ...(await cardOf(commentId)), picked: true }, { actor: ben }))?.reason).toBe("own_comment");
    const card = await cardIn("all", commentId, ben);
    expect(card?.own).toBe(true);
    expect(Object.entries(card?.can ?? {}).filter(([, may]) => may).map(([name]) => name)).toEqual(["escalate"]);
  });

  it("nor about what is reported as abuse under a story of hers, while somebody else could", async () => {
    const under = await storyToTalkAbout(editor);
    await test.migrator().execute(sql`update revisions set bylines = ${JSON.stringify([{ personId: editor.personId, name: "Orla" }])}::text::jsonb where article_id = ${under}`);
    const id = await published(under, await readerKnownTo({ editor, moderator: ana }));
    expectOk(await reportComment.execute({ commentId: id, reason: "abuse", law: "", text: "", network: "n9", prefix: "p9" }, { actor: visitor }));
    expect(failureOf(await decideNow(id, "approve", editor))?.reason).toBe("about_oneself");
    expectOk(await decideNow(id, "approve", ana));
  });
});

describe("many in one step", () => {
  it("each as it was seen: what a colleague decided or its author changed is left and told, the others are decided, once", async () => {
    const ids = await several(4);
    const seen = await seenOf(ids);
    expectOk(await decideNow(ids[1] ?? "", "approve", ben));
    const batchId = newId();
    const { items } = expectOk(await many([...seen, ...seen.slice(0, 1)], ana, "reject", batchId));
    expect(items.map((item) => ("failure" in item ? item.failure.message.replace(/\d+ s/, "1 s") : item.status))).toEqual(["rejected", "Ben approved this 1 s ago.", "rejected", "rejected"]);
    expect(expectOk(await many(seen, ana, "reject", batchId)).items.map((item) => "failure" in item)).toEqual([false, true, false, false]);
    const events = await decidedBy(ids);
    expect(events.filter((event) => event.batchId === batchId && event.toStatus === "rejected" && event.reasonCode === "off_topic")).toHaveLength(3);
    expect(events).toHaveLength(4);
  });

  it("two at once about the same: each comment is decided by one of them alone", async () => {
    const ids = await several(12);
    const seen = await seenOf(ids);
    const [one, other] = (await Promise.all([many(seen, ana, "approve"), many([...seen].reverse(), ben, "spam")])).map(expectOk);
    const done = (result: typeof one) => (result?.items ?? []).filter((item) => !("failure" in item)).map((item) => item.commentId);
    expect([...done(one), ...done(other)].sort()).toEqual([...ids].sort());
    expect(await decidedBy(ids)).toHaveLength(12);
  });

  it("all are taken back in one step, but for what somebody decided since; and by whoever took it alone", async () => {
    const ids = await several(3);
    const { batchId } = expectOk(await many(await seenOf(ids), ana));
    expectOk(await decideNow(ids[1] ?? "", "approve", ben));
    expect((await moderationQueue(ana, "spam"))?.recent[0]).toMatchObject({ batchId, number: 2 });
    expect(failureOf(await undoBatch({ batchId }, { actor: ben }))?.code).toBe("not_found");
    const { items } = expectOk(await undoBatch({ batchId }, { actor: ana }));
    expect(items.filter((item) => "failure" in item)).toEqual([{ commentId: ids[1], name: "Hanne Vold", failure: expect.objectContaining({ message: expect.stringMatching(/^Ben approved this/) }) }]);
    expect(await statuses(ids)).toEqual(["held", "approved", "held"]);
    expect(expectOk(await undoBatch({ batchId }, { actor: ana })).items.every((item) => "failure" in item)).toBe(true);
  });

  it("no more than a hundred, for a reason where they are rejected, and by moderators alone", async () => {
    const [id = ""] = await several(1);
    const seen = await cardOf(id);
    expect(failureOf(await many(Array.from({ length: 101 }, () => ({ ...seen, commentId: newId() })), ana))?.code).toBe("invalid");
    expect(failureOf(await many([], ana))?.code).toBe("invalid");
    expect(failureOf(await decideMany({ batchId: newId(), decision: "reject", reason: null, message: "", items: [seen] }, { actor: ana }))?.reason).toBe("no_reason");
    expect(failureOf(await many([seen], await somebody("reader")))?.code).toBe("forbidden");
    expect((await commentNow(id)).status).toBe("held");
  });
});

describe("near-identical comments", () => {
  const advert = (word: string) => `Last winter my cousin in ${word} lost everything, and then she met Doctor Osei, who showed her how to earn nine hundred a week from home with only a telephone. Ask him for his little book, it costs nothing, and tell him that I sent you.`;

  it("are one cluster from three on, whoever wrote them and under whatever story, short texts too where they are the same", async () => {
    for (const texts of [["Tarn", "Oyster", "Saltgate"].map(advert), ["Cheap keys!", "cheap  KEYS!", "Cheap keys!"]]) {
      const ids: string[] = [];
      for (const text of texts) ids.push((await said(await storyToTalkAbout(editor), visitor, { text })).commentId);
      const [first = "", ...others] = ids;
      expect((await Promise.all(others.map(commentNow))).map(({ clusterId }) => clusterId)).toEqual([first, first]);
      const card = await cardIn("all", first);
      expect(card?.cluster).toMatchObject({ id: first, size: 3 });
      expect((await moderationQueue(ana, "all", undefined, { filters: { cluster: first } }))?.cards.map(({ id }) => id).sort()).toEqual([...ids].sort());
      const waiting = card?.cluster?.waiting ?? [];
      expect(waiting.length).toBeGreaterThan(1);
      expectOk(await many(waiting, ana, "reject"));
      expect((await cardIn("all", first))?.cluster?.waiting).toEqual([]);
    }
  });

  it("two are none, and whoever writes something else leaves", async () => {
    const reader = await readerKnownTo({ editor, moderator: ana });
    const first = await said(story, reader, { text: advert("Nowhere at all") });
    const second = await said(story, reader, { text: advert("Nowhere at last") });
    expect((await commentNow(second.commentId)).clusterId).not.toBeNull();
    expectOk(await editComment.execute({ of: { commentId: second.commentId }, revisionId: (await commentNow(second.commentId)).currentRevisionId, text: "On second thoughts: the ferry should sail at night as well." }, { actor: reader }));
    expect((await commentNow(second.commentId)).clusterId).toBeNull();
    expect((await cardIn("all", second.commentId))?.before[0]?.changes.some(({ kind }) => kind === "inserted")).toBe(true);
    expect((await commentNow(first.commentId)).status).not.toBe("purged");
  });
});

describe("what a card tells", () => {
  it("of its author: how she is known, and what became of her comments, with the reports that were right", async () => {
    const reader = await readerKnownTo({ editor, moderator: ana });
    const bad = await published(story, reader);
    expectOk(await reportComment.execute({ commentId: bad, reason: "abuse", law: "", text: "", network: "n1", prefix: "p1" }, { actor: visitor }));
    expectOk(await decideNow(bad, "reject", ana));
    const { commentId } = await said(story, reader);
    expect((await cardIn("all", commentId))?.author).toMatchObject({ id: reader.personId, page: `/desk/comments/people/${reader.personId}`, kind: "reader", trust: 1, approved: 2, rejected: 1, upheld: 1, more: false });
    const guest = (await several(1))[0] ?? "";
    expect((await cardIn("held", guest))?.author).toMatchObject({ id: (await commentNow(guest)).guestId, kind: "guest", trust: 0, approved: 0 });
  });

  it("the conversation around it, with itself wherever it stands, and nothing that was not confirmed", async () => {
    const reader = await readerKnownTo({ editor, moderator: ana });
    const root = await published(story, reader);
    const reply = await said(story, editor, { parentId: root });
    const held = await said(story, visitor, { parentId: reply.commentId });
    const conversation = await conversationOf(ana, held.commentId);
    expect(conversation?.voices.map(({ id, status }) => [id, status])).toEqual([[root, "published"], [reply.commentId, "approved"], [held.commentId, "held"]]);
    expect(await conversationOf(reader, held.commentId)).toBeNull();
    await appDatabase().update(comments).set({ status: "unverified" }).where(eq(comments.id, held.commentId));
    expect(await conversationOf(ana, held.commentId)).toBeNull();
    expect(await cardIn("all", held.commentId)).toBeUndefined();
  });

  it("on its own page how it stands now, with its words and what somebody may do", async () => {
    const reader = await readerKnownTo({ editor, moderator: ana });
    const { commentId } = await said(story, reader, { text: "One *word*.\n\n> Two.\n\n- Three." });
    const seen = await cardOf(commentId);
    expect(await commentToDecide(ana, commentId)).toMatchObject({ seen, said: "One word.\nTwo.\nThree.", own: false, can: { approve: true, hide: true, purge: false } });
    expect(await commentToDecide(reader, commentId)).toBeNull();
    const own = await said(story, ben);
    expect(await commentToDecide(ben, own.commentId)).toMatchObject({ own: true, can: { reject: false, pick: false } });
  });

  it("who else looks at it, for three minutes", async () => {
    const [id = ""] = await several(1);
    expectOk(await lookAtComment.execute({ commentId: id }, { actor: ben }));
    expect(await whoLooks(ana)).toEqual([{ commentId: id, name: "Ben" }]);
    expect(await whoLooks(ben)).toEqual([]);
    expect(await whoLooks(await somebody("reader"))).toBeNull();
    await appDatabase().update(commentLooks).set({ lookedAt: sql`now() - interval '181 seconds'` });
    expect(await whoLooks(ana)).toEqual([]);
  });

  it("that a colleague asked for somebody more senior, until a person decides", async () => {
    const [id = ""] = await several(1);
    const seen = await cardOf(id);
    expectOk(await escalateComment.execute({ ...seen, note: " Names a witness. " }, { actor: ana }));
    expect(await cardIn("escalated", id, editor)).toMatchObject({ status: "held", escalated: { by: "Ana", note: "Names a witness." } });
    expectOk(await decideNow(id, "approve", editor));
    expect(await cardIn("escalated", id)).toBeUndefined();
    expect(failureOf(await escalateComment.execute({ ...seen, note: "" }, { actor: ben }))?.message).toMatch(/^Orla approved this/);
  });
});

describe("a queue is narrowed", () => {
  it("by words, name, person, story, section, reason, links, trust and day", async () => {
    const reader = await readerKnownTo({ editor, moderator: ana }, "Solveig Strand");
    const here = await storyToTalkAbout(editor);
    const { commentId } = await said(here, reader, { text: "The quaternion ferry, see https://ferry.example/ for it." });
    expectOk(await decideNow(commentId, "reject", ana));
    const found = async (filters: Parameters<typeof moderationQueue>[3] extends { filters?: infer F } | undefined ? F : never) => (await moderationQueue(ana, "all", undefined, { filters: filters ?? {}, timeZone: "Europe/Oslo" }))?.cards.map(({ id }) => id) ?? [];
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", dateStyle: "short" }).format(new Date());
    for (const filters of [{ text: "quaternion FERRY" }, { text: '"quaternion ferry" -tram' }, { name: "solveig s" }, { by: reader.personId }, { story: here }, { reason: "off_topic" as const }, { links: true as const }, { trust: 1 as const }, { from: today, to: today }]) {
      const all = await found({ ...filters, by: reader.personId });
      expect(all, JSON.stringify(filters)).toContain(commentId);
    }
    for (const filters of [{ text: "tram" }, { name: "olveig" }, { name: "%" }, { by: newId() }, { story: newId() }, { story: "no such headline" }, { section: "none" }, { reason: "abuse" as const }, { trust: 0 as const }, { trust: 2 as const }, { trust: 3 as const }, { to: "2020-01-01" }, { cluster: newId() }])
      expect(await found({ ...filters, ...("by" in filters ? {} : { by: reader.personId }) }), JSON.stringify(filters)).not.toContain(commentId);
    const headline = (await moderationQueue(ana, "all", undefined, { filters: { story: here } }))?.cards[0]?.story.headline ?? "";
    expect(await found({ story: headline.slice(4, 30) })).toContain(commentId);
  });
});
