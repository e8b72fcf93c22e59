import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentNetworks, events, qualityChecks } from "@/db/schema";
import { commentNow, decideNow, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import type { Actor, PersonActor } from "@/lib/core/actor";
import { type AuditFilter, auditFilterFrom, auditQuery } from "@/lib/moderation/audit-filter";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { lookAgain } from "@/lib/moderation/commands/look-again";
import { auditActors, auditFile, auditPage } from "@/lib/moderation/reads/audit";
import { secondLook } from "@/lib/moderation/reads/second-look";
import { moderationStatistics } from "@/lib/moderation/reads/statistics";
import { tallyDecisions } from "@/lib/moderation/tally-decisions";
import { commenterSee } from "@/lib/sanctions/abilities";
import { guestPage, personPage, waitingBans } from "@/lib/sanctions/reads/commenter-page";
import { imposeSanction } from "@/lib/sanctions/commands/impose-sanction";
import { noteCommenter } from "@/lib/sanctions/commands/note-commenter";

const test = useTestDatabase();
let [editor, ana, bo, wim] = [] as unknown as [PersonActor, PersonActor, PersonActor, PersonActor];
beforeAll(async () => {
  [editor, ana, bo, wim] = [await somebody("editor", "=Orla"), await somebody("moderator", "Ana"), await somebody("moderator", "Bo"), await somebody("administrator", "Wim")];
});
const visitor: Actor = { kind: "visitor", network: "n" };
const all: AuditFilter = { actor: null, reason: null, rule: null, story: null, from: null, to: null };
const zone = "Europe/Copenhagen";
async function fileOf(actor: Actor, filter: AuditFilter, as: "csv" | "json"): Promise<string> {
  let text = "";
  for await (const part of auditFile(actor, filter, zone, as) ?? []) text += part;
  return text;
}

describe("the audit", () => {
  it("shows each decision once, by pages, to whoever may see it, and what each filter wants", async () => {
    const [story, other] = [await storyToTalkAbout(editor), await storyToTalkAbout(editor)];
    const ids: string[] = [];
    for (let index = 0; index < 53; index++) ids.push((await said(story, await somebody("reader"))).commentId);
    for (const [index, id] of ids.entries()) expectOk(await decideNow(id, index % 3 === 0 ? "reject" : "approve", index % 2 === 0 ? ana : bo));
    const linked = await said(other, await readerKnownTo({ editor, moderator: ana }), { text: "See https://a.example https://b.example https://c.example" });
    expectOk(await decideNow(linked.commentId, "approve", editor));
    for (const actor of [await somebody("reader"), await somebody("author"), visitor]) expect(await auditPage(actor, all, zone)).toBeNull();

    const ofStory = { ...all, story };
    const first = await auditPage(ana, ofStory, zone);
    const second = await auditPage(ana, ofStory, zone, first?.next ?? "");
    expect([first?.rows.length, second?.rows.length, first?.first, second?.first, second?.next]).toEqual([50, 3, true, false, null]);
    expect(new Set([...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ commentId }) => commentId))).toEqual(new Set(ids));
    expect(first?.rows[0]).toMatchObject({ from: "held", rules: ["newness"], undoes: false, story: { id: story } });
    expect((await auditPage(ana, { ...ofStory, actor: bo.personId }, zone))?.rows.every(({ by }) => by === "Bo")).toBe(true);
    expect((await auditPage(ana, { ...ofStory, reason: "off_topic" }, zone))?.rows.map(({ to }) => to)).toEqual(Array(18).fill("rejected"));
    expect((await auditPage(ana, { ...all, rule: "links" }, zone))?.rows.map(({ commentId }) => commentId)).toEqual([linked.commentId]);
    expect((await auditPage(ana, { ...ofStory, actor: "program" }, zone))?.rows.every(({ by, to }) => by === null && to === "held")).toBe(true);
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
    expect((await auditPage(ana, { ...ofStory, from: day, to: day }, zone))?.rows).toHaveLength(50);
    for (const empty of [{ to: "2020-01-01" }, { from: "2100-01-01" }]) expect((await auditPage(ana, { ...ofStory, ...empty }, zone))?.rows).toEqual([]);
    expect((await auditActors(ana)).map(({ name }) => name)).toEqual(expect.arrayContaining(["Ana", "Bo", "Wim", "=Orla"]));
  });

  it("leaves as a file without a name or a word of a commenter, and no spreadsheet runs what is in it", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, visitor, { name: "Grizelda Plumb", text: "A word like schusterjunge." });
    expectOk(await decideComment.execute({ commentId, revisionId: (await commentNow(commentId)).currentRevisionId, status: "held", decision: "reject", reason: "abuse", message: "Not so, Grizelda." }, { actor: editor }));
    const [csv, json] = [await fileOf(wim, { ...all, story }, "csv"), await fileOf(wim, { ...all, story }, "json")];
    for (const file of [csv, json]) expect(file).not.toMatch(/Grizelda|schusterjunge/i);
    expect(csv.split("\r\n")).toHaveLength(3);
    expect(csv).toContain(`"'=Orla"`);
    expect(JSON.parse(json)).toEqual([expect.objectContaining({ comment: commentId, by: "=Orla", from: "held", to: "rejected", reason: "abuse", rules: ["newness"] })]);
    expect(JSON.parse(await fileOf(wim, { ...all, to: "2020-01-01" }, "json"))).toEqual([]);
    expect(auditFile(await somebody("author"), all, zone, "csv")).toBeNull();
  });

  it("is longer than what is read at once, and leaves whole", async () => {
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, editor);
    await test.migrator().execute(sql`insert into moderation_events (id, comment_id, revision_id, actor_id, from_status, to_status, created_at) select gen_random_uuid(), ${commentId}, ${(await commentNow(commentId)).currentRevisionId}, ${bo.personId}, 'held', 'approved', now() - make_interval(secs => n / 2) from generate_series(1, 1203) n`);
    expect(JSON.parse(await fileOf(ana, { ...all, story }, "json"))).toHaveLength(1203);
    expect((await fileOf(ana, { ...all, story }, "csv")).trim().split("\r\n")).toHaveLength(1204);
  });

  it("is asked by an address; what cannot be read of it is left out", () => {
    const asked = { actor: "program", reason: "abuse", rule: "links", story: ana.personId, from: "2026-11-01", to: "2026-11-30" };
    expect(auditFilterFrom(asked)).toEqual(asked);
    expect(auditFilterFrom({ actor: "'; drop", reason: "no", rule: "A b", story: "x", from: "2026-13-01", to: ["2026-11-01"] })).toEqual(all);
    expect(auditQuery(auditFilterFrom(asked), { as: "csv" })).toBe(`?actor=program&reason=abuse&rule=links&story=${ana.personId}&from=2026-11-01&to=2026-11-30&as=csv`);
    expect(auditQuery(all)).toBe("");
  });
});

