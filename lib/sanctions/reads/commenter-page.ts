import { and, asc, count, desc, eq, gt, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, commenterNotes, commentNetworks, commentReports, commentRevisions, comments, commentSweepItems, commentSweeps, discussions, guests, people, revisions, sanctions, sections, trustGrants } from "@/db/schema";
import type { CommentStatus, ReasonCode, ReportOutcome, SanctionKind, SweepOutcome, SweepSpan } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { guestHmac } from "@/lib/comments/guest-address";
import { trustFacts } from "@/lib/comments/reads/trust";
import { commentSettings } from "@/lib/comments/settings";
import { guestTrust, type TrustLevel, trustLevel } from "@/lib/comments/trust";
import { type Actor, personIdOf } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";
import { machineNow } from "@/lib/kernel/clock";
import { isUuid } from "@/lib/kernel/uuid";
import { roleMay } from "@/lib/policy/roles";
import { commentBan, commentBanAlone, commenterSee, commenterTrust, commentSanction } from "@/lib/sanctions/abilities";
import { holds, type Standing, standingBy } from "@/lib/sanctions/sanction";
import { type Commenter, sanctionsOf } from "@/lib/sanctions/standing";
import { whyGuestTrusted, whyTrusted } from "@/lib/sanctions/trust-in-words";

/** What went with a sanction, and how far it is. */
export type SweepView = { id: string; span: SweepSpan; total: number; undone: boolean } & Record<SweepOutcome, number>;

export type SanctionView = {
  id: string;
  kind: SanctionKind;
  /** Null of somebody who was erased: it is kept that an address is blocked, and not why. */
  reason: ReasonCode | null;
  message: string;
  by: string | null;
  at: string;
  endsAt: string | null;
  holds: boolean;
  /** Of a ban that waits for a second moderator: for how many days it is asked, null for good. */
  asked: { days: number | null } | null;
  confirmed: { by: string | null; at: string } | null;
  lifted: { by: string | null; at: string; message: string } | null;
  sweep: SweepView | null;
  can: { lift: boolean; confirm: boolean };
};

/** A level of trust that a moderator granted, newest first; one of them holds at most. */
export type GrantView = { id: string; level: 1 | 2 | 3; note: string; by: string | null; at: string; withdrawn: { by: string | null; at: string } | null };

export type CommentOfHers = { id: string; status: CommentStatus; reason: ReasonCode | null; at: string; body: CommentBody; story: { headline: string; path: string | null } };

export type CommenterPage = {
  who: { personId: string } | { guestId: string };
  kind: "guest" | "reader" | "staff";
  name: string;
  since: string | null;
  /** Whether it is known that the address is hers. */
  confirmed: boolean;
  erased: boolean;
  /** Where the address of an account was used without one. Which account has a guest's address nobody can tell from its key. */
  otherwise: { href: string } | null;
  trust: { level: TrustLevel; why: string; grants: GrantView[] };
  standing: { standing: Standing; until: string | null };
  counts: Record<"all" | "approved" | "unread" | "waiting" | "rejected" | "spam" | "hidden" | "withdrawn", number>;
  /** How many others whom moderators keep out wrote from where she did, on the same day, within the month for which that is known. */
  sameNetwork: number;
  /** Of her last decided comments, newest first. */
  lastDecided: ("approved" | "rejected" | "spam")[];
  /** What others reported of hers, and what became of what she reported, each by its outcome. */
  reports: { against: Record<ReportOutcome, number>; made: Record<ReportOutcome, number> };
  sanctions: SanctionView[];
  notes: { id: string; text: string; by: string | null; at: string }[];
  comments: CommentOfHers[];
  /** How many comments would go with a sanction. */
  rejectable: Record<SweepSpan, number>;
  /** The last sanction on the page: whoever imposes another says that she saw it. */
  seen: string | null;
  can: { sanction: boolean; ban: boolean; banAlone: boolean; note: boolean; trust: boolean };
};

const shownComments = 20;

/** What moderators need to know of somebody with an account; null where there is nobody, or for those who do not moderate. */
export async function personPage(actor: Actor, id: string): Promise<CommenterPage | null> {
  if (!commenterSee.check(actor, null) || !isUuid(id)) return null;
  const db = appDatabase();
  const [person] = await db.select().from(people).where(eq(people.id, id));
  if (!person) return null;
  const confirmed = person.emailConfirmedAt !== null;
  const [guest] = confirmed ? await db.select({ key: guests.emailHmac }).from(guests).where(eq(guests.emailHmac, guestHmac(person.email))) : [];
  const staff = roleMay(person.role, "desk.enter");
  return pageOf(actor, {
    who: { personId: id },
    own: eq(comments.authorId, id),
    noted: eq(commenterNotes.personId, id),
    made: eq(commentReports.reporterId, id),
    head: { kind: staff ? "staff" : "reader", name: person.erasedAt ? "A former reader" : person.name, since: person.createdAt.toISOString(), confirmed, erased: person.erasedAt !== null, otherwise: guest ? { href: `/desk/comments/guests/${guest.key}` } : null },
  });
}

