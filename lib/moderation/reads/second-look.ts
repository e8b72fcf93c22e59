import { sql } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { commentModerate } from "@/lib/comments/abilities";
import { type Actor, personIdOf } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";

/** An approval to be looked at once more. Who approved it, when, and what the program had found is not told. */
export type SecondLook = { eventId: string; name: string; body: CommentBody; headline: string; parent: CommentBody | null };

/** Of a hundred approvals so many, and how many days back they reach. Which, the hash of each says, so that nobody chooses and every page asks the same. */
export const sample = { ofHundred: 2, days: 7 } as const;

const sampled = sql`abs(hashtextextended(e.id::text, 0)) % 100 < ${sample.ofHundred}`;
/** An approval of another that stands, of a text that stands as it was approved, which nobody has looked at again. */
const waiting = (me: string | null) => sql`e.actor_id is not null and e.created_at > now() - make_interval(days => ${sample.days}) and e.to_status = 'approved' and e.undoes is null and e.actor_id is distinct from ${me}::uuid and ${sampled}
  and c.status = 'approved' and c.current_revision_id = e.revision_id and c.author_id is distinct from ${me}::uuid and not exists (select from quality_checks q where q.event_id = e.id)`;

/** The next approval to look at again, and how many wait; null for those who do not moderate. */
export async function secondLook(actor: Actor): Promise<{ next: SecondLook | null; waiting: number } | null> {
  if (!commentModerate.check(actor, null)) return null;
  const rows = await appDatabase().execute<{ event_id: string; name: string; body: CommentBody; headline: string; parent: CommentBody | null; waiting: number }>(sql`
    select e.id as event_id, c.name_snapshot as name, r.body, coalesce(s.headline, a.draft_headline) as headline, pr.body as parent, count(*) over ()::int as waiting
    from moderation_events e
    inner join comments c on c.id = e.comment_id inner join comment_revisions r on r.id = e.revision_id
    inner join discussions d on d.id = c.discussion_id inner join articles a on a.id = d.article_id
    left join revisions s on s.id = a.published_revision_id
    left join comments p on p.id = c.parent_id left join comment_revisions pr on pr.id = p.current_revision_id
    where ${waiting(personIdOf(actor))} order by md5(e.id::text) limit 1`);
  const [row] = rows;
  return { next: row ? { eventId: row.event_id, name: row.name, body: row.body, headline: row.headline, parent: row.parent } : null, waiting: row?.waiting ?? 0 };
}

/** Whether this approval waits for a second look by her. */
export async function waitsForSecondLook(db: Database | Transaction, eventId: string, me: string | null): Promise<string | null> {
  const [row] = await db.execute<{ comment_id: string }>(sql`select e.comment_id from moderation_events e inner join comments c on c.id = e.comment_id where e.id = ${eventId} and ${waiting(me)}`);
  return row?.comment_id ?? null;
}
