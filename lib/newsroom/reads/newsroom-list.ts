import { and, asc, count, desc, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, commentConsents, commentRevisions, comments, commentUses, corrections, discussions, people, revisions, sections } from "@/db/schema";
import { type CommentStatus, type ConsentAnswer, type UseKind, type UseState, useKinds } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { articleEdit } from "@/lib/articles/abilities";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { readCursor, signCursor } from "@/lib/core/signed-cursor";
import type { CommentBody } from "@/lib/content/comment-body";
import { isUuid } from "@/lib/kernel/uuid";
import { useHandle, useMark, useSee } from "@/lib/newsroom/abilities";
import { openReach } from "@/lib/newsroom/contact";
import { newsroomSettings } from "@/lib/newsroom/settings";
import { isMarkable, mayStep, needsConsent, saidNo } from "@/lib/newsroom/use";
import { may } from "@/lib/policy/ability";

export type ListedConsent = { words: string; declaration: string; askedBy: string; askedAt: string; mailed: boolean; expiresAt: string; answer: ConsentAnswer | null; answeredAt: string | null; signedAs: string; withdrawnAt: string | null };

/** A comment that the newsroom may make something of, with how far that is and what whoever looks may do. */
export type NewsroomRow = {
  id: string;
  version: number;
  kind: UseKind;
  state: UseState;
  comment: { id: string; name: string; status: CommentStatus; at: string; body: CommentBody; /** As its author typed it: what a letter begins with. */ source: string };
  story: { id: string; headline: string; path: string | null; /** Whether whoever looks may open it in the editor. */ editable: boolean };
  marked: { by: string; at: string };
  taken: { by: string; mine: boolean; at: string } | null;
  consent: ListedConsent | null;
  /** Where its author may be reached: for whoever sees to the lead, and nobody else. */
  contact: string | null;
  hasContact: boolean;
  usedIn: { id: string; headline: string } | null;
  /** Of a letter: readers have seen it. */
  printed: boolean;
  /** It was used, and after that its author took her consent back: somebody has to see to it. */
  mustBeSeenTo: boolean;
  correction: { note: string; at: string } | null;
  /** The corrections of the story since it was reported, for whoever says which answers it. */
  corrections: { id: string; note: string; at: string }[];
  closingNote: string;
  can: Record<"ask" | "print" | "followed" | "corrected" | "close" | "reopen" | "take" | "unmark", boolean>;
};

export type NewsroomFilter = { kind?: UseKind | undefined; /** Also what nothing waits in any more. */ all?: boolean | undefined; /** This one alone. */ use?: string | undefined; after?: string | undefined };
export type NewsroomList = { rows: NewsroomRow[]; open: Record<UseKind, number>; next: string | null; /** What whoever looks can be shown at all. */ kinds: UseKind[] };

const aPage = 30;
const list = "newsroom";
/** So many stories are proposed where a letter may go. */
const storiesProposed = 50;

const [marker, taker, asker] = [alias(people, "marker"), alias(people, "taker"), alias(people, "asker")];
const [usedArticle, usedRevision] = [alias(articles, "used_article"), alias(revisions, "used_revision")];