/** As `personPage`, of whoever commented as a guest: by the key of her address, or by the guest's own id. */
export async function guestPage(actor: Actor, key: string): Promise<CommenterPage | null> {
  if (!commenterSee.check(actor, null)) return null;
  const db = appDatabase();
  const byId: boolean = isUuid(key);
  const [guest] = await db.select().from(guests).where(byId ? eq(guests.id, key) : eq(guests.emailHmac, key.slice(0, 100)));
  if (!guest) return null;
  return pageOf(actor, {
    who: { guestId: guest.id },
    own: eq(comments.guestId, guest.id),
    noted: eq(commenterNotes.guestId, guest.id),
    made: null,
    head: { kind: "guest", name: guest.name, since: guest.createdAt.toISOString(), confirmed: guest.verifiedAt !== null, erased: false, otherwise: null },
  });
}

type Of = { who: CommenterPage["who"]; own: SQL; noted: SQL; made: SQL | null; head: Pick<CommenterPage, "kind" | "name" | "since" | "confirmed" | "erased" | "otherwise"> };

async function pageOf(actor: Actor, { who, own, noted, made, head }: Of): Promise<CommenterPage> {
  const db = appDatabase();
  const now = machineNow();
  const personId = "personId" in who ? who.personId : null;
  const [known, grants, byStatus, decided, against, reported, imposed, notes, last, rejectable, sameNetwork] = await Promise.all([
    personId ? trustFacts(db, [personId]).then((facts) => facts.get(personId)) : undefined,
    personId ? grantsOf(personId) : [],
    db.select({ status: comments.status, number: count() }).from(comments).where(own).groupBy(comments.status),
    db.select({ status: comments.status }).from(comments).where(and(own, isNotNull(comments.decidedBy), inArray(comments.status, ["approved", "rejected", "spam"]))).orderBy(desc(comments.createdAt)).limit(commentSettings.history.last),
    db.select({ outcome: commentReports.outcome, number: count() }).from(commentReports).innerJoin(comments, eq(comments.id, commentReports.commentId)).where(own).groupBy(commentReports.outcome),
    made ? db.select({ outcome: commentReports.outcome, number: count() }).from(commentReports).where(made).groupBy(commentReports.outcome) : [],
    sanctionsBy(actor, who, now),
    notesOf(noted),
    lastComments(own),
    countRejectable(own, now),
    keptOutNearby(own, now),
  ]);
  const numbers = Object.fromEntries(byStatus.map(({ status, number }) => [status, number])) as Partial<Record<CommentStatus, number>>;
  const of = (...statuses: CommentStatus[]) => statuses.reduce((sum, status) => sum + (numbers[status] ?? 0), 0);
  const staff = head.kind === "staff";
  const { standing, until } = staff ? { standing: "ok" as const, until: null } : standingBy(imposed.rows, now);
  const mayBeSanctioned = !staff && !head.erased;
  return {
    ...head,
    who,
    trust: { ...(known ? { level: trustLevel(known, now), why: whyTrusted(known, now) } : { level: guestTrust({ confirmed: head.confirmed, approved: of("approved") }), why: whyGuestTrusted({ confirmed: head.confirmed, approved: of("approved") }) }), grants },
    standing: { standing, until: until?.toISOString() ?? null },
    counts: { all: byStatus.reduce((sum, { number }) => sum + number, 0), approved: of("approved"), unread: of("published"), waiting: of("held", "unverified"), rejected: of("rejected"), spam: of("spam"), hidden: of("hidden"), withdrawn: of("withdrawn", "purged") },
    sameNetwork,
    lastDecided: decided.map(({ status }) => status as "approved" | "rejected" | "spam"),
    reports: { against: outcomes(against), made: outcomes(reported) },
    sanctions: imposed.views,
    notes,
    comments: last,
    rejectable,
    seen: imposed.views[0]?.id ?? null,
    can: { sanction: mayBeSanctioned && commentSanction.check(actor, null), ban: mayBeSanctioned && commentBan.check(actor, null), banAlone: mayBeSanctioned && commentBanAlone.check(actor, null), note: !head.erased, trust: personId !== null && mayBeSanctioned && commenterTrust.check(actor, null) },
  };
}

