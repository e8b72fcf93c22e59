import { createHash } from "node:crypto";
import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { atMost } from "@/db/prepared";
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
import type { Opinion } from "@/lib/core/opinion";
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
  /** What a service outside thinks of it. */
  opinion?: Opinion | null;
  /** In which language and sections the story stands, where the caller knows. */
  where?: Placed;
};

type Placed = { language: Language | null; sectionIds: string[] };

/** Puts a text that passed the gates through the pipeline; "repeated" where the same person just said the same. */
export async function judgeText(tx: Transaction, commenter: Commenter, text: string, judging: Judging): Promise<JudgedText | "repeated"> {
  const own = commenter.kind === "guest" ? eq(comments.guestId, commenter.id) : eq(comments.authorId, commenter.id);
  const textHash = textHashOf(text);
  const fingerprint = fingerprintOf(text);
  const [said, submission] = await Promise.all([saidAlready(tx, judging.editing ? and(own, ne(comments.id, judging.editing)) : own, textHash), submissionOf(tx, commenter, text, judging)]);
  if (said) return "repeated";
  const { signals, status, reason } = judge(submission);
  const clusterId = submission.sameTextByOthers + submission.nearlySameText > 0 ? await clusterOf(tx, { textHash, fingerprint, editing: judging.editing }) : null;
  return { source: text, body: parseComment(text), textHash, linkCount: submission.linkCount, signals, status, reason, fingerprint, clusterId, ruleIds: [...new Set(signals.flatMap(({ ruleId }) => ruleId ?? []))], by: { trust: submission.trust, approvedBefore: submission.approvedBefore } };
}

/** By what two texts are the same, whatever their case and spacing. */
export const textHashOf = (text: string) => createHash("sha256").update(text.toLowerCase().replace(/\s+/g, " ")).digest("base64url");

/** All that the phases look at. Asked together: a connection answers one question after the other without waiting for the next. */
export async function submissionOf(tx: Transaction, commenter: Commenter, text: string, { discussion, reviewed, readFirst = false, linksHeld, newcomersHeld, whence, now, secondsToWrite = null, editing, former, opinion = null, where: told }: Judging): Promise<Submission> {
  const body = parseComment(text);
  const linkCount = countLinks(body);
  const hosts = hostsIn(text, body);
  const own = commenter.kind === "guest" ? eq(comments.guestId, commenter.id) : eq(comments.authorId, commenter.id);
  const isStaff = commenter.kind === "staff";
  const fingerprint = fingerprintOf(text);
  const confirmed = commenter.kind !== "guest" || commenter.confirmed === true;
  const placed = told ? Promise.resolve(told) : whereIs(tx, discussion.articleId);
  const [where, shield, rules, approvedBefore, known, sameText, nearlySame, decisions, filter, from] = await Promise.all([
    placed,
    isStaff ? null : placed.then(({ sectionIds }) => shieldOver(tx, { articleId: discussion.articleId, sectionIds }, now)),
    standingRules(tx),
    isStaff ? 0 : approvedCommentsOf(tx, commenter),
    commenter.kind === "reader" ? trustOfPerson(tx, commenter.id) : null,
    isStaff ? 0 : sameTextByOthers(tx, commenter, textHashOf(text)),
    isStaff || fingerprint === null ? 0 : nearlySameText(tx, fingerprint, editing),
    lastDecisions(tx, own),
    isStaff ? null : askFilter(tx, body),
    isStaff ? null : knownOfNetwork(tx, { whence, ...(editing ? { editing } : {}), discussionId: discussion.id, own, now }),
  ]);
  const trust = isStaff ? 3 : (known ?? guestTrust({ confirmed, approved: approvedBefore }));
  const personal = isStaff ? [] : personalDataIn(text);
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
    personalData: personal.length > 0 ? personalDataIn(text, await storyText(tx, discussion.articleId)) : [],
    network: from,
    opinion: isStaff ? null : opinion,
    secondsToWrite,
    editing: former ? { likes: former.likes, answers: former.answers, addsLink: linkCount > 0 && former.linkCount === 0 } : null,
  };
}

