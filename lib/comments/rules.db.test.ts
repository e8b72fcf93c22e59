import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, commentReports, comments, discussions, events, sections } from "@/db/schema";
import { readerKnownTo } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { changeDiscussion } from "@/lib/comments/commands/change-discussion";
import { changeRules } from "@/lib/comments/commands/change-rules";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { postComment } from "@/lib/comments/commands/post-comment";
import { firstRules, storedRules } from "@/lib/comments/discussion-rules";
import { issueFormToken } from "@/lib/comments/form-token";
import { commentAndYou, yoursUnder } from "@/lib/comments/reads/comment-and-you";
import { commentInPlace, discussionPage } from "@/lib/comments/reads/discussion";
import { discussionSettings } from "@/lib/comments/reads/discussion-settings";
import { rulesOfSection, writtenRules } from "@/lib/comments/reads/rules";
import { receiveEdit, receiveLike, receiveReport } from "@/lib/comments/receive-act";
import type { Actor, PersonActor, VisitorActor } from "@/lib/core/actor";
import { pageTagsOf } from "@/lib/core/page-tags";
import { paperFrame } from "@/lib/settings/reads/paper-frame";

useTestDatabase();

const visitor: VisitorActor = { kind: "visitor", network: "n" };
let editor: PersonActor;
let moderator: PersonActor;

beforeAll(async () => {
  [editor, moderator] = [await somebody("editor"), await somebody("moderator")];
});

async function liveStory(sectionId?: string): Promise<string> {
  const { id } = expectOk(await createArticle.execute({ content: someContent(sectionId ?? (await someSection()).id) }, { actor: editor }));
  expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
  return id;
}

let number = 0;
const post = (articleId: string, actor: Actor = visitor, changes: object = {}) => {
  number += 1;
  return postComment.execute({ articleId, parentId: null, name: "Hanne Vold", email: `hanne${number}@reader.example`, text: `Remark number ${number}.`, token: issueFormToken(articleId, new Date(Date.now() - 10_000)), website: "", ...changes }, { actor });
};

const asItIs = { preset: null, mode: "inherit", closes: "by_rule", slowModeSeconds: null, pinnedNote: "", reason: "", holdUnread: false } as const;
const versionOf = async (articleId: string) => (await discussionSettings(moderator, articleId))?.rulesVersion ?? -1;
const change = async (articleId: string, wanted: object, actor: Actor = moderator) => changeDiscussion.execute({ articleId, rulesVersion: await versionOf(articleId), ...asItIs, ...wanted }, { actor });

it("a moderator closes one story’s discussion, and opens it again for good", async () => {
  const story = await liveStory();
  expect(await discussionSettings(moderator, story)).toMatchObject({ state: { why: "open" }, rulesVersion: 0 });
  expectOk(await change(story, { mode: "off" }));
  expect(failureOf(await post(story))?.reason).toBe("closed");
  expectOk(await change(story, { mode: "read_only" }));
  expect(failureOf(await post(story))?.reason).toBe("closed");
  expectOk(await change(story, { closes: new Date(Date.now() - 60_000).toISOString() }));
  expect(await discussionSettings(moderator, story)).toMatchObject({ state: { why: "closed" } });
  expect(failureOf(await post(story))?.reason).toBe("closed");
  expectOk(await change(story, { closes: "never" }));
  expect(await discussionSettings(moderator, story)).toMatchObject({ state: { why: "open", closesAt: null } });
  expectOk(await post(story));
});

it("what takes no comments takes no changes to them either, and where there are none at all nothing is shown", async () => {
  const [story, reader] = [await liveStory(), await somebody("reader")];
  const posted = expectOk(await post(story, reader));
  const [{ revisionId = "" } = {}] = await appDatabase().select({ revisionId: comments.currentRevisionId }).from(comments).where(eq(comments.id, posted.commentId));
  const edit = (text: string) => receiveEdit({ of: { key: posted.key }, revisionId, text }, reader, "n");
  await appDatabase().update(comments).set({ status: "published" }).where(eq(comments.id, posted.commentId));
  const now = async () => discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date());
  const before = (await now()).visible;
  expect((await now()).threads).toHaveLength(1);
  for (const mode of ["read_only", "off"]) {
    expectOk(await change(story, { mode }));
    expect(failureOf(await edit("Quite another thing."))?.reason).toBe("closed");
  }
  expect(await now()).toMatchObject({ visible: 0, threads: [], tabs: { picks: 0, staff: 0 } });
  expect(await commentInPlace(posted.commentId, () => firstRules, new Date())).toBeNull();
  expect(await commentAndYou(reader, posted.commentId, new Date())).toBeNull();
  expectOk(await change(story, { mode: "open" }));
  expect((await now()).visible).toBe(before);

  const [row] = await appDatabase().select({ version: articles.version }).from(articles).where(eq(articles.id, story));
  expectOk(await unpublishArticle.execute({ articleId: story, version: row?.version ?? 0, reason: "A test" }, { actor: editor }));
  expect(failureOf(await edit("Under a story that is gone."))?.code).toBe("not_found");
  const other = await somebody("reader");
  expect(failureOf(await receiveLike({ commentId: posted.commentId, liked: true }, other))?.code).toBe("not_found");
  expectOk(await receiveReport({ commentId: posted.commentId, reason: "abuse", law: "", text: "", notice: null }, other, { network: "n", prefix: "p" }));
  expect(await appDatabase().select().from(commentReports).where(eq(commentReports.commentId, posted.commentId))).toEqual([]);
});

