import { asc, desc, type SQL, sql } from "drizzle-orm";
import { comments } from "@/db/schema";
import { decidedQueues } from "@/db/schema/comments";
import type { CommentStatus } from "@/db/vocabulary";
import type { Place } from "@/lib/core/signed-cursor";
import type { Queue } from "@/lib/moderation/queue-address";

type ByStatus = Exclude<Queue, "all" | "escalated" | "noticed">;
const statusesOf: Record<ByStatus, readonly CommentStatus[]> = { held: ["held"], reported: ["held", "published", "approved", "hidden"], ...(Object.fromEntries(decidedQueues) as Record<(typeof decidedQueues)[number][0], readonly CommentStatus[]>) };

/** Which comments stand in a queue; said in words of its index, which PostgreSQL would not find behind parameters. What a guest has not confirmed stands in none. */
export function within(queue: Queue): SQL {
  if (queue === "all") return sql`${comments.status} <> 'unverified'`;
  // There are few of them at any time, and none waits without a report: they are looked up first.
  if (queue === "noticed") return sql`${comments.id} in (select comment_id from legal_notices where outcome = 'pending')`;
  if (queue === "escalated") return sql`${comments.escalatedAt} is not null and ${comments.status} not in ('unverified', 'withdrawn', 'purged')`;
  return sql`${comments.status} in (${sql.raw(statusesOf[queue].map((status) => `'${status}'`).join(", "))})${queue === "reported" ? sql` and ${comments.reportCount} > 0` : sql.empty()}`;
}

/** Queues of what waits: from the oldest on. */
export const waits = (queue: Queue) => queue === "noticed" || queue === "held" || queue === "reported" || queue === "escalated";

/** What each queue is sorted by: waiting ones from the oldest on, decided ones from the last decision back, all from the newest back. */
const sortedBy = (queue: Queue) => (waits(queue) || queue === "all" ? sql`${comments.createdAt}` : sql`coalesce(${comments.decidedAt}, ${comments.createdAt})`);

export const placeOf = (queue: Queue, row: { id: string; createdAt: Date; decidedAt: Date | null }): Place => ({ at: waits(queue) || queue === "all" ? row.createdAt : (row.decidedAt ?? row.createdAt), id: row.id });

/** What a queue is sorted by, from its head on or back to it. */
export function inOrder(queue: Queue, direction: "forwards" | "backwards"): SQL[] {
  const way = waits(queue) === (direction === "forwards") ? asc : desc;
  return [way(sortedBy(queue)), way(comments.id)];
}

/** Comments that come after a place of the queue, or those up to it. */
export function besides(queue: Queue, place: Place, side: "after" | "up to"): SQL {
  const than = side === "after" ? (waits(queue) ? ">" : "<") : waits(queue) ? "<=" : ">=";
  return sql`(${sortedBy(queue)}, ${comments.id}) ${sql.raw(than)} (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`;
}
