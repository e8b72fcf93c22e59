import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { accountDeletions, appeals, articles, commenterNotes, commentConsents, commentLikes, commentReports, commentRevisions, comments, commentUses, discussions, displayNames, events, guests, legalNotices, mails, moderationEvents, mutes, noticeChoices, notices, oneTimeLinks, people, sanctions, sections, sessions, storyLooks, threadFollows, trustGrants } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { stateForAuthor } from "@/lib/comments/comment";
import { guestHmac } from "@/lib/comments/guest-address";
import { openContact } from "@/lib/comments/legal-notice";
import type { PersonActor } from "@/lib/core/actor";
import { csvLine, csvStart } from "@/lib/kernel/csv";
import { fromProcess } from "@/lib/kernel/process-store";
import { openLetter, recipientHash } from "@/lib/mail/letter";
import { openReach } from "@/lib/newsroom/contact";
import { sanctionsOf } from "@/lib/sanctions/standing";

/** Everything that is kept of somebody, table by table, without what would tell of others: who decided, who reported, and what is secret (hashes of passwords, tokens, networks). */
export type OwnData = Awaited<ReturnType<typeof ownData>>;

/**
 * The copy of her data that a person may have (GDPR 15 and 20). Of spam it says that it waits, as its own page does. What was left as a guest
 * and confirmed from the address of the account belongs to it, claimed or not; what anybody typed under her address does not.
 */
