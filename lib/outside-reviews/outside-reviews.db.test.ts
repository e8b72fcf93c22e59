import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, outsideReaders, outsideRemarks, outsideReviews, people, revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { deskList, storyState } from "@/lib/articles/reads/desk";
import { committedContent } from "@/lib/articles/update-log";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import type { Passage } from "@/lib/comparison/running-text";
import type { Block, StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { newId, tokenHash } from "@/lib/kernel/ids";
import { addNote } from "@/lib/notes/commands/add-note";
import { offerReview, revokeReview } from "@/lib/outside-reviews/commands/offer-review";
import { enterReview, remarkInReview, seeReview } from "@/lib/outside-reviews/commands/read-review";
import { settleRemark } from "@/lib/outside-reviews/commands/settle-remark";
import { deskReviews } from "@/lib/outside-reviews/reads/desk-reviews";
import { outsideView } from "@/lib/outside-reviews/reads/outside-view";

useTestDatabase();

const outside: VisitorActor = { kind: "visitor", network: "n" };
let [orla, ana, ben, cato] = [] as unknown as [PersonActor, PersonActor, PersonActor, PersonActor];
let section: { id: string };
beforeAll(async () => {
  [orla, ana, ben, cato] = [await somebody("editor", "Orla"), await somebody("author", "Ana"), await somebody("author", "Ben"), await somebody("contributor", "Cato")];
  section = await someSection();
});

const db = () => appDatabase();
const line = (letter: string, text: string): Block => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
const stash = { type: "stash", attrs: { id: "s".repeat(10) }, content: [{ type: "paragraph", content: [{ type: "text", text: "The source is her brother." }] }] } as unknown as Block;
const textIn = async (id: string) => (await committedContent(db(), id)).body.content.map(textOfBlock);
const story = async (actor = ana) => expectOk(await createArticle.execute({ content: someContent(section.id, { headline: "As it was", body: { type: "doc", content: [line("a", "The ferry leaves at 23:40."), stash, line("b", "Nobody slept.")] } }) }, { actor })).id;
const rewrite = async (id: string, content: Partial<StoryContent>) => expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: { ...(await committedContent(db(), id)), ...content } }, { actor: orla }));
const offered = async (articleId: string, more: object = {}, actor = ana) => expectOk(await offerReview.execute({ articleId, forWhom: "Dr Meyer", word: "Is the timetable right?", days: 7, ...more }, { actor }));
const entered = async (token: string, name = "Ute Meyer") => expectOk(await enterReview.execute({ token, name }, { actor: outside })).key;
const remark = (token: string, key: string, input: object) => remarkInReview.execute({ token, key, ...input }, { actor: outside });
const seen = async (articleId: string) => (await deskReviews(ana, articleId))?.reviews ?? expect.unreachable();
const settle = (articleId: string, remarkId: string, verdict: string, more: object = {}, actor = ana) => settleRemark.execute({ articleId, remarkId, verdict, ...more }, { actor });

