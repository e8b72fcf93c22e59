import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentRevisions, comments, spamLessons, spamTokens } from "@/db/schema";
import { commentNow, decideNow, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import type { PersonActor } from "@/lib/core/actor";
import { undoDecision } from "@/lib/moderation/commands/decide";
import { allTexts } from "@/lib/moderation/spam-filter/learned";
import { learnFromDecisions } from "@/lib/moderation/spam-filter/learn";

useTestDatabase();

let editor: PersonActor;
let moderator: PersonActor;
let story: string;
const visitor = { kind: "visitor", network: "n" } as const;

beforeAll(async () => {
  [editor, moderator] = [await somebody("editor"), await somebody("moderator")];
  story = await storyToTalkAbout(editor);
});

const goods = ["watches", "handbags", "loans", "pills", "lottery tickets", "followers", "casino chips", "diplomas", "miracle creams", "crypto tips"];
const places = ["the harbour", "the council", "the north pier", "the tram stop", "the reservoir", "the library", "the market", "the lighthouse", "the far shore", "the ferry office"];
const everything = async () => (await appDatabase().select().from(spamTokens).orderBy(spamTokens.token)).filter(({ spam, ham }) => spam !== 0 || ham !== 0);
const totals = async () => (await appDatabase().select({ spam: spamTokens.spam, ham: spamTokens.ham }).from(spamTokens).where(eq(spamTokens.token, allTexts)))[0];
const signalsOf = async (commentId: string) => {
  const { currentRevisionId } = await commentNow(commentId);
  const [revision] = await appDatabase().select({ signals: commentRevisions.signals }).from(commentRevisions).where(eq(commentRevisions.id, currentRevisionId));
  return revision?.signals ?? [];
};

it("learns from what was called spam and what was approved, and from nothing else", async () => {
  for (const [number, what] of goods.entries()) expectOk(await decideNow((await said(story, visitor, { text: `Amazing offer number ${number}: buy ${what} today, guaranteed cheap, no questions asked` })).commentId, "spam", moderator));
  for (const [number, where] of places.entries()) expectOk(await decideNow((await said(story, visitor, { text: `The people of ${where} asked ${number} times for a night boat` })).commentId, "approve", moderator));
  expectOk(await decideNow((await said(story, visitor, { text: "You are all fools and your boat is a bathtub" })).commentId, "reject", moderator));
  await said(story, visitor, { text: "Nobody has decided about this remark of mine yet" });
  expect(await learnFromDecisions()).toBe(20);
  expect(await totals()).toEqual({ spam: 10, ham: 10 });
  expect(await learnFromDecisions()).toBe(0);
});

it("is silent until it has learned enough of either kind", async () => {
  const { commentId } = await said(story, await readerKnownTo({ editor, moderator }), { text: "Buy amazing watches today, guaranteed cheap" });
  expect((await signalsOf(commentId)).map(({ phase }) => phase)).not.toContain("reads_like_spam");
  await learnFromDecisions();
});

it("two that learn at once learn once, and what is taken back is unlearned", async () => {
  const { commentId } = await said(story, visitor, { text: "Buy one more amazing cheap thing of us, guaranteed" });
  const before = await everything();
  const { eventId } = expectOk(await decideNow(commentId, "spam", moderator));
  const learned = await Promise.all([learnFromDecisions(), learnFromDecisions(), learnFromDecisions()]);
  expect(learned.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await everything()).not.toEqual(before);
  expectOk(await undoDecision.execute({ eventId }, { actor: moderator }));
  expect(await learnFromDecisions()).toBe(1);
  expect(await everything()).toEqual(before);
  expect(await appDatabase().select().from(spamLessons).where(eq(spamLessons.commentId, commentId))).toEqual([]);
});

it("and so is what its author wrote anew since", async () => {
  const { commentId } = await said(story, await readerKnownTo({ editor, moderator }), { text: "A quiet remark of the old ferry" });
  await learnFromDecisions();
  const before = await everything();
  expectOk(await decideNow(commentId, "approve", moderator));
  expect(await learnFromDecisions()).toBe(1);
  await appDatabase().update(comments).set({ status: "published", decidedBy: null }).where(eq(comments.id, commentId));
  expect(await learnFromDecisions()).toBe(1);
  expect(await everything()).toEqual(before);
});

it("then holds what reads like spam, names the words, and lets a calm remark through", async () => {
  await appDatabase().update(spamTokens).set({ spam: sql`spam * 30`, ham: sql`ham * 30` });
  const offered = await said(story, await readerKnownTo({ editor, moderator }), { text: "Amazing watches, buy today, guaranteed cheap, no questions" });
  const remark = await said(story, await readerKnownTo({ editor, moderator }), { text: "The council asked for a night boat and the people of the harbour did, too" });
  expect(["held", "spam"]).toContain(offered.status);
  expect(remark.status).toBe("published");
  const [signal] = (await signalsOf(offered.commentId)).filter(({ phase }) => phase === "reads_like_spam");
  expect(signal?.evidence).toMatch(/^Reads like spam: “.+”/);
});
