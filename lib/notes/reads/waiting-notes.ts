import { and, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, noteMentions, noteMessages, noteReads, noteThreads, people } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import type { PersonActor } from "@/lib/core/actor";

/** A story in whose notes somebody is waited for: who named her or gave her a note last, and in how many threads. */
export type WaitingNotes = { articleId: string; headline: string; by: string; at: string; threads: number };

const most = 20;

/** Where notes wait for this person: she is named in one that she has not seen, or was given one that she has not looked at. Newest first. */
export async function waitingNotes(actor: PersonActor): Promise<WaitingNotes[]> {
  const me = actor.personId;
  const unseen = sql`exists (select from ${noteMentions} where ${noteMentions.messageId} = ${noteMessages.id} and ${noteMentions.personId} = ${me} and ${noteMentions.seenAt} is null)`;
  const given = and(eq(noteThreads.assigneeId, me), sql`not exists (select from ${noteReads} where ${noteReads.threadId} = ${noteThreads.id} and ${noteReads.personId} = ${me})`);
  const rows = await appDatabase()
    .select({ threadId: noteThreads.id, articleId: articles.id, headline: articles.draftHeadline, by: people.name, at: noteMessages.createdAt })
    .from(noteThreads)
    .innerJoin(noteMessages, eq(noteMessages.threadId, noteThreads.id))
    .innerJoin(articles, eq(articles.id, noteThreads.articleId))
    .innerJoin(people, eq(people.id, noteMessages.authorId))
    .where(and(isNull(noteThreads.resolvedAt), ne(noteMessages.authorId, me), or(unseen, given), articleEdit.where(actor)))
    .orderBy(desc(noteMessages.createdAt))
    .limit(200);
  const stories = new Map<string, WaitingNotes & { ids: Set<string> }>();
  for (const { threadId, at, ...row } of rows) {
    const known = stories.get(row.articleId);
    if (known) known.ids.add(threadId);
    else stories.set(row.articleId, { ...row, at: at.toISOString(), threads: 0, ids: new Set([threadId]) });
  }
  return [...stories.values()].slice(0, most).map(({ ids, ...story }) => ({ ...story, threads: ids.size }));
}
