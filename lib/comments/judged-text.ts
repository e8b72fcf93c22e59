import { createHash } from "node:crypto";
import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, commentFingerprints, commentRevisions, comments, revisions, sections } from "@/db/schema";
import type { Signal } from "@/db/schema/comments";
import type { CommentStatus, Language, ReasonCode } from "@/db/vocabulary";
import { approvedCommentsOf, trustOfPerson } from "@/lib/comments/reads/trust";
import { commentSettings } from "@/lib/comments/settings";
import { guestTrust, type TrustLevel } from "@/lib/comments/trust";
import type { CommentBody } from "@/lib/content/comment-body";
import { countLinks, parseComment } from "@/lib/content/comment-markdown";
import { bodyText } from "@/lib/content/to-text";
import type { Whence } from "@/lib/core/network";
import { fingerprintOf } from "@/lib/moderation/fingerprint";
import { knownOfNetwork } from "@/lib/moderation/networks";
import { personalDataIn } from "@/lib/moderation/personal-data";
import { judge, type Submission } from "@/lib/moderation/pipeline";
import { shieldOver } from "@/lib/moderation/shields";
import { askFilter } from "@/lib/moderation/spam-filter/learned";
import { findRules } from "@/lib/moderation/word-rules/find";
import { hostsIn } from "@/lib/moderation/word-rules/hosts";
import { standingRules } from "@/lib/moderation/word-rules/standing-rules";

/** `confirmed`: a link that was mailed to the guest's address confirms this very comment. */
export type Commenter = { kind: "guest"; id: string; name: string; confirmed?: boolean } | { kind: "reader" | "staff"; id: string; name: string };

/** A text as it is kept with its revision, and where the pipeline puts the comment. `ruleIds`: which of the moderators' rules found something. */
export type JudgedText = { source: string; body: CommentBody; textHash: string; linkCount: number; signals: Signal[]; status: CommentStatus; reason: ReasonCode | null; fingerprint: bigint | null; /** The first comment of the last day with this text, or nearly. */ clusterId: string | null; ruleIds: string[]; /** How well its author is known. */ by: { trust: TrustLevel; approvedBefore: number } };

/** Under which story a text is judged, and how its discussion is held. */
export type Judging = {
  discussion: { id: string; articleId: string };
  /** Every comment on the story is read first. */
  reviewed: boolean;
  /** All that she writes is read first. */
  readFirst?: boolean;
  /** Any link is looked at. */
  linksHeld: boolean;
  /** Newcomers are read first. */
  newcomersHeld: boolean;
  whence: Whence | null;
  now: Date;
  secondsToWrite?: number | null;
  /** The comment whose new text it is. */
  editing?: string;
  /** What it was before its author changed it. */
  former?: { likes: number; answers: number; linkCount: number };
};

/** Puts a text that passed the gates through the pipeline; "repeated" where the same person just said the same. */
export async function judgeText(tx: Transaction, commenter: Commenter, text: string, judging: Judging): Promise<JudgedText | "repeated"> {
  const own = commenter.kind === "guest" ? eq(comments.guestId, commenter.id) : eq(comments.authorId, commenter.id);
  const textHash = hashOf(text);
  if (await saidAlready(tx, judging.editing ? and(own, ne(comments.id, judging.editing)) : own, textHash)) return "repeated";
  const fingerprint = fingerprintOf(text);
  const submission = await submissionOf(tx, commenter, text, judging);
  const { signals, status, reason } = judge(submission);
  const clusterId = submission.sameTextByOthers + submission.nearlySameText > 0 ? await clusterOf(tx, { textHash, fingerprint, editing: judging.editing }) : null;
  return { source: text, body: parseComment(text), textHash, linkCount: submission.linkCount, signals, status, reason, fingerprint, clusterId, ruleIds: [...new Set(signals.flatMap(({ ruleId }) => ruleId ?? []))], by: { trust: submission.trust, approvedBefore: submission.approvedBefore } };
}

const hashOf = (text: string) => createHash("sha256").update(text.toLowerCase().replace(/\s+/g, " ")).digest("base64url");

