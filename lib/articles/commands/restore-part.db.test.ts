import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { articles, events } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { keepRevision } from "@/lib/articles/commands/keep-revision";
import { lookAtStory } from "@/lib/articles/commands/look-at-story";
import { restorePart, restoreRevision, rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { changedSinceLook, deskList, revisionHistory, storyState } from "@/lib/articles/reads/desk";
import { appendUpdate, committedContent, committedCopy } from "@/lib/articles/update-log";
import { storeWorkingCopy } from "@/lib/collab/store-working-copy";
import { comparedStory } from "@/lib/comparison/reads/compared-story";
import { storyTimeline } from "@/lib/comparison/reads/story-timeline";
import type { PersonActor } from "@/lib/core/actor";
import type { Block, StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";

useTestDatabase();

let [orla, ben, ana, cleo] = [] as unknown as [PersonActor, PersonActor, PersonActor, PersonActor];
let section: { id: string };

beforeAll(async () => {
  [orla, ben, ana, cleo] = [await somebody("editor", "Orla"), await somebody("editor", "Ben"), await somebody("author", "Ana"), await somebody("editor", "Cleo")];
  section = await someSection();
});

const line = (letter: string, text = `Paragraph ${letter} of the story.`): Block => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
const body = (...content: Block[]): Pick<StoryContent, "body"> => ({ body: { type: "doc", content } });
const kept = async (id: string, label = "") => expectOk(await keepRevision.execute({ articleId: id, label }, { actor: orla }));
const rewrite = async (id: string, content: Partial<StoryContent>, actor = ben) => expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: { ...(await committedContent(appDatabase(), id)), ...content } }, { actor }));
const texts = async (id: string) => (await committedContent(appDatabase(), id)).body.content.map(textOfBlock);
const version = async (id: string, seq: number) => (await revisionHistory(orla, id))?.find((one) => one.seq === seq)?.id ?? "";

/** A story kept as version 1, and changed since: the second paragraph rewritten, one added in front, the headline another one. */
async function changed() {
  const id = expectOk(await createArticle.execute({ content: someContent(section.id, { ...body(line("a"), line("b"), line("c")), headline: "As it was" }) }, { actor: orla })).id;
  await kept(id, "First");
  await rewrite(id, { ...body(line("x", "Something new."), line("a"), line("b", "Nobody believed a word of it."), line("c")), headline: "As it is" });
  return { id, first: await version(id, 1) };
}

