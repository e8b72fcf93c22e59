import { and, asc, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { outsideRemarks, people, revisions } from "@/db/schema";
import { contentOf } from "@/lib/articles/cut-revision";
import { publicMaterial } from "@/lib/articles/reads/material";
import type { StoryContent } from "@/lib/content/document";
import { openReview, readerOf } from "@/lib/outside-reviews/review-row";
import type { OutsideView } from "@/lib/outside-reviews/views";

/**
 * What a link shows in a browser; null where it leads nowhere. One version of one story and what was said by this browser: nothing of the working
 * copy, of notes, of other versions, of other reviewers; of pictures, embeds and stories that it refers to only what readers may see.
 */
export async function outsideView(token: string, key: string | null, timeZone: string): Promise<OutsideView | null> {
  const db = appDatabase();
  const review = await openReview(db, token);
  if (!review) return null;
  const [[maker], reader] = await Promise.all([db.select({ name: people.name }).from(people).where(eq(people.id, review.createdBy)), key ? readerOf(db, review, key) : null]);
  const head = { forWhom: review.forWhom, word: review.word, from: maker?.name ?? "", expiresAt: review.expiresAt.toISOString() };
  if (!reader) return { ...head, reader: null, version: null };
  const [[revision], remarks] = await Promise.all([
    db.select().from(revisions).where(eq(revisions.id, review.revisionId)),
    db.select().from(outsideRemarks).where(and(eq(outsideRemarks.reviewId, review.id), eq(outsideRemarks.readerId, reader.id))).orderBy(asc(outsideRemarks.createdAt), asc(outsideRemarks.id)),
  ]);
  if (!revision) throw new Error(`The version of review ${review.id} is gone.`);
  const shown = withoutWriters(contentOf(revision));
  return {
    ...head,
    reader: { name: reader.name, mark: reader.id.slice(-6), remarks: remarks.map(({ id, part, said, instead, createdAt }) => ({ id, part, said, instead, at: createdAt.toISOString() })) },
    version: { seq: revision.seq, content: shown, material: await publicMaterial([shown.body]), timeZone },
  };
}

/** The places of blocks stay as they are, so that a remark finds the one it is about: a stash leaves an empty break. */
function withoutWriters({ kicker, headline, standfirst, dateline, language, lead, body, bylines }: StoryContent): NonNullable<OutsideView["version"]>["content"] {
  const content = body.content.map((block) => (block.type === "stash" ? { type: "sectionBreak" as const, attrs: { id: null } } : block));
  return { kicker, headline, standfirst, dateline, language, lead, byline: bylines.map(({ name }) => name).join(", "), body: { ...body, content } };
}
