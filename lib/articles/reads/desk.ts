import { and, asc, count, desc, eq, gt, ilike, inArray, isNotNull, isNull, lt, ne, not, or, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase, type Database } from "@/db/client";
import { articleReads, articles, articleTranslations, articleUpdates, events, outsideRemarks, outsideReviews, people, proposals, relatedPicks, revisions, sections, series, seriesParts, settings, storyLooks, tags } from "@/db/schema";
import { formatChoices, type StoryFormat, storyFormats } from "@/db/vocabulary";
import { articleEdit, articlePublish, articleSendBack } from "@/lib/articles/abilities";
import { type ArticleStatus, articlePath, articleStatus, articleStatuses, hindrance } from "@/lib/articles/article";
import { type ArticleRow, lastEventOf } from "@/lib/articles/article-row";
import { effectiveSlug, publicForm, publishChecks } from "@/lib/articles/checks";
import { contentOf } from "@/lib/articles/cut-revision";
import type { DeskRow, RevisionLine, StoryPermissions, StoryState } from "@/lib/articles/desk-views";
import { deskMaterial } from "@/lib/articles/reads/material";
import type { BodyMaterial } from "@/lib/articles/views";
import { checkSurroundings } from "@/lib/articles/check-surroundings";
import { committedContent } from "@/lib/articles/update-log";
import { givenNames, nameNow } from "@/lib/articles/version-names";
import { openRemarks } from "@/lib/outside-reviews/reads/open-remarks";
import { noteCounts } from "@/lib/notes/reads/note-counts";
import { parentOf, withPartsBelow } from "@/lib/sections/family";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { ownOrigins } from "@/lib/core/own-origin";
import { contentHash } from "@/lib/content/content-hash";
import type { StoryContent } from "@/lib/content/document";
import { machineNow } from "@/lib/kernel/clock";
import { isUuid } from "@/lib/kernel/uuid";

export type DeskFilters = { status?: ArticleStatus; section?: string; q?: string; mine?: boolean; before?: string };
export type DeskList = { rows: DeskRow[]; counts: Record<ArticleStatus | "all", number>; older: string | null };

const rowsAPage = 50;
const published = alias(revisions, "published");
const editor = alias(people, "editor");

/** The writer's word at the newest hand-in. */
const handInNote = sql<string | null>`(select ${revisions.reason} from ${revisions} where ${revisions.articleId} = ${articles.id} and ${revisions.kind} = 'hand_in' order by ${revisions.seq} desc limit 1)`;

/** How often a story was read in these hours. */
const readsOf = (articleId: SQLWrapper, hours: SQL) => sql<number>`coalesce((select sum(${articleReads.reads}) from ${articleReads} where ${articleReads.articleId} = ${articleId} and ${hours}), 0)`.mapWith(Number);
const lastDay = sql`${articleReads.hour} > now() - interval '24 hours'`;

/** How many proposals for a story wait for an answer. */
const proposalsSent = sql<number>`(select count(*) from ${proposals} where ${proposals.articleId} = ${articles.id} and ${proposals.state} = 'sent')`.mapWith(Number);

/** How many remarks from outside do. */
const remarksOpen = sql<number>`(select count(*) from ${outsideRemarks} join ${outsideReviews} on ${outsideReviews.id} = ${outsideRemarks.reviewId} where ${outsideReviews.articleId} = ${articles.id} and ${outsideRemarks.verdict} is null)`.mapWith(Number);

/** The computed status, as PostgreSQL computes it; `articleStatus` is the same rule for one row. */
const whereStatus: Record<ArticleStatus, SQL | undefined> = {
  live_changed: and(isNotNull(articles.publishedRevisionId), ne(articles.draftHash, published.hash)),
  live: and(isNotNull(articles.publishedRevisionId), eq(articles.draftHash, published.hash)),
  scheduled: and(isNull(articles.publishedRevisionId), isNotNull(articles.scheduledFor)),
  in_review: and(isNull(articles.publishedRevisionId), isNull(articles.scheduledFor), isNotNull(articles.handedInAt)),
  unpublished: and(isNull(articles.publishedRevisionId), isNull(articles.scheduledFor), isNull(articles.handedInAt), isNotNull(articles.unpublishedAt)),
  draft: and(isNull(articles.publishedRevisionId), isNull(articles.scheduledFor), isNull(articles.handedInAt), isNull(articles.unpublishedAt)),
};