describe("bringing a part of a version back", () => {
  it("gives one block back under somebody whose letters are on the wire, and keeps what stood before", async () => {
    const { id, first } = await changed();
    const { doc, epoch } = await committedCopy(appDatabase(), id);
    const typist = Y.encodeStateVector(doc);
    ((doc.getXmlFragment("body").get(2) as Y.XmlElement).get(0) as Y.XmlText).insert(7, "TYPED");
    expect(expectOk(await restorePart.execute({ articleId: id, revisionId: first, part: "block:1" }, { actor: orla }))).toMatchObject({ name: "the second paragraph", of: 1, seq: 3 });
    await appendUpdate(appDatabase(), { articleId: id, epoch, bytes: Y.encodeStateAsUpdate(doc, typist), authorId: ben.personId });
    const [, , restored, ...others] = await texts(id);
    expect(restored?.replace("TYPED", "")).toBe("Paragraph b of the story.");
    expect(restored).toContain("TYPED");
    expect(others).toEqual(["Paragraph c of the story."]);
    expect((await revisionHistory(orla, id))?.map(({ kind, label }) => [kind, label])).toEqual([["restore", "the second paragraph of version 1"], ["pre_restore", null], ["named", null]]);
    const [told] = await appDatabase().select({ data: events.data }).from(events).where(and(eq(events.subjectId, id), eq(events.name, "article.restored")));
    expect(told?.data).toMatchObject({ revisionId: first, seq: 1, part: "the second paragraph", updateId: expect.any(Number) });
  });

  it("gives one field back, or takes out a block that came since, and touches nothing else", async () => {
    const { id, first } = await changed();
    expectOk(await restorePart.execute({ articleId: id, revisionId: first, part: "field:headline" }, { actor: orla }));
    expect(await committedContent(appDatabase(), id)).toMatchObject({ headline: "As it was", body: { content: [line("x", "Something new."), {}, {}, {}] } });
    expect(expectOk(await restorePart.execute({ articleId: id, revisionId: first, part: "without:xxxxxxxxxx" }, { actor: orla }))).toMatchObject({ name: "the first paragraph", isTakenOut: true });
    expect((await revisionHistory(orla, id))?.[0]?.label).toBe("version 1, without the first paragraph that came since");
    expect(await texts(id)).toEqual(["Paragraph a of the story.", "Nobody believed a word of it.", "Paragraph c of the story."]);
  });

  it("cuts nothing off a field that two overfilled together, whatever else comes back", async () => {
    const { id, first } = await changed();
    const { doc, epoch } = await committedCopy(appDatabase(), id);
    const before = Y.encodeStateVector(doc);
    doc.getText("headline").insert(0, "x".repeat(240));
    await appendUpdate(appDatabase(), { articleId: id, epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId: ben.personId });
    const headline = async () => (await committedCopy(appDatabase(), id)).doc.getText("headline").length;
    const long = await headline();
    for (const part of ["block:1", "without:xxxxxxxxxx", "field:standfirst", "field:tags"]) {
      expectOk(await restorePart.execute({ articleId: id, revisionId: first, part }, { actor: orla }));
      expect([part, await headline()]).toEqual([part, long]);
    }
    expectOk(await restorePart.execute({ articleId: id, revisionId: first, part: "field:headline" }, { actor: orla }));
    expect((await committedContent(appDatabase(), id)).headline).toBe("As it was");
  });

  it("refuses what is not there, not hers, or not a part of a story", async () => {
    const { id, first } = await changed();
    const other = await changed();
    const refused = async (input: object, actor = orla) => failureOf(await restorePart.execute({ articleId: id, revisionId: first, part: "block:1", ...input }, { actor }))?.reason;
    expect(await refused({ part: "block:99" })).toBe("nothing_to_bring_back");
    expect(await refused({ part: "without:aaaaaaaaaa" })).toBe("nothing_to_bring_back");
    expect(await refused({ revisionId: other.first })).toBe("no_revision");
    expect(await refused({}, ana)).toBe("not_allowed");
    for (const part of ["block:-1", "field:body", "field:__proto__", "everything", ""]) expect(failureOf(await restorePart.execute({ articleId: id, revisionId: first, part }, { actor: orla }))?.code).toBe("invalid");
  });
});