describe("a link for a reviewer from outside", () => {
  it("is made by whoever may publish the story, and only its hash is kept", async () => {
    const articleId = await story();
    const { token, id } = await offered(articleId);
    const [row] = await db().select().from(outsideReviews).where(eq(outsideReviews.id, id));
    expect(row?.tokenHash).toBe(tokenHash(token));
    expect(JSON.stringify(await db().execute(sql`select to_jsonb(e) from events e where subject_id = ${articleId}`))).not.toContain(token);
    expect(failureOf(await offerReview.execute({ articleId, forWhom: "X", days: 7 }, { actor: ben }))?.code).toBe("forbidden");
    const own = await story(cato);
    expect(failureOf(await offerReview.execute({ articleId: own, forWhom: "X", days: 7 }, { actor: cato }))?.code).toBe("forbidden");
    expect(failureOf(await offerReview.execute({ articleId, forWhom: "X", days: 31 }, { actor: ana }))?.code).toBe("invalid");
    expect(await deskReviews(ben, articleId)).toBeNull();
  });

  it("shows the one version it was made of, without notes, stash or what came later, and nothing before a name is given", async () => {
    const articleId = await story();
    expectOk(await addNote.execute({ articleId, anchor: { kind: "story" }, body: "Ask the lawyer." }, { actor: ana }));
    const { token } = await offered(articleId);
    await rewrite(articleId, { headline: "Not for outside" });
    expect(await outsideView(token, null, "UTC")).toMatchObject({ forWhom: "Dr Meyer", word: "Is the timetable right?", from: "Ana", reader: null, version: null });
    const key = await entered(token);
    const view = await outsideView(token, key, "UTC");
    expect(view).toMatchObject({ reader: { name: "Ute Meyer", remarks: [] }, version: { content: { headline: "As it was" } } });
    expect(JSON.stringify(view)).not.toMatch(/brother|lawyer|Not for outside|tokenHash|keyHash/);
    expect(view?.version?.content.body.content).toHaveLength(3);
    expect(failureOf(await remark(token, key, { part: "block:1", said: "x" }))?.reason).toBe("no_place");
  });

  it("leads nowhere once it is over or ended, or whoever made it was sent away; nor with a token that is only nearly right", async () => {
    const articleId = await story();
    const [first, second] = [await offered(articleId), await offered(articleId)];
    const key = await entered(first.token);
    expect(await outsideView(`${first.token.slice(0, -1)}${first.token.endsWith("A") ? "B" : "A"}`, key, "UTC")).toBeNull();
    expectOk(await revokeReview.execute({ articleId, reviewId: first.id }, { actor: orla }));
    expect(await outsideView(first.token, key, "UTC")).toBeNull();
    expect(failureOf(await remark(first.token, key, { part: "story", said: "Late" }))?.code).toBe("not_found");
    expect(failureOf(await revokeReview.execute({ articleId, reviewId: first.id }, { actor: orla }))?.reason).toBe("no_link");
    expect((await outsideView(second.token, key, "UTC"))?.reader, "the name is another link’s").toBeNull();
    await db().update(outsideReviews).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(outsideReviews.id, second.id));
    expect(await outsideView(second.token, null, "UTC")).toBeNull();
    expect((await seen(articleId)).map(({ state }) => state).sort()).toEqual(["ended", "over"]);
    const gone = await somebody("editor", "Gone");
    const third = await offered(articleId, {}, gone);
    expect(await outsideView(third.token, null, "UTC")).not.toBeNull();
    await db().update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.personId));
    expect(await outsideView(third.token, null, "UTC")).toBeNull();
    // Nor of whoever may not publish the story any more: with another role, or since it is not hers.
    const fourth = await offered(articleId);
    expect(await outsideView(fourth.token, null, "UTC")).not.toBeNull();
    await db().update(people).set({ role: "contributor" }).where(eq(people.id, ana.personId));
    expect(await outsideView(fourth.token, null, "UTC")).toBeNull();
    expect(failureOf(await enterReview.execute({ token: fourth.token, name: "Ute" }, { actor: outside }))?.code).toBe("not_found");
    await db().update(people).set({ role: "author" }).where(eq(people.id, ana.personId));
    expect(await outsideView(fourth.token, null, "UTC")).not.toBeNull();
    const others = await story(orla);
    const lent = await somebody("editor", "Lent");
    const fifth = await offered(others, {}, lent);
    await db().update(people).set({ role: "author" }).where(eq(people.id, lent.personId));
    expect(await outsideView(fifth.token, null, "UTC")).toBeNull();
    expect((await deskReviews(orla, others))?.reviews[0]?.state).toBe("shut");
  });

  it("keeps a record of who opened it, when and how often, and each sees only what she said herself", async () => {
    const articleId = await story();
    const { token } = await offered(articleId);
    const [ute, jan] = [await entered(token), await entered(token, "Jan\n  Rook")];
    for (let times = 0; times < 2; times++) expectOk(await seeReview.execute({ token, key: ute }, { actor: outside }));
    expectOk(await remark(token, ute, { part: "story", said: "Well told." }));
    expect([(await deskList(ana, {})).rows.find((row) => row.id === articleId)?.remarks, (await storyState(ana, articleId))?.remarks]).toEqual([1, 1]);
    expect((await outsideView(token, jan, "UTC"))?.reader?.remarks).toEqual([]);
    expect((await outsideView(token, ute, "UTC"))?.reader?.remarks).toMatchObject([{ part: "story", said: "Well told." }]);
    expect((await seen(articleId))[0]).toMatchObject({ readers: [{ name: "Ute Meyer", times: 2 }, { name: "Jan Rook", times: 0 }], remarks: [{ by: "Ute Meyer", title: "the story as a whole", said: "Well told.", settled: null }] });
    const told = await db().select({ name: events.name, by: events.actorName, data: events.data }).from(events).where(and(eq(events.subjectId, articleId), sql`${events.name} like 'article.review%'`)).orderBy(events.id);
    expect(told.map(({ name, by }) => [name, by])).toEqual([["article.review_offered", "Ana"], ["article.review_opened", "a visitor"], ["article.review_opened", "a visitor"], ["article.review_remarked", "a visitor"]]);
    expect(JSON.stringify(told)).not.toContain("Ute");
  });

  it("takes no more names than a link is for, and no empty ones", async () => {
    const { token, id } = await offered(await story());
    for (const name of ["", " ", "42"]) expect(failureOf(await enterReview.execute({ token, name }, { actor: outside }))?.code).toBe("invalid");
    await db().insert(outsideReaders).values(Array.from({ length: 30 }, (_, at) => ({ id: `0190b5a0-0000-7000-8000-0000000001${String(at).padStart(2, "0")}`, reviewId: id, name: "x", keyHash: `${id}${at}`, openedAt: new Date(), lastSeenAt: new Date() })));
    expect(failureOf(await enterReview.execute({ token, name: "One too many" }, { actor: outside }))?.reason).toBe("too_many_readers");
  });
});

