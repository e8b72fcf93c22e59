import { and, asc, eq, inArray, ne, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { commentReports, commentRevisions, type comments, guests, legalNotices, people } from "@/db/schema";
import type { CommentStatus, ReasonCode } from "@/db/vocabulary";
import { trustFacts } from "@/lib/comments/reads/trust";
import { commentSettings } from "@/lib/comments/settings";
import { guestTrust, type TrustLevel, trustLevel } from "@/lib/comments/trust";
import type { CommentBody } from "@/lib/content/comment-body";
import { machineNow } from "@/lib/kernel/clock";
import { roleMay } from "@/lib/policy/roles";

type Row = typeof comments.$inferSelect;

/** One report that waits, without who sent it: what she says counts, and how well the paper knows her. */
export type QueueReport = { id: string; reason: ReasonCode; law: string; text: string; weight: number; counts: boolean; account: boolean; at: string; ofFormerText: boolean };

/** One notice of unlawful content that waits: which law, and why, in the words of whoever sent it. Who she is, is not shown; `contact` says whether she left an address to answer to. */
export type QueueNotice = { id: string; at: string; law: string; explanation: string; place: string; childOffence: boolean; contact: boolean; ofFormerText: boolean };

/** What the paper knows of whoever wrote: `id` is her account's or her guest's, `page` where all of it stands, `since` when the paper saw her first; of her last comments, how many moderators approved, rejected, and where they agreed with a report. `more`: she wrote others before. */
export type AuthorStrip = { id: string; page: string; kind: "guest" | "reader" | "staff"; since: string; trust: TrustLevel; approved: number; rejected: number; upheld: number; more: boolean };

/** A comment as it stands, as a decision about it names it. */
export type Seen = { commentId: string; revisionId: string; status: CommentStatus };
/** Comments that say nearly the same: how many there are, counted up to a thousand, and those of them that nobody decided about, up to what can be decided in one step. */
export type Cluster = { id: string; size: number; waiting: Seen[] };

/** The reports of these comments that wait, by comment, oldest first; but for those that stand there as notices. */
export async function reportsOf(of: readonly Row[]): Promise<Map<string, QueueReport[]>> {
  const reported = of.filter(({ reportCount }) => reportCount > 0);
  if (reported.length === 0) return new Map();
  const rows = await appDatabase()
    .select()
    .from(commentReports)
    .where(and(inArray(commentReports.commentId, reported.map(({ id }) => id)), eq(commentReports.outcome, "pending"), notExists(appDatabase().select({ one: sql`1` }).from(legalNotices).where(and(eq(legalNotices.reportId, commentReports.id), eq(legalNotices.outcome, "pending"))))))
    .orderBy(asc(commentReports.createdAt), asc(commentReports.id));
  const current = new Map(reported.map((comment) => [comment.id, comment.currentRevisionId]));
  const shown = ({ id, reason, law, text, weight, counts, reporterId, createdAt, commentId, revisionId }: (typeof rows)[number]): QueueReport => ({ id, reason, law, text, weight, counts, account: reporterId !== null, at: createdAt.toISOString(), ofFormerText: current.get(commentId) !== revisionId });
  return new Map(reported.map(({ id }) => [id, rows.filter((row) => row.commentId === id).map(shown)]));
}

/** The notices of unlawful content about these comments that wait, by comment, oldest first. */
export async function noticesOf(of: readonly Row[]): Promise<Map<string, QueueNotice[]>> {
  const noticed = of.filter(({ reportCount }) => reportCount > 0);
  if (noticed.length === 0) return new Map();
  const rows = await appDatabase()
    .select()
    .from(legalNotices)
    .where(and(inArray(legalNotices.commentId, noticed.map(({ id }) => id)), eq(legalNotices.outcome, "pending")))
    .orderBy(asc(legalNotices.createdAt), asc(legalNotices.id));
  const current = new Map(noticed.map((comment) => [comment.id, comment.currentRevisionId]));
  const shown = ({ id, createdAt, law, explanation, place, childOffence, contact, commentId, revisionId }: (typeof rows)[number]): QueueNotice => ({ id, at: createdAt.toISOString(), law, explanation, place, childOffence, contact: contact !== null, ofFormerText: current.get(commentId) !== revisionId });
  return new Map(noticed.map(({ id }) => [id, rows.filter((row) => row.commentId === id).map(shown)]));
}

/** What these comments said before they were edited, by comment, oldest first. */
export async function formerTextsOf(of: readonly Row[]): Promise<Map<string, { at: string; source: string; body: CommentBody }[]>> {
  const edited = of.filter(({ editedAt, status }) => editedAt !== null && status !== "purged");
  if (edited.length === 0) return new Map();
  const newer = alias(commentRevisions, "newer");
  const rows = await appDatabase()
    .select({ commentId: commentRevisions.commentId, at: commentRevisions.createdAt, source: commentRevisions.source, body: commentRevisions.body })
    .from(commentRevisions)
    .where(and(inArray(commentRevisions.commentId, edited.map(({ id }) => id)), sql`exists (${appDatabase().select({ one: sql`1` }).from(newer).where(and(eq(newer.commentId, commentRevisions.commentId), eq(newer.seq, sql`${commentRevisions.seq} + 1`), ne(newer.source, commentRevisions.source)))})`))
    .orderBy(asc(commentRevisions.seq));
  return new Map(edited.map(({ id }) => [id, rows.filter((row) => row.commentId === id).map(({ at, source, body }) => ({ at: at.toISOString(), source, body }))]));
}

/** An array of ids as PostgreSQL takes it. */
const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;

/** What the paper knows of the authors of these comments, by their account's or guest's id. */
export async function stripsOf(of: readonly Row[]): Promise<Map<string, AuthorStrip>> {
  const [authors, visitors] = [[...new Set(of.flatMap(({ authorId }) => authorId ?? []))], [...new Set(of.flatMap(({ guestId }) => guestId ?? []))]];
  const [known, accounts, strangers] = await Promise.all([
    trustFacts(appDatabase(), authors),
    authors.length > 0 ? appDatabase().execute<Counted & { role: (typeof people.$inferSelect)["role"] }>(sql`select people.id, people.created_at as since, people.role, record.* from ${people}, ${record(sql`author_id`, sql`people.id`)} where people.id = any(${uuids(authors)})`) : [],
    visitors.length > 0 ? appDatabase().execute<Counted>(sql`select guests.id, guests.email_hmac as key, guests.verified_at is not null as confirmed, guests.created_at as since, record.* from ${guests}, ${record(sql`guest_id`, sql`guests.id`)} where guests.id = any(${uuids(visitors)})`) : [],
  ]);
  const now = machineNow();
  const trustIn = ({ id, confirmed = false, approved }: Counted, facts = known.get(id)) => (facts ? trustLevel(facts, now) : guestTrust({ confirmed, approved }));
  const strip = (row: Counted, kind: AuthorStrip["kind"]): [string, AuthorStrip] => [
    row.id,
    { id: row.id, page: kind === "guest" ? `/desk/comments/guests/${encodeURIComponent(row.key ?? "")}` : `/desk/comments/people/${row.id}`, kind, since: new Date(row.since).toISOString(), trust: trustIn(row), approved: row.approved, rejected: row.rejected, upheld: row.upheld, more: row.written > commentSettings.countedOnCard },
  ];
  return new Map([...accounts.map((row) => strip(row, roleMay(row.role, "desk.enter") ? "staff" : "reader")), ...strangers.map((row) => strip(row, "guest"))]);
}

type Counted = { id: string; key?: string; confirmed?: boolean; since: string; approved: number; rejected: number; upheld: number; written: number };

/** What became of somebody's last comments, however many she wrote. */
function record(column: SQL, of: SQL): SQL {
  const most = sql.raw(String(commentSettings.countedOnCard));
  return sql`lateral (
    select count(*) filter (where place <= ${most} and status = 'approved')::integer as approved, count(*) filter (where place <= ${most} and status in ('rejected', 'spam') and decided)::integer as rejected,
      count(*) filter (where place <= ${most} and decided and status in ('rejected', 'spam', 'hidden') and exists (select from comment_reports where comment_reports.comment_id = last.id and outcome = 'agreed'))::integer as upheld, count(*)::integer as written
    from (select id, status, decided_by is not null as decided, row_number() over (order by created_at desc) as place from comments where comments.${column} = ${of} order by created_at desc limit ${most} + 1) as last
  ) as record`;
}

/** Counted up to so many. */
const mostInCluster = 1000;

/** The clusters in which these comments stand, by the cluster's id; only those that are large enough. */
export async function clustersOf(of: readonly Row[]): Promise<Map<string, Cluster>> {
  const ids = [...new Set(of.map((row) => row.clusterId ?? row.id))];
  if (ids.length === 0) return new Map();
  const { decidedAtOnce, nearlySame } = commentSettings;
  const counted = await appDatabase().execute<{ id: string; size: number }>(sql`select cluster.id, 1 + members.number as size from unnest(${uuids(ids)}) as cluster(id), lateral (select count(*)::integer as number from (select from comments where cluster_id = cluster.id and status not in ('unverified', 'withdrawn', 'purged') limit ${sql.raw(String(mostInCluster))}) as member) as members where members.number > 0`);
  const large = counted.filter(({ size }) => size >= nearlySame.cluster);
  if (large.length === 0) return new Map();
  const waiting = await appDatabase().execute<{ cluster: string; id: string; revision: string; status: CommentStatus }>(sql`select cluster.id as cluster, member.id, member.current_revision_id as revision, member.status from unnest(${uuids(large.map(({ id }) => id))}) as cluster(id), lateral (select id, current_revision_id, status from comments where (cluster_id = cluster.id or comments.id = cluster.id) and status in ('held', 'published', 'hidden') order by created_at, comments.id limit ${sql.raw(String(decidedAtOnce))}) as member`);
  return new Map(large.map(({ id, size }) => [id, { id, size, waiting: waiting.filter(({ cluster }) => cluster === id).map((row) => ({ commentId: row.id, revisionId: row.revision, status: row.status })) }]));
}