/** What was granted to somebody, newest first. */
async function grantsOf(personId: string): Promise<GrantView[]> {
  const [granter, withdrawer] = [alias(people, "granter"), alias(people, "withdrawer")];
  const rows = await appDatabase()
    .select({ grant: trustGrants, by: granter.name, withdrawnBy: withdrawer.name })
    .from(trustGrants)
    .leftJoin(granter, eq(granter.id, trustGrants.grantedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, trustGrants.withdrawnBy))
    .where(eq(trustGrants.personId, personId))
    .orderBy(desc(trustGrants.createdAt), desc(trustGrants.id));
  return rows.map(({ grant: { id, level, note, createdAt, withdrawnAt }, by, withdrawnBy }) => ({ id, level, note, by, at: createdAt.toISOString(), withdrawn: withdrawnAt ? { by: withdrawnBy, at: withdrawnAt.toISOString() } : null }));
}

const outcomes = (rows: readonly { outcome: ReportOutcome; number: number }[]): Record<ReportOutcome, number> => ({ pending: 0, agreed: 0, disagreed: 0, ignored: 0, ...Object.fromEntries(rows.map(({ outcome, number }) => [outcome, number])) });

async function sanctionsBy(actor: Actor, who: Commenter, now: Date): Promise<{ rows: (typeof sanctions.$inferSelect)[]; views: SanctionView[] }> {
  const db = appDatabase();
  const theirs = await sanctionsOf(db, who);
  if (!theirs) return { rows: [], views: [] };
  const [imposer, confirmer, lifter] = [alias(people, "imposer"), alias(people, "confirmer"), alias(people, "lifter")];
  const rows = await db
    .select({ sanction: sanctions, by: imposer.name, confirmedBy: confirmer.name, liftedBy: lifter.name })
    .from(sanctions)
    .leftJoin(imposer, eq(imposer.id, sanctions.imposedBy))
    .leftJoin(confirmer, eq(confirmer.id, sanctions.confirmedBy))
    .leftJoin(lifter, eq(lifter.id, sanctions.liftedBy))
    .where(theirs)
    .orderBy(desc(sanctions.createdAt), desc(sanctions.id));
  const sweeps = await sweepsOf(rows.map(({ sanction }) => sanction.id));
  const me = personIdOf(actor);
  const views = rows.map(({ sanction, by, confirmedBy, liftedBy }): SanctionView => {
    const held = holds(sanction, now);
    const mayConfirm = commentBan.check(actor, null) && (sanction.imposedBy !== me || commentBanAlone.check(actor, null));
    return {
      id: sanction.id,
      kind: sanction.kind,
      reason: sanction.reason,
      message: sanction.message,
      by,
      at: sanction.createdAt.toISOString(),
      endsAt: sanction.endsAt?.toISOString() ?? null,
      holds: held,
      asked: sanction.unconfirmed ? { days: sanction.askedDays } : null,
      confirmed: sanction.confirmedAt ? { by: confirmedBy, at: sanction.confirmedAt.toISOString() } : null,
      lifted: sanction.liftedAt ? { by: liftedBy, at: sanction.liftedAt.toISOString(), message: sanction.liftedMessage } : null,
      sweep: sweeps.get(sanction.id) ?? null,
      can: { lift: held && commentSanction.check(actor, null), confirm: held && sanction.unconfirmed && mayConfirm },
    };
  });
  return { rows: rows.map(({ sanction }) => sanction), views };
}

/** What went with each of these sanctions, and how far it is. */
async function sweepsOf(ids: readonly string[]): Promise<Map<string, SweepView>> {
  if (ids.length === 0) return new Map();
  const rows = await appDatabase()
    .select({ sanctionId: commentSweeps.sanctionId, id: commentSweeps.id, span: commentSweeps.span, undoneAt: commentSweeps.undoneAt, outcome: commentSweepItems.outcome, number: count() })
    .from(commentSweeps)
    .innerJoin(commentSweepItems, eq(commentSweepItems.sweepId, commentSweeps.id))
    .where(inArray(commentSweeps.sanctionId, [...ids]))
    .groupBy(commentSweeps.id, commentSweepItems.outcome);
  const views = new Map<string, SweepView>();
  for (const { sanctionId, id, span, undoneAt, outcome, number } of rows) {
    const view = views.get(sanctionId) ?? { id, span, total: 0, undone: undoneAt !== null, waiting: 0, rejected: 0, changed: 0, brought_back: 0, decided_since: 0, left: 0 };
    views.set(sanctionId, { ...view, total: view.total + number, [outcome]: number });
  }
  return views;
}