describe("the statistics", () => {
  it("tell how long comments waited, who decided what, and why; what was taken back counts as that alone", async () => {
    await test.migrator().execute(sql`truncate appeals, quality_checks, moderation_events cascade`);
    const story = await storyToTalkAbout(editor);
    const held: string[] = [];
    for (let index = 0; index < 4; index++) held.push((await said(story, await somebody("reader"))).commentId);
    const [one = "", two = "", three = "", four = ""] = held;
    await test.migrator().execute(sql`update moderation_events set created_at = now() - interval '10 minutes' where to_status = 'held'`);
    await test.migrator().execute(sql`update moderation_events set created_at = now() - interval '100 minutes' where comment_id = ${two}`);
    expectOk(await decideNow(one, "approve", ana));
    expectOk(await decideNow(two, "reject", bo));
    const { eventId } = expectOk(await decideNow(three, "spam", bo));
    expectOk(await undoDecision.execute({ eventId }, { actor: bo }));
    const statistics = await moderationStatistics(ana, 7, zone);
    expect(statistics?.waiting?.of).toBe(3);
    expect(Math.round((statistics?.waiting?.median ?? 0) / 60)).toBe(10);
    expect(Math.round((statistics?.waiting?.most ?? 0) / 60)).toBe(91);
    expect(statistics?.people).toEqual([{ id: bo.personId, name: "Bo", approved: 0, rejected: 1, spam: 1, hidden: 0, undone: 1 }, { id: ana.personId, name: "Ana", approved: 1, rejected: 0, spam: 0, hidden: 0, undone: 0 }]);
    expect(statistics?.reasons).toEqual([{ reason: "off_topic", number: 1 }]);
    expect(statistics?.perDay).toHaveLength(7);
    expect(statistics?.perDay.reduce((sum, day) => sum + day.posted, 0)).toBe(4);
    expect(statistics?.perDay.reduce((sum, day) => sum + day.rejected, 0)).toBe(2);
    expect(new Date(statistics?.oldest ?? "").getTime()).toBeLessThanOrEqual((await commentNow(four)).createdAt.getTime());
    for (const actor of [await somebody("author"), visitor]) expect(await moderationStatistics(actor, 7, zone)).toBeNull();
  });
});

