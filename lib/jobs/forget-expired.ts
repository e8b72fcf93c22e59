import { and, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { commentConfirmations, commentFingerprints, commentLooks, commentNetworks, commentReports, idempotencyKeys, legalHolds, legalNotices, mails, networkKeys, rateWindows, sanctions, signUps, spentFormTokens, storyLooks } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";
import { keptDays } from "@/lib/mail/mail";
import { countForgotten } from "@/lib/moderation/forgotten-counts";

/** So many rows at a time and so many times a run: nobody who types or reads notices. */
const batch = 500;
const batches = 40;

/** No legal matter needs it. */
const unless = (commentId: PgColumn): SQL => sql`not exists (select from ${legalHolds} where ${legalHolds.commentId} = ${commentId})`;
const andFree = (over: SQL, commentId: PgColumn): SQL => sql`${over} and ${unless(commentId)}`;
/** Where a comment came from says nothing without the key of its day. */
const noKeyNeeded = sql`not exists (select from ${legalHolds} inner join ${commentNetworks} on ${commentNetworks.commentId} = ${legalHolds.commentId} where (${commentNetworks.createdAt} at time zone 'UTC')::date = ${networkKeys.day})`;

/** What is kept for a while only, and when that while is over. */
const expiring: readonly { table: PgTable; over: SQL; /** Goes on being counted. */ counted?: SQL }[] = [
  { table: idempotencyKeys, over: lt(idempotencyKeys.expiresAt, sql`now()`) },
  { table: rateWindows, over: lt(rateWindows.expiresAt, sql`now()`) },
  // A form that is too old is refused by its own seal; until then, and an hour for clocks that differ, it is known to be spent.
  { table: spentFormTokens, over: lt(spentFormTokens.spentAt, sql`now() - make_interval(secs => ${commentSettings.formToken.most + 3600})`) },
  { table: commentConfirmations, over: andFree(lt(commentConfirmations.expiresAt, sql`now()`), commentConfirmations.commentId) },
  { table: signUps, over: lt(signUps.expiresAt, sql`now()`) },
  { table: commentFingerprints, over: andFree(lt(commentFingerprints.createdAt, sql`now() - make_interval(days => ${commentSettings.nearlySame.keptDays})`), commentFingerprints.commentId) },
  { table: commentNetworks, over: andFree(lt(commentNetworks.createdAt, sql`now() - make_interval(days => ${commentSettings.network.keptDays})`), commentNetworks.commentId) },
  { table: networkKeys, over: sql`${lt(networkKeys.day, sql`(now() - make_interval(days => ${commentSettings.network.keptDays}))::date`)} and ${noKeyNeeded}` },
  { table: mails, over: lt(mails.createdAt, sql`now() - make_interval(days => ${keptDays.mail})`) },
  // What anybody looked at is kept as long as it can still tell her something.
  { table: storyLooks, over: lt(storyLooks.lookedAt, sql`now() - interval '1 year'`) },
  { table: commentLooks, over: lt(commentLooks.lookedAt, sql`now() - interval '1 hour'`) },
  // Of a guest, and of somebody who was erased, the key of her address is all that is kept, and for so long from the day on which that began; the event stays.
  { table: sanctions, over: and(isNull(sanctions.personId), lt(sql`coalesce(${sanctions.liftedAt}, ${sanctions.endsAt})`, sql`now()`), lt(sanctions.createdAt, sql`now() - make_interval(days => ${commentSettings.guestAddressDays})`)) ?? sql`false`, counted: countForgotten("sanction") },
  { table: legalNotices, over: andFree(and(ne(legalNotices.outcome, "pending"), lt(legalNotices.createdAt, sql`now() - make_interval(days => ${commentSettings.reports.notice.keptDays})`)) ?? sql`false`, legalNotices.commentId), counted: countForgotten("notice") },
  { table: commentReports, over: and(ne(commentReports.outcome, "pending"), lt(commentReports.createdAt, sql`now() - make_interval(days => ${commentSettings.reports.keptDays})`), unless(commentReports.commentId)) ?? sql`false`, counted: countForgotten("report") },
];

/** Deletes what is over, a batch at a time, and says how many rows went. What one run leaves the next one takes. */
export async function forgetExpired(): Promise<number> {
  let forgotten = 0;
  for (const { table, over, counted } of expiring) {
    for (let round = 0; round < batches; round++) {
      const gone = await appDatabase().execute(counted ? sql`with gone as (${deletion(table, over)} returning *), counted as (${counted}) select 1 as one from gone` : sql`${deletion(table, over)} returning 1 as one`);
      forgotten += gone.length;
      if (gone.length < batch) break;
    }
  }
  return forgotten + (await forgetNetworks()) + (await forgetNotices());
}

/** Of notices that were answered first who sent them, then what they said: that each came, and what was decided, outlasts both, for the counts of a year. */
async function forgetNotices(): Promise<number> {
  const { contactDays, textDays } = commentSettings.reports.notice;
  const before = (column: PgColumn, days: number) => lt(column, sql`now() - make_interval(days => ${days})`);
  const free = and(ne(legalNotices.outcome, "pending"), unless(legalNotices.commentId));
  const contacts = await appDatabase().update(legalNotices).set({ contact: null }).where(and(free, isNotNull(legalNotices.contact), before(legalNotices.answeredAt, contactDays))).returning({ id: legalNotices.id });
  const texts = await appDatabase().update(legalNotices).set({ contact: null, law: "", explanation: "", reporterId: null }).where(and(free, or(ne(legalNotices.explanation, ""), isNotNull(legalNotices.contact), isNotNull(legalNotices.reporterId)), before(legalNotices.createdAt, textDays))).returning({ id: legalNotices.id });
  return contacts.length + texts.length;
}

const deletion = (table: PgTable, over: SQL): SQL => sql`delete from ${table} where ctid = any (array(select ctid from ${table} where ${over} limit ${batch} for update skip locked))`;

/** What tells the networks of reports apart is kept for a month; the reports stay. */
async function forgetNetworks(): Promise<number> {
  const over = sql`${or(isNotNull(commentReports.network), isNotNull(commentReports.prefix))} and ${lt(commentReports.createdAt, sql`now() - make_interval(days => ${commentSettings.reports.networkDays})`)} and ${unless(commentReports.commentId)}`;
  const gone = await appDatabase().execute(sql`update ${commentReports} set network = null, prefix = null where id = any (array(select id from ${commentReports} where ${over} limit ${batch * batches} for update skip locked)) returning 1 as one`);
  return gone.length;
}
