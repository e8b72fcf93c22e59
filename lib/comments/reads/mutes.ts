import { and, desc, eq, inArray, or, type SQL } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { comments, mutes } from "@/db/schema";
import { visibleCommentStatuses } from "@/db/vocabulary";

type Author = { authorId: string | null; guestId: string | null };

/** Whether somebody wants to hear nothing of whoever wrote something. */
export async function hasMuted(db: Database | Transaction, personId: string, { authorId, guestId }: Author): Promise<boolean> {
  const of: SQL | null = authorId ? eq(mutes.authorId, authorId) : guestId ? eq(mutes.guestId, guestId) : null;
  return of !== null && (await db.$count(mutes, and(eq(mutes.personId, personId), of))) > 0;
}

/** The comments that readers see under one story of people whom she muted. */
export async function mutedComments(personId: string, discussionOf: SQL): Promise<string[]> {
  const rows = await appDatabase()
    .select({ id: comments.id })
    .from(mutes)
    .innerJoin(comments, or(eq(comments.authorId, mutes.authorId), eq(comments.guestId, mutes.guestId)))
    .where(and(eq(mutes.personId, personId), inArray(comments.status, visibleCommentStatuses), discussionOf));
  return rows.map(({ id }) => id);
}

/** Whom somebody muted, the latest first, by the name under which she did: who is behind it, or what they are called elsewhere, she is not told. */
export async function ownMutes(personId: string): Promise<{ id: string; name: string; since: Date }[]> {
  return appDatabase().select({ id: mutes.id, name: mutes.name, since: mutes.createdAt }).from(mutes).where(eq(mutes.personId, personId)).orderBy(desc(mutes.createdAt), desc(mutes.id));
}
