import { eq } from "drizzle-orm";
import { z } from "zod";
import { sanctions } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict, forbidden } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { queueMail } from "@/lib/mail/queue-mail";
import { commentBan, commentBanAlone } from "@/lib/sanctions/abilities";
import { addressed } from "@/lib/sanctions/commenter";
import { sanctionLetter } from "@/lib/sanctions/letter";
import { lockSanction } from "@/lib/sanctions/lock-sanction";
import { endOf, holds } from "@/lib/sanctions/sanction";

/** Confirms a ban that somebody else asked for, while it still holds as a suspension; she is told that it is a ban now. */
export const confirmBan = command({
  name: "confirmBan",
  input: z.strictObject({ sanctionId: z.uuid("There is no such ban.") }),
  ability: commentBan,
  load: (tx, { sanctionId }) => lockSanction(tx, sanctionId),
  async run({ tx, actor, now, record }, { sanction, commenter }) {
    const by = personIdOf(actor);
    if (!sanction.unconfirmed || !holds(sanction, now)) return fail(conflict("no_ban_waits", "This ban does not wait for anybody: it was confirmed or lifted, or the time for it is over."));
    if (sanction.imposedBy === by && !commentBanAlone.check(actor, null)) return fail(forbidden("own_ban", "You asked for this ban: somebody else confirms it."));
    const endsAt = endOf("ban", { days: sanction.askedDays, guest: sanction.personId === null, unconfirmed: false, from: sanction.createdAt });
    await tx.update(sanctions).set({ unconfirmed: false, confirmedBy: by, confirmedAt: now, endsAt }).where(eq(sanctions.id, sanction.id));
    await record({ name: "sanction.confirmed", subjectId: sanction.id, data: { ...(sanction.personId ? { personId: sanction.personId } : {}), endsAt: endsAt?.toISOString() ?? null } });
    if (commenter?.mail) {
      const { to, language } = await addressed(tx, commenter);
      await queueMail(tx, { kind: "sanction", to: commenter.mail, ...sanctionLetter({ kind: "ban", unconfirmed: false, endsAt, reason: sanction.reason, message: sanction.message, swept: null }, to, language) });
    }
    return ok({ endsAt: endsAt?.toISOString() ?? null });
  },
});
