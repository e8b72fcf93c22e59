import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase, readerDatabase } from "@/db/client";
import { articles, articleUpdates, corrections, events, mediaAssets, publicAddresses, publicArticles, publicArticleTags, publicBylines, revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { correctArticle } from "@/lib/articles/commands/correct-article";
import { createArticle } from "@/lib/articles/commands/create-article";
import { embargoArticle, liftEmbargo } from "@/lib/articles/commands/embargo-article";
import { handInArticle, sendBackArticle } from "@/lib/articles/commands/hand-in-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { publishDueArticle } from "@/lib/articles/commands/publish-due-article";
import { restoreRevision, rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { cancelSchedule, scheduleArticle } from "@/lib/articles/commands/schedule-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import { mergeIntoLog } from "@/lib/articles/merge-into-log";
import { deskList, revisionHistory, storyState } from "@/lib/articles/reads/desk";
import { previewArticle } from "@/lib/articles/reads/preview";
import { storyAt } from "@/lib/articles/reads/story-at";
import { committedContent } from "@/lib/articles/update-log";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import type { StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { newId } from "@/lib/kernel/ids";
import type { Result } from "@/lib/kernel/result";

useTestDatabase();

let editor: PersonActor;
let section: { id: string; slug: string };

beforeAll(async () => {
  editor = await somebody("editor", "Orla");
  section = await someSection();
});

async function begun(changes: Partial<StoryContent> = {}, actor = editor): Promise<string> {
  return expectOk(await createArticle.execute({ content: someContent(section.id, changes) }, { actor })).id;
}

async function live(changes: Partial<StoryContent> = {}): Promise<string> {
  const articleId = await begun(changes);
  expectOk(await publishArticle.execute({ articleId, version: 1 }, { actor: editor }));
  return articleId;
}

const version = async (id: string) => (await appDatabase().select({ version: articles.version }).from(articles).where(eq(articles.id, id)))[0]?.version ?? 0;
const publicStory = async (id: string) => (await readerDatabase().select().from(publicArticles).where(eq(publicArticles.id, id)))[0] ?? null;

describe("publishing", () => {
  it("shows readers nothing of a story until it is published, and then exactly that revision", async () => {
    const id = await begun({ headline: "First" });
    expect(await publicStory(id)).toBeNull();
    expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: someContent(section.id, { headline: "Second" }) }, { actor: editor }));
    expect((await publicStory(id))?.headline).toBe("First");
    expect((await storyState(editor, id))?.status).toBe("live_changed");
  });

  it("does not call a story edited because of an empty line at its end", async () => {
    const id = await live({ body: { type: "doc", content: [paragraphOf("Text."), paragraphOf("")] } });
    expect((await storyState(editor, id))?.status).toBe("live");
  });

  it("stops a story without headline, section or body, and says so beside each field", async () => {
    const id = await begun({ headline: " ", sectionId: null, body: { type: "doc", content: [paragraphOf("")] } });
    const failure = failureOf(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
    expect(failure?.reason).toBe("checks_failed");
    expect(Object.keys(failure?.fields ?? {})).toEqual(expect.arrayContaining(["headline", "section", "slug", "body"]));
    expect(await publicStory(id)).toBeNull();
    expect(await appDatabase().select().from(revisions).where(eq(revisions.articleId, id))).toEqual([]);
  });

  it("refuses a slug that another story ever had, and leads on from there", async () => {
    const first = await live({ slug: "night-ferry" });
    expectOk(await rewriteWorkingCopy.execute({ articleId: first, content: someContent(section.id, { slug: "day-ferry" }) }, { actor: editor }));
    expectOk(await updateArticle.execute({ articleId: first, version: await version(first), kind: "fix", note: "" }, { actor: editor }));
    const second = await begun({ slug: "night-ferry" });
    expect(failureOf(await publishArticle.execute({ articleId: second, version: 1 }, { actor: editor }))?.fields?.slug).toContain("belongs to another story");
    const addresses = await readerDatabase().select().from(publicAddresses).where(eq(publicAddresses.articleId, first));
    expect(addresses.map(({ slug, currentSlug, live }) => ({ slug, currentSlug, live }))).toEqual(
      expect.arrayContaining([
        { slug: "night-ferry", currentSlug: "day-ferry", live: true },
        { slug: "day-ferry", currentSlug: "day-ferry", live: true },
      ]),
    );
    // Whoever comes by the former address is led on, also under another section; the new one is the story's own.
    const own = `/${section.slug}/day-ferry`;
    for (const [at, slug] of [[section.slug, "night-ferry"], ["elsewhere", "night-ferry"], ["elsewhere", "day-ferry"]] as const) expect(await storyAt(at, slug)).toEqual({ found: "moved", path: own });
    expect(await storyAt(section.slug, "day-ferry")).toMatchObject({ found: "here", article: { path: own } });
  });

  it("lets one of twenty simultaneous publishers win; the others hear who did", async () => {
    const id = await begun();
    const results = await Promise.all(Array.from({ length: 20 }, () => publishArticle.execute({ articleId: id, version: 1 }, { actor: editor })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.failure).toMatchObject({ code: "conflict", current: { who: "Orla", what: "published" } });
    const published = await appDatabase().select().from(events).where(sql`${events.subjectId} = ${id} and ${events.name} = 'article.published'`);
    expect(published).toHaveLength(1);
  });

  it("does a repeated request once and answers it the same", async () => {
    const id = await begun();
    const results = await Promise.all(Array.from({ length: 8 }, () => publishArticle.execute({ articleId: id, version: 1 }, { actor: editor, key: "one-click" })));
    const first = expectOk(results[0] as Result<unknown>);
    for (const result of results) expect(expectOk<unknown>(result)).toEqual(first);
    const other = await publishArticle.execute({ articleId: id, version: 2 }, { actor: editor, key: "one-click" });
    expect(failureOf(other)?.reason).toBe("key_reused");
  });
});

describe("roles", () => {
  it("lets a contributor write and hand in her own story, not publish it, and not see others’", async () => {
    const contributor = await somebody("contributor");
    const own = await begun({}, contributor);
    expect(failureOf(await publishArticle.execute({ articleId: own, version: 1 }, { actor: contributor }))?.code).toBe("forbidden");
    expectOk(await handInArticle.execute({ articleId: own, version: 1, note: "For the morning." }, { actor: contributor }));
    expect((await storyState(contributor, own))?.can).toMatchObject({ edit: true, publish: false, handIn: false, sendBack: false });
    const others = await begun();
    expect(await storyState(contributor, others)).toBeNull();
    expect(failureOf(await handInArticle.execute({ articleId: others, version: 1, note: "" }, { actor: contributor }))?.code).toBe("forbidden");
  });

  it("tells the desk what the writer said when handing in last", async () => {
    const contributor = await somebody("contributor", "Bea");
    const id = await begun({ headline: "Said at hand-in" }, contributor);
    const row = async () => (await deskList(editor, { q: "Said at hand-in" })).rows.find((one) => one.id === id);
    expect((await row())?.handInNote).toBeNull();
    expectOk(await handInArticle.execute({ articleId: id, version: 1, note: "Not checked yet." }, { actor: contributor }));
    expectOk(await sendBackArticle.execute({ articleId: id, version: 2, reason: "Check it." }, { actor: editor }));
    expect((await row())?.handInNote).toBeNull();
    expectOk(await handInArticle.execute({ articleId: id, version: 3, note: "Checked." }, { actor: contributor }));
    expect((await storyState(editor, id))?.handedIn).toMatchObject({ by: "Bea", note: "Checked." });
    expect(await row()).toMatchObject({ status: "in_review", handInNote: "Checked." });
  });

  it("lets an author publish her own story and no other, and a moderator none", async () => {
    const author = await somebody("author");
    const moderator = await somebody("moderator");
    const own = await begun({}, author);
    const others = await begun();
    expect(failureOf(await publishArticle.execute({ articleId: others, version: 1 }, { actor: author }))?.code).toBe("forbidden");
    expect(failureOf(await publishArticle.execute({ articleId: own, version: 1 }, { actor: moderator }))?.code).toBe("forbidden");
    expect(failureOf(await createArticle.execute({}, { actor: moderator }))?.code).toBe("forbidden");
    expect(failureOf(await createArticle.execute({}, { actor: { kind: "visitor", network: "x" } }))?.code).toBe("unauthenticated");
    expectOk(await publishArticle.execute({ articleId: own, version: 1 }, { actor: author }));
  });

  it("sends a handed-in story back with a word why", async () => {
    const contributor = await somebody("contributor");
    const id = await begun({}, contributor);
    expectOk(await handInArticle.execute({ articleId: id, version: 1, note: "" }, { actor: contributor }));
    expect(failureOf(await sendBackArticle.execute({ articleId: id, version: 2, reason: "" }, { actor: editor }))?.fields?.reason).toBeTruthy();
    expectOk(await sendBackArticle.execute({ articleId: id, version: 2, reason: "The second count is missing." }, { actor: editor }));
    const state = await storyState(contributor, id);
    expect(state).toMatchObject({ status: "draft", sentBack: { by: "Orla", reason: "The second count is missing." }, can: { handIn: true } });
    const { rows } = await deskList(contributor, {});
    expect(rows.find((row) => row.id === id)).toMatchObject({ sentBackReason: "The second count is missing.", note: null });
  });
});

describe("time", () => {
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  /** The hour of the schedule strikes. */
  const strike = (id: string) => appDatabase().update(articles).set({ scheduledFor: sql`now()` }).where(eq(articles.id, id));

  it("publishes a schedule’s own revision once, on time, however many sweeps run", async () => {
    const id = await begun({ headline: "Pinned" });
    expectOk(await scheduleArticle.execute({ articleId: id, version: 1, at: inMs(60_000) }, { actor: editor }));
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: someContent(section.id, { headline: "Later words" }) }, { actor: editor }));
    const sweep = () => publishDueArticle.execute({ articleId: id }, { actor: systemActor("sweep") });
    expect(failureOf(await sweep())?.code).toBe("not_found");
    expect(await publicStory(id)).toBeNull();
    await strike(id);
    const results = await Promise.all(Array.from({ length: 6 }, sweep));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await publicStory(id))?.headline).toBe("Pinned");
    expect(failureOf(await publishDueArticle.execute({ articleId: id }, { actor: editor }))?.code).toBe("not_found");
  });

  it("keeps a picture’s days also where they were said after the story was planned", async () => {
    const assetId = newId();
    await appDatabase().insert(mediaAssets).values({ id: assetId, originalName: "p.jpg", originalKey: `originals/${assetId}`, sha256: "x", mime: "image/jpeg", width: 1600, height: 1000, renditions: [], alt: "A boat", credit: "Halyard", uploadedBy: editor.personId });
    const id = await begun({ headline: "With a picture", body: { type: "doc", content: [paragraphOf("Words."), { type: "figure", attrs: { assetId, alt: "A boat", credit: "Halyard" } }] } });
    expectOk(await scheduleArticle.execute({ articleId: id, version: 1, at: inMs(60_000) }, { actor: editor }));
    await appDatabase().update(mediaAssets).set({ usableUntil: "2001-01-01" }).where(eq(mediaAssets.id, assetId));
    await strike(id);
    expect(expectOk(await publishDueArticle.execute({ articleId: id }, { actor: systemActor("sweep") }))).toEqual({ published: false });
    expect(await publicStory(id)).toBeNull();
    expect((await storyState(editor, id))?.scheduleFailure).toContain("May not be used after 1 January 2001");
  });

  it("lets an embargo stop publishing and an earlier schedule", async () => {
    const id = await begun();
    expectOk(await embargoArticle.execute({ articleId: id, version: 1, until: inMs(3_600_000) }, { actor: editor }));
    expect((await revisionHistory(editor, id))?.map((line) => line.kind)).toEqual(["embargo"]);
    expect(failureOf(await publishArticle.execute({ articleId: id, version: 2 }, { actor: editor }))?.reason).toBe("embargoed");
    expect(failureOf(await scheduleArticle.execute({ articleId: id, version: 2, at: inMs(60_000) }, { actor: editor }))?.reason).toBe("embargoed");
    expectOk(await scheduleArticle.execute({ articleId: id, version: 2, at: inMs(7_200_000) }, { actor: editor }));
    expectOk(await cancelSchedule.execute({ articleId: id, version: 3 }, { actor: editor }));
    expectOk(await liftEmbargo.execute({ articleId: id, version: 4 }, { actor: editor }));
    expectOk(await publishArticle.execute({ articleId: id, version: 5 }, { actor: editor }));
  });

  it("never schedules into the past", async () => {
    const id = await begun();
    expect(failureOf(await scheduleArticle.execute({ articleId: id, version: 1, at: inMs(-1000) }, { actor: editor }))?.reason).toBe("in_the_past");
  });
});