it("of two who change the rules of two sections at once both are kept, or one is told", async () => {
  const [one, two] = [await someSection(), await someSection()];
  const { version } = await writtenRules();
  const both = await Promise.all([one, two].map(({ id }) => changeRules.execute({ version, sectionId: id, mode: "premod", closesAfterDays: null, slowModeSeconds: null }, { actor: editor })));
  const kept = Object.keys((await writtenRules()).sections);
  for (const [index, { id }] of [one, two].entries()) expect(kept.includes(id)).toBe(both[index]?.ok);
  expect(both.map(failureOf).filter(Boolean)).toEqual([expect.objectContaining({ reason: "changed_meanwhile" })]);
});

it("nobody but moderators says how a discussion is held, and nobody but the desk how all of them are", async () => {
  const story = await liveStory();
  for (const role of ["author", "contributor", "reader"] as const) {
    const person = await somebody(role);
    expect(failureOf(await change(story, { mode: "off" }, person))?.code).toBe("forbidden");
    expect(await discussionSettings(person, story)).toBeNull();
  }
  expect(failureOf(await change(story, { mode: "off" }, visitor))?.code).toBe("unauthenticated");
  const { version } = await writtenRules();
  expect(failureOf(await changeRules.execute({ version, sectionId: null, mode: "off", closesAfterDays: 1, slowModeSeconds: 0 }, { actor: moderator }))?.code).toBe("forbidden");
});

it("where every comment is read first, known readers and newcomers wait, staff do not; what nobody read can wait again", async () => {
  const [story, known] = [await liveStory(), await readerKnownTo({ editor, moderator })];
  const before = expectOk(await post(story, known));
  expect(before.status).toBe("published");
  expect(expectOk(await change(story, { mode: "premod", preset: "reviewed", holdUnread: true })).held).toBe(1);
  expect((await appDatabase().select({ status: comments.status }).from(comments).where(eq(comments.id, before.commentId)))[0]).toEqual({ status: "held" });
  expect(await discussionSettings(moderator, story)).toMatchObject({ visible: 0, held: 1, unread: 0 });
  expect(expectOk(await post(story, known)).status).toBe("held");
  expect(expectOk(await post(story, editor)).status).toBe("approved");
});

it("guests stay out where comments are for people with an account", async () => {
  const story = await liveStory();
  expectOk(await change(story, { mode: "members_only" }));
  expect(failureOf(await post(story))).toMatchObject({ code: "unauthenticated", reason: "members_only" });
  expectOk(await post(story, await somebody("reader")));
});

it("in slow mode one person waits, others do not, and staff never do", async () => {
  const [story, reader] = [await liveStory(), await somebody("reader")];
  expectOk(await change(story, { slowModeSeconds: 300 }));
  expectOk(await post(story, reader));
  const failure = failureOf(await post(story, reader));
  expect(failure).toMatchObject({ code: "rate_limited", reason: "slow_mode", message: expect.stringContaining("in 5 minutes") });
  expect(failure?.retryAfter).toBeGreaterThan(290);
  expectOk(await post(story, await somebody("reader")));
  for (const _ of [1, 2]) expectOk(await post(story, editor));
});