describe("what others changed since one looked", () => {
  const isNew = async (id: string, actor: PersonActor) => (await deskList(actor, {})).rows.find((row) => row.id === id)?.changedSinceLook;

  it("is told at the desk and of the story until she looks again; to whoever changed it, and who never saw it, it is not", async () => {
    const { id } = await changed();
    expect([await isNew(id, orla), await changedSinceLook(orla, id)]).toEqual([false, null]);
    expectOk(await lookAtStory.execute({ articleId: id }, { actor: orla }));
    expect(await isNew(id, orla)).toBe(false);
    await rewrite(id, { headline: "Another", ...body(line("a")) });
    expect([await isNew(id, orla), await isNew(id, ben)]).toEqual([true, false]);
    expect(await changedSinceLook(orla, id)).toMatchObject({ by: "Ben" });
    const since = await comparedStory(orla, id, { from: "seen" });
    expect(since).toMatchObject({ before: { seq: 1 }, after: null, people: expect.arrayContaining(["Ben"]) });
    expectOk(await lookAtStory.execute({ articleId: id }, { actor: orla }));
    expect([await isNew(id, orla), await changedSinceLook(orla, id)]).toEqual([false, null]);
  });

  it("is nothing where somebody only opened the story and closed it, and says when the last letter came and whose it was", async () => {
    const { id } = await changed();
    const edited = async () => (await appDatabase().select({ by: articles.draftEditedBy, at: articles.draftEditedAt }).from(articles).where(eq(articles.id, id)))[0];
    const before = await edited();
    expectOk(await lookAtStory.execute({ articleId: id }, { actor: orla }));
    await storeWorkingCopy(id, cleo, "everybody left");
    expect([await isNew(id, orla), await changedSinceLook(orla, id), await edited()]).toEqual([false, null, before]);
    const { doc, epoch } = await committedCopy(appDatabase(), id);
    const stands = Y.encodeStateVector(doc);
    doc.getText("kicker").insert(0, "Typed by Ben");
    const at = new Date(Date.now() + 1000);
    await appendUpdate(appDatabase(), { articleId: id, epoch, bytes: Y.encodeStateAsUpdate(doc, stands), authorId: ben.personId, at });
    await storeWorkingCopy(id, cleo, "everybody left");
    expect([await edited(), await isNew(id, orla), await changedSinceLook(orla, id)]).toEqual([{ by: ben.personId, at }, true, { by: "Ben", at: at.toISOString() }]);
  });

  it("is still told when she herself was the last to write", async () => {
    const { id } = await changed();
    expectOk(await lookAtStory.execute({ articleId: id }, { actor: orla }));
    await rewrite(id, { headline: "By Ben" });
    await rewrite(id, { standfirst: "By Orla." }, orla);
    expect([await isNew(id, orla), await changedSinceLook(orla, id)]).toEqual([true, { by: "Ben", at: expect.any(String) }]);
    expectOk(await lookAtStory.execute({ articleId: id }, { actor: orla }));
    await rewrite(id, { standfirst: "By Orla again." }, orla);
    expect([await isNew(id, orla), await changedSinceLook(orla, id)]).toEqual([false, null]);
  });

  it("stays new where it came after what she was shown, also when she says that she has seen the rest", async () => {
    const { id, first } = await changed();
    expectOk(await lookAtStory.execute({ articleId: id }, { actor: orla }));
    await rewrite(id, { headline: "Shown to her" });
    const compared = await comparedStory(orla, id, { from: "seen" });
    const shown = compared === "nothing" ? null : compared?.shown;
    expect(shown).toMatchObject({ revisionId: first });
    await rewrite(id, { standfirst: "Written while she read." }, cleo);
    await kept(id, "Second");
    expectOk(await lookAtStory.execute({ articleId: id, shown }, { actor: orla }));
    expect([await isNew(id, orla), await changedSinceLook(orla, id)]).toEqual([true, { by: "Cleo", at: expect.any(String) }]);
    expect(await comparedStory(orla, id, { from: "seen" })).toMatchObject({ before: { id: first } });
    const again = await comparedStory(orla, id, { from: "seen" });
    expectOk(await lookAtStory.execute({ articleId: id, shown: again === "nothing" ? null : again?.shown }, { actor: orla }));
    expect(await changedSinceLook(orla, id)).toBeNull();
    // What an older page was shown takes nothing back, a time to come is none, and a version of another story is none of this one.
    expectOk(await lookAtStory.execute({ articleId: id, shown }, { actor: orla }));
    expect(await changedSinceLook(orla, id)).toBeNull();
    expectOk(await lookAtStory.execute({ articleId: id, shown: { revisionId: first, at: "2999-01-01T00:00:00.000Z" } }, { actor: orla }));
    await rewrite(id, { headline: "And again" });
    expect(await changedSinceLook(orla, id)).toMatchObject({ by: "Ben" });
    expect(failureOf(await lookAtStory.execute({ articleId: id, shown: { revisionId: (await changed()).first, at: "2026-01-01T00:00:00.000Z" } }, { actor: orla }))?.reason).toBe("no_revision");
    expect(await comparedStory(orla, id, { from: first, to: await version(id, 2) })).toMatchObject({ shown: null });
  });

  it("is told those who have the story open, for two minutes; not whoever did it", async () => {
    const { id, first } = await changed();
    const restored = async (actor: PersonActor) => (await storyState(actor, id))?.restored;
    expect(await restored(ben)).toBeNull();
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    expectOk(await restoreRevision.execute({ articleId: id, revisionId: first }, { actor: orla, now: at(3) }));
    expect(await restored(ben)).toBeNull();
    const lately = at(1);
    expectOk(await restorePart.execute({ articleId: id, revisionId: first, part: "block:1" }, { actor: orla, now: lately }));
    expect([await restored(ben), await restored(orla)]).toEqual([{ at: lately.toISOString(), by: "Orla", part: "the second paragraph" }, null]);
    expectOk(await restoreRevision.execute({ articleId: id, revisionId: first }, { actor: ben }));
    expect([await restored(ben), await restored(orla)]).toMatchObject([{ by: "Orla" }, { by: "Ben", part: null }]);
  });

  it("is nobody else's: an author learns nothing of a story that is not hers", async () => {
    const { id } = await changed();
    expect(failureOf(await lookAtStory.execute({ articleId: id }, { actor: ana }))?.reason).toBe("not_allowed");
    expect([await changedSinceLook(ana, id), await comparedStory(ana, id, {})]).toEqual([null, null]);
  });
});

