import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, legalNotices, revisions } from "@/db/schema";
import { type Notice, sealContact } from "@/lib/comments/legal-notice";
import { noticeReceivedLetter } from "@/lib/comments/notice-letters";
import { systemActor } from "@/lib/core/actor";
import type { CommandContext } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { queueMail } from "@/lib/mail/queue-mail";
import { paperNow } from "@/lib/settings/reads/paper-now";

type Taken = { commentId: string; revisionId: string; articleId: string; reportId: string; reporterId: string | null; law: string; explanation: string } & Notice;

/** Where a comment stands, for whoever has to find it: its own address. */
const placeOf = (commentId: string) => `${fromProcess("env").appUrl}/comments/at/${commentId}#comment-${commentId}`;

/** Writes a notice of unlawful content down and acknowledges it by mail, in the language of the story, with the same commit. The event does not say who sent it. */
export async function takeNotice({ tx, now, record }: CommandContext, { commentId, revisionId, articleId, reportId, reporterId, law, explanation, contact, childOffence }: Taken): Promise<void> {
  const id = newId();
  const place = placeOf(commentId);
  const language = await languageOf(tx, articleId);
  await tx.insert(legalNotices).values({ id, commentId, revisionId, reportId, reporterId, law, explanation, place, contact: contact && sealContact(id, contact), childOffence, language, createdAt: now });
  await record({ name: "comment.legal_notice_received", subjectId: commentId, data: { articleId, noticeId: id }, by: systemActor("somebody who sent a notice") });
  if (!contact) return;
  const { paper, timeZone } = await paperNow(tx);
  await queueMail(tx, { kind: "legal_notice", to: contact.email, ...noticeReceivedLetter({ paper, timeZone, place, number: id, at: now }, language) });
}

async function languageOf(tx: Transaction, articleId: string) {
  const [story] = await tx.select({ language: revisions.language, last: articles.draftLanguage }).from(articles).leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, articleId));
  return story?.language ?? story?.last ?? "en";
}