it("of two who change it at once the second is told, and nothing of hers is kept", async () => {
  const story = await liveStory();
  const rulesVersion = await versionOf(story);
  const both = await Promise.all([editor, moderator].map((actor) => changeDiscussion.execute({ articleId: story, rulesVersion, ...asItIs, pinnedNote: actor.name }, { actor })));
  expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
  expect(both.map(failureOf).find(Boolean)).toMatchObject({ code: "conflict", reason: "changed_meanwhile" });
  const [row] = await appDatabase().select().from(discussions).where(eq(discussions.articleId, story));
  expect(row?.pinnedNote).toBe(both[0]?.ok ? editor.name : moderator.name);
});

it("a sensitive story is opened with a reason alone, which is kept with who gave it", async () => {
  const story = await liveStory();
  expectOk(await change(story, { preset: "sensitive", mode: "off" }));
  expect(failureOf(await change(story, { preset: "standard" }))).toMatchObject({ reason: "no_reason", fields: { reason: expect.any(String) } });
  // Nor in two steps, of which the first only takes the word away.
  expect(failureOf(await change(story, { mode: "off" }))?.reason).toBe("no_reason");
  expectOk(await change(story, { preset: "sensitive", mode: "off", pinnedNote: "The court sits in May." }));
  expectOk(await change(story, { preset: "standard", reason: "The court has decided." }));
  const [event] = await appDatabase().select().from(events).where(and(eq(events.name, "discussion.changed"), eq(events.actorName, moderator.name))).orderBy(desc(events.id)).limit(1);
  expect(event).toMatchObject({ data: { reason: "The court has decided.", articleId: story } });
  expect(event && pageTagsOf(event)).toContain(`discussion:${story}`);
});

it("a section’s rules hold in its parts and its stories, until they say otherwise", async () => {
  const [whole, part] = [await someSection(), await someSection()];
  await appDatabase().update(sections).set({ parentId: whole.id }).where(eq(sections.id, part.id));
  const story = await liveStory(part.id);
  const say = async (sectionId: string | null, rules: object) => expectOk(await changeRules.execute({ version: (await writtenRules()).version, sectionId, mode: null, closesAfterDays: null, slowModeSeconds: null, ...rules }, { actor: editor }));
  await say(whole.id, { mode: "premod", closesAfterDays: "never" });
  expect(await discussionSettings(moderator, story)).toMatchObject({ state: { reviewed: true, closesAt: null } });
  expect((await paperFrame()).rules.sections[whole.id]).toEqual({ mode: "premod", closesAfterDays: null });
  await say(part.id, { mode: "off" });
  expect(failureOf(await post(story))?.reason).toBe("closed");
  expectOk(await change(story, { mode: "open" }));
  expectOk(await post(story));
  await say(part.id, {});
  expect((await writtenRules()).sections[part.id]).toBeUndefined();
  const { version } = await writtenRules();
  expect(failureOf(await changeRules.execute({ version: version - 1, sectionId: null, mode: "open", closesAfterDays: 3, slowModeSeconds: 0 }, { actor: editor }))?.reason).toBe("changed_meanwhile");
  expect(failureOf(await changeRules.execute({ version, sectionId: null, mode: "open", closesAfterDays: null, slowModeSeconds: null }, { actor: editor }))?.reason).toBe("paper_says_all");
});

it("a word from the newsroom stands above the comments: the story’s own, else its section’s, else the paper’s", async () => {
  const [whole, part] = [await someSection(), await someSection()];
  await appDatabase().update(sections).set({ parentId: whole.id }).where(eq(sections.id, part.id));
  const story = await liveStory(part.id);
  const say = async (sectionId: string | null, rules: object) => expectOk(await changeRules.execute({ version: (await writtenRules()).version, sectionId, mode: null, closesAfterDays: null, slowModeSeconds: null, ...rules }, { actor: editor }));
  const paper = { mode: "open", closesAfterDays: 14, slowModeSeconds: 0 };
  const note = async () => (await discussionPage({ id: story, publishedAt: new Date(), rules: await rulesOfSection(appDatabase(), part.id) }, new Date())).pinnedNote;
  expect(await note()).toBe("");
  await say(null, { ...paper, pinnedNote: " Be kind. " });
  expect(await note()).toBe("Be kind.");
  await say(whole.id, { pinnedNote: "Courts are at work: name nobody." });
  expect(await note()).toBe("Courts are at work: name nobody.");
  await say(whole.id, { mode: "premod" });
  expect(await note()).toBe("Courts are at work: name nobody.");
  expectOk(await change(story, { pinnedNote: "Anna answers until six." }));
  expect(await note()).toBe("Anna answers until six.");
  expectOk(await change(story, {}));
  expectOk(await change(story, { withoutNote: true }));
  expect([await note(), (await discussionSettings(moderator, story))?.own.withoutNote]).toEqual(["", true]);
  expect(failureOf(await change(story, { withoutNote: true, pinnedNote: "And yet a word." }))).toMatchObject({ reason: "note_and_none", fields: { pinnedNote: expect.stringContaining("not both") } });
  expectOk(await change(story, {}));
  await say(whole.id, { pinnedNote: "" });
  expect(await note()).toBe("Be kind.");
  await say(whole.id, { pinnedNote: "", withoutNote: true });
  expect(await note()).toBe("");
  await say(whole.id, { mode: "premod", pinnedNote: null });
  expect([await note(), (await writtenRules()).sections[whole.id]]).toEqual(["", { mode: "premod", pinnedNote: "" }]);
  await say(part.id, { pinnedNote: "Here again." });
  expect(await note()).toBe("Here again.");
  await say(part.id, { pinnedNote: "" });
  await say(whole.id, { pinnedNote: "" });
  expect(await note()).toBe("Be kind.");
  await say(null, { ...paper, pinnedNote: "" });
  expect(await note()).toBe("");
});