describe("after publication", () => {
  it("previews a corrected story with its corrections, its changes and what to read next, as readers get it", async () => {
    const first = await live({ tags: ["Ferries"], headline: "The first of two" });
    const id = await live({ tags: ["Ferries"] });
    expectOk(await correctArticle.execute({ articleId: id, version: 2, kind: "clarification", note: "Both boats." }, { actor: editor }));
    const preview = await previewArticle(editor, id);
    expect(preview?.article.corrections).toMatchObject([{ kind: "clarification", note: "Both boats." }]);
    expect(preview?.article.changes.map((change) => change.kind)).toEqual(["clarification", "published"]);
    expect(preview?.related.map((card) => card.id)).toContain(first);
    expect(await previewArticle(await somebody("contributor"), id)).toBeNull();
  });

  it("an update puts its own names and tags in the place of the former, in their order, and a guest signs no page of an author", async () => {
    const wim = await somebody("author", "Wim");
    const by = (name: string, personId: string | null = null) => ({ role: "by" as const, personId, name });
    const id = await live({ tags: ["Quays", "Tides"], bylines: [by("Orla", editor.personId)] });
    const listed = async () => {
      const signed = await readerDatabase().select({ id: publicBylines.personId }).from(publicBylines).where(eq(publicBylines.articleId, id));
      const tagged = await readerDatabase().select({ name: publicArticleTags.name }).from(publicArticleTags).where(eq(publicArticleTags.articleId, id)).orderBy(publicArticleTags.position);
      return { signed: signed.map((one) => one.id), tagged: tagged.map((one) => one.name) };
    };
    expect(await listed()).toEqual({ signed: [editor.personId], tagged: ["Quays", "Tides"] });
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: someContent(section.id, { tags: ["Moorings", "Quays"], bylines: [by("A guest"), by("Wim", wim.personId)] }) }, { actor: editor }));
    expectOk(await updateArticle.execute({ articleId: id, version: await version(id), kind: "fix", note: "" }, { actor: editor }));
    expect(await listed()).toEqual({ signed: [wim.personId], tagged: ["Moorings", "Quays"] });
    expectOk(await unpublishArticle.execute({ articleId: id, version: await version(id), reason: "Over" }, { actor: editor }));
    expect(await listed()).toEqual({ signed: [], tagged: [] });
  });

  it("previews a tag under the name it has in the paper, and a scheduled story under the date on which it goes out", async () => {
    await live({ tags: ["Night Ferries"] });
    const id = await begun({ tags: ["night ferries", "Wholly new"] });
    expectOk(await scheduleArticle.execute({ articleId: id, version: 1, at: new Date(Date.now() + 3_600_000).toISOString() }, { actor: editor }));
    const preview = await previewArticle(editor, id);
    const [row] = await appDatabase().select().from(articles).where(eq(articles.id, id));
    expect(preview?.article.tags.map((tag) => tag.name)).toEqual(["Night Ferries", "Wholly new"]);
    expect(preview?.article.publishedAt).toEqual(row?.scheduledFor);
    expect(preview?.savedAt).toEqual(row?.draftEditedAt);
  });

  it("takes an unpublished story from every public view at once and answers that it was there", async () => {
    const id = await live({ slug: "gone-story" });
    expectOk(await unpublishArticle.execute({ articleId: id, version: 2, reason: "Legal" }, { actor: editor }));
    expect(await publicStory(id)).toBeNull();
    const [address] = await readerDatabase().select().from(publicAddresses).where(eq(publicAddresses.slug, "gone-story"));
    expect(address?.live).toBe(false);
    expect((await storyState(editor, id))?.unpublished?.reason).toBe("Legal");
  });

  it("says in the change log that a story was withdrawn and came back, not why, and calls it updated only where its text is another", async () => {
    const id = await live();
    const log = async () => (await previewArticle(editor, id))?.article.changes.map((change) => [change.kind, change.note]);
    expectOk(await unpublishArticle.execute({ articleId: id, version: await version(id), reason: "Legal" }, { actor: editor }));
    expectOk(await publishArticle.execute({ articleId: id, version: await version(id) }, { actor: editor }));
    expect(await log()).toEqual([["published_again", ""], ["withdrawn", ""], ["published", ""]]);
    expect((await storyState(editor, id))?.updatedAt).toBeNull();

    expectOk(await unpublishArticle.execute({ articleId: id, version: await version(id), reason: "Legal" }, { actor: editor }));
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: someContent(section.id, { headline: "Another text" }) }, { actor: editor }));
    expectOk(await publishArticle.execute({ articleId: id, version: await version(id) }, { actor: editor }));
    expect((await storyState(editor, id))?.updatedAt).not.toBeNull();
  });

  it("keeps the old story live until the correction is published, and records what was wrong", async () => {
    const id = await live({ headline: "321,000 crowns" });
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: someContent(section.id, { headline: "312,000 crowns" }) }, { actor: editor }));
    expect((await publicStory(id))?.headline).toBe("321,000 crowns");
    expectOk(await correctArticle.execute({ articleId: id, version: 2, kind: "correction", note: "It is 312,000." }, { actor: editor }));
    expect(await publicStory(id)).toMatchObject({ headline: "312,000 crowns" });
    expect((await publicStory(id))?.updatedAt).not.toBeNull();
  });

  it("puts a correction's note into the working copy and before readers, in a small merge that says up to where it reaches", async () => {
    const id = await live();
    const before = await committedContent(appDatabase(), id);
    expectOk(await correctArticle.execute({ articleId: id, version: 2, kind: "correction", note: "It is\n312,000." }, { actor: editor }));
    const [record] = await appDatabase().select().from(corrections).where(eq(corrections.articleId, id));
    const note = { type: "correctionNote", attrs: { correctionId: record?.id, kind: "correction", at: record?.createdAt.toISOString() }, content: [{ type: "text", text: "It is 312,000." }] };
    const copy = await committedContent(appDatabase(), id);
    expect(copy.body.content).toMatchObject([...before.body.content, note]);
    expect((await publicStory(id))?.body.content.filter((block) => block.type === "correctionNote")).toMatchObject([note]);
    expect((await storyState(editor, id))?.status).toBe("live");
    const updates = await appDatabase().select().from(articleUpdates).where(eq(articleUpdates.articleId, id)).orderBy(articleUpdates.id);
    expect(updates.at(-1)?.bytes.byteLength).toBeLessThan(700);
    const [told] = await appDatabase().select({ data: events.data }).from(events).where(and(eq(events.subjectId, id), eq(events.name, "article.corrected")));
    expect(told?.data).toMatchObject({ updateId: updates.at(-1)?.id });
  });

  it("keeps the notes of corrections through restores and rewritings, and publishes nothing that lost or altered one", async () => {
    const id = await live();
    const [first] = await appDatabase().select().from(revisions).where(eq(revisions.articleId, id));
    expectOk(await correctArticle.execute({ articleId: id, version: await version(id), kind: "correction", note: "It is 312,000." }, { actor: editor }));
    const noted = async () => (await committedContent(appDatabase(), id)).body.content.map((block) => (block.type === "correctionNote" ? textOfBlock(block) : "")).filter(Boolean);
    expectOk(await restoreRevision.execute({ articleId: id, revisionId: first?.id ?? "" }, { actor: editor }));
    expect(await noted()).toEqual(["It is 312,000."]);
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: someContent(section.id) }, { actor: editor }));
    expect(await noted()).toEqual(["It is 312,000."]);

    const content = await committedContent(appDatabase(), id);
    const update = async () => failureOf(await updateArticle.execute({ articleId: id, version: await version(id), kind: "fix", note: "" }, { actor: editor }));
    const write = (body: StoryContent["body"]) => appDatabase().transaction((tx) => mergeIntoLog(tx, editor, new Date(), id, { ...content, body }));
    await write({ type: "doc", content: content.body.content.filter((block) => block.type !== "correctionNote") });
    expect(await update()).toMatchObject({ reason: "checks_failed", message: "A correction is gone from the text: “It is 312,000.”" });
    await write({ type: "doc", content: content.body.content.map((block) => (block.type === "correctionNote" ? { ...block, content: [{ type: "text", text: "It was right." }] } : block)) });
    expect((await update())?.message).toContain("not the one on record");
    await write({ type: "doc", content: [...content.body.content, ...content.body.content.filter((block) => block.type === "correctionNote").map((block) => ({ ...block, attrs: { ...block.attrs, id: "zzzzzzzzzz" } }))] });
    expect((await update())?.message).toContain("stands in the text twice");
    expectOk(await restoreRevision.execute({ articleId: id, revisionId: first?.id ?? "" }, { actor: editor }));
    expect(await noted()).toEqual(["It is 312,000."]);
    expect(await update()).toBeNull();
  });

  it("restores by merging: nothing doubles, the update is small, and what stood before is kept", async () => {
    const blocks = Array.from({ length: 40 }, (_, index) => paragraphOf(`Paragraph ${index}, ${"words ".repeat(40)}`));
    const id = await live({ body: { type: "doc", content: blocks } });
    const [first] = await appDatabase().select().from(revisions).where(eq(revisions.articleId, id));
    const changed = [...blocks.slice(0, 5), paragraphOf("One more."), ...blocks.slice(5)];
    const content = await committedContent(appDatabase(), id);
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: { ...content, body: { type: "doc", content: changed } } }, { actor: editor }));
    expectOk(await restoreRevision.execute({ articleId: id, revisionId: first?.id ?? "" }, { actor: editor }));
    expect((await committedContent(appDatabase(), id)).body.content).toHaveLength(40);
    const log = await appDatabase().select({ bytes: articleUpdates.bytes }).from(articleUpdates).where(eq(articleUpdates.articleId, id)).orderBy(articleUpdates.id);
    expect(log.at(-1)?.bytes.byteLength).toBeLessThan(2000);
    expect((await revisionHistory(editor, id))?.map((line) => line.kind)).toEqual(["restore", "pre_restore", "publish"]);
  });
});

describe("the audit trail", () => {
  it("cannot be rewritten by the program’s own login, nor read by the reader’s", async () => {
    await live();
    await expect(appDatabase().execute(sql`update events set actor_name = 'somebody else'`)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(appDatabase().execute(sql`delete from revisions`)).rejects.toMatchObject({ cause: { code: "42501" } });
    for (const table of ["people", "sessions", "articles", "revisions", "events", "comments", "settings"]) {
      await expect(readerDatabase().execute(sql.raw(`select * from ${table}`))).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});
