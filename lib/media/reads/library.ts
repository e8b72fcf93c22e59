import { and, desc, eq, inArray, lt, notExists, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { embeds, mediaAssets } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { forbidden, invalid, unauthenticated } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { mediaSee } from "@/lib/media/abilities";
import type { UsableDays } from "@/lib/media/rights";
import { begunWords } from "@/lib/search/begun-words";
import { longestQuestion, questionWords } from "@/lib/search/question";

export const picturesAPage = 24;

const LibraryQuestion = z.strictObject({ q: z.string().max(longestQuestion).default(""), before: z.uuid().optional() });

/** A picture as the library shows it, with the words that a story begins with. */
export type LibraryPicture = { id: string; width: number; height: number; alt: string; caption: string; credit: string } & UsableDays;
/** `older` is the picture that the next page begins behind; null on the last. */
export type LibraryPage = { pictures: LibraryPicture[]; older: string | null };

/**
 * The desk's pictures, newest first, a page at a time: all of them, or those whose alt text, caption, credit or maker has every word of `q`,
 * or one that begins with it, whatever its accents. Pages begin behind a picture, so that new ones move nothing. Still pictures of embeds
 * are their providers' and not in it. Refuses what it was not asked rightly: `not_asked_rightly`, `signed_out`, `not_allowed`.
 */
export async function pictureLibrary(actor: Actor, asked: unknown): Promise<Result<LibraryPage>> {
  if (actor.kind === "visitor") return fail(unauthenticated("signed_out", "Please sign in."));
  if (!mediaSee.check(actor, null)) return fail(forbidden("not_allowed", "You may not do this."));
  const question = LibraryQuestion.safeParse(asked);
  if (!question.success) return fail(invalid("not_asked_rightly", "The library cannot be asked in this way."));
  const { q, before } = question.data;
  const words = questionWords(q);
  if (q.trim() !== "" && words.length === 0) return ok({ pictures: [], older: null });
  const rows = await libraryRows(actor, words.length > 0 ? await fitting(actor, words) : undefined, before);
  const pictures = rows.slice(0, picturesAPage);
  return ok({ pictures, older: rows.length > picturesAPage ? (pictures.at(-1)?.id ?? null) : null });
}

/** Ids sort by age. One row more than a page tells whether there is another. */
export function libraryRows(actor: Actor, fits: SQL | undefined, before: string | undefined) {
  const { id, width, height, alt, caption, credit, usableFrom, usableUntil } = mediaAssets;
  const still = appDatabase().select({ one: sql`1` }).from(embeds).where(eq(embeds.thumbnailAssetId, id));
  return appDatabase()
    .select({ id, width, height, alt, caption, credit, usableFrom, usableUntil })
    .from(mediaAssets)
    .where(and(mediaSee.where(actor), fits, before ? lt(id, before) : undefined, notExists(still)))
    .orderBy(desc(id))
    .limit(picturesAPage + 1);
}

/** So few pictures are taken from the index of words and sorted; more of them are soon met on the way from the newest back. */
const few = 500;

/** The condition for the pictures that have these words, as PostgreSQL answers it best: it cannot know how rare the beginning of a word is. */
async function fitting(actor: Actor, words: readonly string[]): Promise<SQL> {
  const rows = await wordRows(actor, words);
  return rows.length > few ? hasWords(words) : inArray(mediaAssets.id, rows.map(({ id }) => id));
}

/** Pictures that the actor may see and that have these words, in no order, as many as are few and one more. Uses `media_assets_words` where they are rare. */
export const wordRows = (actor: Actor, words: readonly string[]) =>
  appDatabase()
    .select({ id: mediaAssets.id })
    .from(mediaAssets)
    .where(and(mediaSee.where(actor), hasWords(words)))
    .limit(few + 1);

const hasWords = (words: readonly string[]): SQL => sql`${mediaAssets.words} @@ ${begunWords(words)}`;