it("a section is held in a way with a name, and a sensitive one is opened with a reason: itself, a part of it, or a story", async () => {
  const [whole, part] = [await someSection(), await someSection()];
  await appDatabase().update(sections).set({ parentId: whole.id }).where(eq(sections.id, part.id));
  const story = await liveStory(part.id);
  const say = async (sectionId: string | null, rules: object) => changeRules.execute({ version: (await writtenRules()).version, sectionId, mode: null, closesAfterDays: null, slowModeSeconds: null, ...rules }, { actor: editor });
  expectOk(await say(whole.id, { preset: "questions", mode: "off", slowModeSeconds: 7 }));
  expect((await writtenRules()).sections[whole.id]).toEqual({ preset: "questions", mode: "open", slowModeSeconds: 120 });
  expectOk(await say(whole.id, { preset: "sensitive" }));
  expect(await discussionSettings(moderator, story)).toMatchObject({ state: { why: "off" }, rules: { preset: "sensitive" } });
  expect(failureOf(await say(whole.id, { preset: "reviewed" }))).toMatchObject({ reason: "no_reason", fields: { reason: "Say why it is held as sensitive no longer." } });
  expect(failureOf(await say(whole.id, { mode: "off" }))?.reason).toBe("no_reason");
  expect(failureOf(await say(part.id, { mode: "premod" }))?.reason).toBe("no_reason");
  expect(failureOf(await change(story, { mode: "premod" }))?.reason).toBe("no_reason");
  expectOk(await change(story, { pinnedNote: "Nothing is opened by this." }));
  expectOk(await change(story, { mode: "premod", reason: "The court has decided." }));
  // It is open: what else is changed needs no reason again.
  expectOk(await change(story, { mode: "open" }));
  expectOk(await say(part.id, { mode: "premod", reason: "No minors are in it." }));
  expect((await appDatabase().select({ data: events.data }).from(events).where(and(eq(events.name, "settings.changed"), sql`${events.data} ->> 'sectionId' = ${part.id}`)))[0]?.data).toMatchObject({ reason: "No minors are in it." });
  expect(await rulesOfSection(appDatabase(), part.id)).toMatchObject({ mode: "premod", preset: null });
  expectOk(await say(part.id, { mode: "open" }));
  expect(failureOf(await say(null, { mode: "open", closesAfterDays: 3, slowModeSeconds: 0, preset: "live" }))?.reason).toBe("no_preset");
  expectOk(await say(whole.id, { reason: "All of it is over." }));
});

it("where each link is looked at, by the story’s own word or its section’s, a known reader’s waits", async () => {
  const section = await someSection();
  const [story, known] = [await liveStory(section.id), await readerKnownTo({ editor, moderator })];
  const link = async (number: number) => expectOk(await post(story, known, { text: `See https://example.org/${number}` })).status;
  expect(await link(1)).toBe("published");
  const say = async (linksHeld: boolean | null) => expectOk(await changeRules.execute({ version: (await writtenRules()).version, sectionId: section.id, mode: null, closesAfterDays: null, slowModeSeconds: null, linksHeld }, { actor: editor }));
  await say(true);
  expect(await link(2)).toBe("held");
  expectOk(await change(story, { linksHeld: false }));
  expect(await discussionSettings(moderator, story)).toMatchObject({ own: { linksHeld: false }, rules: { linksHeld: true }, state: { linksHeld: false } });
  expect(await link(3)).toBe("published");
  await say(null);
  expectOk(await change(story, { linksHeld: true }));
  expect(await link(4)).toBe("held");
});

