import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { revisions } from "@/db/schema";
import { beginStory } from "@/lib/articles/begin-story";
import { lockArticle } from "@/lib/articles/article-row";
import { mergeIntoLog } from "@/lib/articles/merge-into-log";
import { committedContent } from "@/lib/articles/update-log";
import { parseBody } from "@/lib/content/body";
import { mergeBodyIntoWorkingCopy } from "@/lib/content/working-copy";
import { personIdOf } from "@/lib/core/actor";
import { type CommandContext, command } from "@/lib/core/command";
import { conflict, type Failure, forbidden, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { useHandle } from "@/lib/newsroom/abilities";
import { type Letter, storyOfLetter, withLetter } from "@/lib/newsroom/letter-in-print";
import { consentStands, mayStep } from "@/lib/newsroom/use";
import { changedUse, changeUse, lockUse, notNow, seenUse, standingConsent } from "@/lib/newsroom/use-row";

const PlaceInput = z.strictObject({ ...seenUse, /** The story at whose end it is put; null begins one. */ articleId: z.uuid("Choose a story, or begin one.").nullable() });

/**
 * Puts a letter into a working copy in the words and under the name that its author agreed to: into a story of its own, or at the end of one.
 * Nothing goes out by that. Refused unless what she agreed to holds at this moment; what she takes back later stops the story from going out.
 */
export const placeLetter = command({
  name: "placeLetter",
  input: PlaceInput,
  ability: useHandle,
  load: lockUse,
  async run(context, { use, comment, article }, { version, articleId }) {
    const { tx, now, record } = context;
    const changed = await changedUse(tx, use, version);
    if (changed) return fail(changed);
    if (use.kind !== "letter") return fail(invalid("no_letter", "Only a letter is printed."));
    if (!mayStep("use", use)) return fail(notNow(use));
    const consent = await standingConsent(tx, use.id);
    if (!consent || !consentStands(consent)) return fail(conflict("no_consent", "Her consent to these words does not hold any more."));
    const placed = await place(context, { words: consent.words, signedAs: consent.signedAs, language: consent.language }, articleId);
    if ("failure" in placed) return fail(placed.failure);
    const done = await changeUse(tx, use, { state: "used", usedIn: placed.articleId, usedAt: placed.at, settledAt: now });
    await record({ name: "article.letter_placed", subjectId: placed.articleId, data: { useId: use.id, ...(placed.updateId === null ? {} : { updateId: placed.updateId }) } });
    await record({ name: "comment.used", subjectId: comment.id, data: { articleId: article.id, useId: use.id, kind: use.kind, usedIn: placed.articleId } });
    return ok({ ...done, articleId: placed.articleId });
  },
});

async function place({ tx, actor, now, record }: CommandContext, letter: Letter, articleId: string | null): Promise<{ articleId: string; updateId: number | null; /** After every version of the story that was made without it. */ at: Date } | { failure: Failure }> {
  const by = personIdOf(actor);
  if (!by) return { failure: forbidden("nobody", "A story needs somebody who begins it.") };
  if (!articleId) {
    const { id } = await beginStory(tx, { content: storyOfLetter(letter), by, now });
    await record({ name: "article.created", subjectId: id });
    return { articleId: id, updateId: null, at: now };
  }
  const story = await lockArticle(tx, { articleId });
  if (!story) return { failure: invalid("no_story", "There is no such story.", { fields: { articleId: "There is no such story." } }) };
  const content = await committedContent(tx, articleId);
  const body = parseBody(withLetter(content.body, letter));
  if (!body) return { failure: invalid("no_room", "The story is too long to take the letter as well. Begin one for it.") };
  const [newest] = await tx.select({ cutAt: revisions.createdAt }).from(revisions).where(eq(revisions.articleId, articleId)).orderBy(desc(revisions.createdAt)).limit(1);
  const at = newest && newest.cutAt >= now ? new Date(newest.cutAt.getTime() + 1) : now;
  return { articleId, updateId: await mergeIntoLog(tx, actor, now, articleId, { ...content, body }, mergeBodyIntoWorkingCopy), at };
}
