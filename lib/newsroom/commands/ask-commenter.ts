import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { articles, commentConsents, type comments, guests, noticeChoices, people, revisions } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { openGuestAddress } from "@/lib/comments/guest-address";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict, forbidden, invalid } from "@/lib/kernel/failure";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { plainText } from "@/lib/kernel/text";
import { queueMail } from "@/lib/mail/queue-mail";
import { useHandle } from "@/lib/newsroom/abilities";
import { declarationOf, questionLetter } from "@/lib/newsroom/question";
import { newsroomSettings } from "@/lib/newsroom/settings";
import { isMarkable, mayStep, needsConsent, saidNo } from "@/lib/newsroom/use";
import { changedUse, changeUse, consentsOf, lockUse, notNow, overtakeConsents, seenUse, standingConsent } from "@/lib/newsroom/use-row";
import { paperNow } from "@/lib/settings/reads/paper-now";

const { least, most } = newsroomSettings.words;
const AskInput = z.strictObject({ ...seenUse, /** Of a letter: as it would be printed. */ words: z.string("A letter is text.").max(most * 4, `A letter has ${most} characters at most.`) });

/**
 * Asks the author of a comment, by mail where she can be written to, and on the pages of her comment and her account in any case: whether a
 * letter may be printed in these words under her name, or whether a reporter may write to her. Asked anew with other words, what she said
 * before holds no longer. At most so often. `mailed`: a mail is on its way to her.
 */
export const askCommenter = command({
  name: "askCommenter",
  input: AskInput,
  ability: useHandle,
  load: lockUse,
  async run({ tx, actor, now, record }, { use, comment, article, kind }, { version, words: typed }) {
    const by = personIdOf(actor);
    if (!by) return fail(forbidden("nobody_asks", "Only people ask."));
    const changed = await changedUse(tx, use, version);
    if (changed) return fail(changed);
    if (!needsConsent(kind)) return fail(invalid("asks_nobody", "A correction report asks nobody: look into it."));
    if (!mayStep("ask", use) || !isMarkable(comment.status)) return fail(notNow(use));
    if (!comment.authorId && !comment.guestId) return fail(conflict("nobody_there", "Nobody is known behind this comment any more: there is nobody to ask."));
    const words = kind === "letter" ? plainText(typed).trim() : "";
    const wrong = kind === "letter" && [...words].length < least ? "Write what would be printed." : [...words].length > most ? `A letter has ${most.toLocaleString("en")} characters at most.` : null;
    if (wrong) return fail(invalid("words_wrong", wrong, { fields: { words: wrong } }));
    const before = await standingConsent(tx, use.id);
    if (before && before.words === words && (before.answer === "agreed" || before.expiresAt > now)) return fail(conflict("asked_already", "She was asked this already. Wait for her answer, or change the words."));
    const asked = await consentsOf(tx, use.id);
    if (asked.some(saidNo)) return fail(conflict("said_no", "She said no to this, or took her word back. She is not asked again."));
    const number = asked.length;
    if (number >= newsroomSettings.asks) return fail(conflict("asked_often", `She was asked ${newsroomSettings.asks} times about this comment. That is enough.`));
    await overtakeConsents(tx, use.id, now);
    const to = await whomToAsk(tx, comment, article.id);
    const { paper } = await paperNow(tx);
    const token = newToken();
    const expiresAt = new Date(now.getTime() + newsroomSettings.answerDays * 86_400_000);
    const id = newId();
    const letter = questionLetter(kind, { paper, name: comment.nameSnapshot, headline: to.headline, words, link: `${fromProcess("env").appUrl}/comments/asked/${token}` }, to.language);
    // Without a mail server it is only kept, and to what is no address none goes out.
    const mailed = to.mail !== null && (await queueMail(tx, { id, kind: "comment_use", to: to.mail, ...letter, goodUntil: expiresAt })) === "waiting";
    await tx.insert(commentConsents).values({ id, useId: use.id, seq: number + 1, words, declaration: declarationOf(kind, { paper }, to.language), language: to.language, tokenHash: tokenHash(token), mailedAt: mailed ? now : null, askedBy: by, askedAt: now, expiresAt });
    const done = await changeUse(tx, use, { state: "asked", contact: null, takenBy: use.takenBy ?? by, takenAt: use.takenAt ?? now });
    await record({ name: "comment.consent_asked", subjectId: comment.id, data: { articleId: article.id, useId: use.id, kind, mailed } });
    return ok({ ...done, mailed });
  },
});

type Asked = { mail: string | null; language: Language; headline: string };

/** Where the author of a comment can be written to, and in which language: the one that she chose, else that of the story. */
async function whomToAsk(tx: Transaction, { authorId, guestId }: typeof comments.$inferSelect, articleId: string): Promise<Asked> {
  const [story] = await tx.select({ headline: revisions.headline, language: revisions.language, last: articles.draftLanguage }).from(articles).leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, articleId));
  const language = story?.language ?? story?.last ?? "en";
  // A headline that readers never saw, or see no more, is told to nobody.
  const headline = story?.headline ?? "";
  if (authorId) {
    const [person] = await tx.select({ email: people.email, disabledAt: people.disabledAt, chosen: noticeChoices.language }).from(people).leftJoin(noticeChoices, eq(noticeChoices.personId, people.id)).where(eq(people.id, authorId));
    return { mail: person && !person.disabledAt ? person.email : null, language: person?.chosen ?? language, headline };
  }
  const [guest] = guestId ? await tx.select().from(guests).where(eq(guests.id, guestId)) : [];
  return { mail: guest ? openGuestAddress(guest.id, guest.emailSealed) : null, language, headline };
}
