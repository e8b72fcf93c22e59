import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lte, max } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articleUpdates, people, revisions, storyLooks } from "@/db/schema";
import { contentOf } from "@/lib/articles/cut-revision";
import type { RevisionLine } from "@/lib/articles/desk-views";
import { editableArticle, revisionHistory } from "@/lib/articles/reads/desk";
import { deskMaterial } from "@/lib/articles/reads/material";
import { committedContent } from "@/lib/articles/update-log";
import type { BodyMaterial } from "@/lib/articles/views";
import { compareStories, type FieldName, type StoryComparison } from "@/lib/comparison/compare-stories";
import { type Maker, makersOf, type Step } from "@/lib/comparison/makers";
import type { Actor } from "@/lib/core/actor";
import { contentHash } from "@/lib/content/content-hash";
import type { StoryContent } from "@/lib/content/document";

/** Which versions are compared: by id, the working copy (`now`), or the one that the person saw last (`seen`). */
export type WhichVersions = { from?: string | undefined; to?: string | undefined };

export type ComparedStory = {
  articleId: string;
  /** All versions, newest first, to choose others from. */
  lines: RevisionLine[];
  before: RevisionLine;
  /** Null is the working copy. */
  after: RevisionLine | null;
  /** When the later one stood like this. */
  afterAt: string;
  /** What "I have seen these changes" would say of the working copy: written up to then, with that version as its newest. Null where another version is shown. */
  shown: { at: string; revisionId: string | null } | null;
  contents: { before: StoryContent; after: StoryContent };
  comparison: StoryComparison;
  /** Who wrote anything between the two. */
  people: string[];
  /** Who changed a block or a field last, where the versions between tell. */
  makers: { blocks: ReadonlyMap<string, Maker>; fields: ReadonlyMap<FieldName, Maker> };
  material: BodyMaterial;
};

/** So many versions between the two are read to tell who changed what; in a longer stretch the older changes stay without a name. */
const mostSteps = 40;

/** Two versions of a story, compared; the older one comes first, however they were asked for. Null where this person may not see it or a version is not there; "nothing" where there is only one. */
export async function comparedStory(actor: Actor, articleId: string, which: WhichVersions): Promise<ComparedStory | "nothing" | null> {
  const lines = await revisionHistory(actor, articleId);
  const article = lines && (await editableArticle(actor, articleId));
  if (!lines || !article) return null;
  const db = appDatabase();
  // Asked before the text: what comes in between is shown, and told of once more.
  const [log] = await db.select({ last: max(articleUpdates.createdAt) }).from(articleUpdates).where(eq(articleUpdates.articleId, articleId));
  const present = await committedContent(db, articleId);
  const chosen = await choose(actor, articleId, lines, which, contentHash(present));
  if (!chosen) return null;
  if (chosen === "nothing") return "nothing";
  const { before, after } = chosen;
  const upTo = after?.seq ?? lines[0]?.seq ?? 0;
  const between = await db.select().from(revisions).where(and(eq(revisions.articleId, articleId), gte(revisions.seq, Math.max(before.seq, upTo - mostSteps)), lte(revisions.seq, upTo))).orderBy(asc(revisions.seq));
  const rows = new Map(between.map((row) => [row.id, row]));
  const first = rows.get(before.id) ?? (await db.select().from(revisions).where(eq(revisions.id, before.id)))[0];
  const last = after ? rows.get(after.id) : null;
  if (!first || last === undefined) return null;
  const contents = { before: contentOf(first), after: last ? contentOf(last) : present };
  const afterAt = after?.at ?? article.draftEditedAt.toISOString();
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const steps: Step[] = between.map((row) => ({ content: contentOf(row), people: contributorsTo(lineOf.get(row.id)), at: row.createdAt.toISOString() }));
  if (!after) steps.push({ content: present, people: await writersSince(articleId, lines[0]), at: afterAt });
  const wrote = lines.filter((line) => line.seq > before.seq && line.seq <= upTo).reverse().flatMap((line) => line.contributors);
  return {
    articleId,
    lines,
    before,
    after,
    afterAt,
    shown: after ? null : { at: justAfter(log?.last ?? article.draftEditedAt), revisionId: lines[0]?.id ?? null },
    contents,
    comparison: compareStories(contents.before, contents.after),
    people: [...new Set([...wrote, ...(after ? [] : (steps.at(-1)?.people ?? []))])],
    makers: makersOf(steps),
    material: together(await Promise.all([deskMaterial(contents.before), deskMaterial(contents.after)])),
  };
}

