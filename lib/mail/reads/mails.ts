import { and, count, desc, eq, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { mails } from "@/db/schema";
import type { MailKind, MailState } from "@/db/vocabulary";
import type { Actor } from "@/lib/core/actor";
import { readCursor, signCursor } from "@/lib/core/signed-cursor";
import { machineNow } from "@/lib/kernel/clock";
import { fromProcess } from "@/lib/kernel/process-store";
import { mailManage } from "@/lib/mail/abilities";
import { openLetter, openRecipient } from "@/lib/mail/letter";
import type { MailRow } from "@/lib/mail/lock-mail";
import { whyNotAgain } from "@/lib/mail/mail";

/** `to` is null where the paper's secret is another one now. */
export type MailLine = { id: string; kind: MailKind; state: MailState; to: string | null; subject: string; at: string; failure: string | null };
/** `server` is null where none is set; `next` names the page of older mails. */
export type MailList = { server: { name: string; from: string } | null; lines: MailLine[]; waiting: number; failed: number; next: string | null };
/** `text` is null once it has been forgotten; `notAgain` says why a mail that did not go out cannot be sent now. */
export type MailView = MailLine & { text: string | null; attempts: number; sentAt: string | null; can: { tryAgain: boolean }; notAgain: string | null };

const linesAPage = 50;
const list = "mails";

/** Mails from the newest back, all or those of one state; null for those who do not manage mail. */
export async function mailList(actor: Actor, { state, after }: { state?: MailState | undefined; after?: string | undefined }): Promise<MailList | null> {
  if (!mailManage.check(actor, null)) return null;
  const db = appDatabase();
  const place = readCursor(list, after);
  // Ids sort by age.
  const [rows, counted] = await Promise.all([
    db
      .select()
      .from(mails)
      .where(and(state ? eq(mails.state, state) : undefined, place ? lt(mails.id, place.id) : undefined))
      .orderBy(desc(mails.id))
      .limit(linesAPage + 1),
    db.select({ state: mails.state, number: count() }).from(mails).where(inArray(mails.state, ["waiting", "failed"])).groupBy(mails.state),
  ]);
  const number = (of: MailState) => counted.find((row) => row.state === of)?.number ?? 0;
  const last = rows[linesAPage - 1];
  return {
    server: mailServer(),
    lines: rows.slice(0, linesAPage).map(lineOf),
    waiting: number("waiting"),
    failed: number("failed"),
    next: rows.length > linesAPage && last ? signCursor(list, { at: last.createdAt, id: last.id }) : null,
  };
}

/** One mail with what it says; null where there is none, and for those who do not manage mail. */
export async function oneMail(actor: Actor, id: string): Promise<MailView | null> {
  if (!mailManage.check(actor, null) || !z.uuid().safeParse(id).success) return null;
  const [row] = await appDatabase().select().from(mails).where(eq(mails.id, id));
  if (!row) return null;
  const letter = openLetter(row.id, row.letter);
  const why = whyNotAgain({ ...row, hasLetter: letter !== null }, { hasServer: fromProcess("env").mail !== null, now: machineNow() });
  return {
    ...lineOf(row),
    text: letter?.text ?? null,
    attempts: row.attempts,
    sentAt: row.sentAt?.toISOString() ?? null,
    can: { tryAgain: why === null },
    notAgain: row.state === "failed" || row.state === "kept" ? why : null,
  };
}

/** Through which server mail goes out, and from whom; null where none is set. */
export function mailServer(): MailList["server"] {
  const { mail } = fromProcess("env");
  return mail && { name: `${mail.server.host}:${mail.server.port}`, from: mail.from.address };
}

function lineOf(row: MailRow): MailLine {
  return { id: row.id, kind: row.kind, state: row.state, to: openRecipient(row.id, row.recipient), subject: row.subject, at: row.createdAt.toISOString(), failure: row.failure };
}