/** In which language and sections a story stands. */
async function whereIs(tx: Transaction, articleId: string): Promise<Placed> {
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

/** A comment with the text that it has now. Named by both ids: by the first a comment is found from its text, without walking through a day of them. */
const isItsText = and(eq(comments.id, commentRevisions.commentId), eq(comments.currentRevisionId, commentRevisions.id));

/** How many others said the same today. What nobody confirmed nobody said: else a robot could make anybody's words repeated. */
async function sameTextByOthers(tx: Transaction, commenter: Commenter, textHash: string): Promise<number> {
  const other = commenter.kind === "guest" ? or(sql`${comments.guestId} is null`, ne(comments.guestId, commenter.id)) : or(sql`${comments.authorId} is null`, ne(comments.authorId, commenter.id));
  const [row] = await tx
    .select({ number: sql<number>`count(distinct coalesce(${comments.guestId}, ${comments.authorId}))`.mapWith(Number) })
    .from(comments)
    .innerJoin(commentRevisions, isItsText)
    .where(and(eq(commentRevisions.textHash, textHash), gt(comments.createdAt, sql`now() - interval '1 day'`), ne(comments.status, "unverified"), other));
  return row?.number ?? 0;
}

/**
 * The cluster of what was said before: named by its first comment, which itself carries no name of a cluster, so that nobody who posts has
 * to write to a comment in another discussion.
 */
async function clusterOf(tx: Transaction, { textHash, fingerprint, editing }: { textHash: string; fingerprint: bigint | null; editing: string | undefined }): Promise<string | null> {
  const cluster = sql<string>`coalesce(${comments.clusterId}, ${comments.id})`;
  const known = and(ne(comments.status, "unverified"), editing ? ne(comments.id, editing) : undefined);
  const [same] = await tx
    .select({ cluster })
    .from(commentRevisions)
    .innerJoin(comments, isItsText)
    .where(and(eq(commentRevisions.textHash, textHash), gt(commentRevisions.createdAt, sql`now() - interval '1 day'`), known))
    .orderBy(asc(commentRevisions.createdAt))
    .limit(1);
  if (same || fingerprint === null) return same?.cluster ?? null;
  const near = nearTo(tx, fingerprint);
  const [nearest] = await tx.select({ cluster }).from(near).innerJoin(comments, and(eq(comments.id, near.commentId), known)).orderBy(near.distance, near.at).limit(1);
  return nearest?.cluster ?? null;
}

/** Those of the newest texts of the last day that say nearly the same. Numbers are compared before anything is asked of their comments: that would cost as many lookups as texts. */
function nearTo(tx: Transaction, fingerprint: bigint) {
  const { bits, compared } = commentSettings.nearlySame;
  const { commentId, createdAt, fingerprint: theirs } = commentFingerprints;
  const newest = tx.select({ commentId, at: sql<Date>`${createdAt}`.as("at"), distance: sql<number>`bit_count((${theirs} # ${fingerprint}::bigint)::bit(64))`.as("distance") }).from(commentFingerprints).where(gt(createdAt, sql`now() - interval '1 day'`)).orderBy(desc(createdAt)).limit(atMost(compared)).as("newest");
  return tx.select({ commentId: newest.commentId, at: newest.at, distance: newest.distance }).from(newest).where(sql`${newest.distance} <= ${bits}`).as("near");
}

/** How many other comments of the last day say nearly the same, whoever wrote them, but for what nobody confirmed. */
async function nearlySameText(tx: Transaction, fingerprint: bigint, editing: string | undefined): Promise<number> {
  const near = nearTo(tx, fingerprint);
  const [row] = await tx.select({ number: countDistinct(near.commentId) }).from(near).innerJoin(comments, and(eq(comments.id, near.commentId), ne(comments.status, "unverified"), editing ? ne(comments.id, editing) : undefined));
  return row?.number ?? 0;
}

/** What moderators decided about somebody's last comments. */
async function lastDecisions(tx: Transaction, own: SQL | undefined): Promise<{ decided: number; rejected: number }> {
  const last = tx.select({ status: comments.status }).from(comments).where(and(own, isNotNull(comments.decidedBy), inArray(comments.status, ["approved", "rejected", "spam"]))).orderBy(desc(comments.createdAt)).limit(commentSettings.history.last).as("last");
  const [row] = await tx.select({ decided: count(), rejected: sql<number>`count(*) filter (where ${last.status} <> 'approved')`.mapWith(Number) }).from(last);
  return row ?? { decided: 0, rejected: 0 };
}
