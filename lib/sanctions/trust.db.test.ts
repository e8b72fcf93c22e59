import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentNow, decideNow, longAgo, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { trustFacts, trustOf } from "@/lib/comments/reads/trust";
import type { TrustLevel } from "@/lib/comments/trust";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import { decideComment } from "@/lib/moderation/commands/decide";
import { moderationQueue } from "@/lib/moderation/reads/queue";
import { grantTrust, withdrawTrust } from "@/lib/sanctions/commands/grant-trust";
import { imposeSanction } from "@/lib/sanctions/commands/impose-sanction";
import { personPage } from "@/lib/sanctions/reads/commenter-page";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
let [editor, ana, bo] = [] as unknown as [PersonActor, PersonActor, PersonActor];
let story = "";
beforeAll(async () => {
  [editor, ana, bo] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("moderator", "Bo")];
  story = await storyToTalkAbout(editor);
});
const known = (actor: PersonActor) => trustOf(appDatabase(), actor);
const factsOf = async (actor: PersonActor) => (await trustFacts(appDatabase(), [actor.personId])).get(actor.personId);
const grant = (reader: PersonActor, level: number, seen: string | null, changes: Record<string, unknown> = {}) => grantTrust.execute({ personId: reader.personId, level, note: "Runs the ferry.", seen, ...changes }, { actor: ana });