/** All that the phases look at. Asked together: a connection answers one question after the other without waiting for the next. */
export async function submissionOf(tx: Transaction, commenter: Commenter, text: string, { discussion, reviewed, readFirst = false, linksHeld, newcomersHeld, whence, now, secondsToWrite = null, editing, former }: Judging): Promise<Submission> {
  const body = parseComment(text);
  const linkCount = countLinks(body);
  const hosts = hostsIn(text, body);
  const own = commenter.kind === "guest" ? eq(comments.guestId, commenter.id) : eq(comments.authorId, commenter.id);
  const isStaff = commenter.kind === "staff";
  const fingerprint = fingerprintOf(text);
  const confirmed = commenter.kind !== "guest" || commenter.confirmed === true;
  const placed = whereIs(tx, discussion.articleId);
  const [where, shield, rules, approvedBefore, known, sameText, nearlySame, decisions, filter, from] = await Promise.all([
    placed,
    isStaff ? null : placed.then(({ sectionIds }) => shieldOver(tx, { articleId: discussion.articleId, sectionIds }, now)),
    standingRules(tx),
    isStaff ? 0 : approvedCommentsOf(tx, commenter),
    commenter.kind === "reader" ? trustOfPerson(tx, commenter.id) : null,
    isStaff ? 0 : sameTextByOthers(tx, commenter, hashOf(text)),
    isStaff || fingerprint === null ? 0 : nearlySameText(tx, fingerprint, editing),
    lastDecisions(tx, own),
    isStaff ? null : askFilter(tx, body),
    isStaff ? null : knownOfNetwork(tx, { whence, ...(editing ? { editing } : {}), discussionId: discussion.id, own, now }),
  ]);
  const trust = isStaff ? 3 : (known ?? guestTrust({ confirmed, approved: approvedBefore }));
  const told = isStaff ? [] : personalDataIn(text);
  return {
    text,
    linkCount,
    hosts,
    author: commenter.kind,
    trust,
    reviewed,
    readFirst,
    linksHeld,
    newcomersHeld,
    shield,
    confirmed,
    approvedBefore,
    sameTextByOthers: sameText,
    nearlySameText: nearlySame,
    ...decisions,
    filter,
    rules: findRules(rules, { text, name: commenter.name, hosts, where, until: performance.now() + commentSettings.wordRules.milliseconds }),
    // What the paper itself says nobody gives away.
    personalData: told.length > 0 ? personalDataIn(text, await storyText(tx, discussion.articleId)) : [],
    network: from,
    secondsToWrite,
    editing: former ? { likes: former.likes, answers: former.answers, addsLink: linkCount > 0 && former.linkCount === 0 } : null,
  };
}

/** In which language and sections a story stands. */
async function whereIs(tx: Transaction, articleId: string): Promise<{ language: Language | null; sectionIds: string[] }> {
  const [row] = await tx
    .select({ language: revisions.language, sectionId: articles.sectionId, parentId: sections.parentId })
    .from(articles)
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, articleId));
  return { language: row?.language ?? null, sectionIds: [row?.sectionId, row?.parentId].flatMap((id) => id ?? []) };
}

async function storyText(tx: Transaction, articleId: string): Promise<string> {
  const [row] = await tx.select({ headline: revisions.headline, standfirst: revisions.standfirst, body: revisions.body }).from(articles).innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, articleId));
  return row ? [row.headline, row.standfirst, bodyText(row.body)].join("\n") : "";
}

async function saidAlready(tx: Transaction, own: SQL | undefined, textHash: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .where(and(own, ne(comments.status, "withdrawn"), eq(commentRevisions.textHash, textHash), gt(comments.createdAt, sql`now() - make_interval(mins => ${commentSettings.repeatMinutes})`)))
    .limit(1);
  return row !== undefined;
}

