import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { articles, articleUpdates, events, proposals, proposalUpdates, revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { deskList, revisionHistory, storyState } from "@/lib/articles/reads/desk";
import { appendUpdate, committedContent, committedCopy } from "@/lib/articles/update-log";
import { StoryRoom } from "@/lib/collab/story-room";
import { storeCopy } from "@/lib/collab/shared-documents";
import { proposalLog } from "@/lib/collab/working-log";
import type { PersonActor } from "@/lib/core/actor";
import type { Block, StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { mergeIntoWorkingCopy } from "@/lib/content/working-copy";
import { decideHunk, decideRest } from "@/lib/proposals/commands/decide-proposal";
import { reopenProposal, sendProposal, withdrawProposal } from "@/lib/proposals/commands/send-proposal";
import { startCopy } from "@/lib/proposals/commands/start-copy";
import { unanswered } from "@/lib/proposals/proposal";
import { proposalContent, proposalCopy } from "@/lib/proposals/proposal-log";
import { copyState } from "@/lib/proposals/reads/copy-state";
import { proposalsFor, proposalView, storyProposals, writableProposal } from "@/lib/proposals/reads/proposals";

useTestDatabase();

let [orla, ben, ana, cato] = [] as unknown as [PersonActor, PersonActor, PersonActor, PersonActor];
let section: { id: string };

beforeAll(async () => {
  [orla, ben, ana, cato] = [await somebody("editor", "Orla"), await somebody("editor", "Ben"), await somebody("author", "Ana"), await somebody("contributor", "Cato")];
  section = await someSection();
});

const line = (letter: string, text = `Paragraph ${letter} of the story.`): Block => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
const body = (...content: Block[]): Pick<StoryContent, "body"> => ({ body: { type: "doc", content } });
const texts = (content: StoryContent) => content.body.content.map(textOfBlock);
const live = async (id: string) => committedContent(appDatabase(), id);
const rewrite = async (id: string, content: Partial<StoryContent>, actor = orla) => expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: { ...(await live(id)), ...content } }, { actor }));
const story = async () => expectOk(await createArticle.execute({ content: someContent(section.id, { ...body(line("a"), line("b"), line("c")), headline: "As it was", slug: `s-${Math.random().toString(36).slice(2)}` }) }, { actor: orla })).id;
const copied = async (articleId: string, actor = ben) => expectOk(await startCopy.execute({ articleId }, { actor })).id;
const viewed = async (articleId: string, proposalId: string, actor = orla) => (await proposalView(actor, articleId, proposalId)) ?? expect.unreachable();

/** Writes into a copy as a browser does, by way of its room. */
async function write(proposalId: string, changes: Partial<StoryContent>, actor = ben) {
  const room = await StoryRoom.open(proposalLog(proposalId));
  const { doc } = await proposalCopy(appDatabase(), proposalId);
  const before = Y.encodeStateVector(doc);
  mergeIntoWorkingCopy(doc, { ...(await proposalContent(appDatabase(), proposalId)), ...changes }, "typing");
  expect(await room.take(Y.encodeStateAsUpdate(doc, before), actor.personId)).toBeNull();
  room.close();
}

/** A story and Ben's proposal for it: the headline another one, the second paragraph rewritten, the third taken out, one put in. */
async function proposed() {
  const articleId = await story();
  const proposalId = await copied(articleId);
  await write(proposalId, { headline: "As Ben has it", ...body(line("a"), line("b", "Nobody believed a word of it."), line("x", "Something new.")) });
  expectOk(await sendProposal.execute({ articleId, proposalId, word: "Tighter" }, { actor: ben }));
  return { articleId, proposalId };
}

type Of = { articleId: string; proposalId: string };

/** Answers one change, having read the proposal as it stands; `seen` where something else was seen of the story. */
async function decide(of: Of, part: string, verdict = "taken", actor = orla, seen?: string) {
  const { read, hunks } = await viewed(of.articleId, of.proposalId, orla);
  return decideHunk.execute({ ...of, read, part, verdict, seen: seen ?? hunks.get(part)?.seen ?? "x".repeat(16) }, { actor });
}

/** Answers all that is left, having read the proposal as it stands. */
const decideAll = async (of: Of, answer: { verdict: string; answer?: string }, actor = orla) => decideRest.execute({ ...of, read: (await viewed(of.articleId, of.proposalId, orla)).read, ...answer }, { actor });

