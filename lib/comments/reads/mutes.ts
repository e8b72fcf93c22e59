import { and, desc, eq, or, type SQL } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { comments, guests, mutes, people } from "@/db/schema";

type Author = { authorId: string | null; guestId: string | null };

/** Whether somebody wants to hear nothing of whoever wrote something. */
export async function hasMuted(db: Database | Transaction, personId: string, { authorId, guestId }: Author): Promise<boolean> {
  const of: SQL | null = authorId ? eq(mutes.authorId, authorId) : guestId ? eq(mutes.guestId, guestId) : null;
  return of !== null && (await db.$count(mutes, and(eq(mutes.personId, personId), of))) > 0;
}

/** The names under which people whom she muted wrote under one story. */
export async function mutedNames(personId: string, discussionOf: SQL): Promise<string[]> {
  const rows = await appDatabase()
    .selectDistinct({ name: comments.nameSnapshot })
    .from(mutes)
    .innerJoin(comments, or(eq(comments.authorId, mutes.authorId), eq(comments.guestId, mutes.guestId)))
    .where(and(eq(mutes.personId, personId), discussionOf));
  return rows.map(({ name }) => name);
}

/** Whom somebody muted, the latest first, by the name that they have now; null of whoever was erased. */
export async function ownMutes(personId: string): Promise<{ id: string; name: string | null; since: Date }[]> {
  const rows = await appDatabase()
    .select({ id: mutes.id, since: mutes.createdAt, person: people.name, erasedAt: people.erasedAt, guest: guests.name })
    .from(mutes)
    .leftJoin(people, eq(people.id, mutes.authorId))
    .leftJoin(guests, eq(guests.id, mutes.guestId))
    .where(eq(mutes.personId, personId))
    .orderBy(desc(mutes.createdAt), desc(mutes.id));
  return rows.map(({ id, since, person, erasedAt, guest }) => ({ id, since, name: erasedAt ? null : (person ?? guest) }));
}
