import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase, type Database } from "@/db/client";
import { noteMentions, noteMessages, noteReads, noteThreads, people } from "@/db/schema";
import { editableArticle } from "@/lib/articles/reads/desk";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { machineNow } from "@/lib/kernel/clock";
import { type GuardedNote, noteRead, noteResolve } from "@/lib/notes/abilities";
import { colleaguesOf } from "@/lib/notes/colleagues";
import { editableFor, noteStatus } from "@/lib/notes/note";
import type { NoteMessageView, NotePerson, StoryNotes } from "@/lib/notes/views";

const author = alias(people, "author");
const assignee = alias(people, "assignee");
const resolver = alias(people, "resolver");

/** A story's notes, as far as this person may read them; null where she may not open the story. */
export async function storyNotes(actor: Actor, articleId: string): Promise<StoryNotes | null> {
  const article = await editableArticle(actor, articleId);
  if (!article) return null;
  const db = appDatabase();
  const me = personIdOf(actor);
  const [threads, colleagues] = await Promise.all([
    db
      .select({ thread: noteThreads, assignee: { id: assignee.id, name: assignee.name }, resolver: resolver.name, readAt: noteReads.readAt })
      .from(noteThreads)
      .leftJoin(assignee, eq(assignee.id, noteThreads.assigneeId))
      .leftJoin(resolver, eq(resolver.id, noteThreads.resolvedBy))
      .leftJoin(noteReads, and(eq(noteReads.threadId, noteThreads.id), me ? eq(noteReads.personId, me) : sql`false`))
      .where(and(eq(noteThreads.articleId, articleId), noteRead.where(actor)))
      .orderBy(asc(noteThreads.createdAt), asc(noteThreads.id)),
    colleaguesOf(db, article),
  ]);
  const said = await messagesOf(db, me, threads.map(({ thread }) => thread.id));
  return {
    notes: threads.map(({ thread, assignee: given, resolver: resolvedBy, readAt }) => {
      const messages = said.get(thread.id) ?? [];
      const mentioned = messages.flatMap(({ mentions }) => mentions.map(({ id }) => id));
      const guarded: GuardedNote = { ...thread, article, mentioned };
      return {
        id: thread.id,
        kind: thread.anchorKind,
        blockId: thread.blockId,
        field: thread.field,
        quote: thread.quote,
        status: noteStatus(thread),
        blocking: thread.blocking,
        audience: thread.audience,
        assignee: given,
        resolved: thread.resolvedAt ? { by: resolvedBy ?? "somebody", at: thread.resolvedAt.toISOString() } : null,
        suggestion: thread.suggestion === null ? null : { from: thread.suggestedFor ?? "", to: thread.suggestion, settled: thread.suggestionSettled },
        messages,
        fresh: messages.some((message) => message.by.id !== me && (!readAt || new Date(message.at) > readAt)),
        mine: me !== null && (thread.createdBy === me || thread.assigneeId === me || mentioned.includes(me)),
        can: { resolve: noteResolve.check(actor, guarded), change: noteResolve.check(actor, guarded) },
      };
    }),
    colleagues,
  };
}

async function messagesOf(db: Database, me: string | null, threadIds: readonly string[]): Promise<Map<string, NoteMessageView[]>> {
  const said = new Map<string, NoteMessageView[]>();
  if (threadIds.length === 0) return said;
  const inThem = inArray(noteMessages.threadId, [...threadIds]);
  const [messages, named] = await Promise.all([
    db.select({ message: noteMessages, by: { id: author.id, name: author.name } }).from(noteMessages).innerJoin(author, eq(author.id, noteMessages.authorId)).where(inThem).orderBy(asc(noteMessages.createdAt), asc(noteMessages.id)),
    db.select({ messageId: noteMentions.messageId, person: { id: people.id, name: people.name } }).from(noteMentions).innerJoin(noteMessages, eq(noteMessages.id, noteMentions.messageId)).innerJoin(people, eq(people.id, noteMentions.personId)).where(inThem),
  ]);
  const mentions = new Map<string, NotePerson[]>();
  for (const { messageId, person } of named) mentions.set(messageId, [...(mentions.get(messageId) ?? []), person]);
  const youngest = machineNow().getTime() - editableFor;
  for (const { message, by } of messages)
    said.set(message.threadId, [
      ...(said.get(message.threadId) ?? []),
      { id: message.id, by, at: message.createdAt.toISOString(), edited: message.editedAt !== null, body: message.body, mentions: mentions.get(message.id) ?? [], canEdit: by.id === me && message.createdAt.getTime() > youngest },
    ]);
  return said;
}