describe("other words from outside", () => {
  const proposed = async (part: string, instead: string, said = "") => {
    const articleId = await story();
    const { token } = await offered(articleId);
    const key = await entered(token);
    const { id } = expectOk(await remark(token, key, { part, said, instead }));
    const one = async () => (await seen(articleId))[0]?.remarks[0] ?? expect.unreachable();
    return { articleId, id, token, key, one };
  };

  it("are taken into the story as it stands, between two versions, as writing of whoever takes them", async () => {
    const { articleId, id, one } = await proposed("block:0", "The ferry leaves at 23:45.", "The new timetable");
    await rewrite(articleId, { headline: "Written on", standfirst: "Meanwhile" });
    expect(await one()).toMatchObject({ title: "the first paragraph", was: "The ferry leaves at 23:40.", instead: "The ferry leaves at 23:45.", standing: "fits" });
    expect(failureOf(await settle(articleId, id, "taken", { seen: "x" }))?.reason).toBe("changed_meanwhile");
    expect(failureOf(await settle(articleId, id, "taken", { seen: (await one()).seen }, ben))?.code).toBe("forbidden");
    expectOk(await settle(articleId, id, "taken", { seen: (await one()).seen }));
    expect(await textIn(articleId)).toEqual(["The ferry leaves at 23:45.", "The source is her brother.", "Nobody slept."]);
    expect((await committedContent(db(), articleId)).headline).toBe("Written on");
    const [kept] = await db().select().from(revisions).where(and(eq(revisions.articleId, articleId), eq(revisions.kind, "proposal")));
    expect(kept).toMatchObject({ label: "Ute Meyer, from outside: the first paragraph", reason: "The new timetable", contributors: expect.arrayContaining([ana.personId]) });
    expect(await one()).toMatchObject({ settled: { verdict: "taken", by: "Ana" } });
    expect(failureOf(await settle(articleId, id, "declined"))?.reason).toBe("settled_already");
  });

  it("are told to conflict where the story was changed there, and that they stand there already where somebody wrote the same", async () => {
    const { articleId, id, one } = await proposed("field:headline", "As it is");
    await rewrite(articleId, { headline: "Quite another" });
    expect((await one()).standing).toBe("conflict");
    await rewrite(articleId, { headline: "As it is" });
    expect((await one()).standing).toBe("there");
    const before = (await db().select().from(revisions).where(eq(revisions.articleId, articleId))).length;
    expectOk(await settle(articleId, id, "taken"));
    expect((await db().select().from(revisions).where(eq(revisions.articleId, articleId))).length).toBe(before);
  });

  const proposedFor = async (content: Block[], instead: string, part = "block:0") => {
    const articleId = expectOk(await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content } }) }, { actor: ana })).id;
    const { token } = await offered(articleId);
    const { id } = expectOk(await remark(token, await entered(token), { part, instead }));
    return { articleId, id, one: async () => (await seen(articleId))[0]?.remarks[0] ?? expect.unreachable() };
  };
  const wordsOf = (passages: readonly Passage[] | null | undefined) => passages?.map(({ kind, before, after }) => [kind, (kind === "deleted" ? before : after).map(({ text }) => text).join("")]);

  it("show beside a conflict what stands in the story now, before it is replaced", async () => {
    const { articleId, id, one } = await proposed("block:0", "The ferry leaves at 23:45.");
    await rewrite(articleId, { body: { type: "doc", content: [line("a", "The ferry leaves at 22:10."), line("b", "Nobody slept.")] } });
    const shown = await one();
    expect(shown.standing).toBe("conflict");
    expect(wordsOf(shown.meanwhile)).toContainEqual(["inserted", "22:10"]);
    expectOk(await settle(articleId, id, "taken", { seen: shown.seen }));
    expect(await textIn(articleId)).toEqual(["The ferry leaves at 23:45.", "Nobody slept."]);
  });

  it("are not taken into a story that lost the place, nor brought in beside what is there", async () => {
    const { articleId, id, one } = await proposed("block:0", "The ferry leaves at 23:45.");
    await rewrite(articleId, { body: { type: "doc", content: [line("b", "Nobody slept.")] } });
    const shown = await one();
    expect(shown).toMatchObject({ standing: "moot", meanwhile: [] });
    expect(failureOf(await settle(articleId, id, "taken", { seen: shown.seen }))?.reason).toBe("gone");
    expectOk(await settle(articleId, id, "declined"));
  });

  it("replace a paragraph without a name, however little of it they keep, and never stand beside it", async () => {
    const unnamed = (text: string): Block => ({ type: "paragraph", content: [{ type: "text", text }] });
    const { articleId, id, one } = await proposedFor([unnamed("The ferry leaves at 23:40."), unnamed("Nobody slept.")], "Boats go when they go, says whoever waits.");
    expect((await one()).standing).toBe("fits");
    expectOk(await settle(articleId, id, "taken", { seen: (await one()).seen }));
    expect(await textIn(articleId)).toEqual(["Boats go when they go, says whoever waits.", "Nobody slept."]);
  });

  it("keep the links, marks and unbreakable spaces of what nobody changed, and show what they would take", async () => {
    const link = { type: "link" as const, attrs: { href: "https://example.org/" } };
    const said: Block = { type: "paragraph", attrs: { id: "c".repeat(10) }, content: [{ type: "text", text: "Yesterday at 23:40\u202fUhr the " }, { type: "text", text: "night ferry", marks: [link] }, { type: "text", text: " left late." }] };
    const { articleId, id, one } = await proposedFor([said], "Today at 23:40\u202fUhr the night ferry left early.");
    expect(wordsOf((await one()).changed)?.filter(([kind]) => kind !== "kept")).toEqual([["deleted", "Yesterday"], ["inserted", "Today"], ["deleted", "late"], ["inserted", "early"]]);
    expectOk(await settle(articleId, id, "taken", { seen: (await one()).seen }));
    expect((await committedContent(db(), articleId)).body.content[0]).toMatchObject({ content: [{ text: "Today at 23:40\u202fUhr the " }, { text: "night ferry", marks: [link] }, { text: " left early." }] });
    const other = await proposedFor([said], "Yesterday at 23:40\u202fUhr the boat left late.");
    expect(wordsOf((await other.one()).changed)).toContainEqual(["deleted", "night ferry"]);
    const lost = await proposedFor([{ type: "paragraph", content: [{ type: "text", text: "See " }, { type: "text", text: "the list that the harbour master keeps", marks: [link] }] }], "See the list that hangs out");
    expect(wordsOf((await lost.one()).changed), "a link that goes is seen").toContainEqual(["marked", "the list that "]);
  });

  it("by many links come page by page, what waits first, and a visitor who says a lot keeps nobody waiting", async () => {
    const long = Array.from({ length: 100 }, (_, at) => line(String.fromCharCode(97 + (at % 20)), Array.from({ length: 50 }, (_, word) => `word${(at * 50 + word) % 997}`).join(" "))).map((block, at) => ({ ...block, attrs: { id: `p${String(at).padStart(9, "0")}` } }) as Block);
    const { articleId, id } = await proposedFor(long, "Other words altogether.");
    const [first] = await db().select().from(outsideRemarks).where(eq(outsideRemarks.id, id));
    await db().insert(outsideRemarks).values(Array.from({ length: 290 }, (_, at) => ({ ...(first ?? expect.unreachable()), id: newId(), part: `block:${at % 100}`, instead: `Number ${at} is said otherwise.` })));
    // The one that waits longest came by a link that forty others followed.
    const [review] = await db().select().from(outsideReviews).where(eq(outsideReviews.articleId, articleId));
    await db().insert(outsideReviews).values(Array.from({ length: 45 }, (_, at) => ({ ...(review ?? expect.unreachable()), id: newId(), tokenHash: `${articleId}${at}`, createdAt: new Date(Date.now() + 1000 + at) })));
    const from = performance.now();
    const page = (await deskReviews(ana, articleId)) ?? expect.unreachable();
    expect(performance.now() - from).toBeLessThan(2000);
    expect([page.page, page.pages, page.reviews.length]).toEqual([1, 8, 41]);
    expect(page.reviews.at(-1)).toMatchObject({ id: review?.id, remarks: { length: 40 }, elsewhere: 251 });
    await db().update(outsideRemarks).set({ verdict: "declined", settledAt: new Date(), settledBy: ana.personId }).where(and(eq(outsideRemarks.reviewId, review?.id ?? ""), sql`${outsideRemarks.id} <> ${id}`));
    expect((await deskReviews(ana, articleId))?.reviews.at(-1)?.remarks.map(({ settled }) => settled === null).indexOf(true)).toBe(0);
    expect((await deskReviews(ana, articleId, 99))?.reviews.map(({ remarks }) => remarks.length)).toEqual([11]);
    expect((await storyState(ana, articleId))?.remarks).toBe(1);
  });

  it("are not taken for words where the form only brought what stood there, and say something or nothing is kept", async () => {
    const { articleId, token, key } = await proposed("block:0", "Other words.");
    expectOk(await remark(token, key, { part: "block:2", said: "Really?", instead: " Nobody slept. " }));
    expect(failureOf(await remark(token, key, { part: "block:2", said: "", instead: "Nobody slept." }))?.reason).toBe("nothing_said");
    expect(failureOf(await remark(token, key, { part: "block:2" }))?.reason).toBe("nothing_said");
    expect(failureOf(await remark(token, key, { part: "field:headline", instead: "x".repeat(5000) }))?.reason).toBe("not_in_words");
    for (const part of ["block:9", "field:slug", "field:__proto__", "gone:1", "x"]) expect(failureOf(await remark(token, key, { part, said: "x" }))?.reason).toBe("no_place");
    const [first, second] = (await seen(articleId))[0]?.remarks ?? [];
    expect([first?.instead, second?.instead]).toEqual(["Other words.", null]);
    expect(failureOf(await settle(articleId, second?.id ?? "", "taken"))?.reason).toBe("no_words");
    expectOk(await settle(articleId, second?.id ?? "", "done"));
  });
});