describe("the tallies", () => {
  it("change nothing of what the statistics say, whenever they are made, by however many at once", async () => {
    await test.migrator().execute(sql`truncate appeals, quality_checks, moderation_events, moderation_tallies cascade`);
    expect(await tallyDecisions()).toBe(0);
    const story = await storyToTalkAbout(editor);
    const one = (await said(story, await somebody("reader"))).commentId;
    const revisionId = (await commentNow(one)).currentRevisionId;
    const insert = (from: number, to: number) =>
      test.migrator().execute(sql`insert into moderation_events (id, comment_id, revision_id, actor_id, from_status, to_status, reason_code, undoes, created_at)
        select gen_random_uuid(), ${one}, ${revisionId}, case when n % 3 = 0 then null when n % 3 = 1 then ${ana.personId}::uuid else ${bo.personId}::uuid end, case when n % 5 = 0 then null else 'held' end, (array['approved', 'rejected', 'spam', 'held', 'hidden'])[1 + n % 5], case when n % 5 = 1 then (array['abuse', 'hate'])[1 + n % 2] end, case when n % 7 = 0 then ${one}::uuid end, now() - n * interval '47 minutes' from generate_series(${from}::int, ${to}::int) n`);
    await insert(300, 900);
    const figures = async () => {
      const all = await moderationStatistics(ana, 30, zone);
      return { perDay: all?.perDay, people: all?.people, reasons: all?.reasons };
    };
    const before = await figures();
    const quarters = await Promise.all([tallyDecisions(), tallyDecisions()]);
    expect(Math.max(...quarters)).toBeGreaterThan(0);
    expect(await figures()).toEqual(before);
    expect(await tallyDecisions()).toBe(0);
    // What comes afterwards is counted beside them.
    expectOk(await decideNow(one, "approve", ana));
    const approvals = (all: Awaited<ReturnType<typeof figures>>) => all.people?.find(({ id }) => id === ana.personId)?.approved ?? 0;
    expect(approvals(await figures())).toBe(approvals(before) + 1);
    expect(await tallyDecisions()).toBe(0);
    expect(approvals(await figures())).toBe(approvals(before) + 1);
  });
});

describe("a second look", () => {
  it("is at two of a hundred approvals of others, says nothing of whose they were, and is asked once", async () => {
    await test.migrator().execute(sql`truncate appeals, quality_checks, moderation_events cascade`);
    const story = await storyToTalkAbout(editor);
    const { commentId } = await said(story, await somebody("reader"), { text: "Approved by Ana." });
    expectOk(await decideNow(commentId, "approve", ana));
    // Of many approvals two in a hundred are chosen, and always the same.
    const [chosen] = await test.migrator().execute<{ number: number }>(sql`select count(*)::int as number from (select gen_random_uuid() as id from generate_series(1, 20000)) as e where abs(hashtextextended(e.id::text, 0)) % 100 < 2`);
    expect(chosen?.number).toBeGreaterThan(300);
    expect(chosen?.number).toBeLessThan(500);
    const [picked] = await test.migrator().execute<{ id: string }>(sql`select id from (select gen_random_uuid() as id from generate_series(1, 2000)) as e where abs(hashtextextended(e.id::text, 0)) % 100 < 2 limit 1`);
    const eventId = picked?.id ?? "";
    await test.migrator().execute(sql`update moderation_events set id = ${eventId} where comment_id = ${commentId} and to_status = 'approved'`);

    expect((await secondLook(ana))?.next).toBeNull();
    expect(failureOf(await lookAgain.execute({ eventId, reason: null }, { actor: ana }))?.reason).toBe("looked_at");
    const look = await secondLook(bo);
    expect(look?.next).toMatchObject({ eventId });
    expect(JSON.stringify(look)).not.toContain(ana.personId);
    expectOk(await lookAgain.execute({ eventId, reason: "abuse" }, { actor: bo }));
    expect((await commentNow(commentId)).status).toBe("approved");
    expect(failureOf(await lookAgain.execute({ eventId, reason: null }, { actor: wim }))?.reason).toBe("looked_at");
    expect((await secondLook(wim))?.next).toBeNull();
    expect(await appDatabase().select().from(qualityChecks)).toMatchObject([{ eventId, checkedBy: bo.personId, agrees: false, reason: "abuse" }]);
    expect((await moderationStatistics(ana, 7, zone))?.quality).toEqual({ checked: 1, agreed: 0 });
    expect(await appDatabase().select().from(events).where(eq(events.name, "comment.quality_checked"))).toHaveLength(1);
  });
});

