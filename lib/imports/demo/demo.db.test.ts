import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, count, eq, gt, isNotNull, isNull, max, notExists, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, comments, events, moderationEvents, people, sections, sessions } from "@/db/schema";
import type { EventName } from "@/db/vocabulary";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { makeDemoNewsroom } from "@/lib/imports/demo/load";
import { houseStyle as houseStyleLines, paper, people as demoPeople } from "@/lib/imports/demo/paper";
import { rulesAsText } from "@/lib/settings/house-style";
import { houseStyle } from "@/lib/settings/reads/house-style";
import { paperFrame } from "@/lib/settings/reads/paper-frame";
import { provide } from "@/lib/kernel/process-store";

const database = useTestDatabase();

let dataDir: string;
let first: string[];

/** Everything that has an address or a name of its own. */
async function ids(): Promise<string[]> {
  const rows = await appDatabase().execute<{ id: string }>(sql`select 'article ' || id || slug as id from articles union all select 'comment ' || id from comments union all select 'section ' || id || slug from sections union all select 'person ' || id || email from people union all select 'picture ' || id from media_assets order by 1`);
  return rows.map((row) => row.id);
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "standfirst-demo-"));
  provide("env", { ...testEnv, dataDir });
  await makeDemoNewsroom(database.urls.migratorUrl, () => undefined, () => undefined);
  first = await ids();
}, 120_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it("comments stand in every state that a command brings about", async () => {
  const rows = await appDatabase().select({ status: comments.status, number: count() }).from(comments).groupBy(comments.status);
  expect(Object.fromEntries(rows.map((row) => [row.status, row.number]))).toEqual({ approved: expect.any(Number), published: expect.any(Number), held: expect.any(Number), rejected: expect.any(Number), spam: expect.any(Number), hidden: expect.any(Number), withdrawn: expect.any(Number), purged: expect.any(Number) });
  const undone = await appDatabase().select({ id: moderationEvents.id }).from(moderationEvents).where(isNotNull(moderationEvents.undoes));
  expect(undone.length).toBeGreaterThanOrEqual(3);
  const [deepest] = await appDatabase().select({ depth: max(comments.depth) }).from(comments);
  expect(deepest?.depth).toBeGreaterThanOrEqual(5);
});

it("of a purged comment nothing is left but its place, and an answer to it stands", async () => {
  const [purged] = await appDatabase().select().from(comments).where(eq(comments.status, "purged"));
  expect(purged).toMatchObject({ nameSnapshot: "", guestId: null, authorId: null, replyCount: 1 });
  const kept = await appDatabase().execute(sql`select source from comment_revisions where source like '%555 0142%'`);
  expect(kept).toEqual([]);
});

it("the pipeline itself let known readers through and caught a campaign", async () => {
  const byNobody = notExists(appDatabase().select({ id: moderationEvents.id }).from(moderationEvents).where(and(eq(moderationEvents.commentId, comments.id), isNotNull(moderationEvents.actorId))));
  for (const status of ["published", "spam"] as const) expect((await appDatabase().select({ id: comments.id }).from(comments).where(and(eq(comments.status, status), byNobody))).length, status).toBeGreaterThanOrEqual(1);
});

it("a scheduled and an embargoed story lie more than a year ahead", async () => {
  const nextYear = sql`now() + interval '399 days'`;
  expect((await appDatabase().select({ id: articles.id }).from(articles).where(gt(articles.scheduledFor, nextYear))).length).toBeGreaterThanOrEqual(1);
  expect((await appDatabase().select({ id: articles.id }).from(articles).where(gt(articles.embargoUntil, nextYear))).length).toBeGreaterThanOrEqual(1);
});

it("the paper has a house style of its own, written by its administrator", async () => {
  const rules = await houseStyle();
  expect(rules).toHaveLength(10);
  expect(rulesAsText(rules).split("\n")).toEqual(houseStyleLines);
  const told = await appDatabase().select({ actorName: events.actorName }).from(events).where(eq(events.name, "settings.changed"));
  expect(told.map(({ actorName }) => actorName)).toContain("Wim Castell");
});

it("the sections were opened by the administrator, as the audit says", async () => {
  const opened = await appDatabase().select({ actorName: events.actorName }).from(events).where(eq(events.name, "section.created"));
  expect(opened.map((event) => event.actorName)).toEqual(Array((await appDatabase().select().from(sections)).length).fill("Wim Castell"));
});

it("everybody came by set-up or invitation, wrote the line under a byline and chose a portrait, as the audit says, and nobody is still signed in", async () => {
  const told = async (name: EventName) => (await appDatabase().select({ subject: events.subjectId, actorName: events.actorName }).from(events).where(eq(events.name, name)));
  const staff = await appDatabase().select().from(people);
  expect(staff).toHaveLength(demoPeople.length);
  expect(new Set((await told("person.joined")).map(({ subject }) => subject))).toEqual(new Set(staff.map(({ id }) => id)));
  const invited = await told("person.invited");
  expect(invited).toHaveLength(demoPeople.length - 1);
  expect(new Set(invited.map(({ actorName }) => actorName))).toEqual(new Set(["Wim Castell"]));
  const changed = (await told("person.profile_changed")).map(({ actorName }) => actorName);
  for (const { name, bio, portrait } of demoPeople) expect(changed.filter((actorName) => actorName === name), name).toHaveLength(Number(bio !== "") + Number(portrait !== null));
  expect(await appDatabase().select().from(sessions).where(isNull(sessions.endedAt))).toEqual([]);
});

it("the paper's own words were written by its administrator", async () => {
  const told = await appDatabase().select({ actorName: events.actorName, data: events.data }).from(events).where(eq(events.name, "settings.changed"));
  expect(told).toContainEqual({ actorName: "Wim Castell", data: { key: "paper" } });
  expect((await paperFrame()).paper).toEqual({ ...paper, correctionsAt: "below" });
});

it("a second newsroom has the same people, stories, comments and pictures", async () => {
  const tables = await database.migrator().execute<{ name: string }>(sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`);
  await database.migrator().execute(sql`alter table events disable trigger user`);
  await database.migrator().execute(sql.raw(`truncate ${tables.map((table) => table.name).join(", ")} restart identity cascade`));
  await makeDemoNewsroom(database.urls.migratorUrl, () => undefined, () => undefined);
  expect(await ids()).toEqual(first);
}, 120_000);
