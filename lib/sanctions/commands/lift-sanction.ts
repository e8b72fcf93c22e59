import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { rowLock } from "@/db/row-lock";
import { commentSweeps, sanctions } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { queueMail } from "@/lib/mail/queue-mail";
import { commentSanction } from "@/lib/sanctions/abilities";
import { addressed } from "@/lib/sanctions/commenter";
import { messageInput } from "@/lib/sanctions/commands/impose-sanction";
import { liftedLetter } from "@/lib/sanctions/letter";
import { lockSanction } from "@/lib/sanctions/lock-sanction";
import { holds } from "@/lib/sanctions/sanction";
import { undoSweeps } from "@/lib/sanctions/undo-sweeps";

const LiftInput = z.strictObject({
  sanctionId: z.uuid("There is no such sanction."),
  message: messageInput,
  /** Whether what went with it comes back. */
  bringBack: z.boolean(),
});

/** Lifts a sanction: she may take part again at once, and is told. What went with it may be brought back with the same word. What it was, who imposed it and why is kept. */
export const liftSanction = command({
  name: "liftSanction",
  input: LiftInput,
  ability: commentSanction,
  load: (tx, { sanctionId }) => lockSanction(tx, sanctionId),
  async run(context, { sanction, commenter }, { message, bringBack }) {
    const { tx, actor, now, record } = context;
    if (sanction.liftedAt) return fail(conflict("lifted_already", "Somebody has lifted this already."));
    if (!holds(sanction, now)) return fail(conflict("over", "This is over by itself."));
    await tx.update(sanctions).set({ liftedAt: now, liftedBy: personIdOf(actor), liftedMessage: message }).where(eq(sanctions.id, sanction.id));
    await record({ name: "sanction.lifted", subjectId: sanction.id, data: { ...(sanction.personId ? { personId: sanction.personId } : {}), kind: sanction.kind } });
    const broughtBack = bringBack && (await undoSweeps(context, and(eq(commentSweeps.sanctionId, sanction.id), isNull(commentSweeps.undoneAt)))) > 0;
    if (commenter?.mail) {
      const { to, language } = await addressed(tx, commenter);
      await queueMail(tx, { kind: "sanction", to: commenter.mail, ...liftedLetter({ kind: sanction.kind, message, broughtBack }, to, language) });
    }
    return ok({ broughtBack });
  },
});

/** Takes back what went with a sanction, and lets the sanction stand: every comment of it that nobody has decided about since. Said twice it is done once. */
export const undoSweep = command({
  name: "undoSweep",
  input: z.strictObject({ sweepId: z.uuid("There is nothing to bring back.") }),
  ability: commentSanction,
  async load(tx, { sweepId }) {
    const [sweep] = await tx.select().from(commentSweeps).where(eq(commentSweeps.id, sweepId)).for(rowLock);
    return sweep ?? null;
  },
  async run(context, sweep) {
    if (sweep.undoneAt) return ok({});
    await undoSweeps(context, eq(commentSweeps.id, sweep.id));
    return ok({});
  },
});
