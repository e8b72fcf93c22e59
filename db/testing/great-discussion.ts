import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";

const words = "The ferry ought to sail at night, since the people who clean the harbour offices come home when the trams have stopped, and nobody asked them before the timetable was printed.";
const aTurn = 100_000;

/** What became of the comment with this number: of 200 one waits, of twenty one was rejected, of fifty one is spam. */
const state = (number: string) => `(case when ${number} % 200 = 9 then 'held' when ${number} % 20 = 7 then 'rejected' when ${number} % 50 = 8 then 'spam' when ${number} % 2 = 0 then 'approved' else 'published' end)`;
const visible = (number: string) => `(${state(number)} in ('approved', 'published'))::integer`;

/** How many comments, and how many of them stand under the one story whose slug is given; the others are shared by all other public stories. */
export type GreatDiscussion = { comments: number; slug: string; underIt: number };

/**
 * A paper that has been talked about: threads of three, from so many guests, over the last two weeks, with the decision about each.
 * Made in SQL in some minutes for a million, with a login that may switch off the checks between tables.
 */
export async function greatDiscussion(db: Database, { comments, slug, underIt }: GreatDiscussion): Promise<void> {
  const guests = Math.ceil(comments / 20);
  const moderator = sql`(select id from people where role = 'moderator' order by id limit 1)`;
  const id = (kind: string, number: string): SQL => sql.raw(`('0190b5a1-' || lpad(to_hex(story), 4, '0') || '-7000-${kind}-' || lpad(to_hex(${number}), 12, '0'))::uuid`);
  const guest = (number: string): SQL => sql.raw(`('0190b5a1-0000-7000-8fff-' || lpad(to_hex((${number})::integer), 12, '0'))::uuid`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into guests (id, email_hmac, name) select ${guest("n")}, 'great-' || n, 'Guest ' || n from generate_series(0, ${sql.raw(String(guests - 1))}) as n`);
    await tx.execute(sql`insert into discussions (id, article_id) select gen_random_uuid(), id from public_articles on conflict do nothing`);
    await tx.execute(sql`create temporary table talked on commit drop as
      select discussions.id as discussion, row_number() over (order by slug = ${slug} desc, slug)::integer as story, case when slug = ${slug} then ${sql.raw(String(underIt))} else (${sql.raw(String(comments - underIt))} / (count(*) over () - 1))::integer end as many
      from discussions join public_articles on public_articles.id = article_id`);
    for (let first = 0; first < underIt; first += aTurn) {
      // Three by three: one opens a thread, the second answers it, the third answers the second.
      const rows = sql`(select story, discussion, n, n - n % 3 as root, now() - (many - n) * (interval '14 days' / many) as at from talked, generate_series(${sql.raw(String(first))}, least(many - 1, ${sql.raw(String(first + aTurn - 1))})) as n) as comment`;
      await tx.execute(sql`insert into comments (id, discussion_id, root_id, parent_id, depth, guest_id, name_snapshot, status, status_reason, current_revision_id, reply_count, like_count, like_rank, key_hash, created_at, decided_at, decided_by)
        select ${id("8000", "n")}, discussion, ${id("8000", "root")}, case when n > root then ${id("8000", "n - 1")} end, n - root, ${guest(`(story * 7919 + n) % ${guests}`)}, 'Guest ' || (story * 7919 + n) % ${sql.raw(String(guests))}, ${sql.raw(state("n"))},
          case when ${sql.raw(state("n"))} = 'rejected' then 'off_topic' end, ${id("9000", "n")}, case n - root when 0 then ${sql.raw(`${visible("(n + 1)")} + ${visible("(n + 2)")}`)} when 1 then ${sql.raw(visible("(n + 1)"))} else 0 end, n % 40, n % 30, 'great-' || story || '-' || n, at,
          case when ${sql.raw(state("n"))} <> 'held' then at + interval '5 minutes' end, case when ${sql.raw(state("n"))} not in ('held', 'published') then ${moderator} end from ${rows}`);
      await tx.execute(sql`insert into comment_revisions (id, comment_id, seq, source, body, text_hash, signals, created_at)
        select ${id("9000", "n")}, ${id("8000", "n")}, 1, ${words} || ' ' || n, jsonb_build_object('blocks', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', ${words} || ' ' || n))))), 'great-' || story || '-' || n, '[{"phase":"newness","severity":"hold","evidence":"A guest’s comment is read first."}]'::jsonb, at from ${rows}`);
      await tx.execute(sql`insert into moderation_events (id, comment_id, revision_id, actor_id, from_status, to_status, created_at)
        select ${id("a000", "n")}, ${id("8000", "n")}, ${id("9000", "n")}, ${moderator}, 'held', ${sql.raw(state("n"))}, at + interval '5 minutes' from ${rows} where ${sql.raw(state("n"))} not in ('held', 'published')`);
    }
    await tx.execute(sql`update discussions set visible_count = counted.visible, held_count = counted.held, version = version + 1, last_visible_at = now() from
      (select discussion_id, count(*) filter (where status in ('approved', 'published')) as visible, count(*) filter (where status = 'held') as held from comments group by discussion_id) as counted where counted.discussion_id = discussions.id`);
  });
  for (const table of ["guests", "discussions", "comments", "comment_revisions", "moderation_events"]) await db.execute(sql.raw(`vacuum analyze ${table}`));
}