/** The log counts in microseconds: the next millisecond is behind what was written in this one. */
const justAfter = (at: Date) => new Date(at.getTime() + 1).toISOString();

const contributorsTo = (line: RevisionLine | undefined) => (line ? (line.contributors.length > 0 ? line.contributors : [line.by]) : []);

type Chosen = { before: RevisionLine; after: RevisionLine | null };

async function choose(actor: Actor, articleId: string, lines: readonly RevisionLine[], { from, to = "now" }: WhichVersions, presentHash: string): Promise<Chosen | "nothing" | null> {
  const find = (id: string) => lines.find((line) => line.id === id);
  const after = to === "now" ? null : find(to);
  if (after === undefined) return null;
  const asked = from === undefined ? undefined : from === "seen" ? await lastSeen(actor, articleId, lines) : from === "now" ? null : (find(from) ?? undefined);
  if (from !== undefined && asked === undefined && from !== "seen") return null;
  if (asked === undefined) {
    const usual = after ? lines.find((line) => line.seq < after.seq) : await newestOther(articleId, lines, presentHash);
    return usual ? { before: usual, after } : "nothing";
  }
  if (asked === null) return after ? { before: after, after: null } : lines[0] ? { before: lines[0], after: null } : "nothing";
  return after && after.seq < asked.seq ? { before: after, after: asked } : { before: asked, after };
}

/** The newest version that says something else than the working copy, else the newest but one: there is then something to see. */
async function newestOther(articleId: string, lines: readonly RevisionLine[], presentHash: string): Promise<RevisionLine | undefined> {
  const hashes = await appDatabase().select({ id: revisions.id, hash: revisions.hash }).from(revisions).where(eq(revisions.articleId, articleId)).orderBy(desc(revisions.seq)).limit(mostSteps);
  const other = hashes.find(({ hash }) => hash !== presentHash);
  return lines.find((line) => line.id === other?.id) ?? lines[1] ?? lines[0];
}

/** The version that a person saw last; the oldest where none had been kept then. */
async function lastSeen(actor: Actor, articleId: string, lines: readonly RevisionLine[]): Promise<RevisionLine | undefined> {
  if (actor.kind !== "person") return undefined;
  const [look] = await appDatabase().select({ revisionId: storyLooks.revisionId }).from(storyLooks).where(and(eq(storyLooks.personId, actor.personId), eq(storyLooks.articleId, articleId)));
  return look && (lines.find((line) => line.id === look.revisionId) ?? lines.at(-1));
}

/** Who wrote since the newest version was kept. */
async function writersSince(articleId: string, newest: RevisionLine | undefined): Promise<string[]> {
  const db = appDatabase();
  const authors = await db.selectDistinct({ id: articleUpdates.authorId }).from(articleUpdates).where(and(eq(articleUpdates.articleId, articleId), isNotNull(articleUpdates.authorId), newest ? gt(articleUpdates.createdAt, new Date(newest.at)) : undefined));
  const ids = authors.flatMap(({ id }) => id ?? []);
  return ids.length > 0 ? (await db.select({ name: people.name }).from(people).where(inArray(people.id, ids)).orderBy(asc(people.name))).map(({ name }) => name) : [];
}

/** What several texts refer to, in one. */
export function together(all: readonly BodyMaterial[]): BodyMaterial {
  return { pictures: new Map(all.flatMap((one) => [...one.pictures])), stories: new Map(all.flatMap((one) => [...one.stories])), embeds: new Map(all.flatMap((one) => [...one.embeds])) };
}