describe("a copy of a story", () => {
  it("is a document of its own: what is written in it changes nothing of the story", async () => {
    const articleId = await story();
    const proposalId = await copied(articleId);
    expect(await copied(articleId)).toBe(proposalId);
    await write(proposalId, { headline: "As Ben has it" });
    await storeCopy(proposalId);
    await write(proposalId, { standfirst: "And more." });
    expect(await proposalContent(appDatabase(), proposalId)).toMatchObject({ headline: "As Ben has it", standfirst: "And more.", body: { content: [line("a"), line("b"), line("c")] } });
    expect(await live(articleId)).toMatchObject({ headline: "As it was", standfirst: "It sails." });
    expect(await copyState(ben, articleId, proposalId)).toMatchObject({ id: articleId, copy: proposalId, headline: "As Ben has it", can: { edit: true, publish: false, handIn: false } });
    expect([await copyState(orla, articleId, proposalId), await writableProposal(orla, proposalId)]).toEqual([null, null]);
    const { rows } = await deskList(orla, {});
    expect(rows.find((row) => row.id === articleId)).toMatchObject({ headline: "As it was", proposals: 0 });
    expect((await storyState(orla, articleId))?.proposals).toEqual([{ id: proposalId, by: "Ben", isSent: false, word: "" }]);
  });

  it("of those who may only suggest is made of what readers see, and never shows them the working copy", async () => {
    const articleId = await story();
    expect(failureOf(await startCopy.execute({ articleId }, { actor: cato }))?.code).toBe("forbidden");
    expect(await storyProposals(cato, articleId)).toBeNull();
    expectOk(await publishArticle.execute({ articleId, version: 1 }, { actor: orla }));
    await rewrite(articleId, { headline: "Not for everybody yet", ...body(line("a"), line("b", "The owner’s secret."), line("c")) });
    const proposalId = await copied(articleId, cato);
    expect(await proposalContent(appDatabase(), proposalId)).toMatchObject({ headline: "As it was" });
    await write(proposalId, body(line("a"), line("b", "Cato’s."), line("c")), cato);
    expectOk(await sendProposal.execute({ articleId, proposalId, word: "A slip" }, { actor: cato }));
    expect(await storyProposals(cato, articleId)).toMatchObject({ headline: "As it was", mayEdit: false, lines: [{ id: proposalId, headline: "As it was" }] });
    const own = await viewed(articleId, proposalId, cato);
    expect(own).toMatchObject({ meanwhile: null, can: { decide: false, reopen: true, withdraw: true } });
    expect([...own.hunks.values()]).toMatchObject([{ part: "block:1", standing: null }]);
    expect(JSON.stringify([own.contents, [...own.hunks]])).not.toContain("secret");
    expect(failureOf(await decide({ articleId, proposalId }, "block:1", "taken", cato))?.reason).toBe("not_allowed");
    expect((await viewed(articleId, proposalId)).hunks.get("block:1")?.standing).toBe("conflict");
    expect((await proposalsFor(orla)).waiting.some(({ id }) => id === proposalId)).toBe(true);
    expect((await proposalsFor(ana)).waiting).toEqual([]);
  });

  it("stays as it was sent: what comes later is not taken, until it is taken back to go on with", async () => {
    const articleId = await story();
    const proposalId = await copied(articleId);
    expect(failureOf(await sendProposal.execute({ articleId, proposalId, word: "x" }, { actor: ben }))?.reason).toBe("nothing_changed");
    expect(failureOf(await sendProposal.execute({ articleId, proposalId, word: " " }, { actor: ben }))?.code).toBe("invalid");
    await write(proposalId, { headline: "As Ben has it" });
    expect(await proposalView(orla, articleId, proposalId)).toBeNull();
    const room = await StoryRoom.open(proposalLog(proposalId));
    const { doc } = await proposalCopy(appDatabase(), proposalId);
    const before = Y.encodeStateVector(doc);
    doc.getText("headline").insert(0, "Too late. ");
    expectOk(await sendProposal.execute({ articleId, proposalId, word: "Better" }, { actor: ben }));
    expect(await room.take(Y.encodeStateAsUpdate(doc, before), ben.personId)).toBe("stale");
    room.close();
    expect(await proposalContent(appDatabase(), proposalId)).toMatchObject({ headline: "As Ben has it" });
    expect(await writableProposal(ben, proposalId)).toBeNull();
    const other = await copied(articleId);
    expect(failureOf(await reopenProposal.execute({ articleId, proposalId }, { actor: ben }))?.reason).toBe("another_copy");
    expectOk(await withdrawProposal.execute({ articleId, proposalId: other }, { actor: ben }));
    expect(failureOf(await reopenProposal.execute({ articleId, proposalId }, { actor: orla }))?.code).toBe("forbidden");
    expectOk(await reopenProposal.execute({ articleId, proposalId }, { actor: ben }));
    await write(proposalId, { headline: "As Ben has it now" });
    expect(failureOf(await decideRest.execute({ articleId, proposalId, read: "x".repeat(16), verdict: "taken" }, { actor: orla }))?.reason).toBe("not_sent");
  });

  it("is not found under another story, nor by whoever has nothing to do with it", async () => {
    const { articleId, proposalId } = await proposed();
    const other = await story();
    expect(await proposalView(orla, other, proposalId)).toBeNull();
    expect(await proposalView(ana, articleId, proposalId)).toBeNull();
    expect(await proposalView(orla, articleId, "nothing")).toBeNull();
    expect(failureOf(await decideRest.execute({ articleId: other, proposalId, read: "x".repeat(16), verdict: "taken" }, { actor: orla }))?.code).toBe("not_found");
    expect(failureOf(await decide({ articleId, proposalId }, "field:__proto__"))?.code).toBe("invalid");
    expect(failureOf(await decide({ articleId, proposalId }, "block:99"))?.reason).toBe("no_hunk");
    expect((await appDatabase().select().from(proposalUpdates).where(eq(proposalUpdates.proposalId, proposalId))).map(({ authorId }) => authorId)).toEqual([null, ben.personId]);
  });
});

