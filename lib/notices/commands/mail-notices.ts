import { and, asc, eq, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase, type Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { appeals, articles, commentRevisions, comments, discussions, guests, noticeChoices, notices, people, revisions } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { isVisible } from "@/lib/comments/comment";
import { openGuestAddress } from "@/lib/comments/guest-address";
import { command } from "@/lib/core/command";
import { fromProcess } from "@/lib/kernel/process-store";
import { ok } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";
import { queueMail } from "@/lib/mail/queue-mail";
import { noticeSend } from "@/lib/notices/abilities";
import { type NoticeLine, noticesLetter } from "@/lib/notices/letter";
import { stopToken } from "@/lib/notices/stop-token";
import { paperNow } from "@/lib/settings/reads/paper-now";

/** So much of a comment stands in a mail. */
const excerptLength = 280;
/** So many things in one mail; the rest stands on the account's page. */
const mostLines = 30;

const MailInput = z.union([z.strictObject({ person: z.uuid() }), z.strictObject({ guest: z.uuid() })]);
type MailInput = z.infer<typeof MailInput>;

/** Mails one commenter all that waits for her, in one mail; what is no longer so, or was read on her page, is left out. Two at once send one. */
export const mailNotices = command({
  name: "mailNotices",
  input: MailInput,
  ability: noticeSend,
  load: recipientOf,
  async run({ tx }, { to, name, language }, recipient) {
    const whose = "person" in recipient ? eq(notices.personId, recipient.person) : eq(notices.guestId, recipient.guest);
    const due = await tx.select({ id: notices.id }).from(notices).where(and(whose, isNotNull(notices.mailDueAt))).for(rowLock, { skipLocked: true });
    if (due.length === 0) return ok({ mailed: 0 });
    // Those alone: what another has in hand, or what came meanwhile, is told by the next mail.
    const these = inArray(notices.id, due.map(({ id }) => id));
    const lines = to ? await linesFor(tx, these, "person" in recipient) : [];
    await tx.update(notices).set({ mailDueAt: null }).where(these);
    if (to && lines.length > 0) {
      const home = fromProcess("env").appUrl;
      const { paper } = await paperNow(tx);
      const stop = `${home}/api/v1/notices/stop/${stopToken(recipient)}`;
      await queueMail(tx, { kind: "notices", to, unsubscribe: stop, ...noticesLetter({ paper, name, lines, stop, choose: "person" in recipient ? `${home}/account/news` : null }, language) });
    }
    return ok({ mailed: to ? lines.length : 0 });
  },
});

type Addressee = { to: string | null; name: string; language: Language };

async function recipientOf(tx: Transaction, recipient: MailInput): Promise<Addressee | null> {
  const { language } = await paperNow(tx);
  if ("person" in recipient) {
    const [person] = await tx.select({ email: people.email, name: people.name, disabledAt: people.disabledAt, language: noticeChoices.language }).from(people).leftJoin(noticeChoices, eq(noticeChoices.personId, people.id)).where(eq(people.id, recipient.person));
    return person ? { to: person.disabledAt ? null : person.email, name: person.name, language: person.language ?? language } : null;
  }
  const [guest] = await tx.select().from(guests).where(eq(guests.id, recipient.guest));
  return guest ? { to: openGuestAddress(guest.id, guest.emailSealed), name: guest.name, language } : null;
}

async function linesFor(tx: Transaction, these: SQL, hasPage: boolean): Promise<NoticeLine[]> {
  const rows = await tx
    .select({ kind: notices.kind, told: notices.status, appeal: appeals.outcome, readAt: notices.readAt, id: comments.id, status: comments.status, name: comments.nameSnapshot, source: commentRevisions.source, headline: revisions.headline })
    .from(notices)
    .innerJoin(comments, eq(comments.id, notices.commentId))
    .leftJoin(appeals, eq(appeals.id, notices.aboutId))
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(these)
    .orderBy(asc(notices.createdAt), asc(notices.id));
  const home = fromProcess("env").appUrl;
  const stillSo = rows.filter((row) => row.readAt === null && (row.kind === "decision" ? row.status === row.told : isVisible(row.status)));
  return stillSo.slice(-mostLines).map(({ kind, status, appeal, id, name, source, headline }) => {
    const link = isVisible(status) ? `${home}/comments/at/${id}#comment-${id}` : hasPage ? `${home}/account/comments#comment-${id}` : null;
    return { kind, status, kept: appeal === "refused", name: singleLine(name), headline: singleLine(headline), excerpt: excerptOf(source), link };
  });
}

function excerptOf(source: string): string {
  const text = Array.from(singleLine(source));
  return text.length <= excerptLength ? text.join("") : `${text.slice(0, excerptLength - 1).join("")}…`;
}

/** Whose mails are due, at most so many at a time. */
export async function dueRecipients(most: number): Promise<MailInput[]> {
  const rows = await appDatabase()
    .selectDistinct({ personId: notices.personId, guestId: notices.guestId })
    .from(notices)
    .where(lte(notices.mailDueAt, sql`now()`))
    .limit(most);
  return rows.map(({ personId, guestId }) => (personId ? { person: personId } : { guest: guestId ?? "" }));
}
