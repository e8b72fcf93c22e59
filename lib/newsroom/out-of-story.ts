import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { noteThreads, revisions } from "@/db/schema";
import { lockArticle } from "@/lib/articles/article-row";
import { committedContent } from "@/lib/articles/update-log";
import { conflict, type Failure } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { letterStands } from "@/lib/newsroom/letter-in-print";
import { type CommentUse, notNow, standingConsent } from "@/lib/newsroom/use-row";
import { writeMessage } from "@/lib/notes/write-message";

/** Said where a version that is to go out by itself holds a letter that may not be printed. */
export const stillScheduled = conflict("still_scheduled", "The story is scheduled in a version that was made with the letter in it. Take the schedule off first.");

/** Whether a version of the story was made after the letter went into it. */
async function isHeldBy(tx: Transaction, revisionId: string | null, { usedAt }: CommentUse): Promise<boolean> {
  const [revision] = revisionId ? await tx.select({ cutAt: revisions.createdAt }).from(revisions).where(eq(revisions.id, revisionId)) : [];
  return revision !== undefined && usedAt !== null && revision.cutAt >= usedAt;
}

/** Whether a version goes out by itself that was made with the letter in it. The story is locked, so that nobody schedules it meanwhile. */
export async function goesOutWith(tx: Transaction, use: CommentUse): Promise<boolean> {
  const story = use.usedIn ? await lockArticle(tx, { articleId: use.usedIn }) : null;
  return story !== null && isHeldBy(tx, story.scheduledRevisionId, use);
}

/** Why a letter cannot be called out of its story: readers have seen it, a version goes out with it, or its words are there still. Null where it is out. */
export async function stillInStory(tx: Transaction, use: CommentUse): Promise<Failure | null> {
  const story = use.usedIn ? await lockArticle(tx, { articleId: use.usedIn }) : null;
  if (!story) return notNow(use);
  if (await isHeldBy(tx, story.publishedRevisionId, use)) return conflict("printed", "Readers have seen the letter in this story. What was printed stays printed.");
  if (await isHeldBy(tx, story.scheduledRevisionId, use)) return stillScheduled;
  const consent = await standingConsent(tx, use.id);
  // Her name may stand there for another reason: without her words it is no letter.
  const stands = consent ? letterStands({ words: consent.words, signedAs: "" }, await committedContent(tx, story.id)) : "gone";
  return stands === "gone" ? null : conflict("still_there", "The letter, or some of it, stands in the story still. Take it out there first.");
}

/**
 * Leaves a note that stops the story in which a letter stands that readers have not seen: with her comment the record of its author's consent
 * goes, and what nobody can answer for is not printed. Nothing of hers is in the note. Nothing happens where the letter is out of the story.
 */
export async function barStory(tx: Transaction, use: CommentUse, now: Date): Promise<void> {
  if (!use.usedIn || use.kind !== "letter" || (use.state !== "used" && (use.state !== "withdrawn" || use.settledAt))) return;
  const stands = await stillInStory(tx, use);
  if (stands?.reason !== "still_there" && stands?.reason !== "still_scheduled") return;
  const by = use.takenBy ?? use.markedBy;
  const id = newId();
  await tx.insert(noteThreads).values({ id, articleId: use.usedIn, anchorKind: "story", blocking: true, createdBy: by, createdAt: now });
  await writeMessage(tx, { threadId: id, authorId: by, body: "A reader’s letter was put into this story. Her comment is gone since, and with it her consent: the letter may not be printed. Take it out, then resolve this note.", mentions: [] }, now);
}