/** What the newsroom makes of comments, the newest first; null for those who see nothing of it. What waits for nobody any more is left out, but where all is asked for. */
export async function newsroomList(actor: Actor, { kind, all, use, after }: NewsroomFilter): Promise<NewsroomList | null> {
  if (!may(actor, "comment.moderate") && !may(actor, "article.edit_own") && !may(actor, "article.edit_any")) return null;
  const seen = useSee.where(actor);
  const place = readCursor(list, after);
  const one = use !== undefined && isUuid(use) ? use : null;
  const narrowed = one ? eq(commentUses.id, one) : and(kind && eq(commentUses.kind, kind), all ? undefined : isNull(commentUses.settledAt), place ? sql`(date_trunc('milliseconds', ${commentUses.markedAt}), ${commentUses.id}) < (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)` : undefined);
  const db = appDatabase();
  const [rows, counted] = await Promise.all([
    db
      .select({ use: commentUses, comment: comments, body: commentRevisions.body, source: commentRevisions.source, article: articles, headline: revisions.headline, section: sections.slug, markedBy: marker.name, takenBy: taker.name, usedHeadline: usedRevision.headline, usedCutAt: usedRevision.createdAt, usedDraft: usedArticle.draftHeadline, correctionNote: corrections.note, correctedAt: corrections.createdAt })
      .from(commentUses)
      .innerJoin(comments, eq(comments.id, commentUses.commentId))
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .leftJoin(sections, eq(sections.id, articles.sectionId))
      .innerJoin(marker, eq(marker.id, commentUses.markedBy))
      .leftJoin(taker, eq(taker.id, commentUses.takenBy))
      .leftJoin(usedArticle, eq(usedArticle.id, commentUses.usedIn))
      .leftJoin(usedRevision, eq(usedRevision.id, usedArticle.publishedRevisionId))
      .leftJoin(corrections, eq(corrections.id, commentUses.correctionId))
      .where(and(seen, narrowed))
      .orderBy(desc(sql`date_trunc('milliseconds', ${commentUses.markedAt})`), desc(commentUses.id))
      .limit(aPage + 1),
    db.select({ kind: commentUses.kind, number: count() }).from(commentUses).innerJoin(comments, eq(comments.id, commentUses.commentId)).innerJoin(discussions, eq(discussions.id, comments.discussionId)).innerJoin(articles, eq(articles.id, discussions.articleId)).where(and(seen, isNull(commentUses.settledAt))).groupBy(commentUses.kind),
  ]);
  const shown = rows.slice(0, aPage);
  const [consents, answers] = await Promise.all([consentsOf(shown.map(({ use: row }) => row.id)), correctionsSince(shown.filter(({ use: row }) => row.kind === "correction" && row.state === "noted"))]);
  const me = personIdOf(actor);
  const last = shown.at(-1)?.use;
  return {
    rows: shown.map(({ use: row, comment, body, source, article, headline, section, markedBy, takenBy, usedHeadline, usedCutAt, usedDraft, correctionNote, correctedAt }) => {
      const handles = useHandle.check(actor, { kind: row.kind, article });
      const mine = row.takenBy !== null && row.takenBy === me;
      const there = isMarkable(comment.status);
      const asks = consents.get(row.id) ?? { standing: null, number: 0, saidNo: false };
      const printed = row.kind === "letter" && row.usedAt !== null && usedCutAt !== null && usedCutAt >= row.usedAt;
      return {
        id: row.id,
        version: row.version,
        kind: row.kind,
        state: row.state,
        comment: { id: comment.id, name: comment.nameSnapshot, status: comment.status, at: comment.createdAt.toISOString(), body: there ? body : { blocks: [] }, source: there ? source : "" },
        story: { id: article.id, headline: headline ?? article.draftHeadline, path: headline && section && article.slug ? articlePath(section, article.slug) : null, editable: articleEdit.check(actor, article) },
        marked: { by: markedBy, at: row.markedAt.toISOString() },
        taken: row.takenBy && row.takenAt ? { by: takenBy ?? "", mine, at: row.takenAt.toISOString() } : null,
        consent: asks.standing,
        contact: handles && mine && row.kind === "lead" && (row.state === "agreed" || row.state === "used") ? openReach(row.id, row.contact) : null,
        hasContact: row.contact !== null,
        usedIn: row.usedIn ? { id: row.usedIn, headline: usedHeadline ?? usedDraft ?? "" } : null,
        printed,
        mustBeSeenTo: row.state === "withdrawn" && row.settledAt === null,
        correction: correctionNote && correctedAt ? { note: correctionNote, at: correctedAt.toISOString() } : null,
        corrections: (answers.get(article.id) ?? []).filter(({ at }) => at >= row.markedAt.toISOString()),
        closingNote: row.closingNote,
        can: {
          ask: handles && needsConsent(row.kind) && mayStep("ask", row) && there && !asks.saidNo && asks.number < newsroomSettings.asks,
          print: handles && row.kind === "letter" && mayStep("use", row),
          followed: handles && row.kind === "lead" && mayStep("use", row),
          corrected: handles && row.kind === "correction" && mayStep("use", row),
          close: handles && mayStep("close", row),
          reopen: handles && mayStep("reopen", row) && there && !printed,
          take: handles && row.settledAt === null,
          unmark: useMark.check(actor, null) && row.state === "noted" && asks.number === 0,
        },
      };
    }),
    open: Object.fromEntries(useKinds.map((one) => [one, counted.find((row) => row.kind === one)?.number ?? 0])) as Record<UseKind, number>,
    next: rows.length > aPage && last && !one ? signCursor(list, { at: last.markedAt, id: last.id }) : null,
    kinds: may(actor, "comment.moderate") ? [...useKinds] : may(actor, "lead.follow") ? ["lead", "correction"] : ["correction"],
  };
}

