import { createHash } from "node:crypto";
import { and, eq, gt, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentRevisions, comments } from "@/db/schema";
import type { Signal } from "@/db/schema/comments";
import type { CommentStatus } from "@/db/vocabulary";
import { commentSettings } from "@/lib/comments/settings";
import { approvedCommentsOf } from "@/lib/comments/trust";
import type { CommentBody } from "@/lib/content/comment-body";
import { countLinks, parseComment } from "@/lib/content/comment-markdown";
import { judge } from "@/lib/moderation/pipeline";

/** `confirmed`: a link that was mailed to the guest's address confirms this very comment. */
export type Commenter = { kind: "guest"; id: string; name: string; confirmed?: boolean } | { kind: "reader" | "staff"; id: string; name: string };

/** A text as it is kept with its revision, and where the pipeline puts the comment. */
export type JudgedText = { source: string; body: CommentBody; textHash: string; linkCount: number; signals: Signal[]; status: CommentStatus };

/** Puts a text that passed the gates through the pipeline; "repeated" where the same person just said the same. `reviewed`: every comment on the story is read first. `editing`: the comment whose new text it is. */
export async function judgeText(tx: Transaction, commenter: Commenter, text: string, { reviewed, editing }: { reviewed: boolean; editing?: string }): Promise<JudgedText | "repeated"> {
  const body = parseComment(text);
  const linkCount = countLinks(body);
  const textHash = createHash("sha256").update(text.toLowerCase().replace(/\s+/g, " ")).digest("base64url");
  const own = commenter.kind === "guest" ? eq(comments.guestId, commenter.id) : eq(comments.authorId, commenter.id);
  if (await saidAlready(tx, editing ? and(own, ne(comments.id, editing)) : own, textHash)) return "repeated";
  const { signals, status } = judge({
    text,
    linkCount,
    author: commenter.kind,
    reviewed,
    confirmed: commenter.kind !== "guest" || commenter.confirmed === true,
    approvedBefore: commenter.kind === "staff" ? 0 : await approvedCommentsOf(tx, commenter),
    sameTextByOthers: await sameTextByOthers(tx, commenter, textHash),
  });
  return { source: text, body, textHash, linkCount, signals, status };
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

async function sameTextByOthers(tx: Transaction, commenter: Commenter, textHash: string): Promise<number> {
  const other = commenter.kind === "guest" ? or(sql`${comments.guestId} is null`, ne(comments.guestId, commenter.id)) : or(sql`${comments.authorId} is null`, ne(comments.authorId, commenter.id));
  const [row] = await tx
    .select({ number: sql<number>`count(distinct coalesce(${comments.guestId}, ${comments.authorId}))`.mapWith(Number) })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .where(and(eq(commentRevisions.textHash, textHash), gt(comments.createdAt, sql`now() - interval '1 day'`), other));
  return row?.number ?? 0;
}
