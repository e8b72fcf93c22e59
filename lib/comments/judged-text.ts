import { createHash } from "node:crypto";
import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentFingerprints, commentRevisions, comments } from "@/db/schema";
import type { Signal } from "@/db/schema/comments";
import type { CommentStatus } from "@/db/vocabulary";
import { commentSettings } from "@/lib/comments/settings";
import { approvedCommentsOf } from "@/lib/comments/trust";
import type { CommentBody } from "@/lib/content/comment-body";
import { countLinks, parseComment } from "@/lib/content/comment-markdown";
import { fingerprintOf } from "@/lib/moderation/fingerprint";
import { judge } from "@/lib/moderation/pipeline";
import { askFilter } from "@/lib/moderation/spam-filter/learned";

/** `confirmed`: a link that was mailed to the guest's address confirms this very comment. */
export type Commenter = { kind: "guest"; id: string; name: string; confirmed?: boolean } | { kind: "reader" | "staff"; id: string; name: string };

/** A text as it is kept with its revision, and where the pipeline puts the comment. */
export type JudgedText = { source: string; body: CommentBody; textHash: string; linkCount: number; signals: Signal[]; status: CommentStatus; fingerprint: bigint | null; /** The first comment of the last day with this text, or nearly. */ clusterId: string | null };

/** Puts a text that passed the gates through the pipeline; "repeated" where the same person just said the same. `reviewed`: every comment on the story is read first. `editing`: the comment whose new text it is. */
export async function judgeText(tx: Transaction, commenter: Commenter, text: string, { reviewed, editing }: { reviewed: boolean; editing?: string }): Promise<JudgedText | "repeated"> {
  const body = parseComment(text);
  const linkCount = countLinks(body);
  const textHash = createHash("sha256").update(text.toLowerCase().replace(/\s+/g, " ")).digest("base64url");
  const own = commenter.kind === "guest" ? eq(comments.guestId, commenter.id) : eq(comments.authorId, commenter.id);
  if (await saidAlready(tx, editing ? and(own, ne(comments.id, editing)) : own, textHash)) return "repeated";
  const fingerprint = fingerprintOf(text);
  const sameByOthers = await sameTextByOthers(tx, commenter, textHash);
  const nearlySame = fingerprint === null ? 0 : await nearlySameText(tx, fingerprint, editing);
  const { signals, status } = judge({
    text,
    linkCount,
    author: commenter.kind,
    reviewed,
    confirmed: commenter.kind !== "guest" || commenter.confirmed === true,
    approvedBefore: commenter.kind === "staff" ? 0 : await approvedCommentsOf(tx, commenter),
    sameTextByOthers: sameByOthers,
    nearlySameText: nearlySame,
    ...(await lastDecisions(tx, own)),
    filter: commenter.kind === "staff" ? null : await askFilter(tx, body),
  });
  const clusterId = sameByOthers + nearlySame > 0 ? await clusterOf(tx, { textHash, fingerprint, editing }) : null;
  return { source: text, body, textHash, linkCount, signals, status, fingerprint, clusterId };
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