/** The stories this person may edit, newest change first, a page at a time, with how many there are of each status. */
export async function deskList(actor: Actor, filters: DeskFilters): Promise<DeskList> {
  const db = appDatabase();
  const q = filters.q?.trim();
  const scope = and(
    articleEdit.where(actor),
    filters.section ? eq(sections.slug, filters.section) : undefined,
    filters.mine && actor.kind === "person" ? or(eq(articles.createdBy, actor.personId), sql`${actor.personId} = any(${articles.draftPeople})`) : undefined,
    q ? or(ilike(articles.draftHeadline, `%${likeText(q)}%`), ilike(articles.draftSlug, `%${likeText(q)}%`), ilike(articles.slug, `%${likeText(q)}%`)) : undefined,
  );
  const before = parseCursor(filters.before);
  const [rows, counts] = await Promise.all([
    db
      .select({ article: articles, hash: published.hash, changedSinceLook: isChangedSinceLook(actor), section: { slug: sections.slug, name: sections.name, accent: sections.accent }, editedBy: editor.name, handInNote, reads: readsOf(articles.id, sql`true`), proposals: proposalsSent, remarks: remarksOpen })
      .from(articles)
      .leftJoin(published, eq(published.id, articles.publishedRevisionId))
      .leftJoin(sections, eq(sections.id, articles.draftSectionId))
      .leftJoin(editor, eq(editor.id, articles.draftEditedBy))
      .leftJoin(storyLooks, and(eq(storyLooks.articleId, articles.id), eq(storyLooks.personId, personIdOf(actor) ?? nobody)))
      .where(and(scope, filters.status ? whereStatus[filters.status] : undefined, before ? lt(sql`(${articles.draftEditedAt}, ${articles.id})`, sql`(${before.at}::timestamptz, ${before.id}::uuid)`) : undefined))
      .orderBy(desc(articles.draftEditedAt), desc(articles.id))
      .limit(rowsAPage + 1),
    db
      .select({ all: count(), ...Object.fromEntries(articleStatuses.map((status) => [status, sql<number>`count(*) filter (where ${whereStatus[status]})`.mapWith(Number)])) })
      .from(articles)
      .leftJoin(published, eq(published.id, articles.publishedRevisionId))
      .leftJoin(sections, eq(sections.id, articles.draftSectionId))
      .where(scope),
  ]);
  const shown = rows.slice(0, rowsAPage);
  const names = await namesOf(shown.flatMap((row) => row.article.draftPeople));
  const last = shown.at(-1)?.article;
  return {
    rows: shown.map(({ article, hash, section, editedBy, handInNote: word, reads, proposals: waiting, remarks, changedSinceLook: isChanged }) => ({
      id: article.id,
      status: articleStatus(article, hash !== article.draftHash),
      headline: article.draftHeadline,
      slug: article.slug ?? article.draftSlug,
      section,
      words: article.draftWords,
      language: article.draftLanguage,
      editedAt: article.draftEditedAt.toISOString(),
      editedBy,
      changedSinceLook: isChanged,
      scheduledFor: article.scheduledFor?.toISOString() ?? null,
      embargoUntil: article.embargoUntil?.toISOString() ?? null,
      handInNote: article.handedInAt && !article.publishedRevisionId ? word : null,
      sentBackReason: article.sentBackReason,
      note: article.scheduleFailure ?? article.unpublishReason,
      path: article.publishedRevisionId && article.slug && section ? articlePath(section.slug, article.slug) : null,
      bylines: article.draftPeople.flatMap((id) => names.get(id) ?? []),
      reads,
      proposals: waiting,
      remarks,
    })),
    counts: counts[0] as DeskList["counts"],
    older: rows.length > rowsAPage && last ? `${last.draftEditedAt.toISOString()}_${last.id}` : null,
  };
}

/** Nobody's id: joins nothing. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** What others wrote into a story since this person last had it before her eyes: told by the log, since who edited last says nothing of the others. */
const byOthersSinceLook = (actor: Actor) => and(eq(articleUpdates.articleId, storyLooks.articleId), ne(articleUpdates.authorId, personIdOf(actor) ?? nobody), gt(articleUpdates.createdAt, storyLooks.lookedAt));

/** Whether there is any; never of a story that she has not seen yet. The log is asked only where the story was edited since. */
const isChangedSinceLook = (actor: Actor) => sql<boolean>`coalesce(${articles.draftEditedAt} > ${storyLooks.lookedAt} and exists (select from ${articleUpdates} where ${byOthersSinceLook(actor)}), false)`;