describe("comparing versions", () => {
  it("takes the newest other version against the working copy where none is chosen, and any two in the order of time", async () => {
    const { id, first } = await changed();
    const usual = await comparedStory(orla, id, {});
    expect(usual).toMatchObject({ before: { seq: 1 }, after: null, comparison: { changes: 3 }, people: ["Ben"] });
    await kept(id, "Second");
    const second = await version(id, 2);
    for (const which of [{ from: first, to: second }, { from: second, to: first }, { to: second }]) expect(await comparedStory(orla, id, which)).toMatchObject({ before: { seq: 1 }, after: { seq: 2 } });
    const compared = await comparedStory(orla, id, { from: first, to: second });
    expect(compared !== "nothing" && compared?.makers.fields.get("headline")).toMatchObject({ people: ["Ben"] });
    expect(compared !== "nothing" && [...(compared?.makers.blocks.keys() ?? [])].sort()).toEqual(["bbbbbbbbbb", "xxxxxxxxxx"]);
  });

  it("says that there is nothing to compare, and knows no version of another story", async () => {
    const id = expectOk(await createArticle.execute({ content: someContent(section.id) }, { actor: orla })).id;
    expect(await comparedStory(orla, id, {})).toBe("nothing");
    const { first } = await changed();
    await kept(id);
    expect(await comparedStory(orla, id, { from: first })).toBeNull();
    for (const hostile of ["-".repeat(36), "f".repeat(36), "0".repeat(36)]) expect([await comparedStory(orla, hostile, {}), await changedSinceLook(orla, hostile)]).toEqual([null, null]);
    expect(await comparedStory(orla, id, { to: first })).toBeNull();
  });

  it("tells the timeline in words, page by page", async () => {
    const { id } = await changed();
    await kept(id, "Second");
    const lines = (await revisionHistory(orla, id)) ?? [];
    const timeline = await storyTimeline(id, lines, (one) => one.at.slice(0, 10));
    expect(timeline.steps.map(({ line: { seq }, tells }) => [seq, tells])).toEqual([[2, { sentence: "Ben changed the headline, added a paragraph and rewrote the third paragraph.", gone: expect.any(Number), come: expect.any(Number) }], [1, null]]);
    expect([timeline.older, (await storyTimeline(id, lines, () => "", 2)).steps.map(({ line: { seq } }) => seq), (await storyTimeline(id, lines, () => "", 1)).steps]).toEqual([null, [1], []]);
  });
});
