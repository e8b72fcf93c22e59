import { and, eq, inArray, isNotNull, isNull, lt, min, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { articles, commentRevisions, comments, discussions, guests, mutes, noticeChoices, notices, people, revisions, threadFollows } from "@/db/schema";
import type { NoticeKind } from "@/db/vocabulary";
import { isOver, isVisible } from "@/lib/comments/comment";
import { hasMuted } from "@/lib/comments/reads/mutes";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import { command } from "@/lib/core/command";
import { fromProcess } from "@/lib/kernel/process-store";
import { ok } from "@/lib/kernel/result";
import { noticeSend } from "@/lib/notices/abilities";
import { asksAuthor } from "@/lib/notices/asks-author";
import { choicesFrom, guestKinds, paceMinutes } from "@/lib/notices/choices";

export const TellInput = z.strictObject({ commentId: z.uuid(), shown: z.boolean(), decided: z.uuid().nullable(), picked: z.boolean() });

type Comment = typeof comments.$inferSelect;
type Whose = Pick<Comment, "authorId" | "guestId">;
type Notice = { to: Whose; kind: NoticeKind; aboutId: string };

/**
 * Writes down who is told of what happened to a comment: whoever it answers, whoever wrote the story and is asked, whoever follows the thread, and its author of a decision or a
 * pick. Each once, also where the job runs twice; nobody of her own doing, nor of what readers do not see, nor of a thread or a person of which she wants to hear nothing.
 */
export const tellOfComment = command({
  name: "tellOfComment",
  input: TellInput,
  ability: noticeSend,
  async load(tx, { commentId }) {
    const [row] = await tx.select().from(comments).where(eq(comments.id, commentId));
    return row ?? null;
  },
  async run({ tx, now }, comment, { shown, decided, picked }) {
    const all: Notice[] = [];
    if (decided && ["approved", "rejected", "hidden"].includes(comment.status)) all.push({ to: comment, kind: "decision", aboutId: decided });
    if (picked && comment.pickedAt && isVisible(comment.status)) all.push({ to: comment, kind: "picked", aboutId: comment.id });
    if (shown && isVisible(comment.status)) all.push(...(await ofNewComment(tx, comment)));
    for (const notice of all) await write(tx, comment, notice, now);
    return ok({ told: all.length });
  },
});

/** Whom a comment concerns that readers can see now. */
async function ofNewComment(tx: Transaction, comment: Comment): Promise<Notice[]> {
  const [parent] = comment.parentId ? await tx.select({ authorId: comments.authorId, guestId: comments.guestId, status: comments.status }).from(comments).where(eq(comments.id, comment.parentId)) : [];
  const wanted = parent && !isOver(parent.status) && !isSame(parent, comment) && !(parent.authorId && ((await wantsQuiet(tx, comment.rootId, parent.authorId)) || (await hasMuted(tx, parent.authorId, comment))));
  const answered = wanted ? [{ to: parent, kind: "answer" as const, aboutId: comment.id }] : [];
  const asked = (await askedOf(tx, comment)).filter((to) => !answered.some((one) => isSame(one.to, to))).map((to) => ({ to, kind: "question" as const, aboutId: comment.id }));
  if (comment.depth === 0) return [...answered, ...asked];
  // What stood there before she followed is no news.
  const followers = await tx.select({ authorId: threadFollows.personId }).from(threadFollows).where(and(eq(threadFollows.rootId, comment.rootId), eq(threadFollows.quiet, false), notExists(mutesOf(tx, comment)), lt(threadFollows.createdAt, comment.decidedAt ?? comment.createdAt)));
  const others = followers.map(({ authorId }) => ({ authorId, guestId: null })).filter((to) => !isSame(to, comment) && ![...answered, ...asked].some((one) => isSame(one.to, to)));
  return [...answered, ...asked, ...others.map((to) => ({ to, kind: "thread" as const, aboutId: comment.id }))];
}

/** Which authors of the story a reader's comment asks something, but those who want to hear nothing of the thread or of whoever asks. */
async function askedOf(tx: Transaction, comment: Comment): Promise<Whose[]> {
  if (comment.staffBadge) return [];
  const [row] = await tx
    .select({ source: commentRevisions.source, bylines: revisions.bylines, preset: discussions.preset, mode: discussions.mode, sectionId: articles.sectionId })
    .from(discussions)
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .innerJoin(commentRevisions, eq(commentRevisions.id, comment.currentRevisionId))
    .where(eq(discussions.id, comment.discussionId));
  const ids = row?.bylines.flatMap(({ personId }) => personId ?? []) ?? [];
  if (!row || ids.length === 0) return [];
  const authors = await tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  // A story without a way of its own is held as its section is.
  const preset = row.mode === "inherit" && (row.preset ?? "standard") === "standard" ? (await rulesOfSection(tx, row.sectionId)).preset : row.preset;
  const asked: Whose[] = [];
  for (const { id, name } of authors) {
    if (!asksAuthor(row.source, name, { everyQuestion: preset === "questions" && comment.depth === 0 })) continue;
    if (!(await wantsQuiet(tx, comment.rootId, id)) && !(await hasMuted(tx, id, comment))) asked.push({ authorId: id, guestId: null });
  }
  return asked;
}

/** What followers of a thread muted of whoever wrote a comment in it. */
const mutesOf = (tx: Transaction, { authorId, guestId }: Whose) => tx.select({ id: mutes.id }).from(mutes).where(and(eq(mutes.personId, threadFollows.personId), authorId ? eq(mutes.authorId, authorId) : guestId ? eq(mutes.guestId, guestId) : sql`false`));

/** Whether somebody wants to hear nothing of a thread, nor of answers to what she wrote there. */
async function wantsQuiet(tx: Transaction, rootId: string, personId: string): Promise<boolean> {
  const [row] = await tx.select({ quiet: threadFollows.quiet }).from(threadFollows).where(and(eq(threadFollows.rootId, rootId), eq(threadFollows.personId, personId)));
  return row?.quiet === true;
}

const isSame = (one: Whose, other: Whose) => (one.authorId !== null && one.authorId === other.authorId) || (one.guestId !== null && one.guestId === other.guestId);

async function write(tx: Transaction, { id: commentId, status }: Comment, { to, kind, aboutId }: Notice, now: Date): Promise<void> {
  const how = await howToTell(tx, to, kind);
  if (!how) return;
  const whose = to.authorId ? { personId: to.authorId } : { guestId: to.guestId };
  const mailDueAt = how.minutes === null ? null : ((await alreadyDue(tx, to)) ?? new Date(now.getTime() + how.minutes * 60_000));
  await tx.insert(notices).values({ ...whose, kind, commentId, aboutId, status, here: how.here, createdAt: now, mailDueAt }).onConflictDoNothing();
}

/** On her page, by mail after so many minutes, or not at all (null). Without a server nothing is mailed, not even later. */
async function howToTell(tx: Transaction, { authorId, guestId }: Whose, kind: NoticeKind): Promise<{ here: boolean; minutes: number | null } | null> {
  const mails = fromProcess("env").mail !== null;
  if (authorId) {
    const [person] = await tx.select({ choices: noticeChoices.choices, pace: noticeChoices.pace }).from(people).leftJoin(noticeChoices, eq(noticeChoices.personId, people.id)).where(and(eq(people.id, authorId), isNull(people.disabledAt)));
    if (!person) return null;
    const { here, mail } = choicesFrom(person.choices)[kind];
    return here || (mail && mails) ? { here, minutes: mail && mails ? paceMinutes[person.pace ?? "soon"] : null } : null;
  }
  if (!guestId || !mails || !guestKinds.includes(kind)) return null;
  const [guest] = await tx.select({ id: guests.id }).from(guests).where(and(eq(guests.id, guestId), isNotNull(guests.emailSealed)));
  return guest ? { here: false, minutes: paceMinutes.soon } : null;
}

/** What waits for a mail goes out together. */
async function alreadyDue(tx: Transaction, { authorId, guestId }: Whose): Promise<Date | null> {
  const [row] = await tx
    .select({ at: min(notices.mailDueAt) })
    .from(notices)
    .where(and(authorId ? eq(notices.personId, authorId) : inArray(notices.guestId, [guestId ?? ""]), isNotNull(notices.mailDueAt)));
  return row?.at ?? null;
}