type Asks = { standing: ListedConsent | null; number: number; /** She is not asked again. */ saidNo: boolean };

/** The question that stands of each use, how often its author was asked, and whether she said no once. */
async function consentsOf(useIds: readonly string[]): Promise<Map<string, Asks>> {
  if (useIds.length === 0) return new Map();
  const rows = await appDatabase().select({ consent: commentConsents, askedBy: asker.name }).from(commentConsents).innerJoin(asker, eq(asker.id, commentConsents.askedBy)).where(inArray(commentConsents.useId, [...useIds])).orderBy(asc(commentConsents.seq));
  const found = new Map<string, Asks>();
  for (const { consent, askedBy } of rows) {
    const { words, declaration, askedAt, mailedAt, expiresAt, answer, answeredAt, signedAs, withdrawnAt, overtakenAt } = consent;
    const listed = { words, declaration, askedBy, askedAt: askedAt.toISOString(), mailed: mailedAt !== null, expiresAt: expiresAt.toISOString(), answer, answeredAt: answeredAt?.toISOString() ?? null, signedAs, withdrawnAt: withdrawnAt?.toISOString() ?? null };
    const before = found.get(consent.useId);
    found.set(consent.useId, { standing: overtakenAt ? null : listed, number: (before?.number ?? 0) + 1, saidNo: before?.saidNo || saidNo(consent) });
  }
  return found;
}

/** The corrections of these stories since they were reported, by story. */
async function correctionsSince(reported: readonly { article: { id: string }; use: { markedAt: Date } }[]): Promise<Map<string, { id: string; note: string; at: string }[]>> {
  if (reported.length === 0) return new Map();
  const first = new Date(Math.min(...reported.map(({ use }) => use.markedAt.getTime())));
  const rows = await appDatabase().select().from(corrections).where(and(inArray(corrections.articleId, reported.map(({ article }) => article.id)), gte(corrections.createdAt, first))).orderBy(desc(corrections.createdAt));
  const found = new Map<string, { id: string; note: string; at: string }[]>();
  for (const { articleId, id, note, createdAt } of rows) found.set(articleId, [...(found.get(articleId) ?? []), { id, note, at: createdAt.toISOString() }]);
  return found;
}

/** Stories into which a letter may be put: those that were edited last, as far as whoever looks may write in them. */
export async function storiesForLetters(actor: Actor): Promise<{ id: string; headline: string }[]> {
  const rows = await appDatabase().select({ id: articles.id, headline: articles.draftHeadline }).from(articles).where(articleEdit.where(actor)).orderBy(desc(articles.draftEditedAt), desc(articles.id)).limit(storiesProposed);
  return rows.map(({ id, headline }) => ({ id, headline: headline || "Without a headline" }));
}

/** How many things wait that somebody may see to, for the desk's page of stories. */
export async function waitingForNewsroom(actor: Actor): Promise<number> {
  const condition: SQL | undefined = and(useSee.where(actor), isNull(commentUses.settledAt));
  const [row] = await appDatabase().select({ number: count() }).from(commentUses).innerJoin(comments, eq(comments.id, commentUses.commentId)).innerJoin(discussions, eq(discussions.id, comments.discussionId)).innerJoin(articles, eq(articles.id, discussions.articleId)).where(condition);
  return row?.number ?? 0;
}

/** What the newsroom makes of each of these comments, for their cards. */
export async function usesOf(commentIds: readonly string[]): Promise<Map<string, { kind: UseKind; state: UseState }[]>> {
  if (commentIds.length === 0) return new Map();
  const rows = await appDatabase().select({ commentId: commentUses.commentId, kind: commentUses.kind, state: commentUses.state }).from(commentUses).where(inArray(commentUses.commentId, [...commentIds])).orderBy(asc(commentUses.markedAt));
  const found = new Map<string, { kind: UseKind; state: UseState }[]>();
  for (const { commentId, ...use } of rows) found.set(commentId, [...(found.get(commentId) ?? []), use]);
  return found;
}