/** The same for one story, with which other changed it last and when; null where nothing is new to this person. */
export async function changedSinceLook(actor: Actor, id: string): Promise<{ by: string; at: string } | null> {
  if (actor.kind !== "person" || !(await editableArticle(actor, id))) return null;
  const [last] = await appDatabase()
    .select({ by: people.name, at: articleUpdates.createdAt })
    .from(storyLooks)
    .innerJoin(articleUpdates, byOthersSinceLook(actor))
    .innerJoin(people, eq(people.id, articleUpdates.authorId))
    .where(and(eq(storyLooks.articleId, id), eq(storyLooks.personId, actor.personId)))
    .orderBy(desc(articleUpdates.id))
    .limit(1);
  return last ? { by: last.by, at: last.at.toISOString() } : null;
}

const likeText = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function parseCursor(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = cursor?.split("_") ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) && isUuid(id) ? { at, id } : null;
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await appDatabase().select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The row if this person may edit it; otherwise it does not exist. */
export async function editableArticle(actor: Actor, id: string): Promise<ArticleRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await appDatabase().select().from(articles).where(and(eq(articles.id, id), articleEdit.where(actor)));
  return row ?? null;
}

/** What somebody other than this person brought back just now. */
async function restoredByOthers(db: Database, actor: Actor, id: string): Promise<StoryState["restored"]> {
  const lately = and(eq(events.subjectType, "article"), eq(events.subjectId, id), eq(events.name, "article.restored"), sql`${events.at} > now() - interval '2 minutes'`);
  const [last] = await db.select({ at: events.at, by: events.actorName, part: sql<string | null>`${events.data} ->> 'part'` }).from(events).where(and(lately, sql`${events.actorId} is distinct from ${personIdOf(actor)}::uuid`)).orderBy(desc(events.id)).limit(1);
  return last ? { ...last, at: last.at.toISOString() } : null;
}

/** Where a story stands, what stops it, and what this person may do with it. */
export async function storyState(actor: Actor, id: string): Promise<StoryState | null> {
  const article = await editableArticle(actor, id);
  if (!article) return null;
  const db = appDatabase();
  const content = await committedContent(db, id);
  const slug = effectiveSlug(content, article.slug);
  const [live, pinned, section, publicSection, handIn, sentBackBy, restored, lastEvent, surroundings, siblings, related, translations, reads, notes, copies, remarks] = await Promise.all([
    article.publishedRevisionId ? db.select({ hash: revisions.hash }).from(revisions).where(eq(revisions.id, article.publishedRevisionId)) : [],
    article.scheduledRevisionId ? db.select({ seq: revisions.seq }).from(revisions).where(eq(revisions.id, article.scheduledRevisionId)) : [],
    content.sectionId ? db.select({ slug: sections.slug }).from(sections).where(eq(sections.id, content.sectionId)) : [],
    article.sectionId ? db.select({ slug: sections.slug }).from(sections).where(eq(sections.id, article.sectionId)) : [],
    article.handedInAt ? db.select({ by: people.name, note: handInNote }).from(articles).leftJoin(people, eq(people.id, articles.handedInBy)).where(eq(articles.id, id)) : [],
    article.sentBackAt ? db.select({ who: events.actorName }).from(events).where(and(eq(events.subjectId, id), eq(events.name, "article.sent_back"))).orderBy(desc(events.id)).limit(1) : [],
    restoredByOthers(db, actor, id),
    lastEventOf(db, id),
    checkSurroundings(db, article, content),
    db.select({ id: seriesParts.seriesId, articleId: seriesParts.articleId }).from(seriesParts).where(sql`${seriesParts.seriesId} = (select own.series_id from ${seriesParts} as own where own.article_id = ${id})`).orderBy(asc(seriesParts.position), asc(seriesParts.articleId)),
    pickedFor(db, actor, id),
    familyFor(db, actor, id),
    db.select({ day: readsOf(sql`${id}::uuid`, lastDay), ever: readsOf(sql`${id}::uuid`, sql`true`) }).from(sql`(values (1)) as always`),
    noteCounts(db, actor, id),
    db.select({ id: proposals.id, by: people.name, state: proposals.state, word: proposals.word }).from(proposals).innerJoin(people, eq(people.id, proposals.createdBy)).where(and(eq(proposals.articleId, id), inArray(proposals.state, ["open", "sent"]))).orderBy(asc(proposals.createdAt)).limit(50),
    openRemarks(db, id),
  ]);
  const changed = live[0] !== undefined && live[0].hash !== contentHash(publicForm(content, article.slug));
  return {
    id,
    copy: null,
    version: article.version,
    epoch: article.epoch,
    status: articleStatus(article, changed),
    format: content.format,
    headline: content.headline,
    path: article.publishedRevisionId && article.slug && publicSection[0] ? articlePath(publicSection[0].slug, article.slug) : null,
    futurePath: section[0] && slug ? articlePath(section[0].slug, slug) : null,
    firstPublishedAt: article.firstPublishedAt?.toISOString() ?? null,
    updatedAt: article.updatedAt?.toISOString() ?? null,
    scheduledFor: article.scheduledFor?.toISOString() ?? null,
    scheduledRevision: pinned[0]?.seq ?? null,
    scheduleFailure: article.scheduleFailure,
    embargoUntil: article.embargoUntil?.toISOString() ?? null,
    keptOffDevices: article.keptOffDevices,
    handedIn: article.handedInAt ? { at: article.handedInAt.toISOString(), by: handIn[0]?.by ?? "somebody", note: handIn[0]?.note ?? "" } : null,
    sentBack: article.sentBackAt ? { at: article.sentBackAt.toISOString(), by: sentBackBy[0]?.who ?? "the desk", reason: article.sentBackReason ?? "" } : null,
    unpublished: article.unpublishedAt ? { at: article.unpublishedAt.toISOString(), reason: article.unpublishReason ?? "" } : null,
    restored,
    lastEvent,
    reads: reads[0] ?? { day: 0, ever: 0 },
    series: siblings[0] ? { id: siblings[0].id, number: siblings.findIndex((part) => part.articleId === id) + 1, total: siblings.length } : null,
    related,
    remarks,
    translations,
    proposals: copies.map(({ state, ...one }) => ({ ...one, isSent: state === "sent" })),
    checks: publishChecks(content, surroundings),
    notes,
    can: permissionsFor(actor, article, machineNow()),
  };
}

