import { and, eq, ne, sql } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { comments, guests, people, trustGrants } from "@/db/schema";
import type { Role } from "@/db/vocabulary";
import { commentSettings } from "@/lib/comments/settings";
import { guestTrust, type TrustFacts, type TrustLevel, trustLevel } from "@/lib/comments/trust";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { machineNow } from "@/lib/kernel/clock";
import { fromProcess } from "@/lib/kernel/process-store";
import { may } from "@/lib/policy/ability";
import { roleMay } from "@/lib/policy/roles";

/** How well somebody is known now. Who is not signed in is not known at all. */
export async function trustOf(db: Database | Transaction, actor: Actor): Promise<TrustLevel> {
  const personId = personIdOf(actor);
  if (!personId) return 0;
  if (may(actor, "desk.enter")) return 3;
  return trustOfPerson(db, personId);
}

/** How well somebody with an account is known now; nobody is not known at all. */
export async function trustOfPerson(db: Database | Transaction, personId: string): Promise<TrustLevel> {
  const facts = (await trustFacts(db, [personId])).get(personId);
  return facts ? trustLevel(facts, machineNow()) : 0;
}

type Counted = { id: string; role: Role; confirmed: boolean; since: string; shown: number; settled: number; last_rejected: number; rejected: number; granted: TrustLevel | null };

/** By what each of these people is known. */
export async function trustFacts(db: Database | Transaction, personIds: readonly string[]): Promise<Map<string, TrustFacts>> {
  if (personIds.length === 0) return new Map();
  const { levels, shownHours, shareOf, dropsAt } = commentSettings.trust;
  const number = (value: number) => sql.raw(String(value));
  const dayAgo = sql`now() - make_interval(hours => ${number(shownHours)})`;
  const own = sql`comments.author_id = people.id`;
  const visible = sql`comments.status in ('published', 'approved')`;
  // What was shown before and approved anew is as old as it was.
  const seenForADay = sql`comments.created_at <= ${dayAgo} and (coalesce(comments.decided_at, comments.created_at) <= ${dayAgo} or exists (select from moderation_events where comment_id = comments.id and to_status in ('published', 'approved') and created_at <= ${dayAgo}))`;
  const rows = await db.execute<Counted>(sql`
    select people.id, people.role, people.email_confirmed_at is not null as confirmed, people.created_at as since, shown.number as shown, last.settled, last.rejected as last_rejected, decided.rejected, given.level as granted
    from ${people},
      lateral (select count(*)::int as number from (select from ${comments} where ${own} and ${visible} and ${seenForADay} limit ${number(levels[3].shown)}) as each) as shown,
      lateral (select count(*)::int as settled, count(*) filter (where status in ('rejected', 'spam'))::int as rejected from (select status from ${comments} where ${own} and (${visible} or comments.status in ('rejected', 'spam') and comments.decided_by is not null) order by created_at desc limit ${number(shareOf)}) as each) as last,
      lateral (select count(*) filter (where status <> 'approved')::int as rejected from (select status from ${comments} where ${own} and comments.decided_by is not null and comments.status in ('approved', 'rejected', 'spam') order by created_at desc limit ${number(dropsAt.of)}) as each) as decided,
      lateral (select max(level) as level from ${trustGrants} where person_id = people.id and withdrawn_at is null) as given
    where people.id = any(${`{${personIds.join(",")}}`}::uuid[])`);
  const confirmable = fromProcess("env").mail !== null;
  return new Map(rows.map((row) => [row.id, { staff: roleMay(row.role, "desk.enter"), confirmed: row.confirmed || !confirmable, since: new Date(row.since), shown: row.shown, last: { settled: row.settled, rejected: row.last_rejected }, rejected: row.rejected, granted: row.granted }]));
}

/** How many comments of somebody moderators approved, as things stand. */
export async function approvedCommentsOf(db: Database | Transaction, { kind, id }: { kind: "guest" | "reader" | "staff"; id: string }): Promise<number> {
  return db.$count(comments, and(eq(kind === "guest" ? comments.guestId : comments.authorId, id), eq(comments.status, "approved")));
}

/** Everybody who is known so well, or at least so well: for lists that are narrowed to what such people wrote. */
export async function knownPeople(level: 1 | 2 | 3, { orBetter }: { orBetter: boolean }): Promise<{ personIds: string[]; guestIds: string[] }> {
  const [now, db] = [machineNow(), appDatabase()];
  const fits = (one: TrustLevel) => one === level || (orBetter && one > level);
  const [staff, guestIds, facts] = await Promise.all([
    db.select({ id: people.id, role: people.role }).from(people).where(ne(people.role, "reader")),
    fits(1) ? knownGuests() : [],
    mayBeKnown(level).then((ids) => trustFacts(db, ids)),
  ]);
  const readers = [...facts].flatMap(([id, each]) => (!each.staff && fits(trustLevel(each, now)) ? [id] : []));
  return { personIds: [...readers, ...(fits(3) ? staff.filter(({ role }) => roleMay(role, "desk.enter")).map(({ id }) => id) : [])], guestIds };
}

/** Whoever wrote as much as the level asks for, or was granted anything: nobody else has it. */
async function mayBeKnown(level: 1 | 2 | 3): Promise<string[]> {
  const enough = sql`having count(*) >= ${commentSettings.trust.levels[level].shown}`;
  const rows = await appDatabase().execute<{ id: string }>(sql`select author_id as id from ${comments} where author_id is not null and status in ('published', 'approved') group by author_id ${enough} union select person_id from ${trustGrants} where withdrawn_at is null`);
  return rows.map(({ id }) => id);
}

async function knownGuests(): Promise<string[]> {
  const rows = await appDatabase().select({ id: guests.id, approved: sql<number>`count(*)`.mapWith(Number) }).from(guests).innerJoin(comments, eq(comments.guestId, guests.id)).where(and(sql`${guests.verifiedAt} is not null`, eq(comments.status, "approved"))).groupBy(guests.id);
  return rows.filter(({ approved }) => guestTrust({ confirmed: true, approved }) === 1).map(({ id }) => id);
}