describe("a reader is known", () => {
  it("once two of hers were seen for a day, and not sooner by being approved", async () => {
    const reader = await somebody("reader");
    for (let round = 0; round < 2; round++) expectOk(await decideNow((await said(story, reader)).commentId, "approve", ana));
    expect(await factsOf(reader)).toMatchObject({ shown: 0, last: { settled: 2, rejected: 0 } });
    expect([await known(reader), (await said(story, reader)).status]).toEqual([0, "held"]);
    await longAgo(reader, 23);
    expect(await known(reader)).toBe(0);
    await longAgo(reader, 1);
    expect(await known(reader)).toBe(1);
    expect((await said(await storyToTalkAbout(editor), reader)).status).toBe("published");
  });

  it("for a day from when it was first seen, whatever moderators did with it since", async () => {
    const reader = await readerKnownTo({ editor, moderator: ana });
    const [first] = await appDatabase().execute<{ id: string }>(sql`select id from comments where author_id = ${reader.personId} limit 1`);
    const commentId = first?.id ?? "";
    await test.migrator().execute(sql`update moderation_events set created_at = created_at - interval '2 days' where comment_id = ${commentId}`);
    expectOk(await decideNow(commentId, "reject", ana));
    expect(await known(reader)).toBe(0);
    expectOk(await decideNow(commentId, "approve", ana));
    expect((await commentNow(commentId)).decidedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(await known(reader)).toBe(1);
  });

  it("less when four of her last twenty were rejected, and is read first again", async () => {
    const reader = await readerKnownTo({ editor, moderator: ana });
    await test.migrator().execute(sql`update people set created_at = now() - interval '1 year' where id = ${reader.personId}`);
    for (let round = 0; round < 4; round++) {
      expect(await known(reader)).toBe(1);
      const { commentId } = await said(await storyToTalkAbout(editor), reader, { text: `Nothing of number ${round} is kept, ${reader.personId}.` });
      await longAgo(reader, 1);
      expectOk(await decideNow(commentId, "reject", ana));
    }
    expect(await factsOf(reader)).toMatchObject({ shown: 2, last: { settled: 6, rejected: 4 }, rejected: 4 });
    expect(await known(reader)).toBe(0);
    const { status, commentId } = await said(await storyToTalkAbout(editor), reader);
    expect(status).toBe("held");
    expect((await moderationQueue(ana, "held", undefined, { filters: { by: reader.personId } }))?.cards.find((card) => card.id === commentId)?.signals.map(({ phase }) => phase)).toEqual(["newness", "history"]);
  });
});

describe("a level of trust", () => {
  it("is granted with a reason, changed and withdrawn, each with who did; and counts from then on", async () => {
    const reader = await somebody("reader");
    const { grantId } = expectOk(await grant(reader, 1, null));
    expect([await known(reader), (await said(story, reader)).status]).toEqual([1, "published"]);
    expect(failureOf(await grant(reader, 3, null))).toMatchObject({ code: "conflict", reason: "trusted_meanwhile" });
    const second = expectOk(await grant(reader, 3, grantId, { note: "Knows the harbour." }));
    expect(await known(reader)).toBe(3);
    const page = await personPage(bo, reader.personId);
    expect(page).toMatchObject({ trust: { level: 3, why: expect.stringContaining("A moderator granted 3.") }, can: { trust: true } });
    expect(page?.trust.grants).toMatchObject([{ id: second.grantId, level: 3, note: "Knows the harbour.", by: "Ana", withdrawn: null }, { id: grantId, level: 1, by: "Ana", withdrawn: { by: "Ana" } }]);
    expectOk(await withdrawTrust.execute({ grantId: second.grantId }, { actor: bo }));
    expect(failureOf(await withdrawTrust.execute({ grantId: second.grantId }, { actor: ana }))).toMatchObject({ code: "conflict", reason: "withdrawn_already" });
    expect([await known(reader), (await personPage(bo, reader.personId))?.trust.grants[0]?.withdrawn]).toEqual([0, { by: "Bo", at: expect.any(String) }]);
    const told = await appDatabase().execute<{ name: string; data: unknown }>(sql`select name, data from events where subject_type = 'commenter' order by id`);
    expect(told.map(({ name, data }) => [name, data])).toEqual([1, 3].map((level) => ["commenter.trusted", { personId: reader.personId, level }]).concat([["commenter.trust_withdrawn", { personId: reader.personId, level: 3 }]]));
  });

  it("is granted by moderators, to readers, with words, once of two at the same time", async () => {
    const reader = await somebody("reader");
    for (const actor of [await somebody("author"), reader, visitor]) expect(["forbidden", "not_found", "unauthenticated"]).toContain(failureOf(await grantTrust.execute({ personId: reader.personId, level: 1, note: "A friend.", seen: null }, { actor }))?.code);
    for (const changes of [{ level: 0 }, { level: 4 }, { note: " " }, { note: "x".repeat(501) }, { personId: "nobody" }]) expect(failureOf(await grant(reader, 1, null, changes))?.code).toBe("invalid");
    expect(failureOf(await grant(await somebody("author"), 1, null))).toMatchObject({ code: "conflict", reason: "staff" });
    expect(failureOf(await grant({ ...reader, personId: crypto.randomUUID() }, 1, null))?.code).toBe("not_found");
    const both = await Promise.all([grant(reader, 1, null), grant(reader, 2, null)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("never outweighs that all of hers is read first", async () => {
    const reader = await somebody("reader");
    expectOk(await grant(reader, 3, null));
    expectOk(await imposeSanction.execute({ who: { personId: reader.personId }, kind: "premod", days: null, reason: "abuse", message: "", sweep: null, seen: null }, { actor: bo }));
    expect((await said(story, reader)).status).toBe("held");
  });
});

it("a list narrowed by trust, the card and the commenter's page say the same of everybody", async () => {
  const under = await storyToTalkAbout(editor);
  const people: [PersonActor, TrustLevel][] = [[await somebody("reader"), 0], [await readerKnownTo({ editor, moderator: ana }), 1], [await somebody("reader"), 2], [await somebody("reader"), 3], [await somebody("author"), 3]];
  for (const [reader, level] of people.slice(2, 4)) expectOk(await grant(reader, level, null));
  const wrote = new Map<string, TrustLevel>();
  for (const [actor, level] of people) wrote.set((await said(under, actor)).commentId, level);
  const guest = await said(under, visitor, { email: "steady@post.example" });
  wrote.set(guest.commentId, 0);
  const steady = await said(under, visitor, { email: "known@post.example" });
  const guestId = (await commentNow(steady.commentId)).guestId;
  await test.migrator().execute(sql`update guests set verified_at = now() where id = ${guestId}`);
  const texts = ["One more of the boat.", "Two more of the pier.", "Three more of the lamp."];
  for (const text of texts) {
    const { commentId } = await said(await storyToTalkAbout(editor), visitor, { email: "known@post.example", text });
    expectOk(await decideComment.execute({ commentId, revisionId: (await commentNow(commentId)).currentRevisionId, status: "held", decision: "approve", reason: null, message: "" }, { actor: ana }));
    await test.migrator().execute(sql`update comments set created_at = created_at - interval '2 hours' where id = ${commentId}`);
  }
  wrote.set(steady.commentId, 1);
  for (const trust of [0, 1, 2, 3] as const) {
    const cards = (await moderationQueue(ana, "all", undefined, { filters: { story: under, trust } }))?.cards ?? [];
    expect(new Set(cards.map(({ id }) => id)), `trust ${trust}`).toEqual(new Set([...wrote].flatMap(([id, level]) => (level === trust ? [id] : []))));
    expect(cards.map(({ author }) => author?.trust)).toEqual(cards.map(() => trust));
  }
  for (const [actor, level] of people) expect([await known(actor), (await personPage(ana, actor.personId))?.trust.level]).toEqual([level, level]);
});
