import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { appeals, commentReports, legalNotices, sanctions } from "@/db/schema";
import { cardOf, decideNow, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { sanctionNames } from "@/db/vocabulary";
import { expectOk } from "@/db/testing/results";
import { appealDecision } from "@/lib/comments/commands/appeal-decision";
import { reportComment } from "@/lib/comments/commands/report-comment";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { decideComment } from "@/lib/moderation/commands/decide";
import { answerAppeal } from "@/lib/moderation/commands/answer-appeal";
import { forgetDecisions } from "@/lib/moderation/forget-decisions";
import { countedYears, countsAsLines, countsAsTable, yearlyCounts } from "@/lib/moderation/reads/yearly-counts";
import { sanctionWords } from "@/lib/sanctions/words";
import { tallyDecisions } from "@/lib/moderation/tally-decisions";

useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
const year = new Date().getUTCFullYear();
let [editor, ana, bo] = [] as unknown as [PersonActor, PersonActor, PersonActor];
beforeAll(async () => {
  [editor, ana, bo] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await somebody("moderator", "Bo")];
});
const now = async () => {
  const counts = await yearlyCounts(ana, year);
  if (!counts) throw new Error("Nothing is counted.");
  return counts;
};

it("a year’s notices, acts and complaints are counted from what is recorded, whoever asks who may", async () => {
  const story = await storyToTalkAbout(editor);
  const bad = await said(story, visitor);
  const shown = await said(story, editor);
  const report = (commentId: string, reason: string) => reportComment.execute({ commentId, reason, law: "StGB § 185", text: "It calls the harbour master a thief.", notice: { name: "Nell", email: "nell@post.example", childOffence: false, goodFaith: true }, network: crypto.randomUUID(), prefix: "p" }, { actor: visitor });
  for (const reason of ["illegal", "abuse", "abuse"]) expectOk(await report(shown.commentId, reason));
  expectOk(await decideNow(shown.commentId, "approve", ana));
  await appDatabase().update(legalNotices).set({ settledAt: sql`created_at + interval '90 seconds'` });
  const { eventId } = expectOk(await decideComment.execute({ ...(await cardOf(bad.commentId)), decision: "reject", reason: "hate", message: "" }, { actor: ana }));
  expectOk(await appealDecision.execute({ of: { key: bad.key }, eventId, text: "It was on topic." }, { actor: visitor }));
  const [appeal] = await appDatabase().execute<{ id: string }>(sql`select id from appeals`);
  expectOk(await answerAppeal.execute({ appealId: appeal?.id, granted: false, answer: "" }, { actor: bo }));
  const counts = await now();
  expect(counts.notices).toMatchObject({ all: 1, children: 0, disagreed: 1, agreed: 0, pending: 0 });
  expect(Math.round(counts.medianToAct ?? 0)).toBe(90);
  expect(counts.reports).toEqual([{ reason: "abuse", number: 2, agreed: 0 }, { reason: "illegal", number: 1, agreed: 0 }]);
  expect(counts.acts.people).toEqual({ rejected: 1, spam: 0, hidden: 0 });
  expect(counts.reasons).toEqual([{ reason: "hate", number: 1 }]);
  expect(counts.heldByProgram).toBe(1);
  expect(counts.complaints).toMatchObject({ all: 1, refused: 1, granted: 0 });
  expect(await countedYears(ana)).toEqual([year]);
  expect([await countedYears(await somebody("author")), await yearlyCounts(await somebody("author"), year)]).toEqual([null, null]);
  expect((await yearlyCounts(ana, year - 1))?.acts.people.rejected).toBe(0);
  const table = countsAsTable(counts);
  expect(table).toContain(`"${year}","Notices of unlawful content","all","1"\r\n`);
  expect(table).not.toMatch(/Nell|Ana|harbour/);
  const lines = countsAsLines({ ...counts, reports: [{ reason: "spam_ad", number: 1, agreed: 0 }], sanctions: [{ kind: "premod", number: 1 }] });
  expect(lines).toContainEqual(["Reports by readers", sanctionWords.en.reasons.spam_ad, 1]);
  expect(lines).toContainEqual(["Sanctions", sanctionNames.premod, 1]);
  for (const [, kind] of lines) expect(kind).not.toContain("_");
});

it("a year’s counts are the same when decisions are tallied, and when reports, notices, sanctions and decisions with their complaints are forgotten", async () => {
  const story = await storyToTalkAbout(editor);
  const { commentId } = await said(story, editor);
  const [old, longAgo] = [new Date(Date.UTC(year - 2, 5, 15)), new Date(Date.UTC(year - 4, 5, 15))];
  const report = (outcome: "agreed" | "disagreed") => ({ commentId, revisionId: crypto.randomUUID(), reason: "hate" as const, weight: 1, counts: true, outcome, createdAt: old });
  await appDatabase().insert(commentReports).values([report("agreed"), report("agreed"), report("disagreed")]);
  await appDatabase().insert(sanctions).values([1, 2].map((one) => ({ addressKey: `key ${one}`, addressProven: true, kind: "ban" as const, reason: "hate" as const, createdAt: old, endsAt: old })));
  await appDatabase().execute(sql`insert into legal_notices (id, comment_id, revision_id, law, explanation, place, child_offence, language, outcome, created_at) select gen_random_uuid(), ${commentId}, gen_random_uuid(), '', '', '', child, 'en', outcome, ${longAgo.toISOString()}::timestamptz from (values (true, 'agreed'), (false, 'agreed'), (false, 'disagreed')) as each (child, outcome)`);
  for (const [place, outcome] of ["granted", "refused"].entries()) {
    const eventId = `01828282-0000-7000-8000-00000000000${place}`;
    await appDatabase().execute(sql`insert into moderation_events (id, comment_id, revision_id, actor_id, from_status, to_status, created_at) select ${eventId}, id, current_revision_id, ${ana.personId}, 'held', 'rejected', ${longAgo.toISOString()}::timestamptz from comments where id = ${commentId}`);
    await appDatabase().insert(appeals).values({ commentId, eventId, text: "It was on topic.", outcome: outcome as "granted", createdAt: longAgo, decidedAt: new Date(longAgo.getTime() + 100_000) });
  }
  const earlier = await yearlyCounts(ana, year - 4);
  const noticed = earlier?.notices;
  expect([earlier?.complaints, earlier?.medianToComplaint]).toEqual([{ all: 2, granted: 1, refused: 1, lapsed: 0, pending: 0 }, 100]);
  expect(noticed).toEqual({ all: 3, children: 1, agreed: 2, disagreed: 1, ignored: 0, pending: 0 });
  const before = [await yearlyCounts(ana, year - 2), await yearlyCounts(ana, year)];
  expect(before[0]?.reports).toEqual([{ reason: "hate", number: 3, agreed: 2 }]);
  expect(before[0]?.sanctions).toContainEqual({ kind: "ban", number: 2 });
  expect(await forgetExpired()).toBe(8);
  await tallyDecisions();
  expect(await forgetDecisions()).toBe(2);
  const gone = await yearlyCounts(ana, year - 4);
  expect(gone).toEqual({ ...earlier, medianToAct: null, medianToComplaint: null });
  expect(gone && countsAsTable(gone)).toContain(`"${year - 4}","Complaints about decisions","all","2"\r\n`);
  expect([await yearlyCounts(ana, year - 2), await yearlyCounts(ana, year)]).toEqual(before);
});
