import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { rowLock } from "@/db/row-lock";
import { guests, noticeChoices, notices, threadFollows } from "@/db/schema";
import { languageCodes, noticeKinds, noticePaces } from "@/db/vocabulary";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { notFound, unauthenticated } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { noticeOwn, noticeStop } from "@/lib/notices/abilities";
import { choicesFrom, firstChoices, withoutMail } from "@/lib/notices/choices";
import { readStopToken } from "@/lib/notices/stop-token";

const both = z.strictObject({ here: z.boolean(), mail: z.boolean() });
const ChoiceInput = z.strictObject({ choices: z.strictObject({ answer: both, decision: both, picked: both, thread: both, question: both.default(firstChoices.question) }), pace: z.enum(noticePaces, "Choose how often."), language: z.enum(languageCodes, "Choose a language.") });

const nobody = () => unauthenticated("signed_out", "Please sign in.");

/** Of what one wants to be told, and how. What waits to be mailed of a kind that is mailed no more is not. */
export const chooseNotices = command({
  name: "chooseNotices",
  input: ChoiceInput,
  ability: noticeOwn,
  load: noSubject,
  async run({ tx, actor }, _, input) {
    const personId = personIdOf(actor);
    if (!personId) return fail(nobody());
    await tx.insert(noticeChoices).values({ personId, ...input }).onConflictDoUpdate({ target: noticeChoices.personId, set: input });
    const unmailed = noticeKinds.filter((kind) => !input.choices[kind].mail);
    if (unmailed.length > 0) await tx.update(notices).set({ mailDueAt: null }).where(and(eq(notices.personId, personId), inArray(notices.kind, unmailed), isNotNull(notices.mailDueAt)));
    return ok({});
  },
});

/** Says that one has seen what is new. */
export const readNotices = command({
  name: "readNotices",
  input: z.strictObject({}),
  ability: noticeOwn,
  load: noSubject,
  async run({ tx, actor, now }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(nobody());
    await tx.update(notices).set({ readAt: now }).where(and(eq(notices.personId, personId), isNull(notices.readAt)));
    return ok({});
  },
});

/** No longer follows a thread, nor is kept from hearing of it; also one that readers do not see any more. */
export const unfollowThread = command({
  name: "unfollowThread",
  input: z.strictObject({ rootId: z.uuid() }),
  ability: noticeOwn,
  load: noSubject,
  async run({ tx, actor }, _, { rootId }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(nobody());
    const [gone] = await tx.delete(threadFollows).where(and(eq(threadFollows.personId, personId), eq(threadFollows.rootId, rootId))).returning({ quiet: threadFollows.quiet });
    return ok({ wasQuiet: gone?.quiet === true });
  },
});

/** Ends all mails of this kind to whoever has the signed address; what waits is not sent either. Said twice it is done once. */
export const stopNotices = command({
  name: "stopNotices",
  input: z.strictObject({ token: z.string().max(200) }),
  ability: noticeStop,
  load: noSubject,
  async run({ tx }, _, { token }) {
    const recipient = readStopToken(token);
    if (!recipient) return fail(notFound("no_such_address", "This address is not whole. Open it once more from the mail."));
    if ("guest" in recipient) {
      await tx.update(guests).set({ emailSealed: null }).where(eq(guests.id, recipient.guest));
      await tx.update(notices).set({ mailDueAt: null }).where(and(eq(notices.guestId, recipient.guest), isNotNull(notices.mailDueAt)));
      return ok({});
    }
    const [known] = await tx.select().from(noticeChoices).where(eq(noticeChoices.personId, recipient.person)).for(rowLock);
    const choices = withoutMail(known ? choicesFrom(known.choices) : firstChoices);
    await tx.insert(noticeChoices).values({ personId: recipient.person, choices }).onConflictDoUpdate({ target: noticeChoices.personId, set: { choices } });
    await tx.update(notices).set({ mailDueAt: null }).where(and(eq(notices.personId, recipient.person), isNotNull(notices.mailDueAt)));
    return ok({});
  },
});
