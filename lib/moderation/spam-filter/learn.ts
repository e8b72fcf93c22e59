import { and, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { appDatabase, type Transaction } from "@/db/client";
import { commentRevisions, comments, spamLessons, spamTokens } from "@/db/schema";
import type { CommentBody } from "@/lib/content/comment-body";
import { allTexts } from "@/lib/moderation/spam-filter/learned";
import { tokensOf } from "@/lib/moderation/spam-filter/tokens";

/** So many comments are learned from at a time: each time all decisions of the day are looked through. */
const batch = 1000;

/** What a moderator's decision teaches: only what was called spam, and what was approved. What was rejected may be as well written as anything. */
const taught = sql<"spam" | "ham" | null>`case when ${comments.decidedBy} is null then null when ${comments.status} = 'spam' then 'spam' when ${comments.status} = 'approved' then 'ham' end`;

/**
 * Learns from the decisions of the last day, and unlearns what was taken back since; each comment counts once, by its text at the time.
 * Says how many comments it learned from or unlearned. Whoever runs it twice, also at once, learns once.
 */
export function learnFromDecisions(): Promise<number> {
  return appDatabase().transaction(async (tx) => {
    // Who comes second has nothing to do.
    const [free] = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('learn-spam')) as free`);
    if (!free?.free) return 0;
    const lately = gt(comments.decidedAt, sql`now() - interval '1 day'`);
    // Each half finds its rows by an index: what people decided, and what was learned and has been moved by others than people since.
    const candidates = union(
      tx.select({ id: comments.id }).from(comments).where(and(isNotNull(comments.decidedBy), lately)),
      tx.select({ id: comments.id }).from(spamLessons).innerJoin(comments, eq(comments.id, spamLessons.commentId)).where(and(isNull(comments.decidedBy), lately)),
    );
    const due = await tx
      .select({ commentId: comments.id, revisionId: comments.currentRevisionId, body: commentRevisions.body, verdict: taught, lesson: spamLessons })
      .from(comments)
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
      .leftJoin(spamLessons, eq(spamLessons.commentId, comments.id))
      .where(and(inArray(comments.id, candidates), sql`${comments.status} <> 'purged'`, sql`${spamLessons.verdict} is distinct from ${taught}`))
      .limit(batch);
    const changes = new Map<string, { spam: number; ham: number }>();
    const count = (body: CommentBody, verdict: "spam" | "ham", by: 1 | -1) => {
      for (const token of [allTexts, ...tokensOf(body).keys()]) {
        const change = changes.get(token) ?? { spam: 0, ham: 0 };
        change[verdict] += by;
        changes.set(token, change);
      }
    };
    const former = await bodiesOf(tx, due.flatMap(({ lesson }) => lesson?.revisionId ?? []));
    const learned: (typeof spamLessons.$inferInsert)[] = [];
    const unlearned: string[] = [];
    for (const { commentId, revisionId, body, verdict, lesson } of due) {
      if (lesson) count(former.get(lesson.revisionId) ?? { blocks: [] }, lesson.verdict, -1);
      if (verdict) {
        count(body, verdict, 1);
        learned.push({ commentId, revisionId, verdict });
      } else unlearned.push(commentId);
    }
    if (learned.length > 0) await tx.insert(spamLessons).values(learned).onConflictDoUpdate({ target: spamLessons.commentId, set: { revisionId: sql`excluded.revision_id`, verdict: sql`excluded.verdict` } });
    if (unlearned.length > 0) await tx.delete(spamLessons).where(inArray(spamLessons.commentId, unlearned));
    await write(tx, changes);
    return due.length;
  });
}

async function bodiesOf(tx: Transaction, revisionIds: readonly string[]): Promise<Map<string, CommentBody>> {
  const rows = revisionIds.length > 0 ? await tx.select({ id: commentRevisions.id, body: commentRevisions.body }).from(commentRevisions).where(inArray(commentRevisions.id, [...revisionIds])) : [];
  return new Map(rows.map(({ id, body }) => [id, body]));
}

async function write(tx: Transaction, changes: ReadonlyMap<string, { spam: number; ham: number }>): Promise<void> {
  const rows = [...changes].map(([token, { spam, ham }]) => ({ token, spam, ham }));
  for (let first = 0; first < rows.length; first += 1000) {
    await tx
      .insert(spamTokens)
      .values(rows.slice(first, first + 1000))
      .onConflictDoUpdate({ target: spamTokens.token, set: { spam: sql`${spamTokens.spam} + excluded.spam`, ham: sql`${spamTokens.ham} + excluded.ham` } });
  }
}