describe("answering a proposal", () => {
  it("takes a change in under somebody whose letters are on the wire, as its author’s writing", async () => {
    const of = await proposed();
    const { doc, epoch } = await committedCopy(appDatabase(), of.articleId);
    const typist = Y.encodeStateVector(doc);
    ((doc.getXmlFragment("body").get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(9, "TYPED");
    ((doc.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "ALSO ");
    expect(expectOk(await decide(of, "block:1"))).toMatchObject({ names: ["the second paragraph"], left: 3, state: "sent" });
    await appendUpdate(appDatabase(), { articleId: of.articleId, epoch, bytes: Y.encodeStateAsUpdate(doc, typist), authorId: orla.personId });
    const [first, second, third] = texts(await live(of.articleId));
    expect([first, second?.replace("TYPED", ""), third]).toEqual(["ALSO Paragraph a of the story.", "Nobody believed a word of it.", "Paragraph c of the story."]);
    expect(second).toContain("TYPED");
    expect((await revisionHistory(orla, of.articleId))?.[0]).toMatchObject({ kind: "proposal", label: "Ben: the second paragraph", reason: "Tighter", by: "Orla", contributors: ["Ben"] });
    const [told] = await appDatabase().select({ data: events.data, by: events.actorName }).from(events).where(and(eq(events.subjectId, of.articleId), eq(events.name, "article.proposal_taken")));
    expect(told).toMatchObject({ by: "Orla", data: { proposalId: of.proposalId, parts: ["block:1"], authorId: ben.personId, updateId: expect.any(Number) } });
    const [update] = await appDatabase().select().from(articleUpdates).where(eq(articleUpdates.id, Number(told?.data.updateId)));
    expect(update?.authorId).toBe(ben.personId);
  });

  it("touches nothing but what was taken, and says in the end what became of it", async () => {
    const of = await proposed();
    expectOk(await decide(of, "field:headline"));
    expectOk(await decide(of, "gone:2", "declined"));
    expect(await live(of.articleId)).toMatchObject({ headline: "As Ben has it", ...body(line("a"), line("b"), line("c")) });
    expect(expectOk(await decideAll(of, { verdict: "taken" }))).toMatchObject({ left: 0, state: "partly_taken" });
    expect(texts(await live(of.articleId))).toEqual(["Paragraph a of the story.", "Nobody believed a word of it.", "Something new.", "Paragraph c of the story."]);
    const view = await viewed(of.articleId, of.proposalId, ben);
    expect(view).toMatchObject({ line: { state: "partly_taken", settled: { by: "Orla" } }, can: { decide: false, withdraw: false } });
    expect(view.hunks.get("gone:2")?.decided).toMatchObject({ verdict: "declined", by: "Orla" });
    expect(failureOf(await decide(of, "gone:2"))?.reason).toBe("not_sent");
  });

  it("declines all with a word, and takes all at once", async () => {
    const one = await proposed();
    expect(expectOk(await decideAll(one, { verdict: "declined", answer: "Not this week" })).state).toBe("declined");
    expect((await viewed(one.articleId, one.proposalId, ben)).line).toMatchObject({ state: "declined", answer: "Not this week" });
    expect(texts(await live(one.articleId))).toHaveLength(3);
    const other = await proposed();
    expect(expectOk(await decideAll(other, { verdict: "taken" }))).toMatchObject({ left: 0, state: "taken" });
    expect(await live(other.articleId)).toMatchObject({ headline: "As Ben has it", ...body(line("a"), line("b", "Nobody believed a word of it."), line("x", "Something new.")) });
    expect((await appDatabase().select().from(revisions).where(and(eq(revisions.articleId, other.articleId), eq(revisions.kind, "proposal"))))).toHaveLength(1);
  });

  it("leaves what the owner changed meanwhile to the owner, and takes it only from whoever has seen what it replaces", async () => {
    const of = await proposed();
    const stale = (await viewed(of.articleId, of.proposalId)).hunks.get("block:1")?.seen;
    await rewrite(of.articleId, body(line("a"), line("b", "The owner was here."), line("c")));
    expect(failureOf(await decide(of, "block:1", "taken", orla, stale))?.reason).toBe("changed_meanwhile");
    expect(expectOk(await decideAll(of, { verdict: "taken" }))).toMatchObject({ left: 1, state: "sent" });
    expect(texts(await live(of.articleId))).toEqual(["Paragraph a of the story.", "The owner was here.", "Something new."]);
    expect(failureOf(await decideAll(of, { verdict: "taken" }))?.reason).toBe("nothing_fits");
    expect(expectOk(await decide(of, "block:1"))).toMatchObject({ state: "taken" });
    expect(texts(await live(of.articleId))[1]).toBe("Nobody believed a word of it.");
  });

  it("of which the story says all by now can be closed: nothing is written for it, and it waits no longer", async () => {
    const of = await proposed();
    expect(unanswered((await viewed(of.articleId, of.proposalId)).hunks.values())).toEqual({ open: 4, fitting: 4, there: 0 });
    expectOk(await decide(of, "gone:2", "declined"));
    await rewrite(of.articleId, { headline: "As Ben has it", ...body(line("a"), line("b", "Nobody believed a word of it."), line("x", "Something new."), line("c")) });
    expect(unanswered((await viewed(of.articleId, of.proposalId)).hunks.values())).toEqual({ open: 0, fitting: 0, there: 3 });
    const before = await live(of.articleId);
    expect(expectOk(await decideAll(of, { verdict: "taken" }))).toMatchObject({ left: 0, state: "partly_taken" });
    expect(await live(of.articleId)).toEqual(before);
    expect((await appDatabase().select().from(revisions).where(and(eq(revisions.articleId, of.articleId), eq(revisions.kind, "proposal"))))).toEqual([]);
  });

  it("takes nothing that was written after it was read: what was taken back and sent again is to be read again", async () => {
    const of = await proposed();
    const old = await viewed(of.articleId, of.proposalId);
    const asRead = (part: string, verdict = "taken") => ({ ...of, read: old.read, part, verdict, seen: old.hunks.get(part)?.seen ?? expect.unreachable() });
    expectOk(await reopenProposal.execute(of, { actor: ben }));
    await write(of.proposalId, { headline: "As nobody has read it", ...body(line("a"), line("b", "Nobody believed a word of it."), line("x", "Slipped in.")) });
    expectOk(await sendProposal.execute({ ...of, word: "Tighter" }, { actor: ben }));
    for (const [part, verdict] of [["block:2", "taken"], ["field:headline", "taken"], ["block:1", "declined"]] as const) expect(failureOf(await decideHunk.execute(asRead(part, verdict), { actor: orla }))?.reason).toBe("changed_meanwhile");
    for (const verdict of ["taken", "declined"]) expect(failureOf(await decideRest.execute({ ...of, read: old.read, verdict }, { actor: orla }))?.reason).toBe("changed_meanwhile");
    expect(await live(of.articleId)).toMatchObject({ headline: "As it was", ...body(line("a"), line("b"), line("c")) });
    const anew = await viewed(of.articleId, of.proposalId);
    expect([...anew.hunks.values()].every(({ decided }) => decided === null)).toBe(true);
    expect(expectOk(await decide(of, "block:2")).state).toBe("sent");
    expect(texts(await live(of.articleId))).toContain("Slipped in.");
  });

  it("goes on from a proposal that was taken back and sent again as it was", async () => {
    const of = await proposed();
    const old = await viewed(of.articleId, of.proposalId);
    expectOk(await reopenProposal.execute(of, { actor: ben }));
    expectOk(await sendProposal.execute({ ...of, word: "Once more" }, { actor: ben }));
    expect((await viewed(of.articleId, of.proposalId)).hunks).toEqual(old.hunks);
    expect(expectOk(await decideRest.execute({ ...of, read: old.read, verdict: "taken" }, { actor: orla })).state).toBe("taken");
  });

  it("takes no words for a picture that the story has not got any more, and says of nothing that it was taken which changed nothing", async () => {
    const lead = { assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A boat", caption: "", credit: "Ada" };
    const articleId = await story();
    await rewrite(articleId, { lead });
    const proposalId = await copied(articleId);
    await write(proposalId, { headline: "As Ben has it", lead: { ...lead, alt: "A white boat" } });
    expectOk(await sendProposal.execute({ articleId, proposalId, word: "Told better" }, { actor: ben }));
    const of = { articleId, proposalId };
    expect((await viewed(articleId, proposalId)).hunks.get("field:lead.alt")?.standing).toBe("fits");
    await rewrite(articleId, { lead: { ...lead, assetId: "0190b5a0-0000-7000-8000-00000000a002", alt: "A train" } });
    expect((await viewed(articleId, proposalId)).hunks.get("field:lead.alt")?.standing).toBe("moot");
    expect(failureOf(await decide(of, "field:lead.alt"))).toMatchObject({ code: "conflict", reason: "changes_nothing", message: expect.stringMatching(/lead picture/) });
    expect(expectOk(await decideAll(of, { verdict: "taken" }))).toMatchObject({ names: ["the headline"], left: 1, state: "sent" });
    expect(failureOf(await decideAll(of, { verdict: "taken" }))?.reason).toBe("nothing_fits");
    expect((await viewed(articleId, proposalId)).hunks.get("field:lead.alt")?.decided).toBeNull();
    expect((await live(articleId)).lead).toMatchObject({ alt: "A train" });
    const told = await appDatabase().select({ parts: events.data }).from(events).where(and(eq(events.subjectId, articleId), eq(events.name, "article.proposal_taken")));
    expect(told.map(({ parts }) => parts.parts)).toEqual([["field:headline"]]);
    expect(expectOk(await decide(of, "field:lead.alt", "declined"))).toMatchObject({ left: 0, state: "partly_taken" });
  });

  it("by two at once is done once, and the slower one is told who was faster", async () => {
    const of = await proposed();
    const seen = (await viewed(of.articleId, of.proposalId)).hunks.get("block:2")?.seen;
    const both = await Promise.all([decide(of, "block:2", "taken", orla, seen), decide(of, "block:2", "taken", ben, seen)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(failureOf(both.find((one) => !one.ok) ?? expect.unreachable())).toMatchObject({ reason: "decided_already", message: expect.stringMatching(/^(Orla|Ben) has taken/) });
    expect(texts(await live(of.articleId)).filter((one) => one === "Something new.")).toHaveLength(1);
    const rest = await Promise.all([orla, ben].map((actor) => decideAll(of, { verdict: "taken" }, actor)));
    expect(rest.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(texts(await live(of.articleId))).toEqual(["Paragraph a of the story.", "Nobody believed a word of it.", "Something new."]);
    const [row] = await appDatabase().select().from(proposals).where(eq(proposals.id, of.proposalId));
    expect(row?.state).toBe("taken");
    expect((await appDatabase().select({ version: articles.version }).from(articles).where(eq(articles.id, of.articleId)))[0]?.version).toBe(3);
  });
});
