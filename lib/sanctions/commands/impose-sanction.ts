import { z } from "zod";
import { sanctions } from "@/db/schema";
import { reasonCodes, sanctionKinds, sweepSpans } from "@/db/vocabulary";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict, forbidden, invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { queueMail } from "@/lib/mail/queue-mail";
import { commentBan, commentBanAlone, commentSanction } from "@/lib/sanctions/abilities";
import { beginSweep } from "@/lib/sanctions/begin-sweep";
import { addressed, lastSanction, lockCommenter, WhoInput } from "@/lib/sanctions/commenter";
import { sanctionLetter } from "@/lib/sanctions/letter";
import { endOf, sanctionLimits, wrongDays } from "@/lib/sanctions/sanction";

const noText = "This text holds characters that cannot be stored.";
export const messageInput = z
  .string("A message must be text.")
  .max(sanctionLimits.message, `Say it in ${sanctionLimits.message} characters.`)
  .refine(isPlainText, noText)
  .transform((text) => text.trim());

const ImposeInput = z.strictObject({
  who: WhoInput,
  kind: z.enum(sanctionKinds, "Choose what is to be done."),
  /** Null: until somebody lifts it. */
  days: z.number("Choose how long.").int("Write whole days.").nullable(),
  reason: z.enum(reasonCodes, "Choose a reason."),
  message: messageInput,
  /** What she wrote is rejected, too, for the same reason; null: nothing. */
  sweep: z.enum(sweepSpans, "Choose which comments.").nullable(),
  /** The last sanction that the moderator saw; null: there was none. */
  seen: z.uuid("Reload the page and look again.").nullable(),
});

/**
 * Imposes a sanction on a commenter: it holds from the moment that this commits, and she is told why in her language. A ban that a
 * moderator asks for holds as a suspension until a second one confirms it. Whoever works here is not sanctioned. Of two moderators at once
 * the second hears `sanctioned_meanwhile`, so that nobody is punished twice for the same.
 */
export const imposeSanction = command({
  name: "imposeSanction",
  input: ImposeInput,
  ability: commentSanction,
  load: (tx, { who }) => lockCommenter(tx, who),
  async run(context, commenter, { who, kind, days, reason, message, sweep, seen }) {
    const { tx, actor, now, record } = context;
    if (commenter.staff) return fail(conflict("staff", "Whoever works here is not sanctioned: an administrator can disable the account."));
    const problem = wrongDays(kind, days);
    if (problem) return fail(invalid("days", problem, { fields: { days: problem } }));
    if (message === "" && (kind === "warn" || reason === "other")) {
      const why = kind === "warn" ? "A warning needs words: say what she should do otherwise." : "Say what the other reason is.";
      return fail(invalid("no_message", why, { fields: { message: why } }));
    }
    if (kind === "ban" && !commentBan.check(actor, null)) return fail(forbidden("not_allowed", "You may not ban anybody."));
    if ((await lastSanction(tx, who)) !== seen) return fail(conflict("sanctioned_meanwhile", "Somebody sanctioned this commenter since you opened the page. Nothing of yours was done. Reload the page and look at what holds now."));
    const unconfirmed = kind === "ban" && !commentBanAlone.check(actor, null);
    const endsAt = endOf(kind, { days, guest: commenter.personId === null, unconfirmed, from: now });
    const id = newId();
    const { personId, guestId, addressKey, addressProven } = commenter;
    await tx.insert(sanctions).values({ id, personId, addressKey, addressProven, kind, reason, message, imposedBy: personIdOf(actor), createdAt: now, endsAt, unconfirmed, askedDays: unconfirmed ? days : null });
    await record({ name: "sanction.imposed", subjectId: id, data: { ...(personId ? { personId } : { guestId }), kind, reason, endsAt: endsAt?.toISOString() ?? null, unconfirmed } });
    const swept = sweep ? await beginSweep(context, { commenter, sanctionId: id, span: sweep }) : 0;
    const { to, language } = await addressed(tx, commenter);
    if (commenter.mail) await queueMail(tx, { kind: "sanction", to: commenter.mail, ...sanctionLetter({ kind, unconfirmed, endsAt, reason, message, swept: swept > 0 ? sweep : null }, to, language) });
    return ok({ sanctionId: id, unconfirmed, swept, told: commenter.mail !== null });
  },
});