it("threads stand in the order that the story has, else its section, and an address may ask for another", async () => {
  const section = await someSection();
  const story = await liveStory(section.id);
  const ids: string[] = [];
  for (const _ of [1, 2, 3]) ids.push(expectOk(await post(story, editor)).commentId);
  const shown = async (sort: "newest" | "oldest" | null = null) => {
    const { threads, asked, state } = await discussionPage({ id: story, publishedAt: new Date(), rules: (await discussionSettings(editor, story))?.rules ?? firstRules }, new Date(), { tab: "all", sort });
    return [threads.map(({ root }) => ids.indexOf(root.id)).join(""), asked.sort, state.firstSort];
  };
  expect(await shown()).toEqual(["210", "newest", "newest"]);
  expectOk(await changeRules.execute({ version: (await writtenRules()).version, sectionId: section.id, mode: null, closesAfterDays: null, slowModeSeconds: null, firstSort: "oldest" }, { actor: editor }));
  expect([await shown(), await shown("newest")]).toEqual([["012", "oldest", "oldest"], ["210", "newest", "oldest"]]);
  expectOk(await change(story, { firstSort: "newest" }));
  expect([await shown(), await shown("oldest")]).toEqual([["210", "newest", "newest"], ["012", "oldest", "newest"]]);
});

it.each<[string, object]>([
  ["a day that is none", { closes: "tomorrow" }],
  ["a way that is none", { preset: "loud" }],
  ["more than an hour of waiting", { slowModeSeconds: 3601 }],
  ["half a second", { slowModeSeconds: 0.5 }],
  ["a note that is too long", { pinnedNote: "n".repeat(501) }],
  ["a note that cannot be stored", { pinnedNote: "a\u0000b" }],
  ["more than was asked", { status: "approved" }],
])("%s changes nothing", async (_, wanted) => {
  const story = await liveStory();
  expect(failureOf(await change(story, wanted))?.code).toBe("invalid");
  expect(await versionOf(story)).toBe(0);
});

it("newcomers are shown at once where the newsroom says so, but for guests; and what one wrote can be changed for as long as it says", async () => {
  const section = await someSection();
  const say = async (sectionId: string | null, rules: object) => changeRules.execute({ version: (await writtenRules()).version, sectionId, mode: null, closesAfterDays: null, slowModeSeconds: null, ...rules }, { actor: editor });
  const story = await liveStory(section.id);
  const edit = async (commentId: string, actor: Actor) => {
    const [row] = await appDatabase().select({ revisionId: comments.currentRevisionId }).from(comments).where(eq(comments.id, commentId));
    return editComment.execute({ of: { commentId }, revisionId: row?.revisionId, text: `Anew, ${crypto.randomUUID()}.` }, { actor });
  };
  const status = async (actor: Actor) => expectOk(await post(story, actor)).status;
  expect([await status(await somebody("reader")), await status(visitor)]).toEqual(["held", "held"]);
  expectOk(await say(section.id, { newcomersHeld: false, editMinutes: 20 }));
  expect([await status(await somebody("reader")), await status(visitor)]).toEqual(["published", "held"]);
  const reader = await somebody("reader");
  const { commentId } = expectOk(await post(story, reader));
  const age = (minutes: number) => appDatabase().update(comments).set({ createdAt: new Date(Date.now() - minutes * 60_000) }).where(eq(comments.id, commentId));
  await age(19);
  expect((await commentAndYou(reader, commentId, new Date()))?.edit).toMatchObject({ minutes: 20 });
  expect((await yoursUnder(reader, story))?.editable).toEqual([commentId]);
  expectOk(await edit(commentId, reader));
  await age(21);
  expect(failureOf(await edit(commentId, reader))?.reason).toBe("edit_over");
  expectOk(await say(section.id, { newcomersHeld: false, editMinutes: 0 }));
  await age(0);
  expect(failureOf(await edit(commentId, reader))?.reason).toBe("edit_over");
  expect([(await commentAndYou(reader, commentId, new Date()))?.edit, (await yoursUnder(reader, story))?.editable]).toEqual([null, []]);
  for (const editMinutes of [-1, 61, 2.5]) expect(failureOf(await say(section.id, { editMinutes }))?.code).toBe("invalid");
  expect(storedRules({ paper: { mode: "open", closesAfterDays: 14, slowModeSeconds: 0 }, sections: {} }).paper).toMatchObject({ newcomersHeld: true, editMinutes: 5 });
});
