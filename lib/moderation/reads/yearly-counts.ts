import { type SQL, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { type AppealOutcome, type ForgottenCount, type ReasonCode, type ReportOutcome, reasonCodes, type SanctionKind, sanctionKinds, sanctionNames } from "@/db/vocabulary";
import { commentAudit } from "@/lib/comments/abilities";
import type { Actor } from "@/lib/core/actor";
import { csvLine, csvStart } from "@/lib/kernel/csv";
import { sanctionWords } from "@/lib/sanctions/words";

/** Reasons as whoever is sanctioned reads them. */
const { reasons: reasonNames } = sanctionWords.en;

type ByOutcome = Record<ReportOutcome, number>;

/** What a report on transparency asks for (Articles 15 and 24 of the Digital Services Act), of one year in UTC. Of comments alone, and without anybody’s name. */
export type YearlyCounts = {
  year: number;
  /** Notices of unlawful content: all, of offences against children, and what became of them. */
  notices: ByOutcome & { all: number; children: number };
  /** From a notice to the decision about it, in seconds, half of them; null where none was decided about, or some are forgotten. */
  medianToAct: number | null;
  /** Reports by readers, by what they say is wrong. */
  reports: { reason: ReasonCode; number: number; agreed: number }[];
  /** What people did to comments, and what the program did by itself. */
  acts: Record<"people" | "program", Record<"rejected" | "spam" | "hidden", number>>;
  /** For which reason people rejected comments, or marked them as spam. */
  reasons: { reason: ReasonCode; number: number }[];
  /** Comments that the program kept back for a person to read. */
  heldByProgram: number;
  /** Decisions of people, or of the program, that were taken back within minutes. */
  takenBack: number;
  sanctions: { kind: SanctionKind; number: number }[];
  /** Complaints of commenters about a decision, and what became of them; `lapsed`: the decision stood no more. */
  complaints: Record<"all" | "granted" | "refused" | "lapsed" | "pending", number>;
  /** From a complaint to the answer, in seconds, half of them; null where none was answered, or some are forgotten. */
  medianToComplaint: number | null;
};

/** Years of which anything is counted, the newest first; nothing for those who may not see it. */
export async function countedYears(actor: Actor): Promise<number[] | null> {
  if (!commentAudit.check(actor, null)) return null;
  const [row] = await appDatabase().execute<{ first: number | null; now: number }>(sql`select extract(year from least((select min(created_at) from moderation_events), (select min(quarter) from moderation_tallies)) at time zone 'UTC')::int as first, extract(year from now() at time zone 'UTC')::int as now`);
  const last = row?.now ?? 1970;
  const first = Math.min(row?.first ?? last, last);
  return Array.from({ length: last - first + 1 }, (_, place) => last - place);
}

/** The counts of one year, from what is recorded and from the sums of what was forgotten since; null for those who may not see them. */
export async function yearlyCounts(actor: Actor, year: number): Promise<YearlyCounts | null> {
  if (!commentAudit.check(actor, null)) return null;
  const db = appDatabase();
  const from = sql`make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'UTC')`;
  const to = sql`make_timestamptz(${year}::int + 1, 1, 1, 0, 0, 0, 'UTC')`;
  const within = (column: SQL) => sql`${column} >= ${from} and ${column} < ${to}`;
  const forgotten = (what: ForgottenCount) => sql`from forgotten_counts where what = ${what} and month >= (${from} at time zone 'UTC')::date and month < (${to} at time zone 'UTC')::date`;
  const [notices, reports, told, sanctions, complaints] = await Promise.all([
    db.execute<{ all: number; children: number; median: number | null } & ByOutcome>(sql`
      select coalesce(sum(number), 0)::int as all, coalesce(sum(number) filter (where child), 0)::int as children, ${sums(["pending", "agreed", "disagreed", "ignored"])},
        case when coalesce(bool_and(kept), true) then percentile_cont(0.5) within group (order by took) filter (where outcome in ('agreed', 'disagreed')) end as median
      from (
        select outcome, child_offence as child, 1 as number, true as kept, extract(epoch from settled_at - created_at) as took from legal_notices where ${within(sql`created_at`)}
        union all select outcome, kind = 'child_offence', number, false, null ${forgotten("notice")}
      ) as each`),
    db.execute<{ reason: ReasonCode; number: number; agreed: number }>(sql`
      select reason, sum(number)::int as number, coalesce(sum(number) filter (where outcome = 'agreed'), 0)::int as agreed from (
        select reason, outcome, count(*)::int as number from comment_reports where ${within(sql`created_at`)} group by 1, 2
        union all select kind, outcome, number ${forgotten("report")}
      ) as each group by 1 order by 2 desc, 1`),
    db.execute<{ person: boolean; status: string; reason: ReasonCode | null; undoes: boolean; number: number }>(sql`
      select actor_id is not null as person, to_status as status, reason_code as reason, undoes, sum(number)::int as number from (
        select actor_id, to_status, reason_code, undoes, number from moderation_tallies where ${within(sql`quarter`)}
        union all
        select actor_id, to_status, reason_code, undoes is not null, 1 from moderation_events
        where ${within(sql`created_at`)} and created_at >= coalesce((select max(quarter) from moderation_tallies) + interval '15 minutes', '-infinity')
      ) as told group by 1, 2, 3, 4`),
    db.execute<{ kind: SanctionKind; number: number }>(sql`
      select kind, sum(number)::int as number from (
        select kind, count(*)::int as number from sanctions where ${within(sql`created_at`)} group by 1
        union all select kind, number ${forgotten("sanction")}
      ) as each group by 1`),
    db.execute<YearlyCounts["complaints"] & { median: number | null }>(sql`
      select coalesce(sum(number), 0)::int as all, ${sums(["granted", "refused", "lapsed", "pending"])},
        case when coalesce(bool_and(kept), true) then percentile_cont(0.5) within group (order by took) filter (where outcome in ('granted', 'refused')) end as median
      from (
        select outcome, 1 as number, true as kept, extract(epoch from decided_at - created_at) as took from appeals where ${within(sql`created_at`)}
        union all select outcome, number, false, null ${forgotten("complaint")}
      ) as each`),
  ]);
  const sum = (of: (row: (typeof told)[number]) => boolean) => told.filter(of).reduce((all, { number }) => all + number, 0);
  const acts = (person: boolean) => ({ rejected: sum((row) => row.person === person && row.status === "rejected" && !row.undoes), spam: sum((row) => row.person === person && row.status === "spam" && !row.undoes), hidden: sum((row) => row.person === person && row.status === "hidden" && !row.undoes) });
  const rejectedFor = (reason: ReasonCode) => sum((row) => row.person && !row.undoes && (row.status === "rejected" || row.status === "spam") && row.reason === reason);
  const { median: medianToAct = null, ...noticed } = notices[0] ?? { all: 0, children: 0, pending: 0, agreed: 0, disagreed: 0, ignored: 0 };
  const { median: medianToComplaint = null, ...complained } = complaints[0] ?? { all: 0, granted: 0, refused: 0, lapsed: 0, pending: 0 };
  return {
    year,
    notices: noticed,
    medianToAct,
    reports: [...reports],
    acts: { people: acts(true), program: acts(false) },
    reasons: reasonCodes.map((reason) => ({ reason, number: rejectedFor(reason) })).filter(({ number }) => number > 0).sort((one, other) => other.number - one.number),
    heldByProgram: sum((row) => !row.person && row.status === "held" && !row.undoes),
    takenBack: sum((row) => row.undoes),
    sanctions: sanctionKinds.map((kind) => ({ kind, number: sanctions.find((row) => row.kind === kind)?.number ?? 0 })),
    complaints: complained,
    medianToComplaint,
  };
}

const sums = (outcomes: readonly (ReportOutcome | AppealOutcome)[]): SQL => sql.join(outcomes.map((one) => sql`coalesce(sum(number) filter (where outcome = ${one}), 0)::int as ${sql.raw(one)}`), sql`, `);

const actNames = { rejected: "rejected", spam: "marked as spam", hidden: "hidden" } as const;

/** The counts as lines of a table, in plain words: what is counted, of which kind, and how many. Times are seconds. */
export function countsAsLines({ notices, medianToAct, reports, acts, reasons, heldByProgram, takenBack, sanctions, complaints, medianToComplaint }: YearlyCounts): [what: string, kind: string, number: number | null][] {
  return [
    ["Notices of unlawful content", "all", notices.all],
    ["Notices of unlawful content", "of offences against children", notices.children],
    ["Notices of unlawful content", "the comment was taken away", notices.agreed],
    ["Notices of unlawful content", "the comment stayed", notices.disagreed],
    ["Notices of unlawful content", "the comment had gone by itself", notices.ignored],
    ["Notices of unlawful content", "not decided", notices.pending],
    ["Seconds from notice to decision, median", "", medianToAct],
    ...reports.flatMap(({ reason, number, agreed }): [string, string, number][] => [["Reports by readers", reasonNames[reason], number], ["Reports by readers that moderators agreed with", reasonNames[reason], agreed]]),
    ...(["people", "program"] as const).flatMap((who) => (["rejected", "spam", "hidden"] as const).map((what): [string, string, number] => [who === "people" ? "Decisions of people" : "Decisions of the program alone", actNames[what], acts[who][what]])),
    ["Comments that the program kept back for a person", "", heldByProgram],
    ...reasons.map(({ reason, number }): [string, string, number] => ["Comments that people took away", reasonNames[reason], number]),
    ["Decisions taken back", "", takenBack],
    ...sanctions.map(({ kind, number }): [string, string, number] => ["Sanctions", sanctionNames[kind], number]),
    ["Complaints about decisions", "all", complaints.all],
    ["Complaints about decisions", "granted", complaints.granted],
    ["Complaints about decisions", "refused", complaints.refused],
    ["Complaints about decisions", "the decision stood no more", complaints.lapsed],
    ["Complaints about decisions", "not answered", complaints.pending],
    ["Seconds from complaint to answer, median", "", medianToComplaint],
  ];
}

/** The counts of a year as a table for spreadsheets. */
export function countsAsTable(counts: YearlyCounts): string {
  return csvStart + [["year", "what", "kind", "number"], ...countsAsLines(counts).map(([what, kind, number]) => [String(counts.year), what, kind, number === null ? "" : String(Math.round(number))])].map(csvLine).join("");
}
