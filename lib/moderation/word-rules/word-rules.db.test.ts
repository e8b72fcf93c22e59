import { eq, isNull, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentRevisions, comments, moderationEvents, wordRuleHits, wordRules } from "@/db/schema";
import { commentNow, decideNow, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { editComment } from "@/lib/comments/commands/edit-comment";
import type { PersonActor } from "@/lib/core/actor";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { tryPipeline } from "@/lib/moderation/try-pipeline";
import { addWordRule, changeWordRule, deleteWordRule, restoreWordRule } from "@/lib/moderation/word-rules/commands/change-word-rules";
import { importWordRules } from "@/lib/moderation/word-rules/commands/import-word-rules";
import { foldHits } from "@/lib/moderation/word-rules/hits";
import { wordRulesPage, wordRulesTable } from "@/lib/moderation/word-rules/reads/word-rules";

useTestDatabase();

let editor: PersonActor;
let moderator: PersonActor;
let administrator: PersonActor;
let reader: PersonActor;
let story: string;

beforeAll(async () => {
  [editor, moderator, administrator] = [await somebody("editor"), await somebody("moderator"), await somebody("administrator")];
  reader = await readerKnownTo({ editor, moderator });
  story = await storyToTalkAbout(editor);
});

const plain = { kind: "words", action: "hold", language: null, sectionId: null, note: "", enabled: true } as const;
const add = async (pattern: string, more: object = {}) => expectOk(await addWordRule.execute({ ...plain, pattern, ...more }, { actor: editor })).id;
const ruleNow = async (id: string) => (await wordRulesPage(editor))?.rules.find((rule) => rule.id === id);
const signalsOf = async (commentId: string) => (await appDatabase().select({ signals: commentRevisions.signals }).from(commentRevisions).where(eq(commentRevisions.id, (await commentNow(commentId)).currentRevisionId)))[0]?.signals;

it("holds from the moment at which it was saved until it is off, and counts what it finds", async () => {
  const text = "The Zwieback council, again.";
  const before = await said(story, reader, { text });
  expect(before.status).toBe("published");
  const id = await add("zwieback", { note: "Last year’s flood" });
  const held = await said(story, reader, { text: `${text} Why?` });
  expect(held.status).toBe("held");
  expect(await signalsOf(held.commentId)).toEqual([{ phase: "word_rule", severity: "hold", evidence: "On a rule: “Zwieback” (Last year’s flood)", ruleId: id, spans: [{ from: 4, to: 12 }] }]);
  expect(await ruleNow(id)).toMatchObject({ hits: 1, approved: 0, by: editor.name, changedBy: null });
  expectOk(await decideNow(held.commentId, "approve", moderator));
  expect(await ruleNow(id)).toMatchObject({ hits: 1, approved: 1 });
  expectOk(await changeWordRule.execute({ id, seen: 1, ...plain, pattern: "zwieback", enabled: false }, { actor: administrator }));
  expect((await said(story, reader, { text: `${text} How?` })).status).toBe("published");
  expect(await ruleNow(id)).toMatchObject({ enabled: false, version: 2, changedBy: administrator.name });
});

it("rejects by itself for a banned word, which whoever wrote it may object to; marks, and takes for spam", async () => {
  await add("knacker*", { action: "reject" });
  const rejected = await said(story, reader, { text: "You knackers of the town." });
  expect(rejected.status).toBe("rejected");
  expect(await commentNow(rejected.commentId)).toMatchObject({ statusReason: "banned_word", decidedBy: null });
  expect(await appDatabase().select({ to: moderationEvents.toStatus, reason: moderationEvents.reasonCode }).from(moderationEvents).where(eq(moderationEvents.commentId, rejected.commentId))).toEqual([{ to: "rejected", reason: "banned_word" }]);
  await add("humbug", { action: "flag" });
  const marked = await said(story, reader, { text: "Humbug, all of it." });
  expect(marked.status).toBe("published");
  expect(await signalsOf(marked.commentId)).toMatchObject([{ severity: "flag" }]);
  await add("sails.example", { kind: "domain", action: "spam" });
  expect((await said(story, reader, { text: "Cheap at shop.sails.example today" })).status).toBe("spam");
  // Staff are not scored, but for blocked addresses.
  expect((await said(story, editor, { text: "Humbug of the knackers." })).status).toBe("approved");
  expect((await said(story, editor, { text: "See https://sails.example there" })).status).toBe("held");
});

it("finds what an edit brings in, and rejects that", async () => {
  await add("gammon", { action: "reject" });
  const { commentId, status } = await said(story, reader, { text: "A calm remark about ham." });
  expect(status).toBe("published");
  expectOk(await editComment.execute({ of: { commentId }, revisionId: (await commentNow(commentId)).currentRevisionId, text: "A calm remark about gammon." }, { actor: reader }));
  expect(await commentNow(commentId)).toMatchObject({ status: "rejected", statusReason: "banned_word" });
});

it("holds in its section alone, and for its language alone", async () => {
  const other = await someSection();
  await add("quince", { sectionId: other.id });
  await add("medlar", { language: "fr" });
  expect((await said(story, reader, { text: "A quince and a medlar." })).status).toBe("published");
});

it("of two who change a rule the second is told; one that is there is not added twice; a bad pattern is a sentence", async () => {
  const id = await add("Rhubarb  pie");
  const change = (actor: PersonActor, seen: number, pattern: string) => changeWordRule.execute({ id, seen, ...plain, pattern }, { actor });
  expectOk(await change(administrator, 1, "rhubarb pies"));
  const second = failureOf(await change(editor, 1, "rhubarb cake"));
  expect(second).toMatchObject({ reason: "changed_meanwhile", current: 2, message: expect.stringContaining(`${administrator.name} has changed this rule`) });
  expectOk(await change(editor, 2, "rhubarb cake"));
  expect(failureOf(await addWordRule.execute({ ...plain, pattern: "rhubarb cake" }, { actor: editor }))?.reason).toBe("same_rule");
  for (const [kind, pattern] of [["expression", "(a"], ["words", "*"], ["domain", "nowhere"]]) expect(failureOf(await addWordRule.execute({ ...plain, kind, pattern }, { actor: editor }))).toMatchObject({ reason: "wrong_pattern", fields: { pattern: expect.stringMatching(/^[A-Z].*[.:]/) } });
  expect(failureOf(await addWordRule.execute({ ...plain, pattern: "x", more: 1 }, { actor: editor }))?.code).toBe("invalid");
});

it("is deleted and brought back with its hits, and gone after a month", async () => {
  const id = await add("parsnip");
  await said(story, reader, { text: "Parsnip for president." });
  expectOk(await deleteWordRule.execute({ id }, { actor: editor }));
  expect((await said(story, reader, { text: "Parsnip for mayor." })).status).toBe("published");
  expect((await wordRulesPage(editor))?.deleted).toMatchObject([{ id, pattern: "parsnip" }]);
  expectOk(await restoreWordRule.execute({ id }, { actor: editor }));
  expect((await said(story, reader, { text: "Parsnip for clerk." })).status).toBe("held");
  expect(await ruleNow(id)).toMatchObject({ hits: 2 });
  expectOk(await deleteWordRule.execute({ id }, { actor: editor }));
  await add("parsnip");
  expect(failureOf(await restoreWordRule.execute({ id }, { actor: editor }))?.reason).toBe("same_rule");
  await appDatabase().update(wordRules).set({ deletedAt: sql`now() - interval '31 days'` }).where(eq(wordRules.id, id));
  await foldHits();
  expect(await appDatabase().select().from(wordRules).where(eq(wordRules.id, id))).toEqual([]);
});

it("keeps its count when its hits are folded, and forgets of which comments they were; a purge forgets at once", async () => {
  const id = await add("turnip");
  const [first, second] = [await said(story, reader, { text: "Turnip one." }), await said(story, reader, { text: "Turnip two." })];
  await appDatabase().update(wordRuleHits).set({ at: sql`now() - interval '31 days'` }).where(eq(wordRuleHits.commentId, first.commentId));
  await foldHits();
  expect(await ruleNow(id)).toMatchObject({ hits: 2 });
  const { currentRevisionId: revisionId, status } = await commentNow(second.commentId);
  expectOk(await purgeComment.execute({ commentId: second.commentId, revisionId, status }, { actor: administrator }));
  expect(await appDatabase().select().from(wordRuleHits).where(eq(wordRuleHits.ruleId, id))).toEqual([]);
});

it("goes into a table and comes out of one, and a table with a mistake adds nothing", async () => {
  await add("=cmd|'/c calc'!A1", { note: '-1, "quoted"' });
  const section = await someSection();
  await add("=cmd|'/c calc'!A1", { sectionId: section.id });
  const table = (await wordRulesTable(editor)) ?? "";
  expect(table).toContain(`words,'=cmd|'/c calc'!A1,hold,,,"'-1, ""quoted""",yes\r\nwords,'=cmd|'/c calc'!A1,hold,,${section.slug},,yes\r\n`);
  const bring = (text: string) => importWordRules.execute({ table: text }, { actor: editor });
  expect(expectOk(await bring(table))).toMatchObject({ added: 0 });
  // What holds everywhere is another rule than the same of one section, and the table of a paper brings both back.
  expect(expectOk(await bring(`pattern,section\nsalsify,${section.slug.toUpperCase()}\nsalsify,\nsalsify, ${section.slug}`))).toEqual({ added: 2, known: 1 });
  const standing = async () => (await wordRulesPage(editor))?.rules.map(({ kind, pattern, action, language, sectionId, note, enabled }) => ({ kind, pattern, action, language, sectionId, note, enabled }));
  const [stood, all] = [await standing(), (await wordRulesTable(editor)) ?? ""];
  await appDatabase().update(wordRules).set({ deletedAt: sql`now()` }).where(isNull(wordRules.deletedAt));
  expect(expectOk(await bring(all))).toEqual({ added: stood?.length, known: 0 });
  expect(await standing()).toEqual(expect.arrayContaining(stood ?? []));
  expect(failureOf(await bring("pattern,section\nsamphire,no-such-section"))).toMatchObject({ reason: "wrong_table", message: expect.stringContaining("Line 2: There is no section “no-such-section” here") });
  expect(expectOk(await bring("pattern;action\nswede;flag\nSwede;reject\nswede;hold"))).toEqual({ added: 2, known: 1 });
  const before = (await wordRulesPage(editor))?.all;
  expect(failureOf(await bring("pattern,kind\nkohlrabi,words\n(x,expression\nbeet,vegetable"))).toMatchObject({ reason: "wrong_table", message: expect.stringMatching(/^Nothing was added\. Line 3: The expression cannot be read: .* Line 4: “vegetable” is no kind of rule/) });
  for (const [wrong, sentence] of [["", "first line names the columns"], ["words\nx", "first line names"], ['pattern\n"open', "not closed"], ["pattern\n", "no rule in it"]] as const) expect(failureOf(await bring(wrong))?.message).toContain(sentence);
  expect((await wordRulesPage(editor))?.all).toBe(before);
});

it("is tried with the whole pipeline, and nothing of that is kept", async () => {
  const id = await add("celeriac");
  const [{ number } = { number: 0 }] = await appDatabase().select({ number: sql<number>`count(*)`.mapWith(Number) }).from(comments);
  const tried = expectOk(await tryPipeline.execute({ text: "CELERIAC! Call +49 170 123 45 67", as: "known" }, { actor: editor }));
  expect(tried.status).toBe("held");
  expect(tried.phases.filter(({ found }) => found.length > 0).map(({ name, found }) => [name, ...found.map(({ spans: [span] }) => tried.text.slice(span?.from, span?.to))])).toEqual([["word_rule", "CELERIAC"], ["personal_data", "+49 170 123 45 67"]]);
  expect(expectOk(await tryPipeline.execute({ text: "A calm word.", as: "trusted" }, { actor: editor }))).toMatchObject({ status: "published" });
  expect(expectOk(await tryPipeline.execute({ text: "A calm word.", as: "guest" }, { actor: editor }))).toMatchObject({ status: "held" });
  expect(expectOk(await tryPipeline.execute({ text: "A calm word.", as: "newcomer", articleId: story }, { actor: editor })).phases.find(({ name }) => name === "newness")?.found).toHaveLength(1);
  expect(failureOf(await tryPipeline.execute({ text: " ", as: "known" }, { actor: editor }))?.message).toContain("The gate refuses it");
  expect(await ruleNow(id)).toMatchObject({ hits: 0 });
  expect((await appDatabase().select({ number: sql<number>`count(*)`.mapWith(Number) }).from(comments))[0]?.number).toBe(number);
});

it("is nobody’s but the desk’s", async () => {
  for (const actor of [moderator, reader, await somebody("author")]) {
    expect(failureOf(await addWordRule.execute({ ...plain, pattern: "leek" }, { actor }))?.code).toBe("forbidden");
    expect(failureOf(await importWordRules.execute({ table: "pattern\nleek" }, { actor }))?.code).toBe("forbidden");
    expect(failureOf(await tryPipeline.execute({ text: "leek", as: "known" }, { actor }))?.code).toBe("forbidden");
    expect([await wordRulesPage(actor), await wordRulesTable(actor)]).toEqual([null, null]);
  }
});