export async function ownData(actor: PersonActor) {
  const db = appDatabase();
  const id = actor.personId;
  const [person] = await db.select().from(people).where(eq(people.id, id));
  if (!person) return null;
  const [guest] = person.emailConfirmedAt ? await db.select().from(guests).where(and(eq(guests.emailHmac, guestHmac(person.email)), isNotNull(guests.verifiedAt))) : [];
  const own = await db
    .select({ comment: comments, articleId: discussions.articleId, slug: articles.slug, section: sections.slug })
    .from(comments)
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(guest ? or(eq(comments.authorId, id), and(eq(comments.guestId, guest.id), isNotNull(comments.confirmedAt))) : eq(comments.authorId, id))
    .orderBy(asc(comments.createdAt), asc(comments.id));
  const ids = own.map(({ comment }) => comment.id);
  const among = <Row>(query: (ids: string[]) => Promise<Row[]>) => (ids.length > 0 ? query(ids) : Promise.resolve([] as Row[]));
  const [texts, decisions, objections, likes, reports, follows, told, [choices], signedIn, links, letters, [name], [deletion], looks, done, imposed, noted, legal, granted, muted, uses, consents] = await Promise.all([
    among((them) => db.select().from(commentRevisions).where(inArray(commentRevisions.commentId, them)).orderBy(asc(commentRevisions.seq))),
    among((them) => db.select().from(moderationEvents).where(inArray(moderationEvents.commentId, them)).orderBy(asc(moderationEvents.createdAt))),
    among((them) => db.select().from(appeals).where(inArray(appeals.commentId, them)).orderBy(asc(appeals.createdAt))),
    db.select().from(commentLikes).where(eq(commentLikes.personId, id)).orderBy(asc(commentLikes.createdAt)),
    db.select().from(commentReports).where(eq(commentReports.reporterId, id)).orderBy(asc(commentReports.createdAt)),
    db.select().from(threadFollows).where(eq(threadFollows.personId, id)),
    db.select().from(notices).where(guest ? or(eq(notices.personId, id), eq(notices.guestId, guest.id)) : eq(notices.personId, id)).orderBy(asc(notices.createdAt)),
    db.select().from(noticeChoices).where(eq(noticeChoices.personId, id)),
    db.select().from(sessions).where(eq(sessions.personId, id)).orderBy(asc(sessions.createdAt)),
    db.select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, id)).orderBy(asc(oneTimeLinks.createdAt)),
    // Of an address that nobody confirmed the mails may be another's.
    person.emailConfirmedAt ? db.select().from(mails).where(eq(mails.recipientHash, recipientHash(person.email))).orderBy(asc(mails.createdAt)) : [],
    db.select().from(displayNames).where(eq(displayNames.personId, id)),
    db.select().from(accountDeletions).where(eq(accountDeletions.personId, id)),
    db.select().from(storyLooks).where(eq(storyLooks.personId, id)).orderBy(asc(storyLooks.lookedAt)),
    db.select().from(events).where(or(eq(events.actorId, id), eq(events.subjectId, id))).orderBy(asc(events.id)),
    db.select().from(sanctions).where((await sanctionsOf(db, { personId: id })) ?? eq(sanctions.personId, id)).orderBy(asc(sanctions.createdAt)),
    db.select().from(commenterNotes).where(guest ? or(eq(commenterNotes.personId, id), eq(commenterNotes.guestId, guest.id)) : eq(commenterNotes.personId, id)).orderBy(asc(commenterNotes.createdAt)),
    db.select().from(legalNotices).where(eq(legalNotices.reporterId, id)).orderBy(asc(legalNotices.createdAt)),
    db.select().from(trustGrants).where(eq(trustGrants.personId, id)).orderBy(asc(trustGrants.createdAt)),
    db.select({ since: mutes.createdAt }).from(mutes).where(eq(mutes.personId, id)).orderBy(asc(mutes.createdAt)),
    among((them) => db.select().from(commentUses).where(inArray(commentUses.commentId, them)).orderBy(asc(commentUses.markedAt))),
    among((them) => db.select({ consent: commentConsents }).from(commentConsents).innerJoin(commentUses, eq(commentUses.id, commentConsents.useId)).where(inArray(commentUses.commentId, them)).orderBy(asc(commentConsents.seq))),
  ]);
  const home = fromProcess("env").appUrl;
  const of = <Row extends { commentId: string }>(rows: Row[], commentId: string) => rows.filter((row) => row.commentId === commentId);
  return {
    account: { id, email: person.email, name: person.name, role: person.role, handle: person.handle, bio: person.bio, portrait: person.portraitAssetId, createdAt: person.createdAt, emailConfirmedAt: person.emailConfirmedAt, disabledAt: person.disabledAt },
    nameThatIsYoursAlone: name?.skeleton ?? null,
    guest: guest ? { id: guest.id, name: guest.name, verifiedAt: guest.verifiedAt, wantsMail: guest.emailSealed !== null, createdAt: guest.createdAt } : null,
    comments: own.map(({ comment, articleId, slug, section }) => ({
      id: comment.id,
      articleId,
      story: slug && section ? `${home}${articlePath(section, slug)}` : null,
      answers: comment.parentId,
      signedAs: comment.nameSnapshot,
      asGuest: comment.guestId !== null,
      state: stateForAuthor[comment.status],
      reason: comment.status === "rejected" ? comment.statusReason : null,
      likes: comment.likeCount,
      pickedAt: comment.pickedAt,
      createdAt: comment.createdAt,
      editedAt: comment.editedAt,
      texts: of(texts, comment.id).map(({ seq, source, createdAt }) => ({ seq, text: source, createdAt })),
      decisions: (comment.status === "spam" ? asWaiting(of(decisions, comment.id)) : of(decisions, comment.id)).map(({ toStatus, reasonCode, messageToAuthor, createdAt }) => ({ state: stateForAuthor[toStatus], reason: reasonCode, message: messageToAuthor, at: createdAt })),
      appeals: of(objections, comment.id).map(({ text, outcome, answer, createdAt, decidedAt }) => ({ text, outcome, answer, createdAt, decidedAt })),
      forTheNewsroom: of(uses, comment.id).map(({ id: useId, kind, state, markedAt, contact, usedAt, closingNote }) => ({
        kind,
        state,
        markedAt,
        whereYouMayBeReached: openReach(useId, contact),
        usedAt,
        note: closingNote,
        questions: consents.flatMap(({ consent }) => (consent.useId === useId ? [{ words: consent.words, declaration: consent.declaration, askedAt: consent.askedAt, byMail: consent.mailedAt !== null, answer: consent.answer, answeredAt: consent.answeredAt, signedAs: consent.signedAs, takenBackAt: consent.withdrawnAt, overSince: consent.overtakenAt }] : [])),
      })),
    })),
    likes: likes.map(({ commentId, createdAt }) => ({ commentId, createdAt })),
    reports: reports.map(({ commentId, reason, law, text, createdAt }) => ({ commentId, reason, law, text, createdAt })),
    noticesOfUnlawfulContent: legal.map(({ id: number, commentId, law, explanation, place, contact, childOffence, language, outcome, createdAt, answeredAt }) => ({ number, commentId, law, explanation, place, signedAs: openContact(number, contact), childOffence, language, outcome, createdAt, answeredAt })),
    follows: follows.map(({ rootId, quiet, createdAt }) => ({ threadOf: rootId, hearsNothing: quiet, createdAt })),
    muted: muted.map(({ since }) => ({ since })),
    notices: told.map(({ kind, commentId, createdAt, readAt, mailDueAt }) => ({ kind, commentId, createdAt, readAt, mailDueAt })),
    choices: choices ? { choices: choices.choices, pace: choices.pace, language: choices.language } : null,
    sessions: signedIn.map(({ id: sessionId, device, createdAt, lastSeenAt, expiresAt, endedAt }) => ({ id: sessionId, device, createdAt, lastSeenAt, expiresAt, endedAt })),
    links: links.map(({ purpose, createdAt, expiresAt, usedAt }) => ({ purpose, createdAt, expiresAt, usedAt })),
    mails: letters.map(({ id: mailId, kind, state, subject, letter, createdAt, sentAt }) => ({ kind, state, subject, text: kind === "notices" || kind === "sanction" || kind === "legal_notice" ? (openLetter(mailId, letter)?.text ?? null) : null, createdAt, sentAt })),
    sanctions: imposed.map(({ kind, reason, message, createdAt, endsAt, unconfirmed, liftedAt, liftedMessage }) => ({ kind, reason, message, createdAt, endsAt, waitsForConfirmation: unconfirmed, liftedAt, liftedMessage })),
    trustGranted: granted.map(({ level, note, createdAt, withdrawnAt }) => ({ level, note, createdAt, withdrawnAt })),
    notes: noted.map(({ text, createdAt }) => ({ text, createdAt })),
    deletion: deletion ? { keepTexts: deletion.keepTexts, askedAt: deletion.createdAt, dueAt: deletion.dueAt } : null,
    looks: looks.map(({ articleId: lookedInto, lookedAt }) => ({ articleId: lookedInto, lookedAt })),
    events: done.map(({ name: what, subjectType, subjectId, at }) => ({ what, subjectType, subjectId, at })),
  };
}

/** A robot learns nothing from its own copy either: what is spam has the history of what came and waits. */
const asWaiting = (history: readonly (typeof moderationEvents.$inferSelect)[]): (typeof moderationEvents.$inferSelect)[] => history.slice(0, 1).map((first) => ({ ...first, toStatus: "held", reasonCode: null, messageToAuthor: null }));

/** The comments alone, as a table for spreadsheets. A text that a spreadsheet would run as a formula stays a text. */
export function commentsAsTable(data: NonNullable<OwnData>): string {
  const head = ["id", "story", "signed as", "state", "reason", "created", "edited", "likes", "text"];
  const rows = data.comments.map((one) => [one.id, one.story, one.signedAs, one.state, one.reason, one.createdAt, one.editedAt, one.likes, one.texts.at(-1)?.text]);
  return csvStart + [head, ...rows].map(csvLine).join("");
}

/** Whether the account waits to be deleted, and when it will be. */
export async function ownDeletion(actor: PersonActor): Promise<{ dueAt: string; keepTexts: boolean } | null> {
  const [row] = await appDatabase().select().from(accountDeletions).where(eq(accountDeletions.personId, actor.personId));
  return row ? { dueAt: row.dueAt.toISOString(), keepTexts: row.keepTexts } : null;
}
