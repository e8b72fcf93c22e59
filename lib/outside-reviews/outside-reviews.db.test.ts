import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, outsideReaders, outsideReviews, people, revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { deskList, storyState } from "@/lib/articles/reads/desk";
import { committedContent } from "@/lib/articles/update-log";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import type { Block, StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { tokenHash } from "@/lib/kernel/ids";
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
