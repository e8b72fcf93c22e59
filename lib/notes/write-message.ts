import type { Transaction } from "@/db/client";
import { noteMentions, noteMessages, noteReads } from "@/db/schema";
import { newId } from "@/lib/kernel/ids";

type Message = { threadId: string; authorId: string; body: string; mentions: readonly string[] };

/** Writes a message with whoever is named in it, and that its author has read the thread. Returns its id. */
export async function writeMessage(tx: Transaction, { threadId, authorId, body, mentions }: Message, now: Date): Promise<string> {
  const id = newId();
  await tx.insert(noteMessages).values({ id, threadId, authorId, body, createdAt: now });
  await nameIn(tx, id, mentions, now);
  await readUpTo(tx, [threadId], authorId, now);
  return id;
}

export async function nameIn(tx: Transaction, messageId: string, mentions: readonly string[], now: Date): Promise<void> {
  if (mentions.length > 0) await tx.insert(noteMentions).values([...new Set(mentions)].map((personId) => ({ messageId, personId, createdAt: now }))).onConflictDoNothing();
}

export async function readUpTo(tx: Transaction, threadIds: readonly string[], personId: string, now: Date): Promise<void> {
  if (threadIds.length === 0) return;
  await tx.insert(noteReads).values(threadIds.map((threadId) => ({ threadId, personId, readAt: now }))).onConflictDoUpdate({ target: [noteReads.threadId, noteReads.personId], set: { readAt: now } });
}