/** What was chosen to be read after a story. What is not public has its headline for those who may see it. */
async function pickedFor(db: ReturnType<typeof appDatabase>, actor: Actor, id: string): Promise<StoryState["related"]> {
  const rows = await db
    .select({ id: articles.id, createdBy: articles.createdBy, draftPeople: articles.draftPeople, draft: articles.draftHeadline, published: revisions.headline, slug: articles.slug, section: sections.slug })
    .from(relatedPicks)
    .innerJoin(articles, eq(articles.id, relatedPicks.relatedId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(relatedPicks.articleId, id))
    .orderBy(asc(relatedPicks.position));
  return rows.map(({ id: storyId, draft, published, slug, section, ...owned }) => ({ id: storyId, headline: published ?? (articleEdit.check(actor, owned) ? draft : "A story that is not public"), path: published !== null && slug && section ? articlePath(section, slug) : null }));
}

/** What says the same in other languages, with its headline for those who may see it. */
async function familyFor(db: ReturnType<typeof appDatabase>, actor: Actor, id: string): Promise<StoryState["translations"]> {
  const rows = await db
    .select({ id: articles.id, createdBy: articles.createdBy, draftPeople: articles.draftPeople, draft: articles.draftHeadline, draftLanguage: articles.draftLanguage, published: revisions.headline, language: revisions.language, slug: articles.slug, section: sections.slug })
    .from(articleTranslations)
    .innerJoin(articles, eq(articles.id, articleTranslations.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(sql`${articleTranslations.familyId} = (select own.family_id from ${articleTranslations} as own where own.article_id = ${id}) and ${articles.id} <> ${id}`)
    .orderBy(asc(articles.draftLanguage), asc(articles.id));
  return rows.map(({ id: storyId, draft, draftLanguage, published, language, slug, section, ...owned }) => ({ id: storyId, headline: published ?? (articleEdit.check(actor, owned) ? draft : "A story that is not public"), language: language ?? draftLanguage, path: published !== null && slug && section ? articlePath(section, slug) : null }));
}

function permissionsFor(actor: Actor, article: ArticleRow, now: Date): StoryPermissions {
  const publish = articlePublish.check(actor, article);
  const edit = articleEdit.check(actor, article);
  const fits = (verb: Parameters<typeof hindrance>[0]) => hindrance(verb, article, now) === null;
  return {
    edit,
    publish: publish && fits("publish"),
    update: publish && fits("update"),
    correct: publish && fits("correct"),
    unpublish: publish && fits("unpublish"),
    schedule: publish && fits("schedule"),
    cancelSchedule: publish && fits("cancel_schedule"),
    embargo: publish && fits("embargo"),
    handIn: edit && fits("hand_in"),
    sendBack: articleSendBack.check(actor, article) && fits("send_back"),
    place: publish,
  };
}

/** Everything that was kept of a story, newest first. */
export async function revisionHistory(actor: Actor, id: string): Promise<RevisionLine[] | null> {
  const article = await editableArticle(actor, id);
  if (!article) return null;
  const rows = await appDatabase()
    .select({ id: revisions.id, seq: revisions.seq, kind: revisions.kind, label: revisions.label, reason: revisions.reason, createdBy: revisions.createdBy, contributors: revisions.contributors, createdAt: revisions.createdAt, words: revisions.words })
    .from(revisions)
    .where(eq(revisions.articleId, id))
    .orderBy(desc(revisions.seq));
  const [names, given] = await Promise.all([namesOf(rows.flatMap((row) => [...row.contributors, ...(row.createdBy ? [row.createdBy] : [])])), givenNames(appDatabase(), id)]);
  return rows.map(({ createdBy, createdAt, contributors, label, ...row }) => ({
    ...row,
    label: row.kind === "named" ? null : label,
    name: nameNow({ kind: row.kind, label }, given.get(row.id)),
    timesNamed: given.get(row.id)?.seq ?? 0,
    by: (createdBy && names.get(createdBy)) || "Standfirst",
    contributors: contributors.flatMap((person) => names.get(person) ?? []),
    at: createdAt.toISOString(),
    live: row.id === article.publishedRevisionId,
    scheduled: row.id === article.scheduledRevisionId,
  }));
}

/** One revision with what it holds. */
export async function revisionContent(actor: Actor, id: string, revisionId: string): Promise<{ line: RevisionLine; content: StoryContent; material: BodyMaterial } | null> {
  const line = (await revisionHistory(actor, id))?.find((candidate) => candidate.id === revisionId);
  if (!line) return null;
  const [row] = await appDatabase().select().from(revisions).where(eq(revisions.id, revisionId));
  return row ? { line, content: contentOf(row), material: await deskMaterial(row) } : null;
}

export type EditorSurroundings = {
  /** Each followed by its parts, which are named with it. */
  sections: { id: string; slug: string; name: string; accent: string }[];
  people: { id: string; name: string }[];
  tags: string[];
  series: { id: string; title: string }[];
  /** Each with what it does to the page: told with the story's page, so that the editor's scripts need not carry the sentences. */
  formats: { code: StoryFormat; name: string; does: string }[];
  timeZone: string;
  language: string;
  /** Under which origins this paper is read. */
  ownOrigins: string[];
  me: { id: string; name: string };
};

/** What the editor offers in its lists. */
export async function editorSurroundings(actor: Actor): Promise<EditorSurroundings> {
  const db = appDatabase();
  const [allSections, staff, allTags, paper, allSeries] = await Promise.all([
    db.select({ id: sections.id, slug: sections.slug, name: sections.name, accent: sections.accent, parentId: sections.parentId }).from(sections).orderBy(asc(sections.position), asc(sections.name)),
    db.select({ id: people.id, name: people.name }).from(people).where(and(not(eq(people.role, "reader")), isNull(people.disabledAt))).orderBy(asc(people.name)),
    db.select({ name: tags.name }).from(tags).orderBy(asc(tags.name)).limit(2000),
    db.select({ value: settings.value }).from(settings).where(eq(settings.key, "paper")),
    db.select({ id: series.id, title: series.title }).from(series).orderBy(desc(series.createdAt), desc(series.id)).limit(500),
  ]);
  const value = paper[0]?.value ?? {};
  return {
    sections: withPartsBelow(allSections).map(({ parentId, ...section }) => ({ ...section, name: [parentOf(allSections, { parentId })?.name, section.name].filter(Boolean).join(" › ") })),
    people: staff,
    tags: allTags.map((tag) => tag.name),
    series: allSeries,
    formats: storyFormats.map((code) => ({ code, ...formatChoices[code] })),
    timeZone: typeof value.timeZone === "string" ? value.timeZone : "UTC",
    language: typeof value.language === "string" ? value.language : "en",
    ownOrigins: ownOrigins(),
    me: actor.kind === "person" ? { id: actor.personId, name: actor.name } : { id: "", name: "" },
  };
}
