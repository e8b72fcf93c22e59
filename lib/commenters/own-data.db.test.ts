import { and, eq, inArray, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { accountDeletions, comments, discussions, mails, people, storyLooks } from "@/db/schema";
import { cardOf, commentNow, decideNow, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { askToDelete, keepAccount } from "@/lib/commenters/commands/delete-account";
import { eraseAccountsJob } from "@/lib/commenters/jobs/erase-accounts";
import { commentsAsTable, ownData } from "@/lib/commenters/reads/own-data";
import { appealDecision } from "@/lib/comments/commands/appeal-decision";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { followThread } from "@/lib/comments/commands/follow-thread";
import { likeComment } from "@/lib/comments/commands/like-comment";
import { muteAuthor } from "@/lib/comments/commands/mute-author";
import { reportComment } from "@/lib/comments/commands/report-comment";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { guestHmac } from "@/lib/comments/guest-address";
import { firstRules } from "@/lib/comments/discussion-rules";
import { discussionPage } from "@/lib/comments/reads/discussion";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import { provide } from "@/lib/kernel/process-store";
import { recipientHash } from "@/lib/mail/letter";
import { queueMail } from "@/lib/mail/queue-mail";
import { decideComment } from "@/lib/moderation/commands/decide";
import { answerQuestion } from "@/lib/newsroom/commands/answer-question";
import { askCommenter } from "@/lib/newsroom/commands/ask-commenter";
import { markComment } from "@/lib/newsroom/commands/mark-comment";
import { questionsBehind } from "@/lib/newsroom/reads/questions";
import { chooseNotices } from "@/lib/notices/commands/choose-notices";
import { firstChoices } from "@/lib/notices/choices";
import { tellOfCommentJob } from "@/lib/notices/jobs/tell-of-comment";
import { changeProfile } from "@/lib/people/commands/account";
import { changeRole } from "@/lib/people/commands/membership";
import { signIn } from "@/lib/people/commands/sessions";
import { makeLink } from "@/lib/people/one-time-links";
import { hashPassword } from "@/lib/people/passwords";
import { grantTrust } from "@/lib/sanctions/commands/grant-trust";
import { imposeSanction } from "@/lib/sanctions/commands/impose-sanction";
import { noteCommenter } from "@/lib/sanctions/commands/note-commenter";

const test = useTestDatabase();
const visitor: VisitorActor = { kind: "visitor", network: "n" };
const signal = new AbortController().signal;
let editor: PersonActor;
let ana: PersonActor;
let password = "";
beforeAll(async () => {
  [editor, ana, password] = [await somebody("editor", "Orla"), await somebody("moderator", "Ana"), await hashPassword("a calm long password")];
});
beforeEach(() => provide("env", { ...testEnv, mail: { server: { host: "127.0.0.1", port: 1, secure: false, login: null }, from: { name: "", address: "desk@halyard.example" } } }));
afterEach(() => test.migrator().execute(sql`delete from jobs.job`));

/** Each is a word that stands nowhere else. */
const planted = { name: "Quillonia Vexworth", guestName: "Grizelda Plumb", first: "zwiebelfisch", second: "hurenkind", rejected: "schusterjunge", appeal: "kolumnentitel", told: "spationieren", reportText: "durchschuss", law: "schmutztitel", device: "fliegenkopf", guest: "vakatseite", subject: "initiale", sanction: "marginalie", note: "blindmuster", trust: "hochzeit", letter: "witwe", signature: "Quillonia V., Spaltenbreite", reach: "bleisatz" };

/** The newsroom asks about a comment, and its author agrees from her account. */
async function agreesTo(commentId: string, kind: "letter" | "lead", actor: PersonActor) {
  const { useId, version } = expectOk(await markComment.execute({ commentId, revisionId: (await commentNow(commentId)).currentRevisionId, kind }, { actor: ana }));
  expectOk(await askCommenter.execute({ useId, version, words: kind === "letter" ? planted.letter : "" }, { actor: editor }));
  const consentId = (await questionsBehind(actor, useId))?.questions[0]?.consentId;
  expectOk(await answerQuestion.execute({ asked: useId, consentId, answer: "agree", signedAs: planted.signature, contact: planted.reach }, { actor }));
}

/** A reader with something of hers in every table that can hold it. */
async function fullReader() {
  const actor = await somebody("reader");
  const email = `quillonia-${actor.personId.slice(-8)}@post.example`;
  await appDatabase().update(people).set({ email, passwordHash: password, emailConfirmedAt: new Date() }).where(eq(people.id, actor.personId));
  expectOk(await changeProfile.execute({ name: `${planted.name} ${actor.personId.slice(-4)}`, bio: "" }, { actor }));
  const me = { ...actor, name: `${planted.name} ${actor.personId.slice(-4)}` };
  expectOk(await signIn.execute({ email, password: "a calm long password", device: planted.device }, { actor: visitor }));
  const story = await storyToTalkAbout(editor);
  const other = await said(story, editor);
  const shown = await said(story, me, { text: `First ${planted.first}, ${email}.` });
  expectOk(await editComment.execute({ of: { commentId: shown.commentId }, revisionId: (await commentNow(shown.commentId)).currentRevisionId, text: `Then ${planted.second}, ${actor.personId.slice(-6)}.` }, { actor: me }));
  expectOk(await decideNow(shown.commentId, "approve", ana));
  await agreesTo(shown.commentId, "letter", me);
  await agreesTo(shown.commentId, "lead", me);
  const reply = await said(story, editor, { parentId: shown.commentId });
  const gone = await said(story, me, { text: `No ${planted.rejected}, ${email}.` });
  const { eventId } = expectOk(await decideComment.execute({ ...(await cardOf(gone.commentId)), decision: "reject", reason: "off_topic", message: planted.told }, { actor: ana }));
  expectOk(await appealDecision.execute({ of: { commentId: gone.commentId }, eventId, text: planted.appeal }, { actor: me }));
  const asGuest = await said(story, visitor, { name: planted.guestName, email, text: `As a guest ${planted.guest}, ${email}.` });
  await test.migrator().execute(sql`update comments set status = 'held', confirmed_at = now() where id = ${asGuest.commentId}`);
  await test.migrator().execute(sql`update guests set verified_at = now() where id = ${(await commentNow(asGuest.commentId)).guestId}`);
  await test.migrator().execute(sql`update discussions set held_count = held_count + 1 where id = ${(await commentNow(asGuest.commentId)).discussionId}`);
  expectOk(await likeComment.execute({ commentId: other.commentId, liked: true }, { actor: me }));
  expectOk(await reportComment.execute({ commentId: other.commentId, reason: "illegal", law: planted.law, text: `As I said: ${planted.reportText}.`, notice: { name: planted.name, email, childOffence: false, goodFaith: true }, network: "n", prefix: "p" }, { actor: me }));
  expectOk(await followThread.execute({ commentId: other.commentId, hear: "all" }, { actor: me }));
  expectOk(await chooseNotices.execute({ choices: firstChoices, pace: "hourly", language: "fr" }, { actor: me }));
  expectOk(await imposeSanction.execute({ who: { personId: me.personId }, kind: "premod", days: null, reason: "abuse", message: planted.sanction, sweep: "all", seen: null }, { actor: ana }));
  expectOk(await noteCommenter.execute({ who: { personId: me.personId }, text: planted.note }, { actor: ana }));
  expectOk(await grantTrust.execute({ personId: me.personId, level: 2, note: planted.trust, seen: null }, { actor: ana }));
  const jobs = await test.migrator().execute<{ data: unknown }>(sql`delete from jobs.job where name = 'tell-of-comment' returning data`);
  for (const { data } of jobs) await tellOfCommentJob.run(data, signal);
  expectOk(await muteAuthor.execute({ commentId: other.commentId, muted: true }, { actor: me }));
  await appDatabase().transaction(async (tx) => {
    await makeLink(tx, { purpose: "reset", personId: me.personId, createdBy: null, now: new Date() });
    await queueMail(tx, { kind: "notices", to: email, subject: planted.subject, text: "News." });
  });
  return { me, email, story, other: other.commentId, shown: shown.commentId, shownKey: shown.key, reply: reply.commentId, gone: gone.commentId, guest: asGuest.commentId };
}

const ask = (actor: PersonActor, keepTexts: boolean, given = "a calm long password") => askToDelete.execute({ password: given, keepTexts }, { actor });
async function eraseNow(personId: string): Promise<void> {
  await appDatabase().update(accountDeletions).set({ dueAt: new Date(Date.now() - 1000) }).where(eq(accountDeletions.personId, personId));
  await Promise.all([eraseAccountsJob.run({}, signal), eraseAccountsJob.run({}, signal)]);
  await eraseAccountsJob.run({}, signal);
}

/** What the newsroom made of a comment, with all that its author was asked. */
const madeOf = (commentId: string) => test.migrator().execute(sql`select u.id, c.id as consent from comment_uses u left join comment_consents c on c.use_id = u.id where u.comment_id = ${commentId}`);

/** Every row of every table, as text, but for the jobs. */
async function everything(): Promise<Record<string, string>> {
  const tables = await test.migrator().execute<{ name: string }>(sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const found: Record<string, string> = {};
  for (const { name } of tables) found[name] = JSON.stringify(await test.migrator().execute(sql.raw(`select to_jsonb(t) as row from "${name}" t`)));
  return found;
}

/** Tables that name people of the newsroom alone. Whoever adds one that names readers adds it to the copy and to the deletion. */
const ofStaff = ["articles", "article_updates", "article_bylines", "article_names", "comment_looks", "comment_consents", "comment_sweeps", "comment_uses", "corrections", "embeds", "legal_holds", "released_holds", "media_assets", "note_mentions", "note_messages", "note_reads", "note_threads", "quality_checks", "revision_names", "revisions", "shields", "word_rules", "proposal_decisions", "proposal_updates", "proposals", "outside_reviews", "outside_remarks"];
const ofReaders = ["account_deletions", "appeals", "comment_likes", "comment_reports", "commenter_notes", "comments", "display_names", "legal_notices", "moderation_events", "mutes", "notice_choices", "notices", "one_time_links", "sanctions", "sessions", "story_looks", "thread_follows", "trust_grants"];

it("knows every table that names somebody", async () => {
  const rows = await test.migrator().execute<{ name: string }>(sql`select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid in ('people'::regclass, 'guests'::regclass)`);
  const known = new Set([...ofStaff, ...ofReaders]);
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  for (const name of ofReaders) expect(rows.map((row) => row.name)).toContain(name);
});

describe("a copy of one’s data", () => {
  it("holds everything of hers, nothing of others’, and no secret", async () => {
    const { me, email } = await fullReader();
    const other = await fullReader();
    const data = await ownData(me);
    const text = JSON.stringify(data);
    for (const [what, word] of Object.entries(planted)) expect(text, what).toContain(word);
    expect(text).toContain(email);
    expect(text).not.toContain(other.me.personId);
    expect(text).not.toContain(other.email);
    expect(text).not.toMatch(/Ana|Orla|argon2|passwordHash|tokenHash|network|prefix|keyHash/);
    expect(data).toMatchObject({ choices: { pace: "hourly", language: "fr" }, likes: [expect.anything()], follows: [expect.anything()], links: [expect.anything()], muted: [expect.anything()], trustGranted: [expect.anything()] });
    expect(data?.comments.map(({ state, asGuest }) => [state, asGuest])).toEqual([["published", false], ["rejected", false], ["waiting", true]]);
    expect(data?.comments[0]?.texts).toHaveLength(2);
    expect(data?.notices.map(({ kind }) => kind).sort()).toEqual(["answer", "decision", "decision"]);
  });

  it("holds nothing that somebody else left under her address, unconfirmed", async () => {
    const actor = await somebody("reader");
    const email = `${actor.personId}@paper.example`;
    await appDatabase().update(people).set({ emailConfirmedAt: new Date() }).where(eq(people.id, actor.personId));
    const { commentId } = await said(await storyToTalkAbout(editor), visitor, { name: "Not Hers", email, text: `Strange words ${email}.` });
    for (const status of ["unverified", "withdrawn", "held"]) {
      await test.migrator().execute(sql`update comments set status = ${status} where id = ${commentId}`);
      expect(await ownData(actor)).toMatchObject({ comments: [], guest: null });
    }
  });

  it("nor the mails to an address that nobody ever confirmed, which are not erased with her either", async () => {
    const actor = await somebody("reader");
    const email = `${actor.personId}@paper.example`;
    await appDatabase().update(people).set({ passwordHash: password }).where(eq(people.id, actor.personId));
    await appDatabase().transaction((tx) => queueMail(tx, { kind: "notices", to: email, subject: "Of another", text: "News of another." }));
    expect((await ownData(actor))?.mails).toEqual([]);
    expectOk(await ask(actor, false));
    await eraseNow(actor.personId);
    expect((await appDatabase().select().from(people).where(eq(people.id, actor.personId)))[0]?.erasedAt).not.toBeNull();
    expect(await appDatabase().select().from(mails).where(eq(mails.recipientHash, recipientHash(email)))).toHaveLength(1);
  });

  it("tells spam from what waits by nothing", async () => {
    const me = await somebody("reader");
    const two = [await said(await storyToTalkAbout(editor), me), await said(await storyToTalkAbout(editor), me)].map(({ commentId }) => commentId);
    expectOk(await decideNow(two[1] ?? "", "spam", ana));
    const told = (await ownData(me))?.comments.filter(({ id }) => two.includes(id));
    const as = (one: NonNullable<typeof told>[number] | undefined) => ({ state: one?.state, events: one?.decisions.map(({ state, reason, message }) => ({ state, reason, message })), appeals: one?.appeals });
    expect(as(told?.[1])).toEqual({ ...as(told?.[0]), events: [{ state: "waiting", reason: null, message: null }] });
  });

  it("says of spam what its own page says, and as a table runs no formula", async () => {
    const { me, shown } = await fullReader();
    await test.migrator().execute(sql`update comments set status = 'spam' where id = ${shown}`);
    const data = await ownData(me);
    expect(JSON.stringify(data)).not.toContain('"spam"');
    const story = await storyToTalkAbout(editor);
    await said(story, me, { text: '=HYPERLINK("https://evil.example","go")' });
    const again = await ownData(me);
    const table = again ? commentsAsTable(again) : "";
    expect(table).toContain(`"'=HYPERLINK(""https://evil.example"",""go"")"`);
    expect(table.trim().split("\r\n")).toHaveLength(5);
  });
});

describe("an account is deleted", () => {
  it("at the word of its password alone, a day later, unless its owner thinks better of it", async () => {
    const { me } = await fullReader();
    expect(failureOf(await ask(me, false, "wrong"))?.problems).toEqual({ password: { reason: "wrong_password" } });
    expect(failureOf(await ask(editor, false))?.reason).toBe("staff");
    const { dueAt } = expectOk(await ask(me, false));
    expect(Math.round((new Date(dueAt).getTime() - Date.now()) / 3_600_000)).toBe(24);
    await appDatabase().execute(sql`select 1`);
    await eraseAccountsJob.run({}, signal);
    expect((await commentNow((await ownData(me))?.comments[0]?.id ?? "")).authorId).toBe(me.personId);
    expect(expectOk(await ask(me, true)).dueAt).toBe(dueAt);
    for (let again = 0; again < 2; again++) expectOk(await keepAccount.execute({}, { actor: me }));
    await eraseNow(me.personId);
    expect((await ownData(me))?.account.email).toContain("quillonia");
  });

  it("with all that it said: no table holds a word of hers, replies keep their place, and the counters are true", async () => {
    const { me, email, story, other, shown, reply, gone, guest } = await fullReader();
    expectOk(await ask(me, false));
    await eraseNow(me.personId);
    const mine = [email, me.name, me.name.toLowerCase().replaceAll(/[^a-z]/g, "")];
    for (const [table, text] of Object.entries(await everything())) for (const word of mine) expect(text.includes(word), `${word} in ${table}`).toBe(false);
    const own = await test.migrator().execute<{ text: string }>(sql`select (select jsonb_agg(r) from comment_revisions r where comment_id in (${shown}, ${gone}, ${guest}))::text || (select jsonb_agg(m) from moderation_events m where comment_id in (${shown}, ${gone}, ${guest}))::text || (select jsonb_agg(a) from appeals a where comment_id = ${gone})::text || (select jsonb_agg(r) from comment_reports r where comment_id = ${other})::text as text`);
    for (const [what, word] of Object.entries(planted)) expect(own[0]?.text.includes(word), what).toBe(false);
    expect(await madeOf(shown)).toEqual([]);
    // What holds against her address still does, without a word of why, and no longer than a guest's would.
    const [blocked] = await test.migrator().execute<{ person_id: string | null; message: string; reason: string | null; days: number }>(sql`select person_id, message, reason, round(extract(epoch from ends_at - now()) / 86400)::int as days from sanctions where address_key = ${guestHmac(email)}`);
    expect(blocked).toEqual({ person_id: null, message: "", reason: null, days: 90 });
    // The id of the row alone is left, in events of which she is the subject.
    const named = Object.entries(await everything()).filter(([, text]) => text.includes(me.personId)).map(([table]) => table);
    expect(named.sort()).toEqual(["events", "people"]);
    const [person] = await appDatabase().select().from(people).where(eq(people.id, me.personId));
    expect(person).toMatchObject({ name: "—", passwordHash: null, disabledAt: expect.any(Date), erasedAt: expect.any(Date) });
    expect(await Promise.all([shown, gone, guest].map(async (id) => (await commentNow(id)).status))).toEqual(["purged", "purged", "purged"]);
    const page = await discussionPage({ id: story, publishedAt: new Date(), rules: firstRules }, new Date());
    const thread = page.threads.find(({ root }) => root.id === shown);
    expect(thread).toMatchObject({ root: { name: null, mark: "removed" }, replies: [{ id: reply, name: "Orla" }] });
    const rows = await appDatabase().select().from(comments).innerJoin(discussions, and(eq(discussions.id, comments.discussionId), eq(discussions.articleId, story)));
    const visible = rows.filter((row) => ["approved", "published"].includes(row.comments.status));
    expect(rows[0]?.discussions).toMatchObject({ visibleCount: visible.length, heldCount: 0 });
    expect(await commentNow(other)).toMatchObject({ likeCount: 0, likeRank: 0 });
  });

  it("and neither that nor who posts waits for ever for the other", async () => {
    const { me, story } = await fullReader();
    expectOk(await ask(me, false));
    await appDatabase().update(accountDeletions).set({ dueAt: new Date(Date.now() - 1000) }).where(eq(accountDeletions.personId, me.personId));
    const { erasing } = await appDatabase().transaction(async (tx) => {
      await tx.execute(sql`select 1 from discussions where article_id = ${story} for update`);
      const started = eraseAccountsJob.run({}, signal);
      await new Promise((done) => setTimeout(done, 300));
      await tx.execute(sql`select 1 from people where id = ${me.personId} for key share`);
      return { erasing: started };
    });
    await erasing;
    expect((await appDatabase().select().from(people).where(eq(people.id, me.personId)))[0]?.erasedAt).not.toBeNull();
  });

  it("but not one that was taken into the newsroom meanwhile", async () => {
    const { me, shown } = await fullReader();
    expectOk(await ask(me, false));
    await appDatabase().update(people).set({ role: "author" }).where(eq(people.id, me.personId));
    await eraseNow(me.personId);
    expect((await appDatabase().select().from(people).where(eq(people.id, me.personId)))[0]).toMatchObject({ erasedAt: null, role: "author" });
    expect((await commentNow(shown)).authorId).toBe(me.personId);
    const change = async (role: string) => expectOk(await changeRole.execute({ personId: me.personId, role }, { actor: await somebody("administrator") }));
    await change("moderator");
    await change("reader");
    expect(await appDatabase().select().from(accountDeletions).where(eq(accountDeletions.personId, me.personId))).toEqual([]);
  });

  it("or keeps its words without a name: what readers see stays, what they do not goes, and what it said before goes, too", async () => {
    const { me, email, story, shown, shownKey, gone, guest } = await fullReader();
    await appDatabase().insert(storyLooks).values({ articleId: story, personId: me.personId });
    expectOk(await ask(me, true));
    await eraseNow(me.personId);
    expect(await appDatabase().select().from(storyLooks).where(eq(storyLooks.personId, me.personId))).toEqual([]);
    expect(failureOf(await withdrawComment.execute({ key: shownKey }, { actor: visitor }))?.code).toBe("not_found");
    expect(await commentNow(shown)).toMatchObject({ status: "approved", nameSnapshot: "A former reader", authorId: null, guestId: null });
    expect(await Promise.all([gone, guest].map(async (id) => (await commentNow(id)).status))).toEqual(["purged", "purged"]);
    const texts = JSON.stringify(await appDatabase().execute(sql`select source from comment_revisions where comment_id in (${shown}, ${gone}, ${guest})`));
    expect(texts).toContain(planted.second);
    for (const word of [planted.first, planted.rejected, planted.guest]) expect(texts).not.toContain(word);
    expect(await madeOf(shown)).toEqual([]);
    for (const [table, text] of Object.entries(await everything())) for (const word of [email, me.name]) expect(text.includes(word), `${word} in ${table}`).toBe(false);
  });

  it("and nothing may be erased so of whoever did not ask for it", async () => {
    const { me, shown } = await fullReader();
    const refused = { cause: { code: "42501" } };
    await expect(appDatabase().execute(sql`select forget_person(${me.personId})`)).rejects.toMatchObject(refused);
    await expect(appDatabase().execute(sql`select erase_former_texts(${shown})`)).rejects.toMatchObject(refused);
    await expect(test.migrator().execute(sql`update events set actor_id = null, actor_name = 'a former reader' where actor_id = ${me.personId}`)).rejects.toMatchObject(refused);
    expect(await appDatabase().select().from(people).where(inArray(people.id, [me.personId]))).toHaveLength(1);
  });
});