describe("the page of a commenter", () => {
  it("tells what is known of somebody with an account, to moderators alone", async () => {
    const story = await storyToTalkAbout(editor);
    const reader = await readerKnownTo({ editor, moderator: ana }, "Nell");
    expectOk(await decideNow((await said(story, reader)).commentId, "reject", ana));
    const page = await personPage(bo, reader.personId);
    expect(page).toMatchObject({ kind: "reader", name: "Nell", trust: { level: 1 }, standing: { standing: "ok", until: null }, counts: { all: 3, approved: 2, rejected: 1 }, lastDecided: ["rejected", "approved", "approved"], rejectable: { day: 0, week: 2, all: 2 }, seen: null, can: { sanction: true, ban: true, banAlone: false, note: true } });
    expect(page?.comments.map(({ status }) => status)).toEqual(["rejected", "approved", "approved"]);
    const { sanctionId } = expectOk(await imposeSanction.execute({ who: { personId: reader.personId }, kind: "ban", days: null, reason: "abuse", message: "", sweep: "all", seen: null }, { actor: ana }));
    expectOk(await noteCommenter.execute({ who: { personId: reader.personId }, text: "Also writes as Hanne." }, { actor: ana }));
    const [own, others] = [await personPage(ana, reader.personId), await personPage(bo, reader.personId)];
    expect(own?.sanctions).toMatchObject([{ id: sanctionId, holds: true, by: "Ana", asked: { days: null }, sweep: { total: 2, waiting: 2, rejected: 0 }, can: { lift: true, confirm: false } }]);
    expect(others?.sanctions[0]?.can.confirm).toBe(true);
    expect(others).toMatchObject({ standing: { standing: "suspended" }, seen: sanctionId, notes: [{ text: "Also writes as Hanne.", by: "Ana" }] });
    expect((await waitingBans(bo)).map(({ href }) => href)).toContain(`/desk/comments/people/${reader.personId}`);
    for (const actor of [reader, await somebody("author"), visitor]) {
      expect(commenterSee.check(actor, null)).toBe(false);
      expect(await personPage(actor, reader.personId)).toBeNull();
      expect(await waitingBans(actor)).toEqual([]);
    }
    for (const nobody of ["x", crypto.randomUUID()]) expect(await personPage(ana, nobody)).toBeNull();
    expect((await personPage(ana, editor.personId))?.can).toMatchObject({ sanction: false });
  });

  it("tells how many who are kept out wrote from the same network on the same day, once each, and nothing of where that is", async () => {
    const story = await storyToTalkAbout(editor);
    const [reader, banned, free] = [await somebody("reader"), await somebody("reader"), await somebody("reader")];
    const at = async (actor: PersonActor, network: string) => {
      const { commentId } = await said(story, actor);
      await appDatabase().insert(commentNetworks).values({ commentId, network, prefix: `prefix of ${network}`, browser: "b", createdAt: new Date() });
    };
    for (const actor of [reader, banned, banned, free]) await at(actor, "here");
    expect((await personPage(ana, reader.personId))?.sameNetwork).toBe(0);
    expectOk(await imposeSanction.execute({ who: { personId: banned.personId }, kind: "suspend", days: 3, reason: "abuse", message: "", sweep: null, seen: null }, { actor: ana }));
    const page = await personPage(ana, reader.personId);
    expect(page?.sameNetwork).toBe(1);
    expect(JSON.stringify(page)).not.toContain("here");
    const elsewhere = await somebody("reader");
    await at(elsewhere, "elsewhere");
    expect((await personPage(ana, elsewhere.personId))?.sameNetwork).toBe(0);
  });

  it("is found for a guest by the key of her address, and tells no address", async () => {
    const { commentId } = await said(await storyToTalkAbout(editor), visitor, { email: "nell@post.example" });
    const { guestId } = await commentNow(commentId);
    const [row] = await test.migrator().execute<{ key: string }>(sql`select email_hmac as key from guests where id = ${guestId}`);
    const page = await guestPage(ana, row?.key ?? "");
    expect(page).toMatchObject({ kind: "guest", confirmed: false, trust: { level: 0 }, counts: { all: 1, waiting: 1 } });
    expect(await guestPage(ana, guestId ?? "")).toEqual(page);
    expect(JSON.stringify(page)).not.toContain("nell@");
    expect(await guestPage(ana, "nothing")).toBeNull();
  });
});