async function notesOf(noted: SQL): Promise<CommenterPage["notes"]> {
  const rows = await appDatabase().select({ id: commenterNotes.id, text: commenterNotes.text, by: people.name, at: commenterNotes.createdAt }).from(commenterNotes).leftJoin(people, eq(people.id, commenterNotes.writtenBy)).where(noted).orderBy(asc(commenterNotes.createdAt), asc(commenterNotes.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function lastComments(own: SQL): Promise<CommentOfHers[]> {
  const rows = await appDatabase()
    .select({ id: comments.id, status: comments.status, reason: comments.statusReason, at: comments.createdAt, body: commentRevisions.body, headline: revisions.headline, draftHeadline: articles.draftHeadline, slug: articles.slug, section: sections.slug })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(own)
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(shownComments);
  return rows.map(({ id, status, reason, at, body, headline, draftHeadline, slug, section }) => ({ id, status, reason, at: at.toISOString(), body, story: { headline: headline ?? draftHeadline, path: headline && slug && section ? articlePath(section, slug) : null } }));
}

async function countRejectable(own: SQL, now: Date): Promise<Record<SweepSpan, number>> {
  const since = (days: number) => sql<number>`count(*) filter (where ${gt(comments.createdAt, new Date(now.getTime() - days * 24 * 3_600_000))})`.mapWith(Number);
  const [row] = await appDatabase().select({ day: since(1), week: since(7), all: count() }).from(comments).where(and(own, inArray(comments.status, ["held", "hidden", "published", "approved"])));
  return row ?? { day: 0, week: 0, all: 0 };
}

/** Others from the same network who are suspended or banned. The hashes that say so are under a key of their day: nobody learns an address, and after a month nobody knows. */
async function keptOutNearby(own: SQL, now: Date): Promise<number> {
  const [hers, near, others] = [alias(commentNetworks, "hers"), alias(commentNetworks, "near"), alias(comments, "others")];
  const who = sql`coalesce(${others.authorId}, ${others.guestId})`;
  const keptOut = sql`exists (select from sanctions s where (s.person_id = ${others.authorId} or s.address_key = (select g.email_hmac from guests g where g.id = ${others.guestId})) and s.kind in ('suspend', 'ban') and s.lifted_at is null and (s.ends_at is null or s.ends_at > ${now.toISOString()}::timestamptz))`;
  const [row] = await appDatabase()
    .select({ number: sql<number>`count(distinct ${who})`.mapWith(Number) })
    .from(comments)
    .innerJoin(hers, eq(hers.commentId, comments.id))
    // The prefix is what has an index; the network is within it.
    .innerJoin(near, and(eq(near.prefix, hers.prefix), eq(near.network, hers.network)))
    .innerJoin(others, eq(others.id, near.commentId))
    .where(and(own, sql`${who} <> coalesce(${comments.authorId}, ${comments.guestId})`, keptOut));
  return row?.number ?? 0;
}

/** Bans that wait for a second moderator, oldest first, for whoever may confirm one. */
export type WaitingBan = { id: string; href: string; name: string; by: string | null; at: string };

export async function waitingBans(actor: Actor): Promise<WaitingBan[]> {
  if (!commentBan.check(actor, null)) return [];
  const imposer = alias(people, "imposer");
  const rows = await appDatabase()
    .select({ id: sanctions.id, personId: sanctions.personId, addressKey: sanctions.addressKey, name: people.name, guest: guests.name, by: imposer.name, at: sanctions.createdAt })
    .from(sanctions)
    .leftJoin(people, eq(people.id, sanctions.personId))
    .leftJoin(guests, eq(guests.emailHmac, sanctions.addressKey))
    .leftJoin(imposer, eq(imposer.id, sanctions.imposedBy))
    .where(and(eq(sanctions.unconfirmed, true), sql`${sanctions.liftedAt} is null`, gt(sanctions.endsAt, machineNow()), or(isNotNull(sanctions.personId), isNotNull(guests.id))))
    .orderBy(asc(sanctions.createdAt))
    .limit(50);
  return rows.map(({ id, personId, addressKey, name, guest, by, at }) => ({ id, href: personId ? `/desk/comments/people/${personId}` : `/desk/comments/guests/${addressKey}`, name: name ?? guest ?? "", by, at: at.toISOString() }));
}