/** How many others said the same today. What nobody confirmed nobody said: else a robot could make anybody's words repeated. */
async function sameTextByOthers(tx: Transaction, commenter: Commenter, textHash: string): Promise<number> {
  const other = commenter.kind === "guest" ? or(sql`${comments.guestId} is null`, ne(comments.guestId, commenter.id)) : or(sql`${comments.authorId} is null`, ne(comments.authorId, commenter.id));
  const [row] = await tx
    .select({ number: sql<number>`count(distinct coalesce(${comments.guestId}, ${comments.authorId}))`.mapWith(Number) })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .where(and(eq(commentRevisions.textHash, textHash), gt(comments.createdAt, sql`now() - interval '1 day'`), ne(comments.status, "unverified"), other));
  return row?.number ?? 0;
}

/**
 * The cluster of what was said before: named by its first comment, which itself carries no name of a cluster, so that nobody who posts has
 * to write to a comment in another discussion.
 */
async function clusterOf(tx: Transaction, { textHash, fingerprint, editing }: { textHash: string; fingerprint: bigint | null; editing: string | undefined }): Promise<string | null> {
  const { bits, compared } = commentSettings.nearlySame;
  const cluster = sql<string>`coalesce(${comments.clusterId}, ${comments.id})`;
  const known = and(ne(comments.status, "unverified"), editing ? ne(comments.id, editing) : undefined);
  const [same] = await tx
    .select({ cluster })
    .from(commentRevisions)
    .innerJoin(comments, eq(comments.currentRevisionId, commentRevisions.id))
    .where(and(eq(commentRevisions.textHash, textHash), gt(commentRevisions.createdAt, sql`now() - interval '1 day'`), known))
    .orderBy(asc(commentRevisions.createdAt))
    .limit(1);
  if (same || fingerprint === null) return same?.cluster ?? null;
  const { commentId, createdAt, fingerprint: theirs } = commentFingerprints;
  const newest = tx.select({ cluster: cluster.as("cluster"), theirs: sql<bigint>`${theirs}`.as("theirs"), at: sql`${createdAt}`.as("at") }).from(commentFingerprints).innerJoin(comments, and(eq(comments.id, commentId), known)).where(gt(createdAt, sql`now() - interval '1 day'`)).orderBy(desc(createdAt)).limit(compared).as("newest");
  const [near] = await tx.select({ cluster: newest.cluster }).from(newest).where(sql`bit_count((${newest.theirs} # ${fingerprint}::bigint)::bit(64)) <= ${bits}`).orderBy(sql`bit_count((${newest.theirs} # ${fingerprint}::bigint)::bit(64))`, sql`${newest.at}`).limit(1);
  return near?.cluster ?? null;
}

/** How many other comments of the last day say nearly the same, whoever wrote them, but for what nobody confirmed. */
async function nearlySameText(tx: Transaction, fingerprint: bigint, editing: string | undefined): Promise<number> {
  const { bits, compared } = commentSettings.nearlySame;
  const { commentId, createdAt, fingerprint: theirs } = commentFingerprints;
  const newest = tx.select({ commentId, theirs: sql<bigint>`${theirs}`.as("theirs") }).from(commentFingerprints).innerJoin(comments, and(eq(comments.id, commentId), ne(comments.status, "unverified"))).where(and(gt(createdAt, sql`now() - interval '1 day'`), editing ? ne(commentId, editing) : undefined)).orderBy(desc(createdAt)).limit(compared).as("newest");
  const [row] = await tx.select({ number: countDistinct(newest.commentId) }).from(newest).where(sql`bit_count((${newest.theirs} # ${fingerprint}::bigint)::bit(64)) <= ${bits}`);
  return row?.number ?? 0;
}

/** What moderators decided about somebody's last comments. */
async function lastDecisions(tx: Transaction, own: SQL | undefined): Promise<{ decided: number; rejected: number }> {
  const last = tx.select({ status: comments.status }).from(comments).where(and(own, isNotNull(comments.decidedBy), inArray(comments.status, ["approved", "rejected", "spam"]))).orderBy(desc(comments.createdAt)).limit(commentSettings.history.last).as("last");
  const [row] = await tx.select({ decided: count(), rejected: sql<number>`count(*) filter (where ${last.status} <> 'approved')`.mapWith(Number) }).from(last);
  return row ?? { decided: 0, rejected: 0 };
}
